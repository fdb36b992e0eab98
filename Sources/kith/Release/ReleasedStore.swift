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

  @OptionGroup
  var access: StoreAccess

  @Option(help: "How many seconds to wait while another program is at work on the store.")
  var wait = 30

  @Option(help: CollectionSpan.help, transform: CollectionSpan.init(parsing:))
  var year: [CollectionSpan] = []

  @OptionGroup
  var choice: MeasureChoice

  @Option(help: ArgumentHelp("Children of 0 to 17 by authority and year, for rates.", valueName: "file"))
  var population: String?

  @OptionGroup(title: "Edges that DfE's words leave open")
  var edges: MeasureEdges

  /// Whether anything was said of figures of a store, a store or not.
  var isAsked: Bool {
    store != nil || access.keyFile != nil || population != nil
      || !(year.isEmpty && choice.la.isEmpty && choice.measure.isEmpty && choice.by.isEmpty)
  }

  func validate() throws {
    guard isAsked else { return }
    guard store != nil, !year.isEmpty else { throw ValidationError("Figures of a store need --store FILE and --year.") }
  }

  /// The figures, as a file of `kith measures --csv` would have them; nil where no store was given.
  func figures() throws -> FigureFile? {
    guard let store else { return nil }
    let wanted = try StoreFigures(
      years: year, choice, options: edges.options, population: population)
    let opened = try access.open(store, for: .reading, wait: wait)
    let isSynthetic = try opened.isSynthetic ?? false
    let document = MeasureDocument(
      Disclosure.internalUse(try wanted.figures(of: opened)), warning: nil, isSynthetic: isSynthetic,
      edges: edges.options.differences)
    return try FigureFile(
      SeparatedText(Array(document.csv.utf8)), name: "The store", isMarkedSynthetic: isSynthetic)
  }
}
