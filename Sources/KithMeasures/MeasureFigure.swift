public import KithPlaces

/// The area that a figure is of.
public enum MeasureArea: Hashable, Sendable, Comparable {
  /// An authority, by its three digits.
  case authority(String)
  /// A region, when every authority that it has in the year is there.
  case region(Region)
  /// England, when every authority is there.
  case england
  /// All authorities that the store has, whatever they are.
  case held

  private var order: (Int, String) {
    switch self {
    case .authority(let code): (0, code)
    case .region(let region): (1, region.rawValue)
    case .england: (2, "")
    case .held: (3, "")
    }
  }

  /// Authorities by code, then regions, England, and all held.
  public static func < (a: MeasureArea, b: MeasureArea) -> Bool { a.order < b.order }
}

/// What a figure is of, beside its measure: an area, and a group where it is broken down.
public struct MeasurePlace: Hashable, Sendable {
  /// The area.
  public let area: MeasureArea
  /// What the figure is broken down by; nil for the total.
  public let breakdown: Breakdown?
  /// The group; `Total` for the total.
  public let category: String

  init(_ area: MeasureArea, _ breakdown: Breakdown? = nil, _ category: String = "Total") {
    self.area = area
    self.breakdown = breakdown
    self.category = category
  }
}

/// A measure's figure: what was counted, what it was divided by, or why there is none.
///
/// It is a raw figure of an authority's own records, and may leave the machine only through disclosure control.
public struct MeasureFigure: Hashable, Sendable {
  /// The measure.
  public let measure: Measure
  /// The calendar year in which the collection ends.
  public let year: Int
  /// The area and group.
  public let place: MeasurePlace
  /// What it is made of.
  public let state: State

  /// A figure, or why there is none.
  public enum State: Hashable, Sendable {
    /// A count, or the sum of what a mean is taken of; and what it is divided by, nil for a count.
    case parts(Double, over: Int?)
    /// `x`: the returns do not give it, for this reason. It is never a lower number in its place.
    case unavailable(String)
    /// `z`: there is nothing to divide by.
    case notApplicable
  }

  /// What is counted above; for a mean, the sum.
  public let numerator: Double?
  /// What is divided by; nil for a count.
  public let denominator: Int?
  /// Why there is no figure; nil where there is one.
  public let reason: String?

  init(_ measure: Measure, year: Int, _ place: MeasurePlace, _ state: State) {
    self.measure = measure
    self.year = year
    self.place = place
    self.state = state
    switch state {
    case .parts(let above, let below): (numerator, denominator, reason) = (above, below, nil)
    case .unavailable(let reason): (numerator, denominator, self.reason) = (nil, nil, reason)
    case .notApplicable: (numerator, denominator, reason) = (nil, nil, "nothing to divide by")
    }
  }

  /// The value, unrounded: a percentage of 100, a rate per 10,000, a mean, days for years and months.
  public var value: Double? {
    guard let numerator else { return nil }
    return denominator.map { numerator * measure.figure.multiplier / Double($0) } ?? numerator
  }

  /// The value as it is shown: rounded half up once, at the end, or the symbol.
  public var text: String {
    switch state {
    case .unavailable: "x"
    case .notApplicable: "z"
    case .parts(let above, let below):
      if case .yearsAndMonths = measure.figure { yearsAndMonths(value ?? 0) } else { shown(above, below) }
    }
  }

  private func shown(_ above: Double, _ below: Int?) -> String {
    let scale = [1, 10, 100][measure.places]
    let top = Int(above) * Int(measure.figure.multiplier) * scale
    let bottom = below ?? 1
    let rounded = (2 * top + bottom) / (2 * bottom)
    guard scale > 1 else { return String(rounded) }
    return "\(rounded / scale).\(rounded % scale)"
  }

  private func yearsAndMonths(_ days: Double) -> String {
    let months = Int((days / 365.25 * 12).rounded(.toNearestOrAwayFromZero))
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (months < 0 ? "-" : "") + "\(padded(abs(months) / 12)):\(padded(abs(months) % 12))"
  }
}

extension Measure.Figure {
  /// What a share is multiplied by.
  var multiplier: Double {
    switch self {
    case .percentage: 100
    case .rate: 10_000
    case .count, .children, .mean, .yearsAndMonths: 1
    }
  }
}
