import KithAggregates
import KithCharts
import KithDisclosure
import KithPlaces

/// Makes the pages on comparisons from a query.
struct CompareDesk {
  let query: CompareQuery
  let figures: PublishedFigures
  /// Whether charts can be drawn.
  let draws: Bool

  var forms: CompareForms { CompareForms(query: query, figures: figures) }
  var source: String { query.source.title }

  /// The comparisons of some authorities on some measures, which may be shown.
  func table(_ measures: [Measure], _ authorities: [AuthorityCode], withSeries: Bool = false)
    -> Releasable<ComparisonTable>
  {
    Disclosure.alreadyPublished(
      ComparisonTable(query.benchmark, measures: measures, authorities: authorities, withSeries: withSeries))
  }

  func name(_ code: AuthorityCode) -> String { AuthorityRegister.england[code]?.name ?? "\(code)" }

  /// A chart as a page shows it.
  func shown(_ chart: any Chart, _ id: String) -> ShownChart {
    ShownChart(html: ChartFigure(chart, id: id, draws: draws).html)
  }

  /// The ways to the other views of the same authority and measure.
  func ways(_ current: String, _ measure: Measure?) -> [Way] {
    let code = measure.map { [("measure", $0.code)] } ?? []
    let pages = [
      ("topic", "All measures of a topic", []), ("measure", "One measure over time", code),
      ("list", "Rank and map", code), ("heat", "Heat map", []),
      ("scatter", "Two measures", measure.map { [("x", $0.code)] } ?? []),
      ("own", "Create your own", code),
    ]
    return pages.map { page, words, changes in
      Way(words: words, address: query.address(page, changes), isCurrent: page == current)
    }
  }

  /// What a reader should know of the figures shown.
  func remarks(_ table: Releasable<ComparisonTable>) -> [String] {
    let rows = table.value.rows
    let symbols = Set(rows.compactMap { $0.comparison.own.cell?.symbol }).filter { !$0.rawValue.isEmpty }
      .sorted { $0.rawValue < $1.rawValue }.map { "\($0.rawValue): \($0.meaning)" }
    let counts =
      rows.allSatisfy { $0.comparison.spread == nil }
      ? [
        "The publication does not hold the counts behind these figures, so intervals, funnel limits and a test of trend are not shown."
      ]
      : []
    return ["Neighbours: \(table.value.edition)."] + symbols + counts + table.value.notes.prefix(5)
  }

  /// The places of a measure's decimals.
  func places(_ measure: Measure) -> Int { measure.shownDecimals(query.benchmark.mode) }

  func words(_ measure: Measure) -> FigureWords { FigureWords(measure: measure, mode: query.benchmark.mode) }

  /// A page with what is common to all.
  func view(
    _ page: String, title: String, measure: Measure?, form: CompareForm, sentences: [String] = [],
    tables: [ShownTable] = [], charts: [ShownChart] = [], remarks: [String] = [], data: [(String, String)] = []
  ) -> CompareView {
    CompareView(
      title: title, subject: source, ways: ways(page, measure), form: form, sentences: sentences, tables: tables,
      charts: charts, remarks: remarks, dataAddress: query.address("data.csv", [("page", page)] + data),
      ownAddress: nil)
  }
}
