public import KithReturns

/// The error export of DfE's COLLECT beside Kith's findings: what both found, and what only one did.
///
/// The export's columns are named by the user: COLLECT's own headings vary, and no sample was at hand.
public struct CollectExport: Sendable {
  /// A rule and a child.
  public struct Item: Hashable, Sendable {
    /// The rule's code.
    public let rule: String
    /// The authority's identifier of the child.
    public let child: String
  }

  /// What COLLECT found.
  public let items: Set<Item>

  /// Reads an export whose rule codes and children stand under these headings.
  public init(_ path: String, ruleHeading: String, childHeading: String) throws(ReadError) {
    let list = try ListFile(path)
    guard let rule = list.column(ruleHeading), let child = list.column(childHeading) else {
      throw ReadError(.headings("\(ruleHeading) and \(childHeading)"), path)
    }
    items = Set(list.rows.map { Item(rule: Self.code($0[rule]), child: $0[child].uppercased()) })
  }

  /// A code without the zeros that some exports write before it.
  private static func code(_ text: String) -> String {
    let stripped = text.drop { $0 == "0" }
    return String(stripped.isEmpty ? text[...] : stripped).uppercased()
  }

  /// What the export and Kith's findings have in common and apart, rule by rule.
  public struct Comparison: Sendable {
    /// Found by both.
    public let both: Set<Item>
    /// Found by COLLECT only.
    public let collectOnly: Set<Item>
    /// Found by Kith only.
    public let kithOnly: Set<Item>
  }

  /// The export beside Kith's findings.
  public func comparison(with lines: [FindingLine]) -> Comparison {
    let ours = Set(
      lines.filter { !$0.child.isEmpty }.map { Item(rule: Self.code($0.rule), child: $0.child.uppercased()) })
    return Comparison(
      both: items.intersection(ours), collectOnly: items.subtracting(ours), kithOnly: ours.subtracting(items))
  }
}
