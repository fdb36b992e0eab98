/// Which counts of a publication are withheld, by name, and how near that is to the fewest that would do.
public struct SuppressionPattern: Hashable, Sendable {
  /// Withheld for their own sake.
  public let primary: [String]
  /// Withheld to protect those.
  public let secondary: [String]
  /// Percentages and rates that are withheld although their counts are not, for they would say too much of others.
  public let figures: [String]
  /// 1,000 for each count withheld to protect others, and the counts' sum.
  public let cost: Int
  /// What no safe pattern costs less than, as far as was proved.
  public let leastCost: Int

  /// Everything that is withheld.
  public var withheld: Set<String> { Set(primary).union(secondary) }

  /// Whether no safe pattern costs less.
  public var isProvedLeast: Bool { leastCost >= cost }

  /// A pattern from elsewhere, to be audited.
  public init(primary: [String], secondary: [String], figures: [String] = []) {
    self.init(primary: primary, secondary: secondary, figures: figures, cost: 0, leastCost: 0)
  }

  init(primary: [String], secondary: [String], figures: [String], cost: Int, leastCost: Int) {
    self.primary = primary
    self.secondary = secondary
    self.figures = figures
    self.cost = cost
    self.leastCost = leastCost
  }
}

/// How hard to look for the pattern that withholds least.
public enum SuppressionEffort: Hashable, Sendable {
  /// The heuristic alone.
  case fast
  /// The heuristic, then cut generation on every part of the publication that has no more candidates than this (a tenth of it where the part is
  /// no network).
  case exact(candidates: Int, nodes: Int)

  /// Exact to 2,000 candidates and 3,000 nodes for each part that stands apart.
  public static let thorough = SuppressionEffort.exact(candidates: 2_000, nodes: 3_000)
}
