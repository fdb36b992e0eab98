/// A stratum of a population, such as an age group.
public struct Stratum: Hashable, Sendable {
  /// The events.
  public let events: Double
  /// The people, or person-years.
  public let population: Double

  /// Events among people.
  public init(events: Double, population: Double) {
    self.events = events
    self.population = population
  }
}

/// A figure with its interval.
public struct Estimate: Hashable, Sendable {
  /// The figure.
  public let value: Double
  /// The interval about it.
  public let interval: Interval

  /// A figure and the interval about it.
  public init(value: Double, interval: Interval) {
    self.value = value
    self.interval = interval
  }

  /// The figure and its limits multiplied.
  public func multiplied(by factor: Double) -> Estimate {
    Estimate(value: value * factor, interval: interval.multiplied(by: factor))
  }
}

/// Rates made comparable between populations whose strata differ in size.
public enum Standardisation {
  /// The rate that an area would have with the standard population, for each person: Σw(x/n)/Σw, with the interval of A. J. Dobson and
  /// others, "Confidence intervals for weighted sums of Poisson parameters", Statistics in Medicine 10 (1991), equation 5, on
  /// Byar's limits (exact below 10 events). Nil where a stratum of the standard has no people in the area, or nothing is there.
  public static func direct(
    _ strata: [Stratum], standard: [Double], _ confidence: Confidence = .ninetyFive
  ) -> Estimate? {
    let whole = standard.reduce(0, +)
    let pairs = zip(strata, standard).filter { $1 > 0 }
    guard whole > 0, strata.count == standard.count, pairs.allSatisfy({ $0.0.population > 0 }) else { return nil }
    let rate = pairs.reduce(0) { $0 + $1.1 * $1.0.events / $1.0.population } / whole
    let events = pairs.reduce(0) { $0 + $1.0.events }
    guard events > 0 else { return nil }
    let variance = pairs.reduce(0) { sum, pair in
      sum + pair.1 * pair.1 * pair.0.events / (pair.0.population * pair.0.population)
    }
    let scale = (variance / (whole * whole) / events).squareRoot()
    let limits = Interval.poisson(events: events, confidence)
    return Estimate(
      value: rate,
      interval: Interval(
        lower: rate + scale * (limits.lower - events), upper: rate + scale * (limits.upper - events)))
  }

  /// The ratio of events to those that reference rates would give (the standardised ratio), with Byar's limits (exact
  /// below 10 events) over the expected number: N. E. Breslow and N. E. Day (1987), equations 2.9 and 2.10.
  ///
  /// Times the reference's crude rate it is the indirectly standardised rate. Nil where nothing is expected.
  public static func ratio(
    _ strata: [Stratum], reference: [Stratum], _ confidence: Confidence = .ninetyFive
  ) -> Estimate? {
    let expected = zip(strata, reference).reduce(0) { sum, pair in
      pair.1.population > 0 ? sum + pair.0.population * pair.1.events / pair.1.population : sum
    }
    guard expected > 0, strata.count == reference.count else { return nil }
    let events = strata.reduce(0) { $0 + $1.events }
    return Estimate(
      value: events / expected, interval: Interval.poisson(events: events, confidence).multiplied(by: 1 / expected))
  }

  /// The ratio of two rates with the interval of the logarithm, √(1/a + 1/b) (K. J. Rothman and S. Greenland, "Modern
  /// Epidemiology" (1998), equation 14-6). Nil where either has no event or no people.
  public static func rateRatio(
    _ group: Stratum, to reference: Stratum, _ confidence: Confidence = .ninetyFive
  ) -> Estimate? {
    guard group.events > 0, reference.events > 0, group.population > 0, reference.population > 0 else { return nil }
    let ratio = (group.events / group.population) / (reference.events / reference.population)
    let spread = Mathematics.exponential(confidence.z * (1 / group.events + 1 / reference.events).squareRoot())
    return Estimate(value: ratio, interval: Interval(lower: ratio / spread, upper: ratio * spread))
  }
}
