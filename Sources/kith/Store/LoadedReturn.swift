import Foundation
import KithReturns
import KithStore

/// What became of one return, in words and for machines.
struct LoadedReturn {
  let request: LoadRequest
  let outcome: LoadOutcome
  let name: String?

  init(_ request: LoadRequest, _ outcome: LoadOutcome, name: String?) {
    self.request = request
    self.outcome = outcome
    self.name = name
  }

  var text: String {
    let what = title(request.collection.rawValue, request.year, request.authority, name)
    let mark = request.isSynthetic ? " (synthetic)" : ""
    switch outcome {
    case .alreadyThere(let id):
      return "\(what)\(mark) is in the store already, from the same files, as submission \(id); nothing was done."
    case .loaded(let id, let version, let rows, let superseded):
      let before = superseded.map { "; it supersedes submission \($0)" } ?? ""
      return "\(what)\(mark) is loaded as submission \(id), version \(version): \(rows) rows, \(findings)\(before)."
    }
  }

  private var findings: String {
    if let extract = request.extract { return "extract \(extract.edition)" }
    guard let check = request.check else { return "not checked" }
    return "\(check.errors) \(check.errors == 1 ? "error" : "errors"), "
      + "\(check.queries) \(check.queries == 1 ? "query" : "queries")"
  }
}

/// `kith load --json`.
struct LoadJSON: Encodable {
  struct Item: Encodable {
    let collection: String
    let year: Int
    let authority: String
    let submission: Int
    let state: String
    let version: Int?
    let rows: Int?
    let supersedes: Int?
    let errors: Int?
    let queries: Int?
  }

  let command = "load"
  let encrypted: Bool
  let submissions: [Item]
  let failures: [String]

  init(encrypted: Bool, _ loaded: [LoadedReturn], _ failures: [String]) {
    self.encrypted = encrypted
    self.failures = failures
    submissions = loaded.map { item in
      let (request, check) = (item.request, item.request.check)
      let collection = request.collection.rawValue
      switch item.outcome {
      case .alreadyThere(let id):
        return Item(
          collection: collection, year: request.year, authority: request.authority, submission: id,
          state: "already there", version: nil, rows: nil, supersedes: nil, errors: nil, queries: nil)
      case .loaded(let id, let version, let rows, let superseded):
        return Item(
          collection: collection, year: request.year, authority: request.authority, submission: id, state: "loaded",
          version: version, rows: rows, supersedes: superseded, errors: check?.errors, queries: check?.queries)
      }
    }
  }

  var text: String { sortedJSON(self) }
}

/// A value as one JSON object with its keys in order.
func sortedJSON(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
}
