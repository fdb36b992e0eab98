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
    /// LAIT's own answer, where the figures over time were asked for and LAIT's rules are not used already.
    public let inLAIT: AuthorityComparison?
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
    let lait = benchmark.inLAITMode
    rows = measures.flatMap { measure -> [Row] in
      guard let league = benchmark.league(measure) else { return [] }
      let theirs = withSeries && benchmark.mode != .lait ? lait.league(measure) : nil
      return authorities.compactMap { code in
        benchmark.comparison(of: code, in: league).map { comparison in
          Row(
            comparison: comparison, league: league, series: withSeries ? benchmark.series(of: code, measure) : nil,
            inLAIT: theirs.flatMap { lait.comparison(of: code, in: $0) })
        }
      }
    }
  }
}
