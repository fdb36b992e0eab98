import Foundation

/// The machine output of `kith check`: one object of one return, or of both returns of a year.
public struct CheckJSON {
  private let documents: [Document]
  private let across: Document?

  /// The output of these returns' checks and of the check across them. Where there are several, their children are
  /// numbered together, as ``KithReturns/BothReturns`` does.
  public init(_ documents: [Document], across: Document? = nil) {
    self.documents = documents
    self.across = across
  }

  /// The output as one JSON object, in the shape that `docs/json.md` fixes.
  public var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(
        decoding: try encoder.encode(documents.count == 1 && across == nil ? documents[0] : joined), as: UTF8.self)
    }
  }

  /// The checks in one object, in which each input, finding and rule that did not run says its collection where there
  /// are two.
  private var joined: Document {
    let own = documents.count > 1 ? documents.map(\.namingItsCollection) : documents
    let parts = own + (across.map { [$0] } ?? [])
    let scope = parts.map(\.scope).reduce(CheckScope()) { $0.union($1) }
    return Document(
      collection: documents.count > 1 ? "both" : documents.first?.collection ?? "", year: parts.first?.year ?? 0,
      authority: parts.compactMap(\.authority).first, ruleBook: parts.map(\.ruleBook).joined(separator: "; "),
      inputs: own.flatMap(\.inputs), findings: parts.flatMap(\.findings), notRun: parts.flatMap(\.notRun),
      counts: CheckCounts(
        findings: parts.reduce(0) { $0 + $1.counts.findings }, rules: parts.reduce(0) { $0 + $1.counts.rules },
        children: scope.children.count, rows: scope.rows.count),
      scope: scope)
  }
}

extension CheckJSON {
  /// A check as machine output holds it.
  public struct Document: Encodable, Sendable {
    /// The collection's name.
    public let collection: String
    /// The year in which the collection ends.
    public let year: Int
    let authority: String?
    let ruleBook: String
    var inputs: [Input]
    var findings: [Finding]
    var notRun: [NotRun]
    /// How many findings there are, and of what.
    public let counts: CheckCounts
    /// The children and rows with a finding, which is not part of the output.
    let scope: CheckScope

    private enum CodingKeys: String, CodingKey {
      case collection, year, authority, ruleBook, inputs, findings, notRun, counts
    }

    /// The check with its collection named in each part.
    fileprivate var namingItsCollection: Document {
      var named = self
      for i in inputs.indices { named.inputs[i].collection = collection }
      for i in findings.indices {
        named.findings[i].collection = collection
        for j in findings[i].linked.indices { named.findings[i].linked[j].collection = collection }
      }
      for i in notRun.indices { named.notRun[i].collection = collection }
      return named
    }
  }

  struct Input: Encodable {
    let file: String
    let sha256: String
    let table: String
    let rows: Int
    var collection: String?
  }

  struct Place: Encodable {
    let file: String
    let line: Int?
    let column: String?
    let path: String?
  }

  struct Linked: Encodable {
    let table: String
    let row: Int?
    let fields: [String]
    var collection: String?
  }

  struct Finding: Encodable {
    let rule: String
    let severity: String
    let table: String
    let row: Int?
    let fields: [String]
    let place: Place
    var linked: [Linked]
    var collection: String?
  }

  struct NotRun: Encodable {
    let rule: String
    let reason: String
    let table: String?
    let rows: [Int]?
    var collection: String?
  }
}
