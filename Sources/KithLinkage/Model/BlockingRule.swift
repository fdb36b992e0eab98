import KithEngine

/// Which pairs of records are compared at all: those that agree on something.
public struct BlockingRule: Sendable {
  /// The rule in words.
  public let title: String
  /// What holds of records `l` and `r`; equalities, so that the engine joins by hash.
  let condition: SQL
  /// The same said in levels, by comparison; nil where levels cannot say it. Only rules that can be said so count for
  /// estimation, since only of these it is known which pairs they leave out.
  let levels: [String: [String]]?

  init(_ title: String, _ condition: SQL, levels: [String: [String]]? = nil) {
    self.title = title
    self.condition = condition
    self.levels = levels
  }
}

/// What is compared, and which pairs.
public struct LinkageDesign: Sendable {
  /// The fields compared.
  public let comparisons: [FieldComparison]
  /// The rules; a pair that any of them finds is compared.
  public let rules: [BlockingRule]
  /// What must hold of a pair besides; nil where nothing must.
  let condition: SQL?

  init(comparisons: [FieldComparison], rules: [BlockingRule], condition: SQL? = nil) {
    self.comparisons = comparisons
    self.rules = rules
    self.condition = condition
  }

  /// For each comparison the one that tells it where it is the same, by place.
  var tellers: [Int?] {
    comparisons.map { comparison in comparison.toldBy.flatMap { name in comparisons.firstIndex { $0.name == name } } }
  }

  /// For each comparison those without some of whose levels it is not made, and the numbers of these levels.
  var hearers: [[(place: Int, levels: Set<Int>)]] {
    comparisons.map { comparison in
      comparison.heardAt.compactMap { field, levels in
        comparisons.firstIndex { $0.name == field }.map { ($0, Set(levels.map(comparisons[$0].number(of:)))) }
      }
    }
  }

  var space: PatternSpace { PatternSpace(levels: comparisons.map(\.levels.count)) }

  /// The rules that levels can say, each once: the levels that each comparison must have, nil for any.
  var sets: [[Set<Int>?]] {
    rules.reduce(into: []) { sets, rule in
      guard let named = rule.levels else { return }
      let set = comparisons.map { comparison in
        named[comparison.name].map { Set($0.map(comparison.number(of:))) }
      }
      if !sets.contains(set) { sets.append(set) }
    }
  }
}
