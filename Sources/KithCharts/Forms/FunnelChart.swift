/// Areas by their size, among the limits within which figures of that size differ by chance and by what all areas differ by.
public struct FunnelChart: Chart {
  /// An area.
  public struct Point: Hashable, Sendable {
    let name: String
    let size: ChartValue
    let value: ChartValue
    let isFocus: Bool

    /// An area, with the people or events that its figure rests on.
    public init(_ name: String, size: ChartValue, value: ChartValue, isFocus: Bool = false) {
      self.name = name
      self.size = size
      self.value = value
      self.isFocus = isFocus
    }
  }

  /// The limits at a size.
  public struct Limits: Hashable, Sendable {
    let size: Double
    let inner: ClosedRange<Double>
    let outer: ClosedRange<Double>

    /// The limits that hold 95 and 99.8 of 100 figures of a size.
    public init(size: Double, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
      self.size = size
      self.inner = inner
      self.outer = outer
    }
  }

  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// What the size is: "Children aged 0 to 17".
  public let sizeTitle: String
  /// The areas.
  public let points: [Point]
  /// The limits, at the areas' sizes.
  public let limits: [Limits]
  /// The figure of all areas together.
  public let baseline: ChartReference

  /// Areas among limits.
  public init(
    _ head: ChartHead, sizeTitle: String, points: [Point], limits: [Limits], baseline: ChartReference
  ) {
    self.head = head
    self.sizeTitle = sizeTitle
    self.points = points
    self.limits = limits.sorted { $0.size < $1.size }
    self.baseline = baseline
  }

  /// What kind of chart it is.
  public var kind: String { "Funnel chart" }

  /// The figures as a table.
  public var table: ChartTable {
    ChartTable(
      "\(head.subject), \(head.unit)", ["Area", sizeTitle, head.unit],
      points.map { [.text($0.name), .value($0.size), .value($0.value)] }
        + [[.text(baseline.name), .text(""), .value(baseline.value)]])
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    var drawing = Drawing(height: 380)
    let y = ChartScale(
      points.compactMap(\.value.number) + limits.flatMap { [$0.inner.lowerBound, $0.inner.upperBound] })
    let x = ChartScale(points.compactMap(\.size.number))
    let axes: [String: SpecificationValue] = [
      "x": Channel.number("size", sizeTitle, x, isAcross: true), "y": Channel.number("value", head.unit, y),
    ]
    for (field, dash) in [("outer", [2, 3]), ("inner", [8, 4])] as [(String, [Double])] {
      for end in ["lower", "upper"] {
        drawing.add(
          [
            "type": "line", "clip": true, "color": .text(ChartPalette.axis),
            "strokeDash": .list(dash.map { .number($0) }),
          ],
          limitRows(field, end), axes)
      }
    }
    addPoints(to: &drawing, axes)
    return drawing.specification
  }

  private func addPoints(to drawing: inout Drawing, _ axes: [String: SpecificationValue]) {
    let line: [[String: SpecificationValue]] = [
      ["value": .maybe(baseline.value.number), "mark": .text("\(baseline.name) \(baseline.value.text)")]
    ]
    drawing.add(["type": "rule", "color": .text(ChartPalette.axis)], line, ["y": axes["y"] ?? .null])
    drawing.add(
      ["type": "point", "filled": true, "size": 50, "color": .text(ChartPalette.grey), "opacity": 0.9],
      pointRows(isFocus: false), axes.merging(["tooltip": Channel.tooltip]) { $1 })
    drawing.add(
      [
        "type": "point", "filled": true, "size": 180, "shape": "diamond", "color": "#F46A25", "stroke": "#0b0c0c",
        "opacity": 1,
      ],
      pointRows(isFocus: true), axes.merging(["tooltip": Channel.tooltip]) { $1 })
    drawing.add(
      ["type": "text", "align": "left", "dx": 12, "fontWeight": "bold"], pointRows(isFocus: true),
      axes.merging(["text": Channel.field("name", "nominal")]) { $1 })
    drawing.add(
      ["type": "text", "align": "right", "baseline": "bottom", "dy": -3], line,
      [
        "x": Channel.value(.number(drawing.width)), "y": Channel.field("value"),
        "text": Channel.field("mark", "nominal"),
      ])
  }

  private func limitRows(_ field: String, _ end: String) -> [[String: SpecificationValue]] {
    limits.map { limit in
      let range = field == "outer" ? limit.outer : limit.inner
      return ["size": .number(limit.size), "value": .number(end == "lower" ? range.lowerBound : range.upperBound)]
    }
  }

  private func pointRows(isFocus: Bool) -> [[String: SpecificationValue]] {
    points.filter { $0.isFocus == isFocus }.compactMap { point in
      guard let size = point.size.number, let value = point.value.number else { return nil }
      return [
        "size": .number(size), "value": .number(value), "name": .text(point.name),
        "words": .text("\(point.name): \(point.value.text)"),
      ]
    }
  }
}
