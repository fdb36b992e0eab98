/// The patterns of agreement that pairs can have: a level for each comparison, as one number.
public struct PatternSpace: Hashable, Sendable {
  /// How many levels each comparison has, besides *missing*.
  let levels: [Int]
  /// What the number of each comparison's level is multiplied by.
  let steps: [Int]

  init(levels: [Int]) {
    self.levels = levels
    var step = 1
    steps = levels.map { count in
      defer { step *= count + 1 }
      return step
    }
  }

  /// How many patterns there are.
  var count: Int { levels.reduce(1) { $0 * ($1 + 1) } }

  /// The level of a comparison in a pattern, 0 where it is missing.
  func level(_ comparison: Int, of pattern: Int) -> Int { pattern / steps[comparison] % (levels[comparison] + 1) }

  /// The levels of all comparisons in a pattern.
  func levels(of pattern: Int) -> [Int] { levels.indices.map { level($0, of: pattern) } }
}
