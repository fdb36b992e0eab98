/// What bar and dot charts have in common: rows of categories and series, with their channels.
struct CategoryRows {
  typealias Row = [String: SpecificationValue]

  private let head: ChartHead
  private let heading: String
  private let categories: [String]
  private let series: [ChartSeries]
  private let scale: ChartScale
  private let look: SeriesLook

  init(_ chart: BarChart) {
    self.init(chart.head, chart.heading, chart.categories, chart.series, chart.reference, fromZero: true)
  }

  init(_ chart: DotChart) {
    self.init(
      chart.head, chart.heading, chart.categories, chart.series, chart.reference, fromZero: chart.startsAtZero)
  }

  private init(
    _ head: ChartHead, _ heading: String, _ categories: [String], _ series: [ChartSeries],
    _ reference: ChartReference?, fromZero: Bool
  ) {
    self.head = head
    self.heading = heading
    self.categories = categories
    self.series = series
    let values = series.flatMap(\.values).compactMap { $0 } + [reference?.value].compactMap { $0 }
    scale = ChartScale(
      values.compactMap(\.number) + values.compactMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] },
      fromZero: fromZero)
    look = SeriesLook(series)
  }

  var drawing: Drawing {
    Drawing(height: max(60, Double(categories.count * (series.count > 1 ? 22 * series.count + 14 : 34))))
  }

  var table: ChartTable {
    ChartTable(
      "\(head.subject), \(head.unit)", [heading] + series.map(\.name),
      categories.indices.map { place in
        [.text(categories[place])] + series.map { LineChart.cell($0.value(place)) }
      })
  }

  private func rows(_ row: (ChartValue, String) -> Row?) -> [Row] {
    categories.indices.flatMap { place in
      series.compactMap { series -> Row? in
        guard let value = series.value(place), var row = row(value, series.name) else { return nil }
        row["category"] = .text(categories[place])
        row["series"] = .text(series.name)
        row["words"] = .text("\(categories[place]), \(series.name): \(value.text)")
        return row
      }
    }
  }

  var drawn: [Row] { rows { value, _ in value.number.map { ["value": .number($0)] } } }

  var limits: [Row] {
    rows { value, _ in
      value.interval.map { ["lower": .number($0.lowerBound), "upper": .number($0.upperBound)] }
    }
  }

  /// The figure, or its symbol, at the end of the bar or of the interval.
  var words: [Row] {
    rows { value, _ in
      let short = value.number == nil ? value.mark : String(value.text.prefix { $0 != "(" })
      return [
        "value": .number(max(value.interval?.upperBound ?? value.number ?? 0, scale.lower)), "mark": .text(short),
      ]
    }
  }

  private var y: SpecificationValue { Channel.category("category", categories) }

  private var offset: Row {
    series.count > 1 ? ["yOffset": ["field": "series", "sort": .list(series.map { .text($0.name) })]] : [:]
  }

  var axes: Row {
    ["y": y, "x": Channel.number("value", head.unit, scale, isAcross: true)].merging(offset) { $1 }
  }

  var whiskers: Row {
    ["y": y, "x": Channel.field("lower"), "x2": ["field": "upper"]].merging(offset) { $1 }
  }

  var wordChannels: Row {
    ["y": y, "x": Channel.field("value"), "text": Channel.field("mark", "nominal")].merging(offset) { $1 }
  }

  var colour: SpecificationValue { look.colour }
  var shape: SpecificationValue { look.shape }

  func addReference(_ reference: ChartReference?, to drawing: inout Drawing) {
    guard let reference, let number = reference.value.number else { return }
    let row: Row = ["value": .number(number), "mark": .text("\(reference.name) \(reference.value.text)")]
    drawing.add(
      ["type": "rule", "strokeDash": [6, 4], "color": "#0b0c0c", "strokeWidth": 2], [row], ["x": Channel.field("value")]
    )
    drawing.add(
      ["type": "text", "align": "left", "baseline": "bottom", "dx": 2, "dy": -4], [row],
      ["x": Channel.field("value"), "y": Channel.value(0), "text": Channel.field("mark", "nominal")])
  }
}
