public import KithStatistics

/// A series of one area before and after something began: the step and the change of slope.
///
/// Segmented regression of counts with the logarithm of people as offset and errors widened by the dispersion: J. Lopez Bernal, S. Cummins
/// and A. Gasparrini, "Interrupted time series regression for the evaluation of public health interventions", International Journal
/// of Epidemiology 46 (2017), equation 1. Without a comparison, anything else that changed at the time is in it.
public struct InterruptedSeries: Sendable {
  /// The ratio of rates at the start of what began to what the slope before would have given.
  public let step: Estimate
  /// The ratio of the yearly slope after to that before.
  public let slopeChange: Estimate
  /// The correlation of what the lines leave from one period to the next; far from 0, the intervals are too narrow.
  public let serialCorrelation: Double
  /// Periods before and after.
  public let periods: (before: Int, after: Int)

  /// Fits a series in the order of time. `start` is the position of the first period in which it was at work.
  public init(counts: [Double], people: [Double], start: Int, _ confidence: Confidence = .ninetyFive) throws(StudyError)
  {
    guard start >= 3, counts.count - start >= 2, counts.count >= 6, people.count == counts.count else {
      throw StudyError(
        .tooLittle, "An interrupted series takes three periods before, two after and six in all; give more.")
    }
    let rows = counts.indices.map { time -> [Double] in
      [1, Double(time), time >= start ? 1 : 0, time >= start ? Double(time - start) : 0]
    }
    let model = try StudyError.fitting("periods") { () throws(FitFailure) in
      try CountModel(rows: rows, counts: counts, exposures: people)
    }
    let quasi = model.quasi
    step = Estimate(value: quasi[2].ratio, interval: quasi[2].ratioInterval(confidence))
    slopeChange = Estimate(value: quasi[3].ratio, interval: quasi[3].ratioInterval(confidence))
    let left = zip(counts, model.fitted).map { ($0 - $1) / $1.squareRoot() }
    let whole = left.reduce(0) { $0 + $1 * $1 }
    serialCorrelation = whole > 0 ? zip(left, left.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / whole : 0
    periods = (start, counts.count - start)
  }
}
