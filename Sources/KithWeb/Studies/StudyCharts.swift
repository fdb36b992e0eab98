import KithCharts
import KithDisclosure

/// The charts of a study, as far as its tables are of a kind that has one.
///
/// A study's file says whether it rests on published figures, but a file can be edited: every chart of one says *not for release*.
struct StudyCharts {
  let study: StudyFile
  private let own = Disclosure.internalUse(true)

  /// Every chart of the study.
  var all: [any Chart] {
    let tables = (study.tables ?? []).compactMap { chart(of: $0) }
    return [curves, states, moves].compactMap { $0 } + tables
  }

  private func head(_ finding: String, _ unit: String) -> ChartHead {
    ChartHead(finding: finding, subject: study.name, unit: unit, source: "kith \(study.command)")
  }

  private func value(_ number: Double?, _ places: Int, _ interval: ClosedRange<Double>? = nil) -> ChartValue {
    ChartValue(number, of: own, places: places, interval: interval)
  }

  /// The share that has come back, as steps.
  private var curves: (any Chart)? {
    guard let curves = study.curves, !curves.isEmpty else { return nil }
    let last = curves.flatMap { $0.points.map(\.time) }.max() ?? 0
    return StepChart(
      head("How many had come back, by time", "% of those followed"), timeTitle: "Days",
      curves: curves.map { curve in
        StepChart.Curve(
          curve.group,
          curve.points.map { point in
            let interval = point.lower.flatMap { low in
              point.upper.flatMap { low <= $0 ? 100 * low...100 * $0 : nil }
            }
            return StepChart.Step(time: point.time, value(100 * point.share, 1, interval))
          })
      }, tableTimes: [90, 182, 365, 730, 1095].filter { $0 <= last })
  }

  /// The share in each state at each time.
  private var states: (any Chart)? {
    guard let states = study.states, let shares = study.shares, shares.count == states.count, let first = shares.first
    else { return nil }
    return StackedBarChart(
      head("Where children are, by time since the beginning", "% of children"), heading: "Time",
      categories: first.indices.map { "\($0 + 1)" },
      parts: zip(states, shares).map { name, shares in ChartSeries(name, shares.map { value(100 * $0, 1) }) })
  }

  /// The moves between states.
  private var moves: (any Chart)? {
    guard let states = study.states, let counts = study.transitions, counts.count == states.count else { return nil }
    let flows = states.indices.flatMap { from in
      states.indices.compactMap { to -> FlowChart.Flow? in
        let count = to < counts[from].count ? counts[from][to] : 0
        // A count below 10 may tell of a child; it is left out of the drawing and of its table.
        guard from != to, count >= 10 else { return nil }
        return FlowChart.Flow(from: states[from], to: states[to] + " ", value(Double(count), 0))
      }
    }
    guard !flows.isEmpty else { return nil }
    return FlowChart(
      head("Moves between states, those of 10 or more", "moves"), stages: [states, states.map { $0 + " " }],
      flows: flows)
  }

  private func chart(of table: StudyFile.Table) -> (any Chart)? {
    let columns = Set(table.columns)
    let rows = table.rows.filter { !$0.isEmpty }
    guard !rows.isEmpty, rows.count <= 200, let first = table.columns.first else { return nil }
    let names = rows.map { $0[first]?.words ?? "" }
    if columns.isSuperset(of: ["decile", "rate", "lower", "upper"]) {
      return GradientChart(
        head(table.name, "rate, most deprived first"), groups: names,
        series: [ChartSeries("Rate", rows.map { value($0["rate"]?.number, 1, interval($0)) })])
    }
    if columns.isSuperset(of: ["period", "value", "mean", "lower", "upper"]) { return control(table, rows) }
    if columns.isSuperset(of: ["rate_ratio", "lower", "upper"]) {
      return DotChart(
        head(table.name, "rate ratio"), heading: first, categories: names,
        series: [
          ChartSeries("Rate ratio", rows.map { value($0["rate_ratio"]?.number, 2, interval($0)) }, isFocus: true)
        ],
        reference: ChartReference("No difference", value(1, 0)))
    }
    if columns.contains("pounds"), first != "child", rows.count <= 40 {
      let labels = columns.contains("what") ? rows.map { $0["what"]?.words ?? "" } : names
      return BarChart(
        head(table.name, "pounds"), heading: first, categories: labels,
        series: [ChartSeries("Pounds", rows.map { value($0["pounds"]?.number, 0) })])
    }
    return nil
  }

  private func interval(_ row: [String: StudyFile.Cell]) -> ClosedRange<Double>? {
    guard let low = row["lower"]?.number, let high = row["upper"]?.number, low <= high else { return nil }
    return low...high
  }

  /// A control chart: the series with its mean and its limits.
  private func control(_ table: StudyFile.Table, _ rows: [[String: StudyFile.Cell]]) -> any Chart {
    let line = { (name: String, column: String) in
      ChartSeries(name, rows.map { value($0[column]?.number, 1) }, isFocus: column == "value")
    }
    return LineChart(
      head(table.name, "value"), periods: rows.map { $0["period"]?.words ?? "" },
      series: [
        line("Value", "value"), line("Mean", "mean"), line("Lower limit", "lower"), line("Upper limit", "upper"),
      ])
  }
}
