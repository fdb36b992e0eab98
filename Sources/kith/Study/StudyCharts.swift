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

  /// The shares in each state over time, the orders of states, and what followed what, of a study of pathways.
  init(_ study: Internal<PathwayStudy>, title: String, unit: String, notice: String) {
    let value = study.value
    self.init(
      PathwayFigures(
        states: value.states, length: value.entropies.count, title: title, unit: unit, measure: "per cent",
        notes: ["Of \(value.children) children. No single child's way is shown."], ways: value.ways,
        sizes: value.ways.map { ChartValue(Double($0.children), of: study, places: 0) }, others: nil,
        inState: { state, time in ChartValue(value.shares[state][time] * 100, of: study, places: 1) },
        followed: { from, to in
          let count = value.transitions[from][to]
          return count >= 10 ? ChartValue(Double(count), of: study, places: 0) : nil
        }), title: title, notice: notice)
  }

  /// The same of what an audit has passed.
  init(_ released: PathwayRelease.Outcome, title: String, unit: String, notice: String) {
    self.init(
      PathwayFigures(
        states: released.states, length: released.length, title: title, unit: unit, measure: "children",
        notes: ["No single child's way is shown."], ways: released.ways,
        sizes: released.ways.indices.map { released.count(ofWay: $0).map { ChartValue($0) } },
        others: released.others.map { ChartValue($0) },
        inState: { state, time in released.count(in: state, at: time).map { ChartValue($0) } },
        followed: { from, to in
          released.count(from: from, to: to).flatMap { $0.value.number == 0 ? nil : ChartValue($0) }
        }), title: title, notice: notice)
  }

  private init(_ figures: PathwayFigures, title: String, notice: String) {
    self.title = title
    self.notice = notice
    charts = figures.charts
  }

  /// Writes the page into a folder.
  func write(_ name: String, to folder: String, replace: Bool) throws {
    try ChartSheet(title: title, notice: notice, charts: charts).write(name, to: folder, replace: replace)
  }
}
