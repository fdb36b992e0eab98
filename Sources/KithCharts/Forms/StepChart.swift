/// Shares over time since a beginning, as steps with bands: survival, or cumulative incidence.
public struct StepChart: Chart {
  /// A curve.
  public struct Curve: Hashable, Sendable {
    let name: String
    let steps: [Step]

    /// A curve by its steps, earliest first.
    public init(_ name: String, _ steps: [Step]) {
      self.name = name
      self.steps = steps
    }
  }

  /// The share from a time on.
  public struct Step: Hashable, Sendable {
    let time: Double
    let value: ChartValue

    /// The share from a time on, with its interval.
    public init(time: Double, _ value: ChartValue) {
      self.time = time
      self.value = value
    }
  }

  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// What the time is: "Days since the referral".
  public let timeTitle: String
  /// The curves, up to four.
  public let curves: [Curve]
  /// The times that the table shows; none for every step.
  public let tableTimes: [Double]

  /// Curves of shares.
  public init(_ head: ChartHead, timeTitle: String, curves: [Curve], tableTimes: [Double] = []) {
    self.head = head
    self.timeTitle = timeTitle
    self.curves = curves
    self.tableTimes = tableTimes
  }

  /// What kind of chart it is.
  public var kind: String { "Step chart" }

  /// The figures as a table.
  public var table: ChartTable {
    let times = tableTimes.isEmpty ? Set(curves.flatMap { $0.steps.map(\.time) }).sorted() : tableTimes
    return ChartTable(
      "\(head.subject), \(head.unit)", [timeTitle] + curves.map(\.name),
      times.map { time in
        [.text(ChartDigits.text(time, places: time == time.rounded() ? 0 : 1))]
          + curves.map { LineChart.cell($0.steps.last { $0.time <= time }?.value) }
      })
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    let look = SeriesLook(curves.map { ChartSeries($0.name, [], isFocus: true) }, isLabelled: true)
    let values = curves.flatMap { $0.steps.map(\.value) }
    let y = ChartScale(values.compactMap(\.number) + values.compactMap(\.interval).map(\.upperBound))
    let x = ChartScale(curves.flatMap { $0.steps.map(\.time) })
    let axes: [String: SpecificationValue] = [
      "x": Channel.number("time", timeTitle, x, isAcross: true), "y": Channel.number("value", head.unit, y),
    ]
    var drawing = Drawing()
    drawing.add(
      ["type": "area", "interpolate": "step-after", "opacity": 0.18], rows.filter { $0["lower"] != .null },
      axes.merging(
        ["y": Channel.field("lower"), "y2": ["field": "upper"], "color": look.colour]) { $1 })
    drawing.add(
      ["type": "line", "interpolate": "step-after", "strokeWidth": 3], rows,
      axes.merging(look.line.merging(["tooltip": Channel.tooltip]) { $1 }) { $1 })
    drawing.add(
      ["type": "text", "align": "right", "baseline": "bottom", "dy": -6], ends(y),
      ["x": Channel.field("time"), "y": Channel.field("label"), "text": Channel.field("series", "nominal")])
    return drawing.specification
  }

  private var rows: [[String: SpecificationValue]] {
    curves.flatMap { curve in
      curve.steps.compactMap { step in
        guard let number = step.value.number else { return nil }
        return [
          "time": .number(step.time), "value": .number(number), "series": .text(curve.name),
          "segment": .text(curve.name),
          "lower": .maybe(step.value.interval?.lowerBound), "upper": .maybe(step.value.interval?.upperBound),
          "words": .text("\(curve.name), \(ChartDigits.text(step.time, places: 0)): \(step.value.text)"),
        ]
      }
    }
  }

  private func ends(_ scale: ChartScale) -> [[String: SpecificationValue]] {
    let last = curves.compactMap { curve in
      curve.steps.last { $0.value.number != nil }.map { (curve.name, $0.time, $0.value.number ?? 0) }
    }
    let heights = scale.apart(last.map(\.2), height: 320)
    return zip(last, heights).map { end, height in
      ["time": .number(end.1), "label": .number(height), "series": .text(end.0)]
    }
  }
}
