/// Rates by deprivation from the most deprived to the least, with intervals, and the gradient that was fitted to them.
public struct GradientChart: Chart {
  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The groups, the most deprived first.
  public let groups: [String]
  /// The rates, one series or several.
  public let series: [ChartSeries]
  /// The fitted rates at the groups; empty for none.
  public let fitted: [ChartValue]

  /// Rates by group, and what was fitted.
  public init(_ head: ChartHead, groups: [String], series: [ChartSeries], fitted: [ChartValue] = []) {
    self.head = head
    self.groups = groups
    self.series = series
    self.fitted = fitted
  }

  /// What kind of chart it is.
  public var kind: String { "Gradient" }

  /// The figures as a table.
  public var table: ChartTable {
    let fit = fitted.isEmpty ? [] : [ChartSeries("Fitted gradient", fitted)]
    return ChartTable(
      "\(head.subject), \(head.unit)", ["Group"] + (series + fit).map(\.name),
      groups.indices.map { place in
        [.text(groups[place])] + (series + fit).map { LineChart.cell($0.value(place)) }
      })
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    let look = SeriesLook(series)
    let values = series.flatMap(\.values).compactMap { $0 } + fitted
    let scale = ChartScale(values.compactMap(\.number) + values.compactMap(\.interval).map(\.upperBound))
    let axes: [String: SpecificationValue] = [
      "x": Channel.category("group", groups, title: "Most deprived at the left"),
      "y": Channel.number("value", head.unit, scale),
    ]
    var drawing = Drawing()
    drawing.add(
      ["type": "line", "strokeDash": [6, 4], "color": .text(ChartPalette.axis), "strokeWidth": 2], fittedRows, axes)
    drawing.add(
      ["type": "rule", "strokeWidth": 2, "color": .text(ChartPalette.axis)], rows.filter { $0["lower"] != .null },
      axes.merging(["y": Channel.field("lower"), "y2": ["field": "upper"]]) { $1 })
    drawing.add(
      ["type": "point", "filled": true, "size": 110, "opacity": 1], rows.filter { $0["value"] != .null },
      axes.merging(look.point) { $1 })
    drawing.add(
      ["type": "text", "baseline": "bottom", "dy": -4], rows.filter { $0["value"] == .null },
      [
        "x": axes["x"] ?? .null, "y": Channel.value(.number(drawing.height)), "text": Channel.field("mark", "nominal"),
      ])
    return drawing.specification
  }

  private var rows: [[String: SpecificationValue]] {
    series.flatMap { series in
      groups.indices.compactMap { place in
        guard let value = series.value(place) else { return nil }
        return [
          "group": .text(groups[place]), "series": .text(series.name), "value": .maybe(value.number),
          "lower": .maybe(value.interval?.lowerBound), "upper": .maybe(value.interval?.upperBound),
          "mark": .text(value.mark), "words": .text("\(series.name), \(groups[place]): \(value.text)"),
        ]
      }
    }
  }

  private var fittedRows: [[String: SpecificationValue]] {
    zip(groups, fitted).compactMap { group, value in
      value.number.map { ["group": .text(group), "value": .number($0)] }
    }
  }
}
