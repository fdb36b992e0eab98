/// An authority on many measures at once, each on a scale of its own from the worst to the best of all authorities, England in the middle.
public struct SpineChart: Chart {
  /// A measure.
  public struct Row: Hashable, Sendable {
    let measure: String
    let own: ChartValue
    let england: ChartValue
    let range: ClosedRange<Double>
    let quartiles: ClosedRange<Double>
    let highIsGood: Bool?

    /// A measure, with the least and greatest figure of all authorities and their first and third quartiles.
    ///
    /// Where neither end is good, the high end stands at the right.
    public init(
      measure: String, own: ChartValue, england: ChartValue, range: ClosedRange<Double>,
      quartiles: ClosedRange<Double>, highIsGood: Bool?
    ) {
      self.measure = measure
      self.own = own
      self.england = england
      self.range = range
      self.quartiles = quartiles
      self.highIsGood = highIsGood
    }

    /// Where a number stands between the ends, −1 to 1, with England's at 0.
    func place(_ number: Double) -> Double? {
      guard let middle = england.number else { return nil }
      let reach = number >= middle ? range.upperBound - middle : middle - range.lowerBound
      let share = reach > 0 ? min(1, max(-1, (number - middle) / reach)) : 0
      return highIsGood == false ? -share : share
    }
  }

  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The name of the authority.
  public let name: String
  /// The measures, the first at the top.
  public let rows: [Row]

  /// Measures of an authority.
  public init(_ head: ChartHead, name: String, rows: [Row]) {
    self.head = head
    self.name = name
    self.rows = rows
  }

  /// What kind of chart it is.
  public var kind: String { "Spine chart" }

  /// The figures as a table.
  public var table: ChartTable {
    ChartTable(
      "\(head.subject), \(head.unit)", ["Measure", name, "England", "Which end is good"],
      rows.map { row in
        let end = row.highIsGood.map { $0 ? "high" : "low" } ?? "neither"
        return [.text(row.measure), .value(row.own), .value(row.england), .text(end)]
      })
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    var drawing = Drawing(width: 480, height: max(60, Double(rows.count * 34)))
    let y = Channel.category("measure", rows.map(\.measure))
    let x: SpecificationValue = [
      "field": "from", "type": "quantitative", "scale": ["domain": [-1.05, 1.05], "nice": false],
      "axis": [
        "values": [-1, 0, 1], "title": .null, "grid": false, "domain": false, "ticks": false,
        "labelExpr": "datum.value == 0 ? 'England' : datum.value < 0 ? 'Worst or lowest' : 'Best or highest'",
      ],
    ]
    let bar = ["y": y, "x": x, "x2": ["field": "to"]] as [String: SpecificationValue]
    drawing.add(["type": "bar", "size": 16, "color": "#dcdcdc"], bars(\.range), bar)
    drawing.add(["type": "bar", "size": 16, "color": "#a8a8a8"], bars(\.quartiles), bar)
    drawing.add(["type": "rule", "color": "#0b0c0c", "strokeWidth": 2], [["zero": 0]], ["x": Channel.field("zero")])
    addMarks(to: &drawing, y)
    return drawing.specification
  }

  private func addMarks(to drawing: inout Drawing, _ y: SpecificationValue) {
    let states = ["Better than England", "Worse than England", "Same, or neither end is good"]
    let shapes: [SpecificationValue] = ["circle", "diamond", "square"]
    let colours: [SpecificationValue] = ["#12436D", "#F46A25", "#3D3D3D"]
    drawing.add(
      ["type": "point", "filled": true, "size": 150, "opacity": 1, "stroke": "white"], marks(states),
      [
        "y": y, "x": Channel.field("from"), "color": Channel.scale("state", states, colours, hasLegend: true),
        "shape": Channel.scale("state", states, shapes, hasLegend: true), "tooltip": Channel.tooltip,
      ])
    drawing.add(
      ["type": "text", "align": "left", "dx": 8], figures,
      ["y": y, "x": Channel.value(.number(drawing.width)), "text": Channel.field("mark", "nominal")])
  }

  private func bars(_ range: KeyPath<Row, ClosedRange<Double>>) -> [[String: SpecificationValue]] {
    rows.compactMap { row in
      guard let from = row.place(row[keyPath: range].lowerBound), let to = row.place(row[keyPath: range].upperBound)
      else { return nil }
      return ["measure": .text(row.measure), "from": .number(min(from, to)), "to": .number(max(from, to))]
    }
  }

  private func marks(_ states: [String]) -> [[String: SpecificationValue]] {
    rows.compactMap { row in
      guard let number = row.own.number, let place = row.place(number) else { return nil }
      let state = row.highIsGood == nil || place == 0 ? 2 : place > 0 ? 0 : 1
      return [
        "measure": .text(row.measure), "from": .number(place), "state": .text(states[state]),
        "words": .text("\(row.measure): \(row.own.text), England \(row.england.text)"),
      ]
    }
  }

  private var figures: [[String: SpecificationValue]] {
    rows.map { row in
      ["measure": .text(row.measure), "mark": .text(row.own.shown)]
    }
  }
}
