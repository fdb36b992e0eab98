import ArgumentParser
import KithDisclosure
import KithPlaces
import KithStore
import KithStudies
import KithTables

/// `kith study costs`: what the days and events of a store's histories cost.
struct CostsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "costs",
    abstract: "Work out what days and events cost, from your unit costs.",
    discussion: """
      Unit costs are yours: a CSV of process,placement,provider,authority,unit,unit_cost,price_year,source (docs/costs.md). \
      --example takes invented ones that show the layout. Days are counted twice, by the ledger and by the database, and \
      both are shown; days without a fee are shown as such, never as free. With --policy pounds stand to the nearest 1,000, of ten \
      children or more, and what would give a withheld one away is withheld too.

      EXAMPLES
        kith study costs --store children.duckdb --year 2025 --la 301 --unit-costs costs.csv
        kith study costs --store children.duckdb --year 2025 --la 301 --unit-costs costs.csv --policy dfe-cla
        kith study costs --store children.duckdb --year 2025 --unit-costs costs.csv --index deflator.csv --prices 2025
      """)

  @OptionGroup(title: "Store")
  var options: StoreOptions

  @Option(help: "The financial year, by the year in which it ends: 2025 for 2024/25.")
  var year: Int

  @Option(help: "The authority, by its number or its name. May be given again; else all.")
  var la: [String] = []

  @Option(help: ArgumentHelp("Your unit costs (docs/costs.md).", valueName: "file"))
  var unitCosts: String?

  @Flag(help: "Take the invented unit costs that show the layout.")
  var example = false

  @Option(help: ArgumentHelp("A price index: year,index. With --prices.", valueName: "file"))
  var index: String?

  @Option(help: "Bring all prices to those of this financial year.")
  var prices: Int?

  @Option(help: "How far prices are moved, one after another, for the sensitivity: 10 for a tenth up or down.")
  var sensitivity = 10.0

  @Option(
    help: ArgumentHelp(
      "A year's spending by service, to reconcile with: service,placements,expenditure; placements as \"U1 U4\".",
      valueName: "file"))
  var spending: String?

  @Flag(help: "List each child's cost. The listing is logged in the store.")
  var children = false

  @Option(help: "With --children: what the listing is for, for the log; without a name or an identifier.")
  var reason: String?

  @OptionGroup(title: "Release")
  var release: ReleaseOptions

  @OptionGroup(title: "Output")
  var output: StudyOutput

  func validate() throws {
    if children, release.policy != .internal { throw ValidationError("--children lists children: leave out --policy.") }
    if (unitCosts == nil) != example { throw ValidationError("Give --unit-costs FILE, or --example.") }
    if (index == nil) != (prices == nil) { throw ValidationError("--index and --prices go together.") }
    if children, reason == nil { throw ValidationError("Say what the listing is for: --reason. It stays in the log.") }
    guard (0...100).contains(sensitivity) else { throw ValidationError("--sensitivity is 0 to 100.") }
  }

  func run() throws {
    let card = try priced()
    let store = try options.open(for: children ? .changing : .reading)
    guard let window = CostWindow(financialYear: year) else { throw UsageFault("\(year) is no year.") }
    let wanted = try la.map(authorityDigits)
    let history = CostHistory(store, in: window)
    let quantities = try history.quantities().filter { wanted.isEmpty || wanted.contains($0.authority) }
    guard !quantities.isEmpty else {
      throw StudyError(
        .tooLittle, "Nothing happened in \(year - 1)/\(year % 100) in the store; load the year's returns.")
    }
    let ledger = CostLedger(quantities, card)
    let isSynthetic = try store.isSynthetic ?? false
    let protected = CostRelease(ledger, card, entries: try history.entryYears())
    try release.write(
      figures: { protected.figureFile(year: year, isSynthetic: isSynthetic).value }, outputs: { protected.outputs })
    var report = CostReport(ledger, card, history: history, authorities: wanted, sensitivity: sensitivity / 100)
    guard release.policy == .internal else {
      return output.write(
        StudySheet(
          "study costs", released: try protected.released(under: release.policy.policy), isSynthetic: isSynthetic,
          notes: [store.warning].compactMap { $0 } + report.notes
            + ["Days, the sensitivity and the spending by service are not released: they would narrow withheld pounds."]
        ))
    }
    report.spending = try spending.map { try ServiceSpending.all(studyFile($0), name: $0) } ?? []
    if children {
      try store.noteListing(
        of: "costs of \(year)", rows: report.childCount, purpose: reason ?? "", asOf: options.asOf)
    }
    let tables = try report.tables() + (children ? [report.byChild] : [])
    output.write(
      StudySheet(
        "study costs", own: Disclosure.internalUse(tables), isSynthetic: isSynthetic,
        notes: [store.warning].compactMap { $0 } + report.notes))
  }

  private func priced() throws -> RateCard {
    let card = try unitCosts.map { try RateCard(studyFile($0), name: $0) } ?? .example
    guard let index, let prices else { return card }
    return try card.inPrices(of: prices, try PriceIndex.read(studyFile(index), name: index))
  }
}

/// The three digits of an authority that a user names.
func authorityDigits(_ text: String) throws -> String {
  if text.count == 3, text.allSatisfy(\.isNumber) { return text }
  return try AuthorityRegister.england.find(text).code.description
}
