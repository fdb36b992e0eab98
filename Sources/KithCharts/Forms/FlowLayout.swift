/// Where the nodes and the ribbons of a flow chart lie.
struct FlowLayout {
  static let width = 680.0
  static let height = 360.0
  private static let nodeWidth = 14.0
  private static let gap = 26.0

  private struct Node {
    let name: String
    let stage: Int
    let colour: String
    let size: Double
    var y = 0.0
    var usedIn = 0.0
    var usedOut = 0.0
  }

  private let stages: Int
  private let unit: Double
  private var placed: [String: Node] = [:]
  private(set) var ribbons: [[String: SpecificationValue]] = []

  init(_ chart: FlowChart) {
    stages = chart.stages.count
    let columns = chart.stages.enumerated().map { stage, names in
      names.enumerated().map { place, name in
        Node(
          name: name, stage: stage, colour: ChartPalette.categories[place % 6], size: Self.size(name, chart.flows))
      }
    }
    let rooms = columns.map { column -> Double in
      let total = column.map(\.size).reduce(0, +)
      let room = max(40, Self.height - Self.gap * Double(column.count))
      return total > 0 ? room / total : .infinity
    }
    let least = rooms.min() ?? 1
    unit = least.isFinite ? least : 1
    for column in columns { place(column) }
    for flow in chart.flows { draw(flow) }
  }

  /// What flows through a node: the greater of what comes in and what goes out.
  private static func size(_ name: String, _ flows: [FlowChart.Flow]) -> Double {
    let incoming = flows.filter { $0.to == name }.compactMap(\.value.number).reduce(0, +)
    let outgoing = flows.filter { $0.from == name }.compactMap(\.value.number).reduce(0, +)
    return max(incoming, outgoing)
  }

  private mutating func place(_ column: [Node]) {
    var y = 10.0
    for var node in column {
      node.y = y
      placed[node.name] = node
      y += node.size * unit + Self.gap
    }
  }

  private func x(_ stage: Int) -> Double {
    stages > 1 ? Double(stage) * (Self.width - Self.nodeWidth) / Double(stages - 1) : 0
  }

  private mutating func draw(_ flow: FlowChart.Flow) {
    guard let number = flow.value.number, number > 0, var from = placed[flow.from], var to = placed[flow.to] else {
      return
    }
    let width = number * unit
    let (x0, x1) = (x(from.stage) + Self.nodeWidth, x(to.stage))
    let (y0, y1) = (from.y + from.usedOut, to.y + to.usedIn)
    from.usedOut += width
    placed[flow.from] = from
    to.usedIn += width
    placed[flow.to] = to
    let middle = (x0 + x1) / 2
    ribbons.append([
      "path": .text(
        "M\(short(x0)),\(short(y0))C\(short(middle)),\(short(y0)) \(short(middle)),\(short(y1)) \(short(x1)),\(short(y1))"
          + "L\(short(x1)),\(short(y1 + width))C\(short(middle)),\(short(y1 + width)) \(short(middle)),\(short(y0 + width)) "
          + "\(short(x0)),\(short(y0 + width))Z"),
      "colour": .text(from.colour), "words": .text("\(flow.from) to \(flow.to): \(flow.value.text)"),
    ])
  }

  private func short(_ number: Double) -> String { ((number * 100).rounded() / 100).description }

  var nodes: [[String: SpecificationValue]] {
    placed.values.filter { $0.size > 0 }.sorted { ($0.stage, $0.y) < ($1.stage, $1.y) }.map { node in
      let isLast = node.stage == stages - 1 && stages > 1
      let x = x(node.stage)
      return [
        "x": .number(x), "y": .number(node.y), "height": .number(max(1, node.size * unit)),
        "colour": .text(node.colour),
        "middle": .number(node.y + node.size * unit / 2), "labelX": .number(isLast ? x - 6 : x + Self.nodeWidth + 6),
        "align": .text(isLast ? "right" : "left"), "label": .text(node.name),
      ]
    }
  }
}
