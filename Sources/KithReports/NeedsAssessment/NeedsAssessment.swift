public import KithAggregates
public import KithCharts
public import KithPlaces
public import KithStudies

/// A strategic needs assessment of an authority as one page that stands by itself and prints.
///
/// Every figure on it is a published one, is worked out from published ones, or has passed disclosure control; what there is nothing for is said.
public struct NeedsAssessment: Sendable {
  /// What it is made from.
  public struct Sources: Sendable {
    /// The authority.
    public var authority: Authority
    /// LAIT's figures; nil where they are not at hand.
    public var published: Benchmark?
    /// Files of Explore Education Statistics.
    public var files: [TableFileEvidence] = []
    /// The figures of a store.
    public var own: OwnEvidence?
    /// The forecast, and how such forecasts have done.
    public var forecast: [Exhibit] = []
    /// The year's cost by the user's rate card.
    public var cost: Exhibit?
    /// Gradients by deprivation.
    public var inequality: [Exhibit] = []
    /// Control charts of months, by what is counted.
    public var months: [MonthlyCount: Exhibit] = [:]
    /// The way from enquiries to plans.
    public var enquiries: [Exhibit] = []
    /// The share of children with a first event by each age.
    public var incidence: [Exhibit] = []
    /// Outcomes at school and in health, of files joined by linkage.
    public var outcomes: [Exhibit] = []
    /// What people have written.
    public var texts = TextSlots.none
    /// Why something that was asked for could not be made.
    public var failures: [String] = []

    /// Sources of an authority, none yet.
    public init(authority: Authority) { self.authority = authority }
  }

  /// A section's title, how many exhibits it has, and what it lacks.
  public let contents: [(title: String, exhibits: Int, missing: [String])]
  /// The page.
  public let html: String

  /// Makes the page; without assets its charts are tables.
  public init(_ sources: Sources, assets: WebAssets?) {
    var writer = NeedsWriter(sources, draws: assets != nil)
    writer.write()
    contents = writer.document.contents
    let title = "Needs assessment: children's social care in \(sources.authority.name)"
    html = ChartPage(title: title, body: writer.body(title), assets: assets, style: Self.style).html
  }

  /// The last year whose figures are used, the synthetic mark, and so on are on the page itself.
  static let style = """
    .missing{color:#484949;border-left:6px solid #b1b4b6;padding-left:.75rem}.says{font-weight:normal;margin-top:1.5rem}
    .mark{border:3px solid #d4351c;padding:.5rem 1rem;font-weight:bold}nav li{margin:.2rem 0}
    .exhibit{break-inside:avoid}.many table{font-size:.75rem}@media print{section{break-before:page}nav{break-after:page}.many .figures{columns:2}
    .many table{font-size:6.5pt;margin:0}.many th,.many td{padding:.05rem .3rem .05rem 0}
    .many figure.chart{break-inside:auto}.chart .drawing svg{max-width:150mm;max-height:70mm}.many .drawing svg{max-height:110mm}}

    """
}
