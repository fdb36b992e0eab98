import KithCharts
import KithDisclosure
import KithMeasures
import KithPlaces
import KithStore

/// Writes an overview page by page.
struct OverviewWriter {
  private(set) var document: AreaDocument
  private let sources: Overview.Sources
  private let table: HeadlineTable
  private let published: PublishedEvidence?
  private let faults: FaultEvidence

  init(_ sources: Overview.Sources, draws: Bool) {
    self.sources = sources
    document = AreaDocument(draws: draws, allowsInternal: sources.own.isInternal)
    let ids = overviewSheets.flatMap(\.measures) + directorHeadlines
    let all = Measure.all()
    let codes = ids.compactMap { id in all.first { $0.id == id }?.laitName } + overviewSheets.compactMap(\.trend)
    published = sources.published.map {
      PublishedEvidence($0, of: sources.authority, codes: codes + MeasureCounted.counts.values.map(\.count))
    }
    faults = FaultEvidence(sources.own)
    table = HeadlineTable(sources.own, published, children: sources.children)
  }

  mutating func write() {
    director()
    for sheet in overviewSheets { write(sheet) }
    writeFaults()
  }

  private mutating func open(_ title: String) {
    document.open(title, style: "sheet")
    let years = sources.own.years.last.map(OwnEvidence.title) ?? "no year"
    document.paragraph("\(sources.authority.name), \(years)", "running")
    let mark = sources.own.isSynthetic ? "SYNTHETIC: own figures are of invented children. " : ""
    let notice =
      sources.own.isInternal
      ? Internal<Int>.notice + ": raw figures of the authority's own records." : Release.notice + "."
    document.paragraph(mark + notice, "mark")
  }

  private mutating func director() {
    open("Director's page: ten headlines")
    document.show(table.headlines(directorHeadlines), orSay: "the store gives none of the headlines.")
    document.heading("Reasons")
    if sources.reasons.isEmpty {
      document.paragraph(
        sources.own.isInternal
          ? "No headline differs from last year's by reasons that the returns give."
          : "What makes each difference is a count of few children, so it is shown to staff only: --internal.")
    }
    document.list(sources.reasons.map { "\($0.headline): \($0.words)" })
    document.list(sources.texts.paragraphs(.reasons))
    document.heading("Known faults of the data")
    document.list(faults.lines + refusals)
    document.close()
  }

  private var refusals: [String] {
    sources.own.refusals.map { "Not shown, for it could not be protected: \($0)." }
  }

  /// The last page: the rules that the latest returns broke.
  private mutating func writeFaults() {
    open("Known faults of the data, by rule")
    document.list(faults.lines)
    document.show(
      faults.exhibit(most: 18),
      orSay:
        "findings by rule: the latest returns were loaded unchecked, broke no rule, or were loaded by a version that kept totals alone. Load them again without --unchecked."
    )
    document.close()
  }

  private mutating func write(_ sheet: OverviewSheet) {
    open(sheet.title)
    if !sheet.note.isEmpty { document.paragraph(sheet.note) }
    if !sheet.measures.isEmpty {
      document.show(table.years(sheet.title, sheet.measures), orSay: "the store gives no figure of it.")
    }
    if let groups = sheet.groups {
      document.show(
        sources.own.groups(groups.measure, by: groups.by, groups.words), orSay: "the count by \(groups.words).")
    }
    if let trend = sheet.trend {
      document.show(
        published?.trend(trend, periods: 7), orSay: "published figures over time: name LAIT's folder with --lait-data.")
    }
    document.close()
  }
}
