public import KithReturns

/// The outcome of checking a return against a rule book: for each rule, what failed and what could not be checked.
public struct Check: Sendable {
  /// A row that fails a rule.
  public struct Finding: Sendable {
    /// The rule's place in the book.
    public let rule: Int
    /// The row and the fields at fault.
    public let row: RowReference
    /// The rows that fail together with it.
    public let linked: [RowReference]
  }

  /// What could not be checked, and why.
  public struct NotRun: Sendable {
    /// The rule's place in the book.
    public let rule: Int
    /// Why.
    public let reason: Reason
    /// The table of the rows that could not be checked; nil when the rule did not run at all.
    public let table: TableName?
    /// Whether it is last year's table.
    public let isLastYear: Bool
    /// The rows that could not be checked; empty when no row could.
    public let rows: [Int]
  }

  /// Why a rule, or a row, could not be checked.
  public enum Reason: Sendable, Hashable {
    /// A table was not submitted.
    case noTable(TableName)
    /// A file lacks a column.
    case noColumn(TableName, Field)
    /// Last year's table was not given.
    case noLastYear(TableName)
    /// Something besides the return was not supplied.
    case notSupplied(Supply)
    /// A day that the rule consults cannot be read.
    case unreadableDay
  }

  /// What failed, rule by rule in the order of the book and row by row.
  public let findings: [Finding]
  /// What could not be checked, rule by rule.
  public let notRun: [NotRun]
}

extension RuleBook {
  /// Checks a return against every rule of the book; rules run on all processors, and the outcome is in the book's
  /// order whatever the order in which they ended.
  public func check(_ collection: Collection) async -> Check {
    let tasks = Swift.min(rules.count, 16)
    let parts = await withTaskGroup(of: [(Int, [Check.Finding], [Check.NotRun])].self) { group in
      for task in 0..<tasks {
        group.addTask {
          stride(from: task, to: rules.count, by: tasks).map { place in
            let (findings, notRun) = check(place, collection)
            return (place, findings, notRun)
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let ordered = parts.sorted { $0.0 < $1.0 }
    return Check(findings: ordered.flatMap(\.1), notRun: ordered.flatMap(\.2))
  }

  private func check(_ place: Int, _ collection: Collection) -> ([Check.Finding], [Check.NotRun]) {
    let rule = rules[place]
    if let reason = rule.obstacle(in: collection) {
      return ([], [Check.NotRun(rule: place, reason: reason, table: nil, isLastYear: false, rows: [])])
    }
    var findings: [Check.Finding] = []
    var notRun: [Check.NotRun] = []
    for part in rule.parts where part.isGiven(in: collection) {
      let failures = part.failures(collection)
      findings += failures.map { failure in
        let row = RowReference(
          table: part.table, isLastYear: part.isLastYear, row: failure.row, fields: part.fields)
        return Check.Finding(rule: place, row: row, linked: failure.linked)
      }
      let failed = Set(failures.compactMap(\.row))
      let doubtful =
        failures.contains { $0.row == nil }
        ? [] : rule.rowsWithUnreadableDays(of: part, in: collection).filter { !failed.contains($0) }
      if !doubtful.isEmpty {
        notRun.append(
          Check.NotRun(
            rule: place, reason: .unreadableDay, table: part.table, isLastYear: part.isLastYear, rows: doubtful))
      }
    }
    return (findings, notRun)
  }
}

extension RulePart {
  /// Whether the table was submitted: one that was not may hold rows all the same, made for those of others to stand in.
  fileprivate func isGiven(in collection: Collection) -> Bool {
    let source = isLastYear ? collection.lastYear : collection
    return source?.raw(table).isSubmitted == true
  }
}
