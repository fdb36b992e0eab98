public import KithAggregates
import KithCharts
import KithDisclosure
public import KithPlaces

/// What is published of an authority on some measures, ready to be shown.
public struct PublishedEvidence: Sendable {
  /// The authority.
  public let authority: Authority
  /// The publication and the neighbours' edition, as a source line has them.
  public let source: String
  let benchmark: Benchmark
  let table: Releasable<ComparisonTable>
  private let rows: [String: Int]

  /// Looks measures up by their codes; one that the publication does not have is left out.
  public init(_ benchmark: Benchmark, of authority: Authority, codes: [String]) {
    self.benchmark = benchmark
    self.authority = authority
    let measures = Set(codes).sorted().compactMap { code in benchmark.table.measures.first { $0.code == code } }
    table = Disclosure.alreadyPublished(
      ComparisonTable(benchmark, measures: measures, authorities: [authority.code], withSeries: true))
    rows = Dictionary(
      table.value.rows.enumerated().map { ($1.comparison.measure.code, $0) }, uniquingKeysWith: { first, _ in first })
    let neighbours = benchmark.neighbours.authorities.isEmpty ? "" : "; neighbours: \(benchmark.neighbours.name)"
    source = table.value.source.title + neighbours
  }

  /// Whether the publication has the authority at all.
  public var hasAuthority: Bool { benchmark.table.place(of: .authority(authority.code)) != nil }

  func row(_ code: String) -> ComparisonTable.Row? { rows[code].map { table.value.rows[$0] } }

  /// A cell of the publication.
  func value(_ cell: PublishedCell?, _ measure: Measure) -> ChartValue {
    ChartValue(cell, of: table, places: measure.shownDecimals(.corrected))
  }

  /// A mean of published numbers, which has a decimal even where they are whole.
  func mean(_ number: Double?, _ measure: Measure) -> ChartValue {
    ChartValue(number, of: table, places: max(1, measure.shownDecimals(.corrected)))
  }

  /// A number in the measure's decimals.
  func text(_ number: Double, _ measure: Measure, isMean: Bool = false) -> String {
    ChartDigits.text(number, places: max(isMean ? 1 : 0, measure.shownDecimals(.corrected)))
  }

  func source(_ measure: Measure) -> String { "\(source), measure \(measure.code)" }

  static func label(_ period: Period) -> String {
    period.label.split(separator: " (").first.map { String($0) } ?? period.label
  }
}
