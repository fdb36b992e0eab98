/// Areas by two measures at once. It shows an association between areas: not about children, and no cause.
public struct ScatterChart: Chart {
  /// An area.
  public struct Point: Hashable, Sendable {
    let name: String
    let x: ChartValue
    let y: ChartValue
    let isFocus: Bool

    /// An area by its two figures.
    public init(_ name: String, x: ChartValue, y: ChartValue, isFocus: Bool = false) {
      self.name = name
      self.x = x
      self.y = y
      self.isFocus = isFocus
    }
  }

  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The measure across.
  public let acrossTitle: String
  /// The areas.
  public let points: [Point]

  /// Areas by two measures; the head's unit is that of the measure upwards.
  public init(_ head: ChartHead, acrossTitle: String, points: [Point]) {
    self.head = head
    self.acrossTitle = acrossTitle
    self.points = points
  }

  /// What kind of chart it is.
  public var kind: String { "Scatter chart" }

  /// The figures as a table.
  public var table: ChartTable {
    ChartTable(
      "\(head.subject)", ["Area", acrossTitle, head.unit], points.map { [.text($0.name), .value($0.x), .value($0.y)] })
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    var drawing = Drawing(height: 400)
    let x = ChartScale(points.compactMap(\.x.number), fromZero: false)
    let y = ChartScale(points.compactMap(\.y.number), fromZero: false)
    let axes: [String: SpecificationValue] = [
      "x": Channel.number("x", acrossTitle, x, isAcross: true), "y": Channel.number("y", head.unit, y),
      "tooltip": Channel.tooltip,
    ]
    drawing.add(
      ["type": "point", "filled": true, "size": 50, "color": .text(ChartPalette.grey), "opacity": 0.9],
      rows(isFocus: false), axes)
    drawing.add(
      [
        "type": "point", "filled": true, "size": 180, "shape": "diamond", "color": "#F46A25", "stroke": "#0b0c0c",
        "opacity": 1,
      ],
      rows(isFocus: true), axes)
    drawing.add(
      ["type": "text", "align": "left", "dx": 12, "fontWeight": "bold"], rows(isFocus: true),
      axes.merging(["text": Channel.field("name", "nominal")]) { $1 })
    return drawing.specification
  }

  private func rows(isFocus: Bool) -> [[String: SpecificationValue]] {
    points.filter { $0.isFocus == isFocus }.compactMap { point in
      guard let x = point.x.number, let y = point.y.number else { return nil }
      return [
        "x": .number(x), "y": .number(y), "name": .text(point.name),
        "words": .text("\(point.name): \(point.x.text), \(point.y.text)"),
      ]
    }
  }
}
