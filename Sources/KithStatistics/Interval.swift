/// How sure an interval is meant to be.
public struct Confidence: Hashable, Sendable {
  /// The share of intervals, from repeated data, that would hold the truth.
  public let level: Double
  /// How many standard errors the limits of a normal variable lie from its mean.
  public let z: Double

  /// A level between 0 and 1.
  public init(level: Double) {
    self.level = level
    z = NormalDistribution.quantile(0.5 + level / 2)
  }

  /// A level with a rounded number of standard errors, where a published method gives one.
  public init(level: Double, z: Double) {
    self.level = level
    self.z = z
  }

  /// 95 %.
  public static let ninetyFive = Confidence(level: 0.95)
  /// 99.8 %.
  public static let ninetyNinePointEight = Confidence(level: 0.998)
}

/// A range from a lower to an upper limit, in the units of what it is about.
public struct Interval: Hashable, Sendable {
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double

  /// The range between two limits.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether a number lies within the limits, which count as within.
  public func contains(_ number: Double) -> Bool { number >= lower && number <= upper }

  /// The interval with both limits multiplied.
  public func multiplied(by factor: Double) -> Interval { Interval(lower: lower * factor, upper: upper * factor) }
}

extension Interval {
  /// The interval about a proportion, 0 to 1: E. B. Wilson, "Probable inference, the law of succession, and statistical
  /// inference", JASA 22 (1927); the form of Newcombe (1998), method 3.
  public static func wilson(events: Double, of total: Double, _ confidence: Confidence = .ninetyFive) -> Interval {
    let z = confidence.z
    let centre = 2 * events + z * z
    let spread = z * (z * z + 4 * events * (1 - events / total)).squareRoot()
    let below = 2 * (total + z * z)
    return Interval(lower: max(0, (centre - spread) / below), upper: min(1, (centre + spread) / below))
  }

  /// The interval about a count of events that arise as a Poisson process: exact below 10 events, Byar's from 10, which
  /// is the rule of Public Health England, "Technical guide: confidence intervals" (2018), section 4.
  ///
  /// Divide by the person-years, or by the population, for the interval about a rate.
  public static func poisson(events: Double, _ confidence: Confidence = .ninetyFive) -> Interval {
    events < 10 ? exactPoisson(events: events, confidence) : byar(events: events, confidence)
  }

  /// Byar's approximation to the exact Poisson limits: N. E. Breslow and N. E. Day, "Statistical methods in cancer
  /// research II" (1987), equation 2.10. With no events the lower limit is 0.
  public static func byar(events: Double, _ confidence: Confidence = .ninetyFive) -> Interval {
    let upper = events + 1
    return Interval(
      lower: events == 0 ? 0 : events * cube(1 - 1 / (9 * events) - confidence.z / (3 * events.squareRoot())),
      upper: upper * cube(1 - 1 / (9 * upper) + confidence.z / (3 * upper.squareRoot())))
  }

  /// The exact limits of a Poisson mean: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28
  /// (1936). Half a chi-square variable of 2x degrees of freedom is a gamma variable of shape x.
  public static func exactPoisson(events: Double, _ confidence: Confidence = .ninetyFive) -> Interval {
    let tail = (1 - confidence.level) / 2
    return Interval(
      lower: events == 0 ? 0 : GammaDistribution.quantile(tail, shape: events),
      upper: GammaDistribution.quantile(1 - tail, shape: events + 1))
  }

  private static func cube(_ x: Double) -> Double { x * x * x }
}
