/// How a sum comes about: a bar for each step, which begins where the step before it ended, and one for all of them.
///
/// Steps that follow one without a number are not drawn, for where they begin is not known; the table has them all.
public struct WaterfallChart: Chart {
  /// A step.
  public struct Step: Hashable, Sendable {
    /// What it is.
    public let name: String
    /// What came of it, in words.
    public let words: String
    /// What it adds, or takes away.
    public let value: ChartValue

    /// A step that adds something to the sum or takes something away.
    public init(_ name: String, _ words: String, _ value: ChartValue) {
      self.name = name
      self.words = words
      self.value = value
    }
  }

  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The headings of the steps and of what came of them.
  public let headings: (step: String, words: String)
  /// The steps, the first at the top.
  public let steps: [Step]
  /// The sum.
  public let total: Step

  /// Steps and their sum.
  public init(_ head: ChartHead, headings: (step: String, words: String), steps: [Step], total: Step) {
    self.head = head
    self.headings = headings
    self.steps = steps
    self.total = total
  }

  /// What kind of chart it is.
  public var kind: String { "Waterfall chart" }

  /// The figures as a table.
  public var table: ChartTable {
    ChartTable(
      "\(head.subject), \(head.unit)", [headings.step, headings.words, head.unit],
      (steps + [total]).map { [.text($0.name), .text($0.words), .value($0.value)] })
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    let bars = bars
    let scale = ChartScale(bars.flatMap { [$0.start, $0.end] })
    let y = Channel.category("category", bars.map(\.category))
    let colours = [ChartPalette.categories[0], ChartPalette.categories[3], ChartPalette.categories[4]]
    var drawing = Drawing(height: max(60, Double(bars.count * 34)))
    drawing.add(
      ["type": "bar", "stroke": "#0b0c0c", "strokeWidth": 0.5], bars.map(\.row),
      [
        "y": y, "x": Channel.number("start", head.unit, scale, isAcross: true), "x2": ["field": "end"],
        "color": Channel.scale("series", Bar.kinds, colours.map { .text($0) }, hasLegend: true),
        "tooltip": Channel.tooltip,
      ])
    drawing.add(["type": "rule", "color": .text(ChartPalette.axis)], [["end": 0]], ["x": Channel.field("end")])
    drawing.add(
      ["type": "text", "align": "left", "dx": 6], bars.map(\.row),
      ["y": y, "x": Channel.field("right"), "text": Channel.field("mark", "nominal")])
    return drawing.specification
  }

  /// A bar between two places of the scale.
  private struct Bar {
    static let kinds = ["adds", "takes away", "altogether"]

    let category: String
    let kind: String
    let start: Double
    let end: Double
    let step: Step

    var row: [String: SpecificationValue] {
      [
        "category": .text(category), "series": .text(kind), "start": .number(start), "end": .number(end),
        "right": .number(max(start, end)), "mark": .text(step.value.shown),
        "words": .text("\(step.name), \(step.words): \(step.value.text)"),
      ]
    }
  }

  private var bars: [Bar] {
    var reached = 0.0
    let known = steps.prefix { $0.value.number != nil }
    let bars = known.enumerated().map { place, step in
      let start = reached
      reached += step.value.number ?? 0
      return Bar(
        category: name(place), kind: Bar.kinds[reached < start ? 1 : 0], start: start, end: reached, step: step)
    }
    guard let sum = total.value.number else { return bars }
    return bars + [Bar(category: total.name, kind: Bar.kinds[2], start: 0, end: sum, step: total)]
  }

  /// The name of a step on the axis, where each is to be another.
  private func name(_ place: Int) -> String {
    let earlier = (steps[..<place] + [total]).count { $0.name == steps[place].name }
    return steps[place].name + (earlier > 0 ? " (\(earlier + 1))" : "")
  }
}
