/// Ways through states over time, a bar for each group of ways, as high as the group is large.
///
/// A bar stands for a group, never for one child: whoever makes the groups leaves out those that are too small.
public struct SequenceIndexChart: Chart {
  /// A group of ways.
  public struct Group: Hashable, Sendable {
    let name: String
    let size: ChartValue
    let runs: [Run]

    /// A group, how large it is, and the states one after the other.
    public init(_ name: String, size: ChartValue, runs: [Run]) {
      self.name = name
      self.size = size
      self.runs = runs
    }
  }

  /// A state that is kept for some time.
  public struct Run: Hashable, Sendable {
    let state: String
    let length: Int

    /// A state for so many units of time.
    public init(_ state: String, length: Int) {
      self.state = state
      self.length = max(0, length)
    }
  }

  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// What the time is: "Months since the referral".
  public let timeTitle: String
  /// The states, in the order of the legend.
  public let states: [String]
  /// The groups, the first at the top.
  public let groups: [Group]

  /// Ways through states.
  public init(_ head: ChartHead, timeTitle: String, states: [String], groups: [Group]) {
    self.head = head
    self.timeTitle = timeTitle
    self.states = states
    self.groups = groups
  }

  /// What kind of chart it is.
  public var kind: String { "Sequence index plot" }

  /// The figures as a table.
  public var table: ChartTable {
    ChartTable(
      "\(head.subject), \(head.unit)", ["Group", head.unit, "States, with how long each is kept"],
      groups.map { group in
        let way = group.runs.map { "\($0.state) \($0.length)" }.joined(separator: ", ")
        return [.text(group.name), .value(group.size), .text(way)]
      })
  }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    var drawing = Drawing(height: 360)
    let total = max(1, groups.compactMap(\.size.number).reduce(0, +))
    let length = groups.map { Double($0.runs.map(\.length).reduce(0, +)) }
    let colours = states.indices.map { SpecificationValue.text(ChartPalette.categories[$0 % 6]) }
    let y: SpecificationValue = [
      "field": "top", "type": "quantitative", "axis": .null, "scale": ["domain": [.number(total), 0], "nice": false],
    ]
    drawing.add(
      ["type": "rect", "stroke": "white", "strokeWidth": 1], rows,
      [
        "x": Channel.number("from", timeTitle, ChartScale(length), isAcross: true), "x2": ["field": "to"], "y": y,
        "y2": ["field": "bottom"], "color": Channel.scale("state", states, colours, hasLegend: true),
        "tooltip": Channel.tooltip,
      ])
    drawing.add(
      ["type": "text", "align": "right", "dx": -6, "limit": 220], labels,
      [
        "x": Channel.value(0), "y": ["field": "middle", "type": "quantitative"],
        "text": Channel.field("name", "nominal"),
      ])
    return drawing.specification
  }

  /// The groups that have a size, each with its top and bottom edge.
  private var placed: [(group: Group, top: Double, bottom: Double)] {
    var top = 0.0
    return groups.compactMap { group in
      guard let size = group.size.number else { return nil }
      defer { top += size }
      return (group, top, top + size)
    }
  }

  private var rows: [[String: SpecificationValue]] {
    placed.flatMap { placed in
      var from = 0
      return placed.group.runs.map { run -> [String: SpecificationValue] in
        defer { from += run.length }
        return [
          "from": .number(Double(from)), "to": .number(Double(from + run.length)), "top": .number(placed.top),
          "bottom": .number(placed.bottom), "state": .text(run.state),
          "words": .text("\(placed.group.name): \(run.state), \(run.length)"),
        ]
      }
    }
  }

  private var labels: [[String: SpecificationValue]] {
    placed.map { placed in
      [
        "middle": .number((placed.top + placed.bottom) / 2),
        "name": .text("\(placed.group.name), \(placed.group.size.text)"),
      ]
    }
  }
}
