import KithDisclosure

/// Figures over periods, a line for each series, with intervals as bands.
///
/// A line breaks where a figure is withheld, whose symbol stands at the foot, and where the series is not comparable with what stands before.
public struct LineChart: Chart {
  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The periods, oldest first.
  public let periods: [String]
  /// The lines.
  public let series: [ChartSeries]
  /// Where the series are not comparable with what stands before.
  public let breaks: [SeriesBreak]
  /// Lines across the chart.
  public let references: [ChartReference]
  /// Whether the axis starts at 0.
  public let startsAtZero: Bool

  /// A line for each series. Beyond four series the ones in focus have colours and the others are grey.
  public init(
    _ head: ChartHead, periods: [String], series: [ChartSeries], breaks: [SeriesBreak] = [],
    references: [ChartReference] = [], startsAtZero: Bool = true
  ) {
    self.head = head
    self.periods = periods
    self.series = series
    self.breaks = breaks
    self.references = references
    self.startsAtZero = startsAtZero
  }

  /// What kind of chart it is.
  public var kind: String { "Line chart" }

  /// The figures as a table.
  public var table: ChartTable {
    let lines = series.map { series in
      [ChartTable.Cell.text(series.name)] + periods.indices.map { Self.cell(series.value($0)) }
    }
    let across = references.map { reference in
      [ChartTable.Cell.text(reference.name)] + periods.map { _ in .value(reference.value) }
    }
    return ChartTable("\(head.subject), \(head.unit)", [""] + periods, lines + across)
  }

  static func cell(_ value: ChartValue?) -> ChartTable.Cell { value.map { .value($0) } ?? .text("–") }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    let look = SeriesLook(series, isLabelled: true)
    let scale = ChartScale(numbers, fromZero: startsAtZero)
    let axes: [String: SpecificationValue] = [
      "x": Channel.category("period", periods), "y": Channel.number("value", head.unit, scale),
    ]
    var drawing = Drawing()
    drawing.add(["type": "area", "opacity": 0.18], bandRows, axes.merging(bandChannels(look)) { $1 })
    drawing.add(
      ["type": "rule", "strokeDash": [6, 4], "color": .text(ChartPalette.axis)], referenceRows,
      ["y": axes["y"] ?? .null])
    drawing.add(
      ["type": "line", "strokeWidth": 3], look.grey(lineRows, isGrey: true), axes.merging(look.greyLine) { $1 })
    drawing.add(["type": "line", "strokeWidth": 3], look.grey(lineRows, isGrey: false), axes.merging(look.line) { $1 })
    drawing.add(
      ["type": "point", "filled": true, "size": 60, "opacity": 1], look.grey(lineRows, isGrey: false),
      axes.merging(look.point) { $1 })
    addWords(to: &drawing, axes, scale)
    return drawing.specification
  }

  private var numbers: [Double] {
    let values = series.flatMap(\.values).compactMap { $0 } + references.map(\.value)
    return values.compactMap(\.number) + values.compactMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] }
  }

  private func addWords(to drawing: inout Drawing, _ axes: [String: SpecificationValue], _ scale: ChartScale) {
    drawing.add(
      ["type": "text", "dx": 10, "align": "left", "limit": 180], labelRows(scale),
      ["x": axes["x"] ?? .null, "y": Channel.field("label"), "text": Channel.field("series", "nominal")])
    drawing.add(
      ["type": "text", "dy": -4, "baseline": "bottom"], symbolRows,
      ["x": axes["x"] ?? .null, "y": Channel.value(.number(drawing.height)), "text": Channel.field("mark", "nominal")])
    drawing.add(
      ["type": "text", "align": "left", "baseline": "bottom", "dy": -4, "color": .text(ChartPalette.axis)],
      referenceRows,
      ["x": Channel.value(4), "y": Channel.field("value"), "text": Channel.field("series", "nominal")])
    drawing.add(
      ["type": "rule", "strokeDash": [2, 3], "color": .text(ChartPalette.axis)], breakRows,
      ["x": ["field": "period", "type": "nominal", "bandPosition": 0]])
    drawing.add(
      ["type": "text", "align": "left", "baseline": "top", "dx": 4, "color": .text(ChartPalette.axis)], breakRows,
      [
        "x": ["field": "period", "type": "nominal", "bandPosition": 0], "y": Channel.value(0),
        "text": Channel.field("words", "nominal"),
      ])
  }
}

extension LineChart {
  typealias Row = [String: SpecificationValue]

  /// The points that have a number; a withheld point, and a break, start another segment of the line.
  private var lineRows: [Row] {
    series.flatMap { series -> [Row] in
      var segment = 0
      return periods.indices.compactMap { place -> Row? in
        if breaks.contains(where: { $0.period == periods[place] }) { segment += 1 }
        guard let value = series.value(place), let number = value.number else {
          segment += 1
          return nil
        }
        return [
          "period": .text(periods[place]), "series": .text(series.name), "value": .number(number),
          "segment": .text("\(series.name) \(segment)"),
          "words": .text("\(series.name), \(periods[place]): \(value.text)"),
          "lower": .maybe(value.interval?.lowerBound), "upper": .maybe(value.interval?.upperBound),
        ]
      }
    }
  }

  private var bandRows: [Row] { lineRows.filter { $0["lower"] != .null } }

  private func bandChannels(_ look: SeriesLook) -> Row {
    [
      "y": Channel.field("lower"), "y2": ["field": "upper"], "detail": Channel.field("segment", "nominal"),
      "color": look.colour,
    ]
  }

  private var symbolRows: [Row] {
    series.flatMap { series in
      periods.indices.compactMap { place -> Row? in
        guard let value = series.value(place), value.number == nil else { return nil }
        return ["period": .text(periods[place]), "mark": .text(value.mark)]
      }
    }
  }

  private var referenceRows: [Row] {
    references.compactMap { reference in
      reference.value.number.map {
        ["value": .number($0), "series": .text("\(reference.name) \(reference.value.text)")]
      }
    }
  }

  private var breakRows: [Row] {
    breaks.filter { periods.contains($0.period) }.map { ["period": .text($0.period), "words": .text($0.words)] }
  }

  /// The names of the series beside the last point of each, moved apart.
  private func labelRows(_ scale: ChartScale) -> [Row] {
    let named = series.count <= 4 ? series : series.filter(\.isFocus)
    let ends = named.compactMap { series -> (String, Int, Double)? in
      guard let last = periods.indices.last(where: { series.value($0)?.number != nil }),
        let number = series.value(last)?.number
      else { return nil }
      return (series.name, last, number)
    }
    let heights = scale.apart(ends.map(\.2), height: 320)
    return zip(ends, heights).map { end, height in
      ["period": .text(periods[end.1]), "label": .number(height), "series": .text(end.0)]
    }
  }
}
