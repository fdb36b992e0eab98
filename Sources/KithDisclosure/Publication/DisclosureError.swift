/// Why a publication cannot be described, protected or released. It names cells, and never shows a count.
public enum DisclosureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Two counts, or two figures, have one name.
  case repeatedName(String)
  /// A relation or figure names a count that is not there.
  case unknownName(String)
  /// A count is below zero.
  case notACount(String)
  /// The counts of a relation do not sum as it says; the name is that of its left side.
  case doesNotSum(String)
  /// A count is not what an earlier release has shown of it.
  case contradictsEarlier(String)
  /// No set of withheld cells protects these, with what must be shown and what has been.
  case cannotProtect([String])
  /// An attacker can narrow these further than the policy allows, or it could not be shown that none can.
  case auditFailed([String])
  /// The policy is for an authority's own staff, and releases nothing.
  case notForRelease
  /// No rounding keeps every sum; the table has three or more dimensions.
  case cannotRound
  /// The perturbation table has no value for this count and key.
  case noPerturbation(count: Int, key: Int)

  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .repeatedName(let name): "two cells are called \(name); give each a name of its own"
    case .unknownName(let name): "no count is called \(name); add it, as not published if it is not to be shown"
    case .notACount(let name): "\(name) is below zero; only counts can be protected here"
    case .doesNotSum(let name):
      "\(name) is not the sum that a relation says; take the relation or the counts from one source"
    case .contradictsEarlier(let name): "\(name) is not what an earlier release has shown; say which of them is revised"
    case .cannotProtect(let names):
      "nothing protects \(Self.list(names)); let more cells be withheld, or show fewer tables"
    case .auditFailed(let names): "not released: an attacker could narrow \(Self.list(names)); see the audit report"
    case .notForRelease: "this policy is for the authority's own staff; choose a policy for release"
    case .cannotRound: "no rounding of this table keeps all its sums; withhold cells instead, or use cell keys"
    case .noPerturbation: "the perturbation table does not cover every count and key; supply the whole table"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }
}
