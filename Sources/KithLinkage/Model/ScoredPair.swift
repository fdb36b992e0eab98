/// Two records, how they agree, and what that is worth.
public struct ScoredPair: Hashable, Sendable {
  /// The number of the record of the first table.
  public let left: Int
  /// The number of the record of the second table.
  public let right: Int
  /// The number of the level of each comparison, 0 where missing.
  public let levels: [Int]
  /// The share of records that hold the value that both hold, for each comparison that asks for it.
  public let frequencies: [Double?]
  /// The weight in bits.
  public let weight: Double

  /// The probability that the two are of one child, by the model.
  public var probability: Double { KithLinkage.probability(ofWeight: weight) }
}
