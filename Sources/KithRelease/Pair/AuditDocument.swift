import Crypto
import Foundation
import KithDisclosure
import KithTables

/// The audit of a release, as it is kept beside the pair: the range of each withheld count, and the files it is the proof of.
///
/// It does not say which counts are withheld for their own sake: who knows that a count is withheld to protect others
/// knows that it is none of the small ones.
public struct AuditDocument: Codable, Sendable {
  /// A file of the release.
  public struct File: Codable, Hashable, Sendable {
    /// Its name.
    public let file: String
    /// The hash of its bytes.
    public let sha256: String
  }

  /// A withheld count.
  public struct Withheld: Codable, Hashable, Sendable {
    /// The count's name.
    public let count: String
    /// The least that it can be, for all that is shown.
    public let from: Int
    /// The most; left out where there is none.
    public let to: Int?
    /// How that was found.
    public let method: String
    /// Whether it is wide enough.
    public let verdict: String
  }

  /// The release's title.
  public let title: String
  /// What the figures are.
  public let notice: String
  /// The policy's name.
  public let policy: String
  /// What counts are rounded to, by kind of area.
  public let roundedTo: [String: Int]
  /// What percentages and rates are worked out from.
  public let percentagesFrom: String
  /// Whether nobody is real.
  public let synthetic: Bool
  /// The pair.
  public let files: [File]
  /// How many counts were audited, those that no table shows among them.
  public let countsAudited: Int
  /// Whether the audit found every withheld count safe; a release that is not is not written.
  public let safe: Bool
  /// The withheld counts, in the order of the file.
  public let withheld: [Withheld]
  /// What the reader should know.
  public let notices: [String]

  static let fromRounded = "rounded counts"

  init(
    _ release: Release, policy: DisclosurePolicy, notice: String, isSynthetic: Bool,
    files: [(name: String, text: String)],
    notices: [String]
  ) {
    title = release.title
    self.notice = notice
    self.policy = policy.name
    roundedTo = Dictionary(uniqueKeysWithValues: AreaLevel.allCases.map { ($0.rawValue, policy.base($0)) })
    percentagesFrom = policy.derivesFromRounded ? Self.fromRounded : "unrounded counts"
    synthetic = isSynthetic
    self.files = files.map { File(file: $0.name, sha256: Self.hash($0.text)) }
    countsAudited = release.report.countsAudited
    safe = release.report.isSafe
    // What no table shows is left out: to name it would say that it is small.
    withheld = release.report.findings.filter { release.count($0.name) != nil }.map {
      Withheld(
        count: $0.name, from: $0.range.lower, to: $0.range.upper, method: $0.method.rawValue,
        verdict: $0.verdict.rawValue)
    }
    self.notices = notices
  }

  private static func hash(_ text: String) -> String { SHA256.hash(data: Data(text.utf8)).hexadecimal }

  /// The audit as text, a line for each withheld count.
  public var text: String {
    let rounding = AreaLevel.allCases.compactMap { level in
      roundedTo[level.rawValue].flatMap { $0 > 1 ? "\(level.rawValue) counts to the nearest \($0)" : nil }
    }
    let heads = [
      "Disclosure audit: \(title)", notice, "Policy: \(policy)",
      "Rounding: " + (rounding.isEmpty ? "none" : rounding.joined(separator: ", ") + ", half up"),
      "Percentages and rates are worked out from \(percentagesFrom).",
    ]
    let hashes = files.map { "SHA-256 of \($0.file): \($0.sha256)" }
    let verdict =
      "\(countsAudited) counts audited, \(withheld.count) withheld: "
      + (safe ? "no withheld count can be narrowed further than the policy allows." : "not safe.")
    let lines = withheld.map { item in
      "\(item.count): \(item.to.map { "\(item.from) to \($0)" } ?? "\(item.from) or more"), \(item.verdict) (\(item.method))"
    }
    return (heads + hashes + [verdict, ""] + lines + (notices.isEmpty ? [] : ["", "Notices"] + notices))
      .joined(separator: "\n") + "\n"
  }

  /// The audit as a JSON object, its keys in alphabetical order.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("an audit does not encode") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
