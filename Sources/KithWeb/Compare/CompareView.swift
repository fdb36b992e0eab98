/// A page on comparisons: the choices, what they give in words, tables and charts.
struct CompareView: Page {
  static let template = "compare-view"
  static let part = SitePart.compare

  /// A way to another view of the same choices.
  struct Way: Sendable {
    let words: String
    let address: String
    let isCurrent: Bool
  }

  let title: String
  let subject: String
  let ways: [Way]
  let form: CompareForm
  let sentences: [String]
  let tables: [ShownTable]
  let charts: [ShownChart]
  let remarks: [String]
  let dataAddress: String
  let ownAddress: String
}

/// A chart with its table, as HTML that `KithCharts` has made.
struct ShownChart: Sendable {
  let html: String
}

/// A table of a page.
struct ShownTable: Sendable {
  /// A heading of a column.
  struct Heading: Sendable {
    let words: String
    let isNumber: Bool
  }

  /// A cell.
  struct Cell: Sendable {
    let text: String
    let link: String?
    let isNumber: Bool

    static func text(_ text: String) -> Cell { Cell(text: text, link: nil, isNumber: false) }
    static func number(_ text: String) -> Cell { Cell(text: text, link: nil, isNumber: true) }
    static func link(_ text: String, _ address: String) -> Cell { Cell(text: text, link: address, isNumber: false) }
  }

  /// A row; its first cell is its heading.
  struct Row: Sendable {
    let first: Cell
    let cells: [Cell]
    let isFocus: Bool
  }

  let caption: String
  let headings: [Heading]
  let rows: [Row]

  /// A table whose columns' headings are those of figures where the cells beneath are.
  init(_ caption: String, _ headings: [String], rows: [(cells: [Cell], isFocus: Bool)]) {
    self.caption = caption
    self.headings = headings.enumerated().map { place, words in
      Heading(words: words, isNumber: rows.first.map { place < $0.cells.count && $0.cells[place].isNumber } ?? false)
    }
    self.rows = rows.map { Row(first: $0.cells[0], cells: Array($0.cells.dropFirst()), isFocus: $0.isFocus) }
  }
}

/// The choices of a page on comparisons, as a form whose sending is an address that restores them.
struct CompareForm: Sendable {
  /// Something to choose.
  struct Option: Sendable {
    let value: String
    let words: String
    let isChosen: Bool
  }

  /// Options that stand together.
  struct Group: Sendable {
    let words: String
    let options: [Option]
  }

  /// A list to choose from.
  struct Choice: Sendable {
    let name: String
    let label: String
    let hint: String
    let groups: [Group]
    let takesSeveral: Bool
    let hasHint: Bool

    init(
      _ name: String, _ label: String, _ groups: [Group], hint: String = "", takesSeveral: Bool = false
    ) {
      self.name = name
      self.label = label
      self.hint = hint
      self.groups = groups
      self.takesSeveral = takesSeveral
      hasHint = !hint.isEmpty
    }
  }

  let action: String
  let choices: [Choice]
  let button: String
}
