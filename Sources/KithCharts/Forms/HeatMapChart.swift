/// Figures of rows and columns, each cell with its figure and a shade by its level.
public struct HeatMapChart: Chart {
  /// A cell.
  public struct Cell: Hashable, Sendable {
    let value: ChartValue
    let level: Int?

    /// A figure, and its level among the chart's; nil for none, and then the cell is white.
    public init(_ value: ChartValue, level: Int?) {
      self.value = value
      self.level = level
    }
  }

  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The heading of the rows.
  public let heading: String
  /// The columns.
  public let columns: [String]
  /// The rows, each with its cells.
  public let rows: [(name: String, cells: [Cell])]
  /// The levels, the darkest first, up to four.
  public let levels: [String]

  /// Cells by row and column.
  public init(
    _ head: ChartHead, heading: String, columns: [String], rows: [(name: String, cells: [Cell])], levels: [String]
  ) {
    self.head = head
    self.heading = heading
    self.columns = columns
    self.rows = rows
    self.levels = Array(levels.prefix(4))
  }

  /// What kind of chart it is.
  public var kind: String { "Heat map" }

  /// The figures as a table.
  public var table: ChartTable {
    ChartTable(
      "\(head.subject), \(head.unit)", [heading] + columns,
      rows.map { row in
        [.text(row.name)] + row.cells.map { .level($0.value, LevelLook.name($0.level, of: levels)) }
      })
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    var drawing = Drawing(width: max(320, Double(columns.count * 64)), height: Double(rows.count * 32))
    var column = Channel.category("column", columns)
    if case .object(var members) = column {
      members["axis"] = [
        "title": .null, "orient": "top", "labelAngle": columns.count > 8 ? -45 : 0, "ticks": false, "domain": false,
      ]
      column = .object(members)
    }
    let axes: [String: SpecificationValue] = ["x": column, "y": Channel.category("row", rows.map(\.name))]
    drawing.add(
      ["type": "rect", "stroke": "white", "strokeWidth": 2], cells,
      axes.merging(["color": LevelLook.colour(levels), "tooltip": Channel.tooltip]) { $1 })
    drawing.add(
      ["type": "text", "fontSize": 12], cells,
      axes.merging(["text": Channel.field("mark", "nominal"), "color": LevelLook.ink]) { $1 })
    return drawing.specification
  }

  private var cells: [[String: SpecificationValue]] {
    rows.flatMap { row in
      zip(columns, row.cells).map { column, cell in
        [
          "row": .text(row.name), "column": .text(column), "ink": .text(LevelLook.ink(cell.level, of: levels)),
          "level": .text(LevelLook.name(cell.level, of: levels)),
          "mark": .text(LevelLook.mark(cell, of: levels)),
          "words": .text("\(row.name), \(column): \(cell.value.text)"),
        ]
      }
    }
  }
}

/// How levels are shaded.
enum LevelLook {
  static let none = "no level"

  static func colour(_ levels: [String]) -> SpecificationValue {
    let shades = levels.indices.map { SpecificationValue.text(ChartPalette.sequence[$0]) } + ["#f3f2f1"]
    // The palest shades are hard to see on white without an edge.
    return Channel.scale(
      "level", levels + [none], shades, hasLegend: true,
      legend: ["symbolType": "square", "symbolStrokeColor": "#595959", "symbolStrokeWidth": 1])
  }

  static func name(_ level: Int?, of levels: [String]) -> String {
    level.flatMap { levels.indices.contains($0) ? levels[$0] : nil } ?? none
  }

  /// The figure, with its level where the level's name is a letter or two, so that the shade is not the only sign.
  static func mark(_ cell: HeatMapChart.Cell, of levels: [String]) -> String {
    let level = name(cell.level, of: levels)
    return level.count <= 2 ? "\(cell.value.shown) \(level)" : cell.value.shown
  }

  /// White on the two dark shades, black on the others.
  static func ink(_ level: Int?, of levels: [String]) -> String { level.map { $0 < 2 } == true ? "#ffffff" : "#0b0c0c" }

  static let ink: SpecificationValue = ["field": "ink", "type": "nominal", "scale": .null]
}
