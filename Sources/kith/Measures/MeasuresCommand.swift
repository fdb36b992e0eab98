import ArgumentParser
import Foundation
import KithDisclosure
import KithMeasures
import KithPlaces
import KithStore
import KithTables

/// `kith measures`: official measures from the returns in a store.
struct MeasuresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "Work out official measures from the returns in a store.",
    discussion: """
      The figures are the authority's own and not for release; kith release makes what may be shown. x says that the \
      returns in the store do not give a figure, and why; z that there is nothing to divide by.

      EXAMPLES
        kith measures --store children.duckdb --year 2025 --la 301
        kith measures --store children.duckdb --year 2025 --measure cla_3plus_pct --by age
        kith measures --store children.duckdb --year 2017-2026 --csv
        kith measures --store children.duckdb --year 2025 --measure cpp_2y_ended_pct --la 301 --children --reason "query"
      """)

  @OptionGroup(title: "Store")
  var options: ReadingOptions

  @Option(help: CollectionSpan.help, transform: CollectionSpan.init(parsing:))
  var year: [CollectionSpan]

  @OptionGroup
  var choice: MeasureChoice

  @Option(
    help: ArgumentHelp(
      "Children of 0 to 17 by authority and year, for rates: authority,year,population, or ONS's estimates as Explore "
        + "Education Statistics gives them.", valueName: "file"))
  var population: String?

  @Flag(help: "List the children that one measure counts. The listing is logged in the store.")
  var children = false

  @Option(help: "With --children: what the listing is for, for the log; without a name or an identifier.")
  var reason: String?

  @Flag(help: "Print the difference from last year, and what made it; of one authority.")
  var change = false

  @Flag(help: "List the measures and what they are.")
  var list = false

  @OptionGroup(title: "Edges that DfE's words leave open")
  var edges: MeasureEdges

  @Flag(help: "Write comma-separated text.")
  var csv = false

  @Flag(help: "Write one JSON object (docs/json.md).")
  var json = false

  func run() async throws {
    let wanted = try Measure.wanted(choice.measure, edges.options)
    if list { return print(MeasureList(wanted).text) }
    if children { return try listChildren(of: wanted) }
    if change { return try printChange(wanted) }
    let store = try options.open(for: .reading)
    let document = MeasureDocument(
      Disclosure.internalUse(try figures.figures(of: store)), warning: store.warning,
      isSynthetic: try store.isSynthetic ?? false,
      edges: edges.options.differences)
    print(csv ? document.csv : json ? sortedJSON(document.json) : document.text, terminator: csv ? "" : "\n")
  }

  private func oneYear() throws -> Int {
    let years = year.each
    guard years.count == 1 else { throw UsageFault("--change and --children are of one year.") }
    return years[0]
  }

  private var figures: StoreFigures {
    get throws {
      try StoreFigures(
        years: year, choice, options: edges.options, population: population)
    }
  }

  private func printChange(_ wanted: [Measure]) throws {
    let store = try options.openHere("--change")
    let isSynthetic = try store.isSynthetic ?? false
    let comparison = try MeasureComparison(
      store, year: try oneYear(), wanted, options: edges.options, children: try figures.children())
    guard !choice.la.isEmpty else { throw UsageFault("--change is of one authority: give --la.") }
    for authority in try choice.la.map(StoreFigures.code) {
      let heads = [store.warning, ChangeDocument.notice(isSynthetic: isSynthetic)].compactMap { $0 }
      let document = ChangeDocument(
        Disclosure.internalUse(try comparison.changes(of: authority)), heads: heads + ["Authority \(authority)"])
      print(json ? sortedJSON(document.json("measures change")) : document.text)
    }
  }

  private func listChildren(of wanted: [Measure]) throws {
    guard wanted.count == 1, let measure = wanted.first, let la = choice.la.first else {
      throw UsageFault("--children lists the children of one measure and one authority: give --measure and --la.")
    }
    guard let reason else { throw UsageFault("Say what the listing is for: --reason. It stays in the store's log.") }
    let store = try options.open(for: .changing)
    let year = try oneYear()
    let run = try MeasureRun(store, year: year, options: edges.options, children: try figures.children())
    let rows = try run.children(behind: measure, in: try StoreFigures.code(la))
    try store.noteListing(
      of: "\(measure.id) of \(year), authority \(try StoreFigures.code(la))", rows: rows.count, purpose: reason,
      asOf: options.asOf)
    print(ChildListing(rows, of: measure, warning: store.warning).text, terminator: "")
  }
}

extension ChildPopulation {
  /// Reads the numbers from a file.
  init(file: String) throws {
    let table: SeparatedText
    do { table = try SeparatedText(Array(Data(contentsOf: URL(filePath: file)))) } catch {
      throw UsageFault("\(file) cannot be read as comma-separated text.")
    }
    guard let children = ChildPopulation(table) else {
      throw UsageFault("\(file) has neither the columns authority, year, population nor those of ONS's estimates.")
    }
    self = children
  }
}

extension Measure {
  /// The measures that a user named, by their identifiers or what identifiers begin with; all where none is named.
  static func wanted(_ names: [String], _ options: MeasureOptions) throws -> [Measure] {
    let all = Measure.all(options)
    guard !names.isEmpty else { return all }
    return try names.flatMap { id in
      let found = Measure.named(id, among: all)
      guard !found.isEmpty else {
        throw UsageFault("There is no measure \(id); kith emit --list --year Y lists them.")
      }
      return found
    }
  }
}
