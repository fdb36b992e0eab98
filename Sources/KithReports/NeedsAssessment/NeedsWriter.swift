import KithMeasures
import KithCharts
import KithDisclosure
import KithPlaces
import KithStudies

/// Writes a needs assessment section by section.
struct NeedsWriter {
  private(set) var document: AreaDocument
  private let sources: NeedsAssessment.Sources
  private let published: PublishedEvidence?

  init(_ sources: NeedsAssessment.Sources, draws: Bool) {
    self.sources = sources
    document = AreaDocument(draws: draws)
    let counts = MeasureCounted.counts.values.map(\.count)
    let codes = needsSections.flatMap { $0.items.flatMap(\.codes) } + counts + needsHeadlines
    published = sources.published.map { PublishedEvidence($0, of: sources.authority, codes: codes) }
  }

  mutating func write() {
    summary()
    for section in needsSections {
      document.open(section.title)
      for item in section.items { write(item) }
      document.close()
    }
    method()
  }

  /// The head of the page, its contents, and its sections.
  func body(_ title: String) -> String {
    var head = HTMLText()
    head.markup("<main><h1>")
    head.text(title)
    head.markup("</h1>\n")
    if let own = sources.own {
      head.element(
        "p", [("class", "mark")], own.isSynthetic ? "SYNTHETIC: own figures are of invented children." : Release.notice)
    }
    head.element(
      "p", [],
      "Association, not cause: figures of areas do not say why a child came to care, and none scores a child. Where nothing is at hand the page says so."
    )
    head.markup("<nav aria-label=\"Contents\"><ol>")
    for (place, section) in document.contents.enumerated() {
      head.markup("<li>")
      head.element("a", [("href", "#section-\(place + 1)")], section.title)
      head.markup("</li>\n")
    }
    head.markup("</ol></nav>\n")
    return head.html + document.html + "</main>\n"
  }

  private mutating func summary() {
    document.open("Summary")
    let found = needsHeadlines.compactMap { published?.trend($0) }
    if found.isEmpty {
      document.paragraph("Not shown: \(Self.noLAIT)", "missing")
    } else {
      document.paragraph("What the published figures say first:")
      document.list(found.compactMap { exhibit in exhibit.chart.map { "\($0.head.subject): \($0.head.finding)." } })
    }
    document.show(.summary, of: sources.texts)
    document.close()
  }

  static let noLAIT =
    "LAIT's figures are not at hand. Take bds_long_0.parquet, lait_data_dictionary.csv and the neighbours from DfE, and name their folder with --lait-data."

  private mutating func write(_ item: NeedsSection.Item) {
    switch item {
    case .trend(let code): document.show(published?.trend(code), orSay: missing(code))
    case .count(let code): document.show(published?.count(code), orSay: missing(code))
    case .parts(let title, let parts): document.show(published?.parts(title, parts), orSay: missing(title))
    case .spine(let title, let codes): document.show(published?.spine(title, codes), orSay: missing(title))
    case .funnel(let rate, let count):
      document.show(published?.funnel(rate: rate, count: count), orSay: missing("the funnel of \(rate)"))
    case .tiles(let code): document.show(published?.tiles(code), orSay: missing("the map of \(code)"))
    case .slot(let slot): document.show(slot, of: sources.texts)
    default: writeOwn(item)
    }
  }

  private mutating func writeOwn(_ item: NeedsSection.Item) {
    let own = sources.own
    switch item {
    case .ownYears(let title, let ids): document.show(own?.years(title, ids), orSay: noStore(title.lowercased()))
    case .ownTrend(let id): document.show(own?.trend(id), orSay: noStore(id))
    case .ownGroups(let id, let breakdown, let words):
      document.show(own?.groups(id, by: breakdown, words), orSay: noStore("\(id) by \(words)"))
    case .population:
      document.show(
        sources.files.lazy.compactMap(\.population).first,
        orSay:
          "children of 0 to 17 over the years: name ONS's mid-year estimates as Explore Education Statistics has them, with --ees."
      )
    case .factors:
      document.show(
        sources.files.lazy.compactMap { $0.factors() }.first,
        orSay:
          "factors at the end of assessment: name DfE's file c3_factors_identified_at_end_of_assessment with --ees.")
    default: writeStudies(item)
    }
  }

  private mutating func writeStudies(_ item: NeedsSection.Item) {
    switch item {
    case .forecast:
      show(
        sources.forecast,
        orSay: "a forecast: it needs a store with three years' SSDA903 returns of the authority, with --store.")
    case .cost:
      document.show(
        sources.cost,
        orSay:
          "what care cost by your own prices: give your rate card with --unit-costs, beside --store. Section 251 stands below where LAIT has it."
      )
    case .inequality:
      show(
        sources.inequality,
        orSay:
          "rates by deprivation: give --imd, --small-areas and --postcodes or --homes beside --store (docs/inequality.md)."
      )
    default: writeJourneys(item)
    }
  }

  private mutating func writeJourneys(_ item: NeedsSection.Item) {
    switch item {
    case .monthly(let count):
      document.show(
        sources.months[count], orSay: noStudy("a control chart of \(count.title) by month", "--store"))
    case .enquiries:
      show(
        sources.enquiries,
        orSay: noStudy("the way from section 47 enquiries to conferences and plans", "--store, with a CIN Census"))
    case .incidence:
      show(
        sources.incidence,
        orSay: noStudy(
          "the share of children referred, on a plan and looked after by each age",
          "--store with two years' returns, and --population"))
    case .outcomes:
      show(
        sources.outcomes,
        orSay: noStudy(
          "own outcomes at school and in health (OUT01 to OUT07)",
          "--attributes and --map with the files, --register, --entry and --agreed-on with the agreement, beside --store (docs/outcomes.md)"
        ))
    default: break
    }
  }

  /// Why a study of the store has nothing to show, where that was asked for; else what would give it.
  private func noStudy(_ what: String, _ options: String) -> String {
    sources.own == nil
      ? "\(what): give \(options)."
      : "\(what): the store and the files given have nothing that may be shown; it takes \(options). The last section says what could not be made."
  }

  private mutating func show(_ exhibits: [Exhibit], orSay missing: String) {
    for exhibit in exhibits { document.show(exhibit, orSay: missing) }
    if exhibits.isEmpty { document.show(nil, orSay: missing) }
  }

  private func missing(_ what: String) -> String {
    guard let published else { return "\(what): \(Self.noLAIT)" }
    return published.hasAuthority
      ? "\(what): LAIT's files have no number of \(sources.authority.name)."
      : "\(what): LAIT's files do not have \(sources.authority.name)."
  }

  private func noStore(_ what: String) -> String {
    sources.own == nil
      ? "\(what) from own returns: name the store with --store."
      : "\(what) from own returns: the store gives no figure that may be shown."
  }

  private mutating func method() {
    document.open("Data quality and method")
    MethodNotes(sources, published).write(into: &document)
    document.show(.gaps, of: sources.texts)
    document.close()
  }
}
