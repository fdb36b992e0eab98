/// The pairs that at least one of some blocking rules finds, and the share of a class of pairs that none does.
///
/// Rules may share fields, so the share is worked out by inclusion and exclusion over sets of rules.
struct BlockUnion: Sendable {
  /// For each rule and comparison, whether a level (0 is missing) is among those that the rule asks for.
  private let rules: [[[Bool]]]
  /// The sets of rules that can hold together, as levels that all of them ask for, and the sign with which they count.
  private let terms: [(sign: Double, allowed: [[Bool]])]

  init(_ sets: [[Set<Int>?]], space: PatternSpace) {
    let rules = sets.map { set in
      set.enumerated().map { field, levels in (0...space.levels[field]).map { levels?.contains($0) ?? true } }
    }
    self.rules = rules
    terms = rules.reduce(into: []) { terms, rule in
      let joined = terms.map { (sign: -$0.sign, allowed: Self.both($0.allowed, rule)) }
      terms += [(sign: 1, allowed: rule)] + joined.filter { $0.allowed.allSatisfy { $0.contains(true) } }
    }
  }

  private static func both(_ a: [[Bool]], _ b: [[Bool]]) -> [[Bool]] {
    zip(a, b).map { zip($0, $1).map { $0 && $1 } }
  }

  /// Whether any rule finds pairs of these levels.
  func contains(_ levels: [Int]) -> Bool {
    rules.contains { rule in zip(rule, levels).allSatisfy { $0[$1] } }
  }

  /// The share of a class of pairs that no rule finds, whole and by level of each comparison, where the class has these
  /// shares at each level (0 is missing) and its fields are independent.
  func outside(_ shares: [[Double]]) -> (whole: Double, levels: [[Double]]) {
    var whole = 1.0
    var levels = shares
    for term in terms {
      let parts = zip(shares, term.allowed).map { share, allowed in
        zip(share, allowed).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
      }
      whole -= term.sign * parts.reduce(1, *)
      for field in shares.indices {
        let others = parts.indices.reduce(1.0) { $1 == field ? $0 : $0 * parts[$1] }
        for level in shares[field].indices where term.allowed[field][level] {
          levels[field][level] -= term.sign * shares[field][level] * others
        }
      }
    }
    return (max(0, whole), levels.map { $0.map { max(0, $0) } })
  }
}
