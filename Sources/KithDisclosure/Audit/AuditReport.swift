/// What an attacker can make of one withheld count.
public struct AuditFinding: Hashable, Sendable {
  /// Why the count is withheld.
  public enum Role: String, Hashable, Sendable {
    /// The policy withholds it for its own sake, and promises a range.
    case ownSake
    /// It is withheld to protect others.
    case toProtect
  }

  /// How the range was found.
  public enum Method: String, Hashable, Sendable {
    /// Nothing else that is unknown bears on it.
    case direct
    /// By maximum flows.
    case network
    /// By linear programmes, and a search for whole tables.
    case linearProgramme
  }

  /// Whether the range is wide enough.
  public enum Verdict: String, Hashable, Sendable {
    /// The range holds all that the policy promises, and every value of the promise occurs in some whole table.
    case safe
    /// An attacker can narrow it further than the policy allows.
    case narrowed
    /// The range is wide enough in fractions, and it was not shown to be so in whole numbers.
    case notProved
  }

  /// The count's name.
  public let name: String
  /// Why it is withheld.
  public let role: Role
  /// All that an attacker can say of it.
  public let range: KnownRange
  /// How that was found.
  public let method: Method
  /// Whether it is enough.
  public let verdict: Verdict
}

/// What an audit of a publication found: the proof that goes with a release.
///
/// It holds names and ranges, and no withheld count; a range beside a published table tells nothing that the table does not.
public struct AuditReport: Hashable, Sendable {
  /// The publication's title.
  public let title: String
  /// The policy's name.
  public let policy: String
  /// One finding for each withheld count, in the publication's order.
  public let findings: [AuditFinding]
  /// How many counts there are, withheld or not.
  public let countsAudited: Int

  /// Whether no count can be narrowed further than the policy allows.
  public var isSafe: Bool { findings.allSatisfy { $0.verdict == .safe } }

  /// The findings that forbid a release.
  public var failures: [AuditFinding] { findings.filter { $0.verdict != .safe } }

  /// The finding on a count, where it is withheld.
  public subscript(name: String) -> AuditFinding? { findings.first { $0.name == name } }

  /// The report, a line for each finding.
  public var lines: [String] {
    let withheld = findings.count { $0.role == .ownSake }
    return [
      "Disclosure audit: \(title)", "Policy: \(policy)",
      "\(countsAudited) counts; \(withheld) withheld for their own sake, \(findings.count - withheld) to protect them",
      isSafe
        ? "Safe: no withheld count can be narrowed further than the policy allows"
        : "Not safe: \(failures.count) counts",
    ] + findings.map { "\($0.name): \($0.range), \($0.verdict.rawValue) (\($0.method.rawValue))" }
  }
}
