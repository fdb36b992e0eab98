public import KithAggregates
import KithCharts
import KithDisclosure
public import KithPlaces
import KithStatistics

/// What a file of Explore Education Statistics has of an authority: the population of children, or the factors found at assessment.
public struct TableFileEvidence: Sendable {
  private let data: EESData
  private let authority: Authority
  private let benchmark: Benchmark

  /// Looks at a file.
  public init(_ data: EESData, of authority: Authority, asOf: Int? = nil) {
    self.data = data
    self.authority = authority
    benchmark = Benchmark(data.table, neighbours: .none, asOf: asOf)
  }

  /// The children of 0 to 17 over time; nil where the file is of something else.
  public var population: Exhibit? {
    guard let place = data.indicators.firstIndex(of: "population_estimate"), data.table.measures.count == 1 else {
      return nil
    }
    let measure = data.table.measures[place]
    return PublishedEvidence(benchmark, of: authority, codes: [measure.code]).count(measure.code)
  }

  /// Whether the file has factors found at the end of assessment.
  public var hasFactors: Bool { data.indicators.contains(Self.base) }

  private static let base = "Episodes_with_assessment_factor"

  private struct Factor {
    let name: String
    let own: Double
    let england: Double?
    let events: Double
  }

  /// The ten factors found most, beside England; nil where the file has none of the authority.
  public func factors() -> Exhibit? {
    guard let base = data.measure(indicator: Self.base),
      let all = row(base), let total = all.comparison.own.number, total > 0
    else { return nil }
    let england = all.comparison.england.number
    let table = Disclosure.alreadyPublished(ComparisonTable(benchmark, measures: [base], authorities: [authority.code]))
    let found = data.table.measures.indices.compactMap { factor($0, of: total, england) }
    let top = found.sorted { ($1.own, $0.name) < ($0.own, $1.name) }.prefix(10)
    guard let first = top.first else { return nil }
    let period = PublishedEvidence.label(all.comparison.period)
    let head = ChartHead(
      finding: "\(first.name) is the factor found most",
      subject: "Factors at the end of assessment, \(authority.name), \(period)",
      unit: "per cent of episodes with a factor", source: data.table.source.title,
      notes: ["An episode may have several factors, so they do not sum to 100. Recording differs between authorities."])
    let own = top.map { factor -> ChartValue in
      let limits = Interval.wilson(events: factor.events, of: total).multiplied(by: 100)
      return ChartValue(factor.own, of: table, places: 1, interval: limits.lower...limits.upper)
    }
    return Exhibit(
      sentence(first, total, period),
      chart: DotChart(
        head, heading: "Factor", categories: top.map(\.name),
        series: [
          ChartSeries(authority.name, own),
          ChartSeries("England", top.map { ChartValue($0.england, of: table, places: 1) }),
        ]))
  }

  private func sentence(_ first: Factor, _ total: Double, _ period: String) -> String {
    let limits = Interval.wilson(events: first.events, of: total).multiplied(by: 100)
    let england = first.england.map { "; England \(ChartDigits.text($0, places: 1))" } ?? ""
    return
      "\(first.name) was found in \(ChartDigits.text(first.own, places: 1)) per cent of episodes with a factor in \(period) "
      + "(95 % interval \(ChartDigits.text(limits.lower, places: 1)) to \(ChartDigits.text(limits.upper, places: 1)))\(england)."
  }

  private func row(_ measure: Measure) -> ComparisonTable.Row? {
    ComparisonTable(benchmark, measures: [measure], authorities: [authority.code]).rows.first
  }

  private func factor(_ place: Int, of total: Double, _ england: Double?) -> Factor? {
    let name = data.indicators[place]
    guard name != Self.base, !name.lowercased().hasPrefix("no_factors"), let row = row(data.table.measures[place]),
      let number = row.comparison.own.number, number <= total
    else { return nil }
    let whole = row.comparison.england.number.flatMap { number in england.map { number / $0 * 100 } }
    let words = name.split(separator: "_").joined(separator: " ").lowercased()
    return Factor(
      name: words.prefix(1).uppercased() + words.dropFirst(), own: number / total * 100, england: whole, events: number)
  }
}
