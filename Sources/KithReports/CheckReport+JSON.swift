import Foundation
import KithReturns
import KithRules

extension CheckReport {
  /// The report as one JSON object, in the shape that `docs/json.md` fixes.
  public var json: String {
    get throws { try CheckJSON([document]).text }
  }

  /// The report as machine output holds it.
  public var document: CheckJSON.Document {
    CheckJSON.Document(
      collection: isAcross ? acrossCollection : collectionName, year: book.year, authority: authority,
      ruleBook: "\(collectionName) \(yearTitle), \(book.rules.count) rules",
      inputs: submission.files.map { file in
        .init(
          file: file.name, sha256: file.sha256, table: name(file.table, isLast: file.isLastYear), rows: file.rows,
          collection: file.table.collection?.rawValue)
      },
      findings: submission.problems.map(finding) + check.findings.map(finding),
      notRun: check.notRun.map { item in
        .init(
          rule: book.rules[item.rule].code, reason: item.reason.advice, table: item.table?.name,
          rows: item.rows.isEmpty ? nil : item.rows,
          collection: book.rules[item.rule].parts.first?.table.collection?.rawValue)
      },
      counts: counts, scope: scope)
  }

  private var acrossCollection: String {
    Set(submission.files.map(\.table.collection)).count > 1 ? "both" : CollectionKind.inNeed.rawValue
  }

  private func finding(_ problem: ReadingProblem) -> CheckJSON.Finding {
    .init(
      rule: problem.kind.code, severity: problem.kind.severity.rawValue,
      table: name(problem.table, isLast: problem.isLastYear), row: problem.row,
      fields: problem.field.map { [$0.description] } ?? [],
      place: .init(
        file: problem.file, line: problem.line, column: problem.path == nil ? problem.field?.description : nil,
        path: problem.path), linked: [])
  }

  private func finding(_ finding: Check.Finding) -> CheckJSON.Finding {
    let row = finding.row
    let raw = row.isLastYear ? collection.lastYear?.raw(row.table) : collection.raw(row.table)
    let path = row.row == nil ? nil : raw?.path(of: row.fields.first)
    return .init(
      rule: book.rules[finding.rule].code, severity: book.rules[finding.rule].severity.rawValue,
      table: name(row.table, isLast: row.isLastYear), row: row.row, fields: row.fields.map(\.description),
      place: .init(
        file: raw?.file ?? "", line: row.row.flatMap { raw?.line(ofRow: $0) },
        column: path == nil ? row.fields.first?.description : nil, path: path),
      linked: finding.linked.map { linked in
        .init(
          table: name(linked.table, isLast: linked.isLastYear), row: linked.row,
          fields: linked.fields.map(\.description), collection: linked.table.collection?.rawValue)
      }, collection: row.table.collection?.rawValue)
  }

  private func name(_ table: TableName, isLast: Bool) -> String { table.name + (isLast ? "_last" : "") }

}
