import KithAggregates
import KithDisclosure
import KithMeasures
import KithPlaces
import KithStatistics

/// What government has published of an authority's measures, to stand beside the authority's own figures.
struct PublishedSeries: Sendable {
  private let benchmark: Benchmark?
  private let authority: AuthorityCode?

  /// The figures of LAIT among those that were read; nothing where there are none.
  init(_ figures: PublishedFigures, authority: String) {
    let source = figures.sources.first { !$0.neighbours.isEmpty }
    benchmark = source.map { Benchmark($0.table, neighbours: $0.neighbours[.may2025] ?? .none) }
    self.authority = AuthorityCode(parsing: authority)
  }

  /// What stands beside a figure.
  struct Beside: Sendable {
    let last: String
    let neighbours: String
    let limits: String
    let isOutside: Bool
    let code: String
  }

  /// The last published figure, the neighbours' mean of its period, and whether the figure lies within the limits of its series.
  func beside(_ figure: MeasureFigure) -> Beside? {
    guard let benchmark, let authority, let name = figure.measure.laitName,
      let measure = benchmark.table.measure(named: name), let series = benchmark.series(of: authority, measure)
    else { return nil }
    let before = series.periods.indices.filter { series.periods[$0].lastYear < figure.year }
    guard let last = before.last else { return nil }
    let words = FigureWords(measure: measure, mode: benchmark.mode)
    let (limits, isOutside) = limits(of: before.compactMap { series.own[$0].number }, figure)
    return Beside(
      last: "\(series.own[last].text) (\(series.periods[last].label))",
      neighbours: words.mean(series.neighbourMeans[last]), limits: limits, isOutside: isOutside, code: measure.code)
  }

  private func limits(of values: [Double], _ figure: MeasureFigure) -> (String, Bool) {
    guard let value = figure.value, values.count >= ProcessLimits.leastCount, let limits = ProcessLimits(of: values)
    else { return ("", false) }
    let shown = { (number: Double) in NumberDisplay.text(max(0, number), decimals: 1) }
    return ("\(shown(limits.lower)) to \(shown(limits.upper))", !limits.contains(value))
  }
}
