import Mustache

@testable import KithWeb

extension PageExamples {
  /// Examples of the pages on comparisons.
  static let compare: [any Page] = [
    CompareStartPage(sources: ["LAIT: 446 measures up to 2025"], form: form), CompareEmptyPage(),
    CompareView(
      title: "Children looked after", subject: "LAIT",
      ways: [.init(words: "Rank and map", address: "/compare/list", isCurrent: true)], form: form,
      sentences: ["Barnsley is above England."], tables: [table], charts: [ShownChart(html: "<figure></figure>")],
      remarks: ["c: withheld"], dataAddress: "/compare/data.csv", ownAddress: "/compare/own?la=301"),
  ]

  private static let form = CompareForm(
    action: "/compare/topic",
    choices: [
      .init(
        "la", "Local authority",
        [.init(words: "London", options: [.init(value: "301", words: "Barking and Dagenham", isChosen: true)])],
        hint: "Hold Ctrl.", takesSeveral: true)
    ], button: "Show")

  /// A table with a link in the heading of its row and in a cell.
  static let table = ShownTable(
    "Latest figures", ["Measure", "Value"],
    rows: [(cells: [.link("Rate", "/compare/measure"), .link("72", "/compare/list")], isFocus: true)])

  /// Values that answer tags by themselves.
  static let answering: [any MustacheParent & Sendable] = [
    Choice.Option(value: "301", words: "Barking and Dagenham", isChosen: true), table.rows[0], table.rows[0].first,
    ShownTable.Cell.number("72"),
  ]
}
