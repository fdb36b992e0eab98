import KithCharts
import KithStudies

/// The figures of ways as charts: states over time, an index of the orders of states, and what followed what.
struct PathwayFigures {
  let states: [String]
  let length: Int
  let title: String
  /// The unit of time.
  let unit: String
  /// What the figures by time are: per cent, or children.
  let measure: String
  let notes: [String]
  let ways: [PathwayStudy.Way]
  /// How many children had each of the orders.
  let sizes: [ChartValue?]
  /// How many had another; nil where it is not told.
  let others: ChartValue?
  let inState: (Int, Int) -> ChartValue?
  let followed: (Int, Int) -> ChartValue?

  var charts: [any Chart] { [shares] + (ways.isEmpty ? [] : [index]) + [flows] }

  private var shares: any Chart {
    let head = ChartHead(
      finding: "Where children were, \(unit) by \(unit)", subject: title, unit: measure, source: "own records",
      notes: notes)
    return LineChart(
      head, periods: (0..<length).map { String($0 + 1) },
      series: states.enumerated().map { state, name in
        ChartSeries(name, (0..<length).map { inState(state, $0) }, isFocus: state < 4)
      })
  }

  /// Each bar is all children with an order of states, each state as long as it lasted on average: no bar is a child's.
  private var index: any Chart {
    let most = ways.first.map { $0.runs.map { states[$0.state] }.joined(separator: ", then ") } ?? ""
    let rest = others.map { ["Other orders, each of too few children: \($0.text) children."] }
    let head = ChartHead(
      finding: "The order that most children had: \(most)", subject: title, unit: "children", source: "own records",
      notes: [
        "A bar is all children with an order of states, each state as long as it lasted on average. Orders of fewer than ten children are left out."
      ] + (rest ?? []))
    return SequenceIndexChart(
      head, timeTitle: "\(unit.prefix(1).uppercased() + unit.dropFirst())s since the beginning", states: states,
      groups: zip(ways, sizes).enumerated().compactMap { place, way in
        way.1.map { size in
          SequenceIndexChart.Group(
            "Order \(place + 1)", size: size,
            runs: way.0.runs.map { SequenceIndexChart.Run(states[$0.state], length: $0.length) })
        }
      })
  }

  private var flows: any Chart {
    let head = ChartHead(
      finding: "What followed each state when it changed", subject: title, unit: "changes of state",
      source: "own records",
      notes: ["A state that is kept is no change. Changes by fewer than may be shown are left out or withheld."])
    let flows = states.indices.flatMap { from in
      states.indices.compactMap { to -> FlowChart.Flow? in
        guard from != to, let value = followed(from, to) else { return nil }
        return FlowChart.Flow(from: "\(states[from]) ", to: states[to], value)
      }
    }
    return FlowChart(head, stages: [states.map { "\($0) " }, states], flows: flows)
  }
}
