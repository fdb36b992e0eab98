public import KithDisclosure
public import KithPlaces

/// Comparisons of authorities on measures, as a page, a file or a terminal shows them.
///
/// Every figure is a published cell, or a rank, mean, median, difference or limit of published numbers: nothing is worked out
/// from a cell that shows a symbol, so no withheld cell can be worked out from the table.
public struct ComparisonTable: PublishedTable {
  /// One authority on one measure, with what the measure's league says of all.
  public struct Row: Sendable {
    /// The comparison.
    public let comparison: AuthorityComparison
    /// The measure's league.
    public let league: League
    /// The figures over time, where they were asked for.
    public let series: AuthoritySeries?
  }

  /// The publication.
  public let source: PublicationSource
  /// By whose rules the authorities are compared.
  public let mode: ComparisonMode
  /// The neighbours' edition.
  public let edition: String
  /// The last year whose figures are used; nil for all.
  public let asOf: Int?
  /// The comparisons.
  public let rows: [Row]
  /// What the reader should know of the publication's table.
  public let notes: [String]

  /// Compares authorities on measures, measure by measure.
  public init(
    _ benchmark: Benchmark, measures: [Measure], authorities: [AuthorityCode], withSeries: Bool = false
  ) {
    source = benchmark.table.source
    mode = benchmark.mode
    edition = benchmark.neighbours.name
    asOf = benchmark.asOf
    notes = benchmark.table.notes
    rows = measures.flatMap { measure -> [Row] in
      guard let league = benchmark.league(measure) else { return [] }
      return authorities.compactMap { code in
        benchmark.comparison(of: code, in: league).map { comparison in
          Row(
            comparison: comparison, league: league,
            series: withSeries ? benchmark.series(of: code, measure) : nil)
        }
      }
    }
  }
}
