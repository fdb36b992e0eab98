/// Flows between stages, as ribbons as wide as the flow: a Sankey diagram.
///
/// Vega-Lite has no such form, so the ribbons are laid out here and the specification is one of Vega. A flow that is withheld has no
/// ribbon and stands in the table with its symbol.
public struct FlowChart: Chart {
  /// A flow from one node to another, by their names.
  public struct Flow: Hashable, Sendable {
    let from: String
    let to: String
    let value: ChartValue

    /// The names of the nodes at both ends.
    public var ends: [String] { [from, to] }

    /// A flow.
    public init(from: String, to: String, _ value: ChartValue) {
      self.from = from
      self.to = to
      self.value = value
    }
  }

  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The stages from left to right, each with its nodes from top to bottom; a name stands in one stage only.
  public let stages: [[String]]
  /// The flows.
  public let flows: [Flow]

  /// Flows between stages.
  public init(_ head: ChartHead, stages: [[String]], flows: [Flow]) {
    self.head = head
    self.stages = stages
    self.flows = flows
  }

  /// What kind of chart it is.
  public var kind: String { "Flow chart" }

  /// The figures as a table.
  public var table: ChartTable {
    ChartTable(
      "\(head.subject), \(head.unit)", ["From", "To", head.unit],
      flows.map { [.text($0.from), .text($0.to), .value($0.value)] })
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    let layout = FlowLayout(self)
    return [
      "$schema": "https://vega.github.io/schema/vega/v6.json", "width": .number(FlowLayout.width),
      "height": .number(FlowLayout.height), "background": "white", "padding": 5,
      "config": ["text": ["font": "Arial, Helvetica, sans-serif", "fontSize": 14]],
      "data": [
        ["name": "ribbons", "values": .list(layout.ribbons.map { .object($0) })],
        ["name": "nodes", "values": .list(layout.nodes.map { .object($0) })],
      ],
      "marks": [Self.ribbons, Self.nodes, Self.labels],
    ]
  }

  private static let ribbons: SpecificationValue = [
    "type": "path", "from": ["data": "ribbons"],
    "encode": [
      "enter": [
        "path": ["field": "path"], "fill": ["field": "colour"], "fillOpacity": ["value": 0.45],
        "stroke": ["field": "colour"], "strokeWidth": ["value": 0.5], "tooltip": ["field": "words"],
      ]
    ],
  ]

  private static let nodes: SpecificationValue = [
    "type": "rect", "from": ["data": "nodes"],
    "encode": [
      "enter": [
        "x": ["field": "x"], "y": ["field": "y"], "width": ["value": 14], "height": ["field": "height"],
        "fill": ["field": "colour"],
      ]
    ],
  ]

  private static let labels: SpecificationValue = [
    "type": "text", "from": ["data": "nodes"],
    "encode": [
      "enter": [
        "x": ["field": "labelX"], "y": ["field": "middle"], "align": ["field": "align"],
        "baseline": ["value": "middle"],
        "text": ["field": "label"], "fill": ["value": "#0b0c0c"],
      ]
    ],
  ]
}
