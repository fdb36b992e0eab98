public import KithReturns
import KithRules

/// There are no rules for the year of a return.
public struct NoRuleBook: Error, Hashable, Sendable, CustomStringConvertible {
  /// The collection.
  public let collection: CollectionKind
  /// The year asked for.
  public let year: Int
  /// The years that have rules.
  public let years: ClosedRange<Int>

  /// Requires rules for a year.
  static func check(_ collection: CollectionKind, _ year: Int) throws(NoRuleBook) {
    let years = collection == .lookedAfter ? LookedAfterRules.years : InNeedRules.years
    guard years.contains(year) else { throw NoRuleBook(collection: collection, year: year, years: years) }
  }

  /// What there is none of, and for which years there is one.
  public var description: String {
    "There is no \(collection.title) rule book for \(year); there is one for each year from "
      + "\(years.lowerBound) to \(years.upperBound)."
  }
}
