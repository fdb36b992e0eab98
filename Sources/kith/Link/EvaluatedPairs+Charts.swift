import KithCharts
import KithDisclosure
import KithLinkage
import KithStatistics

extension EvaluatedPairs {
  /// The links by threshold, and who is linked: a chart for each characteristic.
  var charts: [any Chart] { [thresholdChart].compactMap(\.self) + biasCharts }

  private var thresholdChart: LineChart? {
    let rows = byThreshold.filter { $0.accuracy.right + $0.accuracy.wrong > 0 }.sorted { $0.threshold < $1.threshold }
    guard rows.count > 1, let best = rows.max(by: { $0.accuracy.f1 ?? 0 < $1.accuracy.f1 ?? 0 }) else { return nil }
    let series = { (name: String, share: (LinkAccuracy) -> Double?, interval: (LinkAccuracy) -> Interval?) in
      ChartSeries(name, rows.map { Self.percentage(share($0.accuracy), interval($0.accuracy)) })
    }
    return LineChart(
      ChartHead(
        finding: "F1 is greatest at a threshold of \(fixed(best.threshold, 2))", subject: "Links by threshold",
        unit: "per cent", source: "the links and the truth that were given",
        notes: ["Pairs below the threshold at which the links were made are not among them: they count as missed."]),
      periods: rows.map { fixed($0.threshold, 2) },
      series: [
        series("Precision", \.precision, \.precisionInterval), series("Recall", \.recall, \.recallInterval),
        series("F1", \.f1, \.f1Interval),
      ], startsAtZero: false)
  }

  private static func percentage(_ share: Double?, _ interval: Interval?) -> ChartValue {
    ChartValue(
      share.map { $0 * 100 }, of: Disclosure.internalUse(share), places: 1,
      interval: interval.map { $0.lower * 100...$0.upper * 100 })
  }

  private var biasCharts: [any Chart] {
    let names = bias.reduce(into: [String]()) { names, line in
      if names.last != line.characteristic { names.append(line.characteristic) }
    }
    return names.map { name in
      let lines = bias.filter { $0.characteristic == name }
      return DotChart(
        ChartHead(
          finding: "Who is linked, by \(name)", subject: "Records of the first party", unit: "per cent linked",
          source: "the links and the records that were given"),
        heading: name, categories: lines.map { $0.category.isEmpty ? "not recorded" : $0.category },
        series: [ChartSeries("Linked", lines.map(\.share))])
    }
  }
}
