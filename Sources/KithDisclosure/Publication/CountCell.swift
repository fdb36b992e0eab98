/// The kind of area that a count is of, which decides how it is rounded.
public enum AreaLevel: String, Hashable, Sendable, CaseIterable {
  /// A local authority.
  case authority
  /// A region of England.
  case region
  /// England.
  case national
}

/// One count of a publication, by a name of its own such as `Rutland|foster placements|2025`.
public struct CountCell: Hashable, Sendable {
  /// What is to be done with a count, before any policy is put to it.
  public enum Handling: Hashable, Sendable {
    /// It is to be shown, and may be withheld.
    case open
    /// It must be shown: it is published elsewhere, or the publication is of no use without it.
    case mustShow
    /// It is not shown. An attacker may still work it out: the difference of two tables is such a count.
    case notPublished
    /// An earlier release has withheld it: it is withheld again, and may not be narrowed further than this.
    case withheld(ClosedRange<Int>)
  }

  /// The name, which no other count of the publication has.
  public let name: String
  /// The true count.
  public let count: Int
  /// The kind of area.
  public let area: AreaLevel
  /// What is to be done with it.
  public let handling: Handling
  /// Whether it counts children (or what identifies them); a count of agencies is not sensitive, however small.
  public let isSensitive: Bool

  /// Describes a count.
  public init(
    _ name: String, count: Int, area: AreaLevel = .authority, handling: Handling = .open, isSensitive: Bool = true
  ) {
    self.name = name
    self.count = count
    self.area = area
    self.handling = handling
    self.isSensitive = isSensitive
  }
}

/// A relation that anyone may assume of the counts: those on one side sum to those on the other.
public struct Relation: Hashable, Sendable {
  /// The names of the counts on one side.
  public let left: [String]
  /// The names of the counts on the other.
  public let right: [String]

  /// Says that two sets of counts have one sum, as do stock and starts, and ceased and the later stock.
  public init(_ left: [String], equals right: [String]) {
    self.left = left
    self.right = right
  }

  /// Says that a total is the sum of its parts.
  public init(total: String, parts: [String]) { self.init([total], equals: parts) }
}

/// A percentage or rate that is worked out from counts of the publication.
///
/// It is withheld where its numerator or denominator is; where it is shown, it bounds them.
public struct DerivedFigure: Hashable, Sendable {
  /// What the numerator is divided by.
  public enum Denominator: Hashable, Sendable {
    /// A count of this publication, by name.
    case count(String)
    /// A number that anyone can look up, such as a population.
    case published(Int)
  }

  /// The name, which no other figure of the publication has.
  public let name: String
  /// The count that is divided, by name.
  public let numerator: String
  /// What it is divided by.
  public let denominator: Denominator
  /// The figure for one: 100 for a percentage, 10,000 for a rate per 10,000.
  public let multiplier: Int
  /// Decimal places shown.
  public let places: Int

  /// A percentage of a count.
  public static func percentage(
    _ name: String, of numerator: String, among denominator: Denominator, places: Int
  ) -> DerivedFigure {
    DerivedFigure(name: name, numerator: numerator, denominator: denominator, multiplier: 100, places: places)
  }

  /// A rate.
  public static func rate(
    _ name: String, of numerator: String, per multiplier: Int, of denominator: Denominator, places: Int
  ) -> DerivedFigure {
    DerivedFigure(name: name, numerator: numerator, denominator: denominator, multiplier: multiplier, places: places)
  }
}
