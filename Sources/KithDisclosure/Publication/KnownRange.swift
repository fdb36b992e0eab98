/// The whole numbers that a count can be, from what has been shown of it; no upper end means no upper limit.
public struct KnownRange: Hashable, Sendable, CustomStringConvertible {
  /// The least that it can be.
  public let lower: Int
  /// The most that it can be, where there is a most.
  public let upper: Int?

  /// A range between two ends.
  public init(_ lower: Int, _ upper: Int?) {
    self.lower = lower
    self.upper = upper
  }

  /// Nothing is known but that it is a count.
  public static let anyCount = KnownRange(0, nil)

  /// It was shown as it is.
  public static func exactly(_ count: Int) -> KnownRange { KnownRange(count, count) }

  /// It was shown rounded to the nearest multiple of a base, half up.
  public static func rounded(_ shown: Int, toNearest base: Int) -> KnownRange {
    base <= 1 ? .exactly(shown) : KnownRange(max(0, shown - base / 2), shown + (base - 1) / 2)
  }

  /// It was shown as a percentage or rate of a known denominator.
  public static func figure(_ figure: RoundedFigure, of denominator: Int) -> KnownRange {
    let (low, high) = figure.bounds
    let lower = Self.quotient(low * denominator, 2 * figure.scale, up: true)
    let upper = Self.quotient(high * denominator - 1, 2 * figure.scale, up: false)
    return KnownRange(max(figure.isUnderHalf ? 1 : 0, lower), upper)
  }

  /// It was shown as a percentage or rate of a denominator of which no more is known than a range.
  public static func figure(_ figure: RoundedFigure, of denominator: KnownRange) -> KnownRange {
    KnownRange(
      Self.figure(figure, of: denominator.lower).lower, denominator.upper.flatMap { Self.figure(figure, of: $0).upper })
  }

  /// Whether the count is known.
  public var isPoint: Bool { upper == lower }

  /// Whether it holds a number.
  public func contains(_ count: Int) -> Bool { count >= lower && upper.map { count <= $0 } ?? true }

  /// Whether it holds every number of another range.
  public func covers(_ range: ClosedRange<Int>) -> Bool { contains(range.lowerBound) && contains(range.upperBound) }

  /// The numbers that both ranges hold.
  public func intersection(_ other: KnownRange) -> KnownRange {
    let upper = [upper, other.upper].compactMap { $0 }.min()
    return KnownRange(max(lower, other.lower), upper)
  }

  /// The ends, as `0 to 18` or `6 or more`.
  public var description: String { upper.map { lower == $0 ? "\(lower)" : "\(lower) to \($0)" } ?? "\(lower) or more" }

  private static func quotient(_ number: Int, _ divisor: Int, up: Bool) -> Int {
    let down = number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
    return up && down * divisor != number ? down + 1 : down
  }
}

/// A percentage or rate as it is shown: a whole number of units in its last decimal place, or `k`.
public struct RoundedFigure: Hashable, Sendable {
  /// The figure in units of its last decimal place: 14 for 1.4 %.
  public let units: Int
  /// Units of the last place in the whole: 1,000 for a percentage of one decimal place.
  public let scale: Int
  /// Whether it is shown as `k`: rounds to nothing, and is not nothing.
  public let isUnderHalf: Bool

  /// A figure as it was printed.
  public init(units: Int, multiplier: Int, places: Int, isUnderHalf: Bool = false) {
    self.units = units
    self.scale = multiplier * (0..<places).reduce(1) { power, _ in power * 10 }
    self.isUnderHalf = isUnderHalf
  }

  /// The figure that a count of a denominator gives, rounded half up; nil where there is nothing to divide by.
  public init?(count: Int, of denominator: Int, multiplier: Int, places: Int, marksUnderHalf: Bool) {
    guard denominator > 0, count >= 0 else { return nil }
    let scale = RoundedFigure(units: 0, multiplier: multiplier, places: places).scale
    let units = (2 * scale * count + denominator) / (2 * denominator)
    self.init(
      units: units, multiplier: multiplier, places: places, isUnderHalf: marksUnderHalf && units == 0 && count > 0)
  }

  /// The true share, in half units over the scale: at least the first, and below the second.
  var bounds: (Int, Int) { (2 * units - 1, 2 * units + 1) }
}
