import KithAggregates
import KithDisclosure
import KithMeasures
import KithPlaces
import KithStatistics

/// What government has published of an authority's measures, to stand beside its own figures.
struct PublishedBeside {
  private let benchmark: Benchmark?
  private let authority: AuthorityCode?

  /// Nothing.
  static let none = PublishedBeside(benchmark: nil, authority: nil)

  private init(benchmark: Benchmark?, authority: AuthorityCode?) {
    self.benchmark = benchmark
    self.authority = authority
  }

  /// The figures in a folder of LAIT's files.
  init(laitFolder: String, authority: String) throws {
    let data = try LAITData(folder: laitFolder, neighbours: .may2025)
    self.init(
      benchmark: Benchmark(data.table, neighbours: data.neighbours, mode: .corrected, asOf: nil),
      authority: AuthorityCode(parsing: authority))
  }

  /// The published figures of the years before, and whether this year's lies within their process limits.
  func lines(_ figure: MeasureFigure) -> [String] {
    guard let benchmark, let authority, let name = figure.measure.laitName,
      let measure = benchmark.table.measure(named: name), let series = benchmark.series(of: authority, measure)
    else { return [] }
    let before = zip(series.periods, series.own).filter { $0.0.lastYear < figure.year }
    guard !before.isEmpty else { return [] }
    let shown = before.suffix(6).map { "\($0.0.label) \($0.1.text)" }.joined(separator: ", ")
    return ["Published: \(shown)"] + limits(of: before.compactMap(\.1.number), figure)
  }

  private func limits(of values: [Double], _ figure: MeasureFigure) -> [String] {
    guard let value = figure.value else { return [] }
    guard values.count >= ProcessLimits.leastCount, let limits = ProcessLimits(of: values) else {
      return ["\(values.count) published figures are not enough for limits"]
    }
    func shown(_ number: Double) -> String { String((max(0, number) * 10).rounded() / 10) }
    let range = "\(shown(limits.lower)) to \(shown(limits.upper))"
    return [
      limits.contains(value)
        ? "Within the limits of its series, \(range)" : "LOOK: outside the limits of its series, \(range)"
    ]
  }
}
