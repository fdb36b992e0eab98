/// A Vega-Lite specification in the making: layers over one pair of axes.
struct Drawing {
  var width = 640.0
  var height = 320.0
  /// Whether it keeps its width where its place is narrower, and scrolls.
  var keepsWidth = false
  var layers: [SpecificationValue] = []
  var resolve: SpecificationValue?

  /// Adds a layer over rows of its own.
  mutating func add(
    _ mark: [String: SpecificationValue], _ rows: [[String: SpecificationValue]],
    _ encoding: [String: SpecificationValue]
  ) {
    guard !rows.isEmpty else { return }
    layers.append([
      "mark": .object(mark), "data": ["values": .list(rows.map { .object($0) })], "encoding": .object(encoding),
    ])
  }

  var specification: SpecificationValue {
    var members: [String: SpecificationValue] = [
      "$schema": "https://vega.github.io/schema/vega-lite/v6.json", "width": .number(width), "height": .number(height),
      "layer": .list(layers), "config": Self.config, "background": "white",
    ]
    if let resolve { members["resolve"] = resolve }
    if keepsWidth { members["usermeta"] = ["keepsWidth": true] }
    return .object(members)
  }

  /// What all charts have in common: type of 14 and more, axes in dark grey, no frame.
  static let config: SpecificationValue = [
    "font": "Arial, Helvetica, sans-serif", "view": ["stroke": .null],
    "axis": [
      "labelFontSize": 14, "titleFontSize": 14, "titleFontWeight": "normal", "labelColor": "#0b0c0c",
      "titleColor": "#0b0c0c", "domainColor": "#595959", "tickColor": "#595959", "gridColor": "#e0e0e0",
      "labelLimit": 400,
    ],
    "legend": [
      "labelFontSize": 14, "titleFontSize": 14, "titleFontWeight": "normal", "orient": "top", "labelLimit": 400,
      "direction": "horizontal", "columns": 3, "symbolOpacity": 1, "offset": 24,
    ],
    "text": ["fontSize": 14, "color": "#0b0c0c"], "title": ["anchor": "start"],
  ]
}

/// The channels of a Vega-Lite encoding.
enum Channel {
  /// A field of numbers, on a scale with the ends that the chart gives it.
  static func number(_ field: String, _ title: String, _ scale: ChartScale, isAcross: Bool = false)
    -> SpecificationValue
  {
    var axis: [String: SpecificationValue] = [
      "title": .text(title), "tickCount": 6, "format": .text(scale.format), "grid": true, "domain": false,
    ]
    if !isAcross {
      // The axis's title lies flat above its end, so that nobody has to turn the head.
      axis.merge(
        ["titleAngle": 0, "titleAlign": "left", "titleBaseline": "bottom", "titleX": -48, "titleY": -12],
        uniquingKeysWith: { $1 })
    }
    return [
      "field": .text(field), "type": "quantitative", "axis": .object(axis),
      "scale": ["domain": [.number(scale.lower), .number(scale.upper)], "nice": false, "zero": false],
    ]
  }

  /// A field of categories, in the order in which they are given.
  static func category(_ field: String, _ order: [String], title: String? = nil) -> SpecificationValue {
    [
      "field": .text(field), "type": "nominal", "sort": .list(order.map { .text($0) }),
      "scale": ["domain": .list(order.map { .text($0) })],
      "axis": [
        "title": title.map { .text($0) } ?? .null, "labelAngle": 0, "labelOverlap": "greedy", "ticks": false,
        "labelPadding": 6,
      ],
    ]
  }

  /// A field of the same numbers or categories, whose axis another layer draws.
  static func field(_ name: String, _ type: String = "quantitative") -> SpecificationValue {
    ["field": .text(name), "type": .text(type)]
  }

  /// Colours, shapes or dashes by the name of a series.
  ///
  /// `legend` is what the legend has beyond what all have.
  static func scale(
    _ field: String, _ names: [String], _ range: [SpecificationValue], hasLegend: Bool,
    legend: [String: SpecificationValue] = [:]
  ) -> SpecificationValue {
    let usual: [String: SpecificationValue] = ["title": .null, "symbolSize": 120, "symbolStrokeWidth": 2]
    return [
      "field": .text(field), "type": "nominal",
      "scale": ["domain": .list(names.map { .text($0) }), "range": .list(range)],
      "legend": hasLegend ? .object(usual.merging(legend) { $1 }) : .null,
    ]
  }

  /// A value that is the same for every row.
  static func value(_ value: SpecificationValue) -> SpecificationValue { ["value": value] }

  /// What is read out where the pointer rests.
  static let tooltip: SpecificationValue = ["field": "words", "type": "nominal"]
}
