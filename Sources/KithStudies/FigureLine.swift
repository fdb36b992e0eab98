import KithTables

/// A raw figure in the layout of `kith measures --csv`, which `kith release` reads: its counts go with it, so that it can be protected.
struct FigureLine {
  let year: Int
  let authority: String
  let measure: String
  let label: String
  /// What the group is by; nil for all children.
  let group: (breakdown: String, category: String)?
  /// `percentage`, `rate per 10,000`, `mean` or `count`.
  let unit: String
  let numerator: Int
  /// What it is divided by; nil for a count.
  let denominator: Int?

  private static let header = [
    "year", "authority", "authority_name", "measure", "label", "breakdown", "category", "unit", "numerator",
    "denominator", "value", "symbol", "reason", "status", "synthetic",
  ]

  /// Lines as comma-separated text; each of a synthetic store bears the mark.
  static func text(_ lines: [FigureLine], isSynthetic: Bool) -> String {
    ([header] + lines.map { $0.cells(isSynthetic) })
      .map { $0.map(\.quotedCell).joined(separator: ",") + "\n" }.joined()
  }

  private func cells(_ isSynthetic: Bool) -> [String] {
    [
      "\(year)", authority, isSynthetic ? "Synthetic authority" : "", measure, label, group?.breakdown ?? "total",
      group?.category ?? "Total", unit, "\(numerator)", denominator.map { "\($0)" } ?? "", value ?? "",
      value == nil ? "z" : "", "", "our reading", isSynthetic ? "synthetic" : "",
    ]
  }

  private var value: String? {
    guard let denominator else { return "\(numerator)" }
    guard denominator > 0 else { return nil }
    let scale = unit == "percentage" ? 100.0 : unit == "mean" ? 1 : 10_000
    return StudyTable.Cell.number(Double(numerator) * scale / Double(denominator), places: 1).plain
  }
}
