import KithCharts
import KithDisclosure
import KithStudies

/// The charts of a study as a page that stands by itself, for the authority's own staff.
struct StudyCharts {
  private let title: String
  private let notice: String
  private let charts: [any Chart]

  /// The curves of a study of return.
  init(_ study: Internal<ReturnStudy>, asked: [Double], title: String, notice: String) {
    self.title = title
    self.notice = notice
    let curves = study.value.curves.prefix(4).map { curve in
      StepChart.Curve(
        curve.group,
        curve.points.map { point in
          let interval = point.lower.flatMap { low in point.upper.map { low * 100...max(low, $0) * 100 } }
          return StepChart.Step(
            time: point.time, ChartValue(point.share * 100, of: study, places: 1, interval: interval))
        })
    }
    let head = ChartHead(
      finding: "How many had come back, by the time since the beginning", subject: title, unit: "per cent",
      source: "own records", notes: Self.notes(study.value))
    charts = [StepChart(head, timeTitle: "Time since the beginning", curves: Array(curves), tableTimes: asked)]
  }

  /// Times enough for a curve, those that were asked for among them.
  static func times(_ asked: [Double]) -> [Double] {
    let last = asked.max() ?? 0
    return Set((0...24).map { last * Double($0) / 24 } + asked).sorted()
  }

  /// What a secure room's checks have against a step, and that more groups than four are in the text alone.
  private static func notes(_ study: ReturnStudy) -> [String] {
    let objected = study.curves.flatMap(\.points).count { !$0.objections.isEmpty }
    let steps =
      objected > 0 ? ["\(objected) of the points would not pass the checks of a secure room: see the text."] : []
    return steps + (study.curves.count > 4 ? ["The first four groups are drawn."] : [])
  }

  /// The shares in each state over time, and what followed what, of a study of pathways.
  init(_ study: Internal<PathwayStudy>, title: String, notice: String) {
    self.title = title
    self.notice = notice
    charts = [Self.shares(study, title), Self.flows(study, title)]
  }

  private static func shares(_ study: Internal<PathwayStudy>, _ title: String) -> any Chart {
    let value = study.value
    let head = ChartHead(
      finding: "Where children were, month by month", subject: title, unit: "per cent", source: "own records",
      notes: ["Of \(value.children) children. No single child's way is shown."])
    return LineChart(
      head, periods: value.entropies.indices.map { String($0 + 1) },
      series: value.states.enumerated().map { state, name in
        ChartSeries(name, value.shares[state].map { ChartValue($0 * 100, of: study, places: 1) }, isFocus: state < 4)
      })
  }

  private static func flows(_ study: Internal<PathwayStudy>, _ title: String) -> any Chart {
    let value = study.value
    let head = ChartHead(
      finding: "What followed each state when it changed", subject: title, unit: "changes of state",
      source: "own records",
      notes: ["A state that is kept is no change. Changes to or from a state by fewer than 10 are left out."])
    let flows = value.states.indices.flatMap { from in
      value.states.indices.compactMap { to -> FlowChart.Flow? in
        let count = value.transitions[from][to]
        guard from != to, count >= 10 else { return nil }
        return FlowChart.Flow(
          from: "\(value.states[from]) ", to: value.states[to], ChartValue(Double(count), of: study, places: 0))
      }
    }
    return FlowChart(head, stages: [value.states.map { "\($0) " }, value.states], flows: flows)
  }

  /// Writes the page into a folder.
  func write(_ name: String, to folder: String, replace: Bool) throws {
    try ChartSheet(title: title, notice: notice, charts: charts).write(name, to: folder, replace: replace)
  }
}
