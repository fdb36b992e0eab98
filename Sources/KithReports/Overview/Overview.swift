public import KithAggregates
public import KithCharts
public import KithMeasures
public import KithPlaces

/// An overview of a service: a director's page, then a page of A4 for each stage.
public struct Overview: Sendable {
  /// What it is made from.
  public struct Sources: Sendable {
    /// The authority.
    public var authority: Authority
    /// Its own figures.
    public var own: OwnEvidence
    /// LAIT's figures; nil where they are not at hand.
    public var published: Benchmark?
    /// The children of the area, by which rates stand in a funnel.
    public var children: ChildPopulation
    /// Why headlines are other than last year's; only for staff, and none else.
    public var reasons: [(headline: String, words: String)] = []
    /// What people have written.
    public var texts = TextSlots.none

    /// Sources of an authority.
    public init(authority: Authority, own: OwnEvidence, children: ChildPopulation) {
      self.authority = authority
      self.own = own
      self.children = children
    }
  }

  /// The pages, each with how many exhibits it has, and what it lacks.
  public let contents: [(title: String, exhibits: Int, missing: [String])]
  /// The document.
  public let html: String

  /// The measures of the director's page.
  public static var headlines: [String] { directorHeadlines }

  /// Makes the pages; without assets their charts are tables.
  public init(_ sources: Sources, assets: WebAssets?) {
    var writer = OverviewWriter(sources, draws: assets != nil)
    writer.write()
    contents = writer.document.contents
    let title = "Children's services overview: \(sources.authority.name)"
    html =
      ChartPage(
        title: title, body: "<main>\(writer.document.html)</main>\n", assets: assets, style: Self.style
      ).html
  }

  private static let style = """
    section.sheet{border-bottom:2px solid #b1b4b6;padding-bottom:1rem}.mark{border:3px solid #d4351c;padding:.3rem .6rem;font-weight:bold}
    .missing{color:#484949;border-left:6px solid #b1b4b6;padding-left:.75rem}section.sheet h2{margin:.5rem 0}
    .running{font-size:.875rem;color:#484949;margin:0}.chart table{font-size:.8125rem}
    @media print{body{font-size:9pt}section.sheet{break-after:page;break-inside:avoid;border:0;padding:0}
    section.sheet:last-of-type{break-after:auto}.chart table,table{font-size:7.5pt;margin:.1rem 0}th,td{padding:.03rem .4rem .03rem 0}
    section.sheet p{margin:.25rem 0}figure.chart{margin:.4rem 0}.chart .finding{font-size:11pt}.chart .subject{font-size:8.5pt}
    .chart .source,.chart .symbols,.chart .note,.running{font-size:7pt}section.sheet h2{font-size:14pt;margin:0}h3{font-size:11pt;margin:.4rem 0 .1rem}
    .chart .drawing svg{max-height:44mm;max-width:150mm}.mark{padding:.1rem .4rem;border-width:2px;font-size:8pt}ul{margin:.2rem 0}}

    """
}
