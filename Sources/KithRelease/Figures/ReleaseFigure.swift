/// A figure of an authority's own measures, raw, as it goes into a release.
///
/// Its counts are what was counted; disclosure control decides what is shown of them.
public struct ReleaseFigure: Hashable, Sendable {
  /// What a figure is.
  public enum Unit: Hashable, Sendable {
    /// A count.
    case count
    /// A percentage: the numerator is some of the denominator.
    case percentage
    /// A rate, per so many of a population that anyone can look up.
    case rate(per: Int)
    /// A mean: the numerator is the sum, the denominator the children behind it.
    case mean
    /// A mean of days, shown as years and months.
    case yearsAndMonths
  }

  /// A figure, or why there is none.
  public enum State: Hashable, Sendable {
    /// What was counted, or the sum of a mean; and what it is divided by, nil for a count.
    case parts(Int, over: Int?)
    /// `x`: there is no figure, for this reason.
    case unavailable(String)
    /// `z`: there was nothing to divide by.
    case notApplicable
  }

  /// What the counts are called, so that a count that stands in several measures is one; nil lets it be found by its numbers.
  public struct Names: Hashable, Sendable {
    /// What is counted.
    public let numerator: String?
    /// What it is divided by.
    public let denominator: String?

    /// Names the counts.
    public init(numerator: String? = nil, denominator: String? = nil) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// The measure, as `cla_3plus_pct`.
  public let measure: String
  /// What it measures, in words.
  public let label: String
  /// What it is.
  public let unit: Unit
  /// Decimal places of a percentage, rate or mean, where the policy does not decide them.
  public let places: Int
  /// The calendar year in which the collection ends.
  public let year: Int
  /// The authority's three digits.
  public let authority: String
  /// The group of children.
  public let group: ReleaseGroup
  /// The figure.
  public let state: State
  /// What its counts are called.
  public let names: Names

  /// Describes a figure.
  public init(
    measure: String, label: String, unit: Unit, places: Int = 1, year: Int, authority: String,
    group: ReleaseGroup = .total, state: State, names: Names = Names()
  ) {
    self.measure = measure
    self.label = label
    self.unit = unit
    self.places = places
    self.year = year
    self.authority = authority
    self.group = group
    self.state = state
    self.names = names
  }
}

/// A group of children by which figures are broken down, or all of them.
public struct ReleaseGroup: Hashable, Sendable {
  /// What the group is by, as the standard calls it: `Sex`.
  public let breakdown: String
  /// The group: `Female`.
  public let category: String

  /// All children.
  public static let total = ReleaseGroup(breakdown: "Total", category: "Total")

  /// Whether it is all children.
  public var isTotal: Bool { breakdown == "Total" }

  /// A group, under the names that the Department for Education's standard has for it.
  public init(breakdown: String, category: String) {
    let isTotal = breakdown.lowercased() == "total" || breakdown.isEmpty
    self.breakdown =
      isTotal ? "Total" : breakdown.prefix(1).uppercased() + breakdown.dropFirst().replacing("_", with: " ")
    self.category = isTotal ? "Total" : Self.standard[breakdown.lowercased()]?[category] ?? category
  }

  /// The standard's names of groups (DfE, *Open data standards*, "Common harmonised variables").
  private static let standard = [
    "sex": ["M": "Male", "F": "Female", "U": "Unknown"],
    "ethnicity": [
      "Mixed": "Mixed / Multiple ethnic groups", "Asian": "Asian / Asian British",
      "Black": "Black / African / Caribbean / Black British", "Other": "Other ethnic group", "Not known": "Unknown",
    ],
  ]
}
