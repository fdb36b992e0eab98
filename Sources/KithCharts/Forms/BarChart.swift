/// Figures of categories as bars that lie across, with intervals as whiskers and the figure at each bar's end.
public struct BarChart: Chart {
  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The categories, the first at the top.
  public let categories: [String]
  /// The series; several stand beside each other in each category.
  public let series: [ChartSeries]
  /// A line across the bars.
  public let reference: ChartReference?
  /// The heading of the categories.
  public let heading: String

  /// Bars of one series or of up to four.
  public init(
    _ head: ChartHead, heading: String, categories: [String], series: [ChartSeries], reference: ChartReference? = nil
  ) {
    self.head = head
    self.heading = heading
    self.categories = categories
    self.series = series
    self.reference = reference
  }

  /// What kind of chart it is.
  public var kind: String { "Bar chart" }
  /// The figures as a table.
  public var table: ChartTable { CategoryRows(self).table }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    let rows = CategoryRows(self)
    var drawing = rows.drawing
    drawing.add(
      ["type": "bar", "stroke": "#0b0c0c", "strokeWidth": 0.5], rows.drawn,
      rows.axes.merging(["color": rows.colour, "tooltip": Channel.tooltip, "x2": ["datum": 0]]) { $1 })
    drawing.add(["type": "rule", "color": "#0b0c0c", "strokeWidth": 2], rows.limits, rows.whiskers)
    drawing.add(["type": "text", "align": "left", "dx": 6], rows.words, rows.wordChannels)
    rows.addReference(reference, to: &drawing)
    return drawing.specification
  }
}

/// Figures of categories as dots with their intervals.
public struct DotChart: Chart {
  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The categories, the first at the top.
  public let categories: [String]
  /// The series, up to four, each of its own shape.
  public let series: [ChartSeries]
  /// A line across the dots, such as England's figure.
  public let reference: ChartReference?
  /// The heading of the categories.
  public let heading: String
  /// Whether the axis starts at 0.
  public let startsAtZero: Bool

  /// Dots of one series or of up to four.
  public init(
    _ head: ChartHead, heading: String, categories: [String], series: [ChartSeries], reference: ChartReference? = nil,
    startsAtZero: Bool = true
  ) {
    self.head = head
    self.heading = heading
    self.categories = categories
    self.series = series
    self.reference = reference
    self.startsAtZero = startsAtZero
  }

  /// What kind of chart it is.
  public var kind: String { "Dot chart" }
  /// The figures as a table.
  public var table: ChartTable { CategoryRows(self).table }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    let rows = CategoryRows(self)
    var drawing = rows.drawing
    drawing.add(["type": "rule", "color": .text(ChartPalette.axis), "strokeWidth": 2], rows.limits, rows.whiskers)
    drawing.add(
      ["type": "point", "filled": true, "size": 110, "opacity": 1], rows.drawn,
      rows.axes.merging(["color": rows.colour, "shape": rows.shape, "tooltip": Channel.tooltip]) { $1 })
    drawing.add(["type": "text", "align": "left", "dx": 8, "dy": -9, "fontSize": 12], rows.words, rows.wordChannels)
    rows.addReference(reference, to: &drawing)
    return drawing.specification
  }
}
