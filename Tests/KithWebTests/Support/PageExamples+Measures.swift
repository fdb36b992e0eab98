@testable import KithWeb

extension PageExamples {
  /// Examples of the pages on measures and on studies.
  static let measures: [any Page] = [
    MeasuresPage(lines: [.init(words: "2025/26 of 301", address: "/measures/2026/301")], hasStore: true),
    MeasureChangePage(
      title: "2025/26 of 301", notice: "Not for release", backAddress: "/measures", lines: [line], looks: 1,
      unavailable: [line], hasUnavailable: true),
    MeasureReasonPage(name: "Children looked after", address: "/measures/2026/301/children/cla_31mar_count"),
    MeasureChildrenPage(title: "Children looked after: 1 of 2", backAddress: "/measures/2026/301", tables: [table]),
    StudiesPage(
      lines: [.init(words: "return.json", address: "/studies/0")],
      reports: [.init(words: "needs.html", address: "/studies/report/0")], hasLines: true, hasReports: true),
    StudyPage(
      title: "Re-referral", notice: "Not for release", remarks: ["Invented"],
      charts: [ShownChart(html: "<figure></figure>")],
      tables: [table]),
  ]

  private static let line = MeasureChangePage.Line(
    name: "Children looked after at 31 March", unit: "number", now: "102", before: "80", difference: "+22",
    isBeyond: true, published: "78 (2024)", neighbours: "90", limits: "60 to 95", isOutside: true,
    missing: "x in 2025", reasons: [.init(count: "+30", why: "started to be looked after in the year")],
    hasReasons: true, childrenAddress: "/measures/2026/301/children/cla_31mar_count")
}
