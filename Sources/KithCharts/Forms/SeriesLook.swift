/// How the series of a chart are told apart: by colour, by dash and by shape, never by colour alone.
struct SeriesLook {
  private let focus: [String]
  private let others: Set<String>
  private let hasLegend: Bool

  /// Series that a legend tells apart, or labels beside the lines do.
  init(_ series: [ChartSeries], isLabelled: Bool = false) {
    let isCrowded = series.count > 4
    let names = series.map(\.name)
    let seen = isCrowded ? Array(series.filter(\.isFocus).map(\.name).prefix(4)) : names
    focus = seen
    others = Set(names).subtracting(seen)
    hasLegend = seen.count > 1 && !isLabelled
  }

  /// The rows of the series that are grey, or of those that are not.
  func grey(_ rows: [[String: SpecificationValue]], isGrey: Bool) -> [[String: SpecificationValue]] {
    rows.filter { row in
      guard case .text(let name) = row["series"] else { return false }
      return others.contains(name) == isGrey
    }
  }

  var colour: SpecificationValue {
    Channel.scale("series", focus, ChartPalette.colours(focus.count).map { .text($0) }, hasLegend: hasLegend)
  }

  var shape: SpecificationValue {
    let shapes = focus.indices.map { SpecificationValue.text(ChartPalette.shapes[$0 % ChartPalette.shapes.count]) }
    return Channel.scale("series", focus, shapes, hasLegend: hasLegend)
  }

  private var dash: SpecificationValue {
    let dashes = focus.indices.map { place in
      SpecificationValue.list(ChartPalette.dashes[place % ChartPalette.dashes.count].map { .number($0) })
    }
    return Channel.scale("series", focus, dashes, hasLegend: hasLegend)
  }

  var line: [String: SpecificationValue] {
    ["detail": Channel.field("segment", "nominal"), "color": colour, "strokeDash": dash]
  }

  var greyLine: [String: SpecificationValue] {
    [
      "detail": Channel.field("segment", "nominal"), "color": Channel.value(.text("#b8b8b8")),
      "strokeWidth": Channel.value(1.5), "tooltip": Channel.tooltip,
    ]
  }

  var point: [String: SpecificationValue] { ["color": colour, "shape": shape, "tooltip": Channel.tooltip] }
}
