import ArgumentParser
import KithAggregates
import KithMeasures
import KithPlaces
import KithReports
import KithStore
import KithStudies

/// `kith report needs-assessment`: the strategic needs assessment of an authority.
struct NeedsAssessmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "needs-assessment",
    abstract: "Write the strategic needs assessment of an authority as one page that prints.",
    discussion: """
      From LAIT's figures, files of Explore Education Statistics, and your own returns in a store, each through disclosure \
      control. A section without figures says which file would fill it. Pounds come from your rate card or Section 251, never \
      from invented prices. What people write goes into text files of a folder: summary.txt, voice.txt, services.txt, \
      evidence.txt, reasons.txt, sufficiency.txt, gaps.txt. Files of other agencies (--attributes, --map) are joined under an \
      agreement of the register, as by kith study outcomes. What the run was of stands beside the page. See docs/reports.md.

      EXAMPLES
        kith report needs-assessment --la 301 --lait-data lait --out out
        kith report needs-assessment --la 301 --lait-data lait --ees c3.csv --store children.duckdb --text words --out out
      """)

  @OptionGroup(title: "Figures")
  var sources: ReportSources

  @Option(help: ArgumentHelp("A file of Explore Education Statistics. May be given again.", valueName: "file"))
  var ees: [String] = []

  @Option(help: ArgumentHelp("Your unit costs (docs/costs.md), beside --store.", valueName: "file"))
  var unitCosts: String?

  @Option(help: ArgumentHelp("Deprivation of small areas: lsoa,decile.", valueName: "file"))
  var imd: String?

  @Option(help: ArgumentHelp("Children by small area: lsoa,population.", valueName: "file"))
  var smallAreas: String?

  @Option(help: ArgumentHelp("Each child's small area: authority,child,lsoa.", valueName: "file"))
  var homes: String?

  @Option(help: ArgumentHelp("Postcodes, to place children looked after: postcode,lsoa.", valueName: "file"))
  var postcodes: String?

  @OptionGroup(title: "Outcomes")
  var outcomes: ReportOutcomes

  @OptionGroup
  var output: ReportOutput

  func validate() throws {
    if outcomes.isAsked, sources.store == nil { throw ValidationError("--attributes goes with --store.") }
    if unitCosts != nil || imd != nil, sources.store == nil {
      throw ValidationError("--unit-costs and --imd go with --store.")
    }
    if imd != nil, smallAreas == nil || (homes == nil && postcodes == nil) {
      throw ValidationError("--imd goes with --small-areas and with --homes or --postcodes.")
    }
  }

  func run() throws {
    let authority = try sources.authority()
    var found = NeedsAssessment.Sources(authority: authority)
    found.published = try sources.published()
    found.files = try ees.map { TableFileEvidence(try EESData(path: $0), of: authority, asOf: sources.asOf) }
    if let texts = try output.texts() { found.texts = texts }
    let store = try sources.opened(for: outcomes.isAsked ? .changing : .reading)
    var run = try sources.run(store, of: authority)
    run.note(ees + [unitCosts, imd, smallAreas, homes, postcodes])
    if let store { try addOwn(store, to: &found, &run) }
    let document = NeedsAssessment(found, assets: ReportSources.assets())
    let contents = document.contents
    let missing = contents.map(\.missing.count).reduce(0, +)
    try output.write(
      "needs-assessment", document.html, of: authority, contents, run: run,
      line:
        "\(contents.count) sections, \(contents.map(\.exhibits).reduce(0, +)) exhibits; \(missing) things are not shown, "
        + "and the page says what would fill them.")
  }

  /// What a store gives; what it cannot give is kept as a failure, for the page says so.
  private func addOwn(
    _ store: Store, to found: inout NeedsAssessment.Sources, _ run: inout ReportRun
  ) throws {
    let code = sources.storeCode(found.authority)
    // An agreement that does not hold, and files that cannot be joined, stop the run: nothing is written.
    let joined = try outcomes.joined(to: store, of: code, upTo: sources.asOf, &run)
    let people = try sources.people()
    let own = try OwnEvidence(store, of: code, asOf: sources.asOf, children: people)
    guard let year = own.years.last else {
      throw UsageFault("The store has no return of authority \(code); name the one it has with --store-la.")
    }
    found.own = own
    addJourneys(store, code, own, people, to: &found)
    if let joined { keeping("Outcomes", &found) { $0.outcomes = try joined.exhibits() } }
    keeping("The forecast", &found) { $0.forecast = try DemandEvidence(store, of: code).exhibits() }
    if let unitCosts {
      let card = try RateCard(studyFile(unitCosts), name: unitCosts)
      keeping("The cost", &found) { $0.cost = try CostEvidence(store, of: code, year: year, card: card).exhibit }
    }
    if imd != nil { try addInequality(store, code, year, to: &found) }
  }

  private func addJourneys(
    _ store: Store, _ code: String, _ own: OwnEvidence, _ people: ChildPopulation,
    to found: inout NeedsAssessment.Sources
  ) {
    for count in [MonthlyCount.referrals, .careStarts] {
      keeping("The control chart of \(count.title)", &found) {
        $0.months[count] = try MonthlyEvidence(count, in: store, of: code, upTo: own.years.last).shown()
      }
    }
    guard let year = own.years.last else { return }
    keeping("The way from enquiries to plans", &found) {
      $0.enquiries = try FlowEvidence(store, of: code, year: year).exhibits
    }
    guard let children = people.count(in: code, returnYear: year) else { return }
    keeping("First events by age", &found) {
      $0.incidence = try IncidenceEvidence(store, of: code, year: year, children: children).exhibits
    }
  }

  private func addInequality(
    _ store: Store, _ code: String, _ year: Int, to found: inout NeedsAssessment.Sources
  ) throws {
    guard let imd, let smallAreas else { return }
    let areas = try SmallAreas(
      deprivation: studyFile(imd), population: studyFile(smallAreas), names: (imd, smallAreas))
    for level in InterventionLevel.allCases {
      let file = level == .lookedAfter ? postcodes : homes
      guard let file else { continue }
      keeping("Inequality of \(level.title.lowercased())", &found) { found in
        let evidence = try InequalityEvidence(level, in: store, of: code, year: year, areas: areas) { children in
          level == .lookedAfter
            ? try ChildHomes.ofPostcodes(children, file: file) : try ChildHomes(studyFile(file), name: file)
        }
        if let evidence { found.inequality.append(evidence.exhibit()) }
      }
    }
  }

  private func keeping(
    _ what: String, _ found: inout NeedsAssessment.Sources, _ work: (inout NeedsAssessment.Sources) throws -> Void
  ) {
    do { try work(&found) } catch { found.failures.append("\(what): \(error)") }
  }
}
