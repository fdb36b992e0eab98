import ArgumentParser
import KithDisclosure
import KithMeasures
import KithRelease
import KithStore
import KithTables

/// Figures for a release that are worked out from a store, in place of a file of them.
struct ReleasedStore: ParsableArguments {
  @Option(help: ArgumentHelp("A store: its measures are worked out and released in one step.", valueName: "file"))
  var store: String?

  @Option(help: "A file that holds the key of an encrypted store (else KITH_STORE_KEY in the environment).")
  var keyFile: String?

  @Option(help: "How many seconds to wait while another program is at work on the store.")
  var wait = 30

  @Option(help: "The year in which the collection ends: 2025 for 2024/25. May be given again.")
  var year: [Int] = []

  @Option(help: "The authority, by its number, its 9-character code or its name. May be given again; else all.")
  var la: [String] = []

  @Option(help: "A measure's identifier, or what identifiers begin with: cla_. May be given again; else all.")
  var measure: [String] = []

  @Option(help: "Break down by sex, age, ethnicity, need, abuse, placement or legal-status. May be given again.")
  var by: [Breakdown] = []

  @Option(help: ArgumentHelp("Children of 0 to 17 by authority and year, for rates.", valueName: "file"))
  var population: String?

  @OptionGroup(title: "Edges that DfE's words leave open")
  var edges: MeasureEdges

  /// Whether anything was said of figures of a store, a store or not.
  var isAsked: Bool {
    store != nil || keyFile != nil || population != nil
      || !(year.isEmpty && la.isEmpty && measure.isEmpty && by.isEmpty)
  }

  func validate() throws {
    guard isAsked else { return }
    guard store != nil, !year.isEmpty else { throw ValidationError("Figures of a store need --store FILE and --year.") }
  }

  /// The figures, as a file of `kith measures --csv` would have them; nil where no store was given.
  func figures() throws -> FigureFile? {
    guard let store else { return nil }
    let wanted = try StoreFigures(
      years: year, authorities: la, measures: measure, breakdowns: by, options: edges.options, population: population)
    let opened = try Store.opened(store, for: .reading, keyFile: keyFile, wait: wait)
    let isSynthetic = try opened.isSynthetic ?? false
    let document = MeasureDocument(
      Disclosure.internalUse(try wanted.figures(of: opened)), warning: nil, isSynthetic: isSynthetic,
      edges: edges.options.differences)
    return try FigureFile(
      SeparatedText(Array(document.csv.utf8)), name: "The store", isMarkedSynthetic: isSynthetic)
  }
}
