/// The parts of wholes as bars that lie across, a bar for each category.
///
/// A part that is withheld is not drawn; its name and symbol stand at the bar's end, so that nobody takes the bar for the whole.
public struct StackedBarChart: Chart {
  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The heading of the categories.
  public let heading: String
  /// The categories, the first at the top.
  public let categories: [String]
  /// The parts, the first at the left; more than six are hard to tell apart.
  public let parts: [ChartSeries]

  /// Bars of parts.
  public init(_ head: ChartHead, heading: String, categories: [String], parts: [ChartSeries]) {
    self.head = head
    self.heading = heading
    self.categories = categories
    self.parts = parts
  }

  /// What kind of chart it is.
  public var kind: String { "Stacked bar chart" }

  /// The figures as a table.
  public var table: ChartTable {
    ChartTable(
      "\(head.subject), \(head.unit)", [heading] + parts.map(\.name),
      categories.indices.map { place in
        [.text(categories[place])] + parts.map { LineChart.cell($0.value(place)) }
      })
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    var drawing = Drawing(height: max(60, Double(categories.count * 44)))
    let scale = ChartScale(categories.indices.map(total))
    let names = parts.map(\.name)
    let y = Channel.category("category", categories)
    let colours = names.indices.map { SpecificationValue.text(ChartPalette.categories[$0 % 6]) }
    drawing.add(
      ["type": "bar", "stroke": "white", "strokeWidth": 1.5], segments,
      [
        "y": y, "x": Channel.number("start", head.unit, scale, isAcross: true), "x2": ["field": "end"],
        "color": Channel.scale("series", names, colours, hasLegend: true), "tooltip": Channel.tooltip,
      ])
    drawing.add(
      ["type": "text", "fontSize": 12], labels(scale),
      [
        "y": y, "x": Channel.field("middle"), "text": Channel.field("mark", "nominal"),
        "color": ["field": "ink", "type": "nominal", "scale": .null],
      ])
    drawing.add(
      ["type": "text", "align": "left", "dx": 6], withheld,
      ["y": y, "x": Channel.field("end"), "text": Channel.field("mark", "nominal")])
    return drawing.specification
  }

  private func total(_ place: Int) -> Double { parts.compactMap { $0.value(place)?.number }.reduce(0, +) }

  private typealias Row = [String: SpecificationValue]

  private var segments: [Row] {
    categories.indices.flatMap { place -> [Row] in
      var start = 0.0
      return parts.enumerated().compactMap { position, part -> Row? in
        guard let value = part.value(place), let number = value.number else { return nil }
        defer { start += number }
        return [
          "category": .text(categories[place]), "series": .text(part.name), "start": .number(start),
          "end": .number(start + number), "middle": .number(start + number / 2), "size": .number(number),
          "mark": .text(value.text), "ink": .text([3, 5, 1].contains(position % 6) ? "#0b0c0c" : "#ffffff"),
          "words": .text("\(categories[place]), \(part.name): \(value.text)"),
        ]
      }
    }
  }

  /// The figures of the parts that are long enough to hold them.
  private func labels(_ scale: ChartScale) -> [Row] {
    segments.filter { row in
      guard case .number(let size) = row["size"], case .text(let mark) = row["mark"] else { return false }
      return size / (scale.upper - scale.lower) * 640 > Double(mark.count * 8 + 8)
    }
  }

  private var withheld: [Row] {
    categories.indices.compactMap { place in
      let hidden = parts.compactMap { part in
        part.value(place).flatMap { $0.number == nil ? "\(part.name): \($0.mark)" : nil }
      }
      guard !hidden.isEmpty else { return nil }
      return [
        "category": .text(categories[place]), "end": .number(total(place)),
        "mark": .text(hidden.joined(separator: ", ")),
      ]
    }
  }
}
