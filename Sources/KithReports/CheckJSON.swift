import Foundation

/// The machine output of `kith check`: one object of one return, or of both returns of a year.
public struct CheckJSON {
  private let documents: [Document]

  /// The output of these returns' checks.
  public init(_ documents: [Document]) { self.documents = documents }

  /// The output as one JSON object, in the shape that `docs/json.md` fixes.
  public var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(documents.count == 1 ? documents[0] : both), as: UTF8.self)
    }
  }

  /// The returns in one object, in which each input, finding and rule that did not run says its collection.
  private var both: Document {
    let parts = documents.map(\.namingItsCollection)
    let counts = parts.map(\.counts)
    return Document(
      collection: "both", year: parts.first?.year ?? 0, authority: parts.compactMap(\.authority).first,
      ruleBook: parts.map(\.ruleBook).joined(separator: "; "), inputs: parts.flatMap(\.inputs),
      findings: parts.flatMap(\.findings), notRun: parts.flatMap(\.notRun),
      counts: CheckCounts(
        findings: counts.reduce(0) { $0 + $1.findings }, rules: counts.reduce(0) { $0 + $1.rules },
        children: counts.reduce(0) { $0 + $1.children }, rows: counts.reduce(0) { $0 + $1.rows }))
  }
}

extension CheckJSON {
  /// A check as machine output holds it.
  public struct Document: Encodable, Sendable {
    /// The collection's name.
    public let collection: String
    let year: Int
    let authority: String?
    let ruleBook: String
    var inputs: [Input]
    var findings: [Finding]
    var notRun: [NotRun]
    /// How many findings there are, and of what.
    public let counts: CheckCounts

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
