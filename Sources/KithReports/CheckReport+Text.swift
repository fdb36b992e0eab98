import KithReturns
import KithRules

extension CheckReport {
  /// The report as a person reads it in a terminal: what was read, what failed by rule, what could not be checked.
  public var text: String {
    ([headline] + (isAcross ? [] : inputLines) + problemLines + firstFixLines + ruleLines + notRunLines + [
      closingSentence
    ])
    .joined(separator: "\n")
  }

  private var firstFixLines: [String] {
    let fixes = FirstFixes(lines()).fixes
    guard !fixes.isEmpty else { return [] }
    let rows = fixes.map { fix in
      [fix.rule, "\(fix.childrenCleared)", "\(fix.children)", book.rule(fix.rule)?.fix ?? ""]
    }
    let table = TextTable(
      [("Rule", .left), ("Clears", .right), ("Children", .right), ("What to do", .left)], rows: rows)
    return ["Fix these first: the rules that clear most children, one after the other"] + table.lines() + [""]
  }

  private var headline: String {
    let now = submission.files.filter { !$0.isLastYear }.count
    let before = submission.files.count - now
    let place = authority.map { " of \($0)" } ?? ""
    if isAcross { return "Compared the \(subject)\(place) for \(yearTitle) with each other or last year's.\n" }
    return "Read the \(subject)\(place) for \(yearTitle)\(submission.isXML ? ", in XML" : ""): "
      + "\(now) \(now == 1 ? "table" : "tables") of the year, \(before) of last year.\n"
  }

  private var inputLines: [String] {
    let rows = submission.files.map { file in
      let notes =
        (file.encoding == .utf8 ? [] : ["read as \(file.encoding.rawValue)"])
        + (file.extraColumns.isEmpty ? [] : ["left aside: " + file.extraColumns.joined(separator: ", ")])
      return [
        file.table.description, file.isLastYear ? "last" : "this", String(file.rows),
        ([file.name] + notes).joined(separator: "; "),
      ]
    }
    let table = TextTable([("Table", .left), ("Year", .left), ("Rows", .right), ("File", .left)], rows: rows)
    let aside = submission.leftAside.isEmpty ? [] : ["No table: \(submission.leftAside.joined(separator: ", "))"]
    return table.lines() + aside + [""]
  }

  private var problemLines: [String] {
    guard !submission.problems.isEmpty else { return [] }
    let rows = submission.problems.prefix(20).map { problem in
      [
        problem.kind.code, problem.file, problem.line.map(String.init) ?? "", problem.field?.description ?? "",
        problem.kind.advice,
      ]
    }
    let more = submission.problems.count - rows.count
    let table = TextTable(
      [("File", .left), ("", .left), ("Line", .right), ("Column", .left), ("What to do", .left)], rows: rows)
    return ["Faults of the files"] + table.lines() + (more > 0 ? ["and \(more) more"] : []) + [""]
  }

  private var ruleLines: [String] {
    guard !check.findings.isEmpty else { return [] }
    let rows = ruleCounts.map { count in
      [
        count.rule.code, count.rule.severity.rawValue, String(count.findings), String(count.children),
        count.rule.message,
      ]
    }
    let table = TextTable(
      [("Rule", .left), ("", .left), ("Findings", .right), ("Children", .right), ("What is wrong", .left)], rows: rows)
    return ["Findings by rule"] + table.lines() + [""]
  }

  private var notRunLines: [String] {
    let whole = check.notRun.filter { $0.table == nil }
    let rows = check.notRun.filter { $0.table != nil }
    guard !check.notRun.isEmpty else { return [] }
    let byReason = Dictionary(grouping: whole, by: \.reason.advice).map { advice, items in
      (codes: items.map { book.rules[$0.rule].code }, advice)
    }
    .sorted { RuleCode($0.codes[0]) < RuleCode($1.codes[0]) }
    let lines = byReason.flatMap { codes, advice in
      TextTable([("", .left), ("", .left)], rows: [["  ", "\(codes.joined(separator: ", ")): \(advice)"]])
        .lines().dropFirst()
    }
    let partly = rows.isEmpty ? [] : ["  \(rows.count) rules on some rows: \(Check.Reason.unreadableDay.advice)"]
    return ["Could not be checked"] + lines + partly + [""]
  }

  /// What was found, in a sentence.
  var closingSentence: String {
    let counts = counts
    return isClean
      ? "Nothing found by \(book.rules.count) rules."
      : "\(counts.findings) findings by \(counts.rules) of \(book.rules.count) rules, on \(counts.rows) rows of "
        + "\(counts.children) children."
  }
}
