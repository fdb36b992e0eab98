import KithReturns
public import KithRules

/// A finding as a report lists it: the rule, the row, the child, who can put it right, and what was said of it before.
public struct FindingLine: Sendable {
  /// The rule's code.
  public let rule: String
  /// How serious it is.
  public let severity: Severity
  /// The table, as `Episodes`, or `Episodes_last` for last year's.
  public let table: String
  /// The file's name.
  public let file: String
  /// The line in the file, from 1; nil when the finding is of the whole file.
  public let line: Int?
  /// The row's position in its table, from 0; nil when the finding is of no row.
  public let row: Int?
  /// The authority's identifier of the child; empty when the finding is of no child.
  public let child: String
  /// The day, as submitted, that tells the row from the child's others; empty where a child has one row.
  public let date: String
  /// The fields at fault.
  public let fields: [String]
  /// What is wrong.
  public let message: String
  /// What to change.
  public let fix: String
  /// The team that can put it right; empty when it is not known.
  public let team: String
  /// The worker who can put it right; empty when it is not known.
  public let worker: String
  /// The explanation accepted earlier; empty when there is none.
  public let note: String
  /// Whether the last run had the finding; nil when no last run was given.
  public let wasThere: Bool?

  /// What makes two findings of two runs the same.
  public var key: FindingKey { FindingKey(rule: rule, table: table, child: child, date: date) }
}

/// What makes two findings the same from run to run and from year to year: never a position in a file.
public struct FindingKey: Hashable, Sendable {
  /// The rule's code.
  public let rule: String
  /// The table.
  public let table: String
  /// The authority's identifier of the child.
  public let child: String
  /// The day that tells the row from the child's others.
  public let date: String

  /// The key of a finding.
  public init(rule: String, table: String, child: String, date: String) {
    self.rule = rule
    self.table = table
    self.child = child
    self.date = date
  }
}

/// What a user may supply to make findings more useful.
public struct FindingContext: Sendable {
  /// The explanations accepted earlier.
  public var notes: Notes
  /// Who works with which child.
  public var teams: Teams
  /// The findings of the last run; nil when none was given.
  public var lastRun: LastRun?

  /// A context of these.
  public init(notes: Notes = Notes(), teams: Teams = Teams(), lastRun: LastRun? = nil) {
    self.notes = notes
    self.teams = teams
    self.lastRun = lastRun
  }
}

extension CheckReport {
  /// Every finding as a report lists it, in the order of the rule book.
  public func lines(_ context: FindingContext = FindingContext()) -> [FindingLine] {
    submission.problems.map(line) + check.findings.map { line($0, context) }
  }

  private func line(_ problem: ReadingProblem) -> FindingLine {
    FindingLine(
      rule: problem.kind.code, severity: problem.kind.severity,
      table: problem.table.description + (problem.isLastYear ? "_last" : ""), file: problem.file, line: problem.line,
      row: problem.row, child: "", date: "", fields: problem.field.map { [$0.description] } ?? [],
      message: problem.kind.advice, fix: "", team: "", worker: "", note: "", wasThere: nil)
  }

  private func line(_ finding: Check.Finding, _ context: FindingContext) -> FindingLine {
    let rule = book.rules[finding.rule]
    let row = finding.row
    let source = row.isLastYear ? collection.lastYear ?? collection : collection
    let raw = source.raw(row.table)
    let number = row.row.flatMap { source.order(row.table)?.child(ofRow: $0) } ?? -1
    let child = source.childID(number, in: row.table)
    let date = row.row.flatMap { row in source.keyDate(of: finding.row.table).flatMap { raw.text($0, row: row) } } ?? ""
    let table = row.table.description + (row.isLastYear ? "_last" : "")
    let key = FindingKey(rule: rule.code, table: table, child: child, date: date)
    let place = context.teams[child]
    return FindingLine(
      rule: rule.code, severity: rule.severity, table: table, file: raw.file, line: row.row.flatMap(raw.line),
      row: row.row, child: child, date: date, fields: row.fields.map(\.description), message: rule.message,
      fix: rule.fix, team: place?.team ?? "", worker: place?.worker ?? source.worker(ofChild: number) ?? "",
      note: context.notes[key] ?? "", wasThere: context.lastRun?.contains(key))
  }
}
