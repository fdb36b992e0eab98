import KithCharts
import KithDisclosure
import KithStore

/// What is known to be wrong with the latest returns, by rule, as it may be shown.
///
/// A finding may be of a single child, so findings are protected as counts of children are; their totals are in the same publication, so
/// that they do not give a withheld one away.
struct FaultEvidence {
  /// A return with its rules.
  struct Return {
    let name: String
    let submission: StoredSubmission
    let rules: [RuleCount]
  }

  private let returns: [Return]
  private let isInternal: Bool
  private let source: String

  /// Of the latest returns, or of all that the evidence is from.
  init(_ own: OwnEvidence, ofAll isAll: Bool = false) {
    isInternal = own.isInternal
    source =
      own.isInternal
      ? "the check with which each return was loaded, as counted"
      : "the check with which each return was loaded; 1 to 5 withheld, and what protects them"
    let wanted = own.submissions.filter { isAll || $0.year == own.years.last }
    returns = wanted.sorted { ($0.collection, $0.year) < ($1.collection, $1.year) }.map { item in
      let kind = item.collection == "cin" ? "CIN Census" : "SSDA903"
      return Return(
        name: "\(kind) \(OwnEvidence.title(item.year))", submission: item, rules: own.faults[item.id] ?? [])
    }
  }

  /// A line for each return: what stood when it was loaded.
  var lines: [String] {
    returns.map { item in
      guard let book = item.submission.ruleBook else {
        return "\(item.name) was loaded without a check: run kith check before anyone relies on it."
      }
      let figures = figures(item)
      let words = [("errors", "errors"), ("queries", "queries")].map { name, words in
        "\(figures[name]?.text ?? "–") \(words)"
      }
      return "\(item.name): \(words.joined(separator: " and ")) stood when it was loaded (rule book \(book))."
    }
  }

  /// How many errors and queries stood in each return when it was loaded, in order; nil for one that was not checked.
  var totals: [(submission: StoredSubmission, errors: ChartValue?, queries: ChartValue?)] {
    returns.map { item in
      let figures = item.submission.ruleBook == nil ? [:] : figures(item)
      return (item.submission, figures["errors"], figures["queries"])
    }
  }

  /// The rules that were broken most, each with its findings; nil where no return was checked by rule.
  func exhibit(most: Int) -> Exhibit? {
    let all = returns.flatMap { item in
      let figures = figures(item)
      let kind = item.submission.collection == "cin" ? "CIN Census" : "SSDA903"
      return item.rules.map { rule in (kind, rule, figures[Self.name(rule)]) }
    }
    guard !all.isEmpty else { return nil }
    // The order is that of shown figures, so that it says nothing of the withheld.
    let sorted = all.sorted { first, second in
      let (one, two) = (first.2?.number ?? -1, second.2?.number ?? -1)
      return one == two ? (first.0, first.1.rule, first.1.title) < (second.0, second.1.rule, second.1.title) : one > two
    }
    let rows = sorted.prefix(most).map { name, rule, value -> [ChartTable.Cell] in
      [
        .text(rule.rule), .text(Self.shortened(rule.title)), .text(name), .text(rule.isError ? "error" : "query"),
        value.map { .value($0) } ?? .text("–"),
      ]
    }
    let more =
      all.count > most ? " The \(most) with most findings are shown of \(all.count); kith check lists all." : ""
    return Exhibit(
      "\(all.count) rules were broken when the latest returns were loaded.\(more) What was put right since is in a later return.",
      table: ChartTable("Findings by rule", ["Rule", "What it says", "Return", "Kind", "Findings"], rows),
      source: source)
  }

  private static func shortened(_ title: String) -> String {
    title.count > 95 ? title.prefix(92).trimmingSuffix { $0 == " " || $0 == "," } + "…" : title
  }

  private static func name(_ rule: RuleCount) -> String {
    "\(rule.isError ? "error" : "query") \(rule.rule) \(rule.title)"
  }

  /// The findings of each rule and both totals, by name; none where they cannot be protected.
  private func figures(_ item: Return) -> [String: ChartValue] {
    let totals = [("errors", item.submission.errors ?? 0, true), ("queries", item.submission.queries ?? 0, false)]
    let rules = item.rules.map { CountCell(Self.name($0), count: $0.findings) }
    if isInternal {
      let raw = rules + totals.map { CountCell($0.0, count: $0.1) }
      return Dictionary(
        raw.map { ($0.name, ChartValue(Double($0.count), of: Disclosure.internalUse($0.count), places: 0)) },
        uniquingKeysWith: { first, _ in first })
    }
    let relations = totals.compactMap { name, total, isError -> Relation? in
      let parts = item.rules.filter { $0.isError == isError }
      // A return that an earlier version loaded has totals alone.
      guard !parts.isEmpty, parts.reduce(0, { $0 + $1.findings }) == total else { return nil }
      return Relation(total: name, parts: parts.map(Self.name))
    }
    let cells = rules + totals.map { CountCell($0.0, count: $0.1) }
    guard
      let publication = try? Publication(title: item.name, cells: cells, relations: relations),
      let release = try? Disclosure.release(publication, under: .departmentForEducation)
    else { return [:] }
    return Dictionary(
      cells.compactMap { cell in release.count(cell.name).map { (cell.name, ChartValue($0)) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(_ isLeftOut: (Character) -> Bool) -> String {
    var text = String(self)
    while let last = text.last, isLeftOut(last) { text.removeLast() }
    return text
  }
}
