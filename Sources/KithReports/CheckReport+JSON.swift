import Foundation
import KithReturns
import KithRules

extension CheckReport {
  /// The report as one JSON object, in the shape that `docs/json.md` fixes.
  public var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(document), as: UTF8.self)
    }
  }

  private var document: CheckDocument {
    CheckDocument(
      collection: collectionName, year: book.year, authority: authority,
      ruleBook: "\(collectionName) \(yearTitle), \(book.rules.count) rules",
      inputs: submission.files.map { file in
        .init(file: file.name, sha256: file.sha256, table: name(file.table, isLast: file.isLastYear), rows: file.rows)
      },
      findings: submission.problems.map(finding) + check.findings.map(finding),
      notRun: check.notRun.map { item in
        .init(
          rule: book.rules[item.rule].code, reason: item.reason.advice, table: item.table?.description,
          rows: item.rows.isEmpty ? nil : item.rows)
      },
      counts: counts)
  }

  private func finding(_ problem: ReadingProblem) -> CheckDocument.Finding {
    .init(
      rule: problem.kind.code, severity: problem.kind.severity.rawValue,
      table: name(problem.table, isLast: problem.isLastYear), row: problem.row,
      fields: problem.field.map { [$0.description] } ?? [],
      place: .init(file: problem.file, line: problem.line, column: problem.field?.description), linked: [])
  }

  private func finding(_ finding: Check.Finding) -> CheckDocument.Finding {
    let row = finding.row
    let raw = row.isLastYear ? collection.lastYear?.raw(row.table) : collection.raw(row.table)
    return .init(
      rule: book.rules[finding.rule].code, severity: book.rules[finding.rule].severity.rawValue,
      table: name(row.table, isLast: row.isLastYear), row: row.row, fields: row.fields.map(\.description),
      place: .init(
        file: raw?.file ?? "", line: raw.map { Int($0.lines[row.row]) }, column: row.fields.first?.description),
      linked: finding.linked.map { linked in
        .init(
          table: name(linked.table, isLast: linked.isLastYear), row: linked.row,
          fields: linked.fields.map(\.description))
      })
  }

  private func name(_ table: TableName, isLast: Bool) -> String { table.description + (isLast ? "_last" : "") }

  private typealias CheckDocument = JSONCheckDocument<Counts>
}

/// The shape of `kith check --json`.
private struct JSONCheckDocument<Counts: Encodable>: Encodable {
  struct Input: Encodable {
    let file: String
    let sha256: String
    let table: String
    let rows: Int
  }

  struct Place: Encodable {
    let file: String
    let line: Int?
    let column: String?
  }

  struct Linked: Encodable {
    let table: String
    let row: Int
    let fields: [String]
  }

  struct Finding: Encodable {
    let rule: String
    let severity: String
    let table: String
    let row: Int?
    let fields: [String]
    let place: Place
    let linked: [Linked]
  }

  struct NotRun: Encodable {
    let rule: String
    let reason: String
    let table: String?
    let rows: [Int]?
  }

  let collection: String
  let year: Int
  let authority: String?
  let ruleBook: String
  let inputs: [Input]
  let findings: [Finding]
  let notRun: [NotRun]
  let counts: Counts
}
