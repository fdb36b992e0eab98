/// The spread between areas beyond chance, which widens a funnel.
///
/// Areas differ for reasons that no measure sees, so limits from chance alone flag most of them. The additive model takes
/// a variance τ² between areas: D. J. Spiegelhalter, "Handling over-dispersion of performance indicators", Quality and
/// Safety in Health Care 14 (2005), with the moment estimate of DerSimonian and Laird (1986).
public struct Overdispersion: Hashable, Sendable {
  /// The mean squared z-score, after the outer tenths are drawn in.
  public let phi: Double
  /// The variance between areas, on the transformed scale.
  public let tauSquared: Double

  /// No spread beyond chance.
  public static let none = Overdispersion(phi: 1, tauSquared: 0)

  /// Estimates the spread from the areas' z-scores and their standard errors on the transformed scale.
  ///
  /// φ = Σz²/n on winsorised z, w = 1/s², τ² = max(0, (nφ − (n − 1)) / (Σw − Σw²/Σw)).
  /// - Parameter drawnIn: The share at each end whose z-scores are drawn in to the quantile there.
  public init(zScores: [Double], standardErrors: [Double], drawnIn: Double = 0.1) {
    let sorted = zScores.sorted()
    guard let low = quantile(drawnIn, ofSorted: sorted), let high = quantile(1 - drawnIn, ofSorted: sorted) else {
      self = .none
      return
    }
    let count = Double(zScores.count)
    let phi = zScores.reduce(0) { $0 + min(max($1, low), high) * min(max($1, low), high) } / count
    let weights = standardErrors.map { 1 / ($0 * $0) }
    let sum = weights.reduce(0, +)
    let spread = sum - weights.reduce(0) { $0 + $1 * $1 } / sum
    self.init(phi: phi, tauSquared: spread > 0 ? max(0, (count * phi - (count - 1)) / spread) : 0)
  }

  private init(phi: Double, tauSquared: Double) {
    self.phi = phi
    self.tauSquared = tauSquared
  }
}

/// A funnel for events against the number expected from the rate of all areas together, on the logarithmic scale of the
/// Summary Hospital-level Mortality Indicator (NHS Digital, "SHMI specification"): z = √E · ln(O/E).
public struct RateFunnel: Hashable, Sendable {
  /// The events for each person in all areas together.
  public let baseline: Double
  /// The spread between areas beyond chance.
  public let overdispersion: Overdispersion

  /// Makes the funnel from the areas' events and populations; an area without events, or without people, does not
  /// take part in estimating the spread.
  public init(baseline: Double, areas: [(events: Double, population: Double)]) {
    self.baseline = baseline
    let used = areas.filter { $0.events > 0 && $0.population > 0 }
    let expected = used.map { $0.population * baseline }
    overdispersion = Overdispersion(
      zScores: zip(used, expected).map { $1.squareRoot() * Mathematics.logarithm($0.events / $1) },
      standardErrors: expected.map { 1 / $0.squareRoot() })
  }

  /// A funnel whose spread is known.
  public init(baseline: Double, overdispersion: Overdispersion) {
    self.baseline = baseline
    self.overdispersion = overdispersion
  }

  /// The limits of the ratio of observed to expected events: exp(±z√(1/E + τ²)).
  public func ratioLimits(expected: Double, _ confidence: Confidence) -> Interval {
    let spread = confidence.z * (1 / expected + overdispersion.tauSquared).squareRoot()
    return Interval(lower: Mathematics.exponential(-spread), upper: Mathematics.exponential(spread))
  }

  /// The limits of the rate, in events for each person, of an area with this population.
  public func limits(population: Double, _ confidence: Confidence) -> Interval {
    ratioLimits(expected: population * baseline, confidence).multiplied(by: baseline)
  }

  /// Where an area's rate lies.
  public func position(events: Double, population: Double) -> FunnelPosition {
    FunnelPosition(
      events / population, inner: limits(population: population, .ninetyFive),
      outer: limits(population: population, .ninetyNinePointEight))
  }
}

/// A funnel for proportions on the arcsine scale, where the standard error 1/(2√n) does not hang on the proportion
/// (Spiegelhalter 2005, table 1).
public struct ProportionFunnel: Hashable, Sendable {
  /// The proportion of all areas together, 0 to 1.
  public let baseline: Double
  /// The spread between areas beyond chance.
  public let overdispersion: Overdispersion

  /// Makes the funnel from the areas' events and totals.
  public init(baseline: Double, areas: [(events: Double, total: Double)]) {
    self.baseline = baseline
    let centre = Mathematics.arcsine(baseline.squareRoot())
    let used = areas.filter { $0.total > 0 }
    let errors = used.map { 1 / (2 * $0.total.squareRoot()) }
    overdispersion = Overdispersion(
      zScores: zip(used, errors).map {
        (Mathematics.arcsine(min(1, $0.events / $0.total).squareRoot()) - centre) / $1
      },
      standardErrors: errors)
  }

  /// A funnel whose spread is known.
  public init(baseline: Double, overdispersion: Overdispersion) {
    self.baseline = baseline
    self.overdispersion = overdispersion
  }

  /// The limits of the proportion, 0 to 1, of an area with this total: sin²(asin√p ± z√(1/(4n) + τ²)).
  public func limits(total: Double, _ confidence: Confidence) -> Interval {
    let centre = Mathematics.arcsine(baseline.squareRoot())
    let spread = confidence.z * (1 / (4 * total) + overdispersion.tauSquared).squareRoot()
    return Interval(lower: Self.proportion(centre - spread), upper: Self.proportion(centre + spread))
  }

  /// Where an area's proportion lies.
  public func position(events: Double, total: Double) -> FunnelPosition {
    FunnelPosition(
      events / total, inner: limits(total: total, .ninetyFive), outer: limits(total: total, .ninetyNinePointEight))
  }

  private static func proportion(_ angle: Double) -> Double {
    let sine = Mathematics.sine(min(max(angle, 0), .pi / 2))
    return sine * sine
  }
}
