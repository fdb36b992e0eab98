import ArgumentParser
import KithCatalogue

/// `kith catalogue plan`: from a question to data sets, keys, routes and an application.
struct CataloguePlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say which data answer a question, what joins them, by which route, and how long to allow.",
    discussion: """
      The question is in your own words, or the name of a topic. The months are ranges of ours for planning, \
      not verified and not promises of a steward. --application drafts an application in Markdown: what only you can say stands in it as "to be written".
      """)

  @Argument(help: "What you want to know.")
  var question: [String]

  @Option(help: "Who asks: la-analyst, regional-alliance, researcher, government-analyst or anyone.")
  var who = UserKind.researcher

  @Flag(help: "Draft an application for the data.")
  var application = false

  @Option(help: "With --application: the first collection year asked for, by the calendar year in which it ends.")
  var from: Int?

  @Option(help: "With --application: the last.")
  var to: Int?

  @OptionGroup
  var file: CatalogueFile

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func run() throws {
    let plan = try DataPlan(question.joined(separator: " "), for: who)
    guard application else {
      guard from == nil, to == nil, file.out == nil else {
        throw UsageFault("--from, --to and --out go with --application.")
      }
      return print(json ? sortedJSON(PlanDocument(plan).json) : PlanDocument(plan).text)
    }
    guard !json else { throw UsageFault("--application is Markdown; leave out --json.") }
    try file.write(Array(ApplicationDraft(plan, years: try years()).markdown.utf8))
  }

  private func years() throws -> ClosedRange<Int>? {
    switch (from, to) {
    case (nil, nil): return nil
    case (let from?, let to?) where 1990...2100 ~= from && from <= to && to <= 2100: return from...to
    default: throw UsageFault("Give --from and --to together, as 2019 and 2025, the first not after the last.")
    }
  }
}
