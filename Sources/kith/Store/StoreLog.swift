import KithStore

/// What `kith store log` prints.
struct StoreLog {
  let warning: String?
  let submissions: [StoredSubmission]
  let entries: [AccessLogEntry]

  var text: String {
    let lines = submissions.map { item -> String in
      let what = title(item.collection, item.year, item.authority, item.authorityName)
      let mark = item.isSynthetic ? ", synthetic" : ""
      let check = item.ruleBook.map { "; \(item.errors ?? 0) errors, \(item.queries ?? 0) queries (\($0))" } ?? ""
      return "\(item.id)  \(what)\(mark), version \(item.version), \(item.state): \(item.rows) rows"
        + (check.isEmpty ? "; not checked" : check) + (item.supersedes.map { "; supersedes \($0)" } ?? "")
    }
    let log = entries.map { entry in
      "\(entry.number)  \(entry.action): \(entry.detail)" + (entry.asOf.isEmpty ? "" : " (\(entry.asOf))")
    }
    let seal = entries.last.map { ["The log ends with the hash \($0.hash)."] } ?? []
    return ((warning.map { [$0] } ?? []) + ["Submissions"] + lines + ["Log"] + log + seal).joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "store log"
    let encrypted: Bool
    let submissions: [Submission]
    let log: [Line]

    struct Submission: Encodable {
      let submission: Int
      let collection: String
      let year: Int
      let authority: String
      let version: Int
      let state: String
      let supersedes: Int?
      let rows: Int
      let ruleBook: String?
      let errors: Int?
      let queries: Int?
      let synthetic: Bool
      let asOf: String?
      let sha256: String
    }

    struct Line: Encodable {
      let number: Int
      let action: String
      let detail: String
      let asOf: String
      let sha256: String
    }
  }

  var json: JSON {
    JSON(
      encrypted: warning == nil,
      submissions: submissions.map { item in
        .init(
          submission: item.id, collection: item.collection, year: item.year, authority: item.authority,
          version: item.version, state: item.state, supersedes: item.supersedes, rows: item.rows,
          ruleBook: item.ruleBook, errors: item.errors, queries: item.queries, synthetic: item.isSynthetic,
          asOf: item.asOf, sha256: item.filesHash)
      },
      log: entries.map {
        .init(number: $0.number, action: $0.action, detail: $0.detail, asOf: $0.asOf, sha256: $0.hash)
      })
  }
}
