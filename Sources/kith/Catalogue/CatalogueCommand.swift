public import ArgumentParser
public import KithCatalogue

/// `kith catalogue`: the national data sets, and how to have them.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "Look up the national data sets: what they hold, what links to what, how to have them.",
    discussion: """
      EXAMPLES
        kith catalogue list --level individual --who researcher
        kith catalogue search "social worker turnover"
        kith catalogue show cin-census
        kith catalogue plan "I want to know how many children are referred again" --who researcher
        kith catalogue plan re-referral --who researcher --application --from 2019 --to 2025 --out application.md
        kith catalogue picture --out links.svg
      """,
    subcommands: [
      List.self, Search.self, Show.self, CataloguePlanCommand.self, CatalogueExportCommand.self,
      CataloguePictureCommand.self,
    ])

  /// `kith catalogue list`: all data sets, or those that are chosen.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the data sets.")
    @Option(help: "Only those with records of persons, totals of areas, or lists: individual, aggregate or reference.")
    var level: DataSet.Level?
    @Option(help: "Only those of a steward, by part of its name: DfE, Ofsted.")
    var steward: String?
    @Option(help: "Only those had by a route, by its name: open-download, dfe-sharing …")
    var route: String?
    @Option(
      help: "Only those that someone may have: la-analyst, regional-alliance, researcher, government-analyst, anyone.")
    var who: UserKind?
    @Option(help: "Only those of a family: returns, linked, local, published or reference.")
    var group: DataSet.Group?
    @Flag(help: "Print one JSON object (docs/json.md).")
    var json = false

    func run() throws {
      let catalogue = Catalogue.england
      let filter = CatalogueFilter(level: level, steward: steward, route: route, who: who, group: group)
      let found = try catalogue.dataSets(filter)
      print(json ? sortedJSON(CatalogueListing(found).json) : CatalogueListing(found).text)
    }
  }

  /// `kith catalogue search`: the data sets that words fit.
  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Find data sets by words in their entries.")
    @Argument(help: "What is looked for.")
    var words: [String]
    @Option(help: "How many are shown.")
    var top = 10
    @Flag(help: "Print one JSON object (docs/json.md).")
    var json = false

    func run() throws {
      let text = words.joined(separator: " ")
      guard top > 0 else { throw UsageFault("--top is 1 or more.") }
      let results = Array(CatalogueSearch().results(for: text).prefix(top))
      print(json ? sortedJSON(CatalogueFindings(text, results).json) : CatalogueFindings(text, results).text)
    }
  }

  /// `kith catalogue show`: all of one entry.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show all of a data set's entry, or of a study's.")
    @Argument(help: "The data set, by its name in the list, its title or another name; or a study, as S04.")
    var name: String
    @Flag(help: "Print one JSON object (docs/json.md).")
    var json = false

    func run() throws {
      let catalogue = Catalogue.england
      if let study = catalogue.study(named: name) {
        return print(json ? sortedJSON(ShownStudy(study).json) : ShownStudy(study).text)
      }
      let shown = ShownDataSet(try catalogue.dataSet(named: name), catalogue)
      print(json ? sortedJSON(shown.json) : shown.text)
    }
  }
}

extension DataSet.Level: ExpressibleByArgument {}
extension DataSet.Group: ExpressibleByArgument {}
extension UserKind: ExpressibleByArgument {}
