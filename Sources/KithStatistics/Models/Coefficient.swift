/// A coefficient of a model, with its standard error.
public struct Coefficient: Hashable, Sendable {
  /// The estimate, on the scale of the model's link.
  public let value: Double
  /// The standard error.
  public let standardError: Double

  /// An estimate and its standard error.
  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }

  /// Wald's interval, value ± z × standard error.
  public func interval(_ confidence: Confidence = .ninetyFive) -> Interval {
    interval(multiplier: confidence.z)
  }

  /// The interval value ± multiplier × standard error, as with a quantile of Student's distribution.
  public func interval(multiplier: Double) -> Interval {
    Interval(lower: value - multiplier * standardError, upper: value + multiplier * standardError)
  }

  /// The same on the scale of a ratio, e to the power of the estimate.
  public var ratio: Double { Mathematics.exponential(value) }

  /// Wald's interval on the scale of a ratio.
  public func ratioInterval(_ confidence: Confidence = .ninetyFive) -> Interval {
    let limits = interval(confidence)
    return Interval(lower: Mathematics.exponential(limits.lower), upper: Mathematics.exponential(limits.upper))
  }
}
