import KithRules

/// What COLLECT and Kith found, rule by rule, as a table for a terminal; no child is named.
public struct CollectComparisonText: Sendable {
  /// The table.
  public let text: String

  /// The table of a comparison.
  public init(_ comparison: CollectExport.Comparison) {
    let both = Dictionary(grouping: comparison.both, by: \.rule)
    let collect = Dictionary(grouping: comparison.collectOnly, by: \.rule)
    let kith = Dictionary(grouping: comparison.kithOnly, by: \.rule)
    let codes = Set(both.keys).union(collect.keys).union(kith.keys).sorted { RuleCode($0) < RuleCode($1) }
    let rows = codes.map { code in
      [code] + [both, collect, kith].map { String($0[code]?.count ?? 0) }
    }
    let table = TextTable(
      [("Rule", .left), ("Both", .right), ("COLLECT only", .right), ("Kith only", .right)], rows: rows)
    text = (["", "Children by rule, beside COLLECT's export"] + table.lines()).joined(separator: "\n")
  }
}
