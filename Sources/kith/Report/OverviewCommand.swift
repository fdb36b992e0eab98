import ArgumentParser
import KithDisclosure
import KithMeasures
import KithPlaces
import KithReports
import KithStore

/// `kith report overview`: a page of A4 for each stage of the service, and a director's page.
struct OverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview",
    abstract: "Write an overview of the service: a director's page, then a page for each stage.",
    discussion: """
      From the returns in a store, beside what is published of neighbours and England. Figures go through disclosure control; \
      with --internal they are as counted, with what made each headline change, and every page says not for release. \
      What people write about the reasons goes into reasons.txt of a folder. Each page is one of A4 when it is printed. See docs/reports.md.

      EXAMPLES
        kith report overview --la 301 --store children.duckdb --lait-data lait --population population.csv --out out
        kith report overview --la 301 --store children.duckdb --internal --out out
      """)

  @OptionGroup(title: "Figures")
  var sources: ReportSources

  @Flag(help: "Raw figures and reasons, for the authority's own staff: not for release.")
  var `internal` = false

  @OptionGroup
  var output: ReportOutput

  func validate() throws {
    if sources.store == nil { throw ValidationError("Give --store: an overview is of the authority's own returns.") }
  }

  func run() throws {
    let authority = try sources.authority()
    guard let store = try sources.opened() else { return }
    let (code, children) = (sources.storeCode(authority), try sources.people())
    let own = try OwnEvidence(store, of: code, asOf: sources.asOf, children: children, isInternal: self.internal)
    guard let year = own.years.last else {
      throw UsageFault("The store has no return of authority \(code); name the one it has with --store-la.")
    }
    var found = Overview.Sources(authority: authority, own: own, children: children)
    found.published = try sources.published()
    if let texts = try output.texts() { found.texts = texts }
    if self.internal { found.reasons = try reasons(store, code, year, children) }
    let document = Overview(found, assets: ReportSources.assets())
    try output.write(
      "overview", document.html, of: authority, document.contents, run: try sources.run(store, of: authority),
      line: "\(document.contents.count) pages, each one of A4 when printed.")
  }

  /// What made each headline another than last year's, the three largest reasons of each.
  private func reasons(
    _ store: Store, _ code: String, _ year: Int, _ children: ChildPopulation
  ) throws -> [(headline: String, words: String)] {
    let headlines = Overview.headlines.compactMap { id in Measure.all().first { $0.id == id } }
    let changes = try MeasureComparison(store, year: year, headlines, children: children).changes(of: code)
    return changes.compactMap { change in
      guard !change.parts.isEmpty else { return nil }
      let parts = change.parts.prefix(3).map { "\($0.count > 0 ? "+" : "−")\(abs($0.count)) \($0.reason)" }
      return (change.now.measure.name, parts.joined(separator: "; "))
    }
  }
}

extension TextSlots {
  /// Reads a folder of what people have written; what is no place of a document is said.
  static func read(_ folder: String) throws -> TextSlots {
    let texts: TextSlots
    do { texts = try TextSlots(folder: folder) } catch {
      throw UsageFault("\(folder) cannot be read as a folder of text files in UTF-8.")
    }
    guard let name = texts.unknown.first else { return texts }
    let names = Slot.allCases.map { $0.rawValue + ".txt" }.joined(separator: ", ")
    throw UsageFault("\(folder) holds \(name), which is no place of the page; name files \(names).")
  }
}
