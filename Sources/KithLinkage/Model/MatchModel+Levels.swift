import KithStatistics

/// What was learnt of one level of agreement.
public struct LearntLevel: Sendable {
  /// The field in words.
  public let title: String
  /// The level's name.
  public let name: String
  /// The level in words.
  public let words: String
  /// Its share in pairs of one child (m).
  public let same: Double
  /// Its share in pairs of siblings; nil where there is no such class.
  public let siblings: Double?
  /// Its share in pairs of any two others (u).
  public let others: Double
  /// What it adds to a pair's weight, in bits; more or less where the value is rare or common.
  public let weight: Double
}

extension MatchModel {
  /// Every level of every comparison, in order.
  public var levels: [LearntLevel] {
    design.comparisons.enumerated().flatMap { place, comparison in
      comparison.levels.enumerated().map { number, level in
        let (m, u) = (same[place][number], others[place][number])
        return LearntLevel(
          title: comparison.title, name: level.name, words: level.words, same: m, siblings: siblings?[place][number],
          others: u, weight: Mathematics.logarithm(m / u) / Mathematics.logarithm(2))
      }
    }
  }
}
