/// Groups of children as people read them.
enum GroupWords {
  /// A group's code in words, or the group as it is.
  static func words(_ group: String) -> String { codes[group].map { "\($0) (\(group))" } ?? group }

  /// Ages from the youngest; other groups by name, and what is not known last.
  static func order(_ group: String) -> Int {
    let lower = group.lowercased()
    if lower.hasPrefix("unborn") { return -2 }
    if lower.hasPrefix("under") { return -1 }
    if lower.contains("not known") || lower == "unknown" || group == "N0" { return 1_000 }
    return Int(group.prefix { $0.isNumber }) ?? 0
  }

  /// Source: DfE, "Children in need census: guide", primary need codes and categories of abuse.
  private static let codes = [
    "N1": "Abuse or neglect", "N2": "Child's disability or illness", "N3": "Parent's disability or illness",
    "N4": "Family in acute stress", "N5": "Family dysfunction", "N6": "Socially unacceptable behaviour",
    "N7": "Low income", "N8": "Absent parenting", "N9": "Cases other than children in need", "N0": "Not stated",
    "NEG": "Neglect", "EMO": "Emotional", "PHY": "Physical", "SAB": "Sexual", "MUL": "Multiple",
  ]
}
