import KithReports
import KithRules

@testable import KithWeb

extension PageExamples {
  /// Examples of the pages on checks.
  static let check: [any Page] = [
    CheckPage(
      givens: [.init(number: 0, name: "return-2026")],
      earlier: [.init(address: "/check/1", subject: "SSDA903 return, 2025/26", words: "12 findings")],
      years: [.init(value: 2026, words: "2025/26")], authorities: ["301 Barking and Dagenham"], hasGivens: true,
      hasEarlier: true, largest: "500 MB"),
    CheckSummaryPage(
      title: "SSDA903 return, 2025/26", address: "/check/1", source: "3 files", parts: [summaryPart], hasSeveral: true,
      children: 4),
    CheckRulePage(
      title: "Rule 501", subject: "SSDA903 return, 2025/26", address: "/check/1", severity: "error", isError: true,
      message: "A new episode has started before the end date of the previous episode", fix: "Correct one of the days.",
      reason: "Episodes follow each other.", example: "A row.", hasReason: true, hasExample: true,
      lines: [
        .init(
          child: "Z1", childAddress: "/check/1/child/2", isOfChild: true, table: "Episodes of care",
          place: "episodes.csv, line 3", date: "01/05/2025", fields: "DECOM, DEC", who: "North",
          note: "court confirmed",
          standing: "new", noteAddress: "/check/1/part/ssda903/note/0")
      ], pages: PageLinks("/check/1/part/ssda903/rule/501", count: 300, length: 100, page: 2)),
    child,
    CheckReasonPage(address: "/check/1/child/2", log: "access-log.csv", lastReason: "to explain rule 501"),
    CheckNotePage(
      address: "/check/1/part/ssda903/note/0", backAddress: "/check/1/part/ssda903/rule/501", code: "501",
      message: "A new episode has started", child: "Z1", table: "Episodes", date: "01/05/2025", note: "court confirmed",
      kept: "It is kept beside the return."),
    CheckChildrenPage(
      subject: "SSDA903 return, 2025/26", address: "/check/1",
      lines: [.init(child: "Z1", childAddress: "/check/1/child/2", findings: 3)],
      pages: PageLinks("/check/1/children", count: 300, length: 100, page: 2)),
  ]

  private static let child = CheckChildPage(
    title: "Child Z1", subject: "SSDA903 return, 2025/26", address: "/check/1",
    findings: [
      .init(
        code: "501", ruleAddress: "/check/1/part/ssda903/rule/501", table: "Episodes of care (Episodes)",
        fields: "DECOM", message: "A new episode has started", fix: "Correct it.", note: "court confirmed",
        noteAddress: "/check/1/part/ssda903/note/0")
    ], hasFindings: true, drawing: "<svg></svg>",
    events: [.init(kind: "Placements", from: "01/05/2025", to: "goes on", words: "U1: Fostered", isFault: true)],
    hasEvents: true,
    tables: [
      .init(
        heading: "Episodes of care (Episodes)", headings: ["Year", "Line", "DECOM"],
        rows: [.init(year: "this year", line: "3", cells: [.init(text: "01/05/2025", isFault: true, isChanged: true)])])
    ], earlierChild: "/check/1/child/1", laterChild: "/check/1/child/3", reason: "to explain rule 501")

  private static let summaryPart = CheckSummaryPage.Part(
    heading: "SSDA903 return", anchor: "ssda903", sentence: "12 findings.", trend: "1 new.",
    fixes: [
      .init(code: "501", ruleAddress: "/check/1/part/ssda903/rule/501", clears: 2, concerned: 3, what: "Correct it.")
    ],
    rules: [
      .init(
        code: "501", ruleAddress: "/check/1/part/ssda903/rule/501", severity: "error", isError: true, findings: 3,
        concerned: 3, message: "A new episode has started")
    ], teams: [.init(name: "North", findings: 3, sheetAddress: "/check/1/part/ssda903/team/0")],
    files: [.init(table: "Episodes of care (Episodes)", year: "this year", rows: 9, file: "episodes.csv", remark: "-")],
    leftAside: "readme.txt", notChecked: [.init(rules: "141", reason: "no list of providers was given")],
    downloads: "/check/1/part/ssda903", hasTrend: true, hasFixes: true, hasRules: true, hasTeams: true, hasFiles: true,
    hasNotChecked: true, hasLeftAside: true)
}
