public import ArgumentParser
import KithLinkage
public import KithStore
import KithTables

/// `kith link review`: the pairs that wait for a person to decide.
struct LinkReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "List the pairs of records that a person is to decide on. The listing is logged in the store.",
    discussion: """
      Shows of each pair what the latest returns say of both, but no pupil number, and how the weight came about. Pairs \
      that an adoption order parts are never among them. kith link decide keeps what was decided.

      EXAMPLES
        kith link review --store children.duckdb --reason "clerical review"
        kith link review --store children.duckdb --number 12 --reason "clerical review"
        kith link review --store children.duckdb --state linked --la 301 --reason "check of links"
      """)

  @OptionGroup(title: "Store")
  var options: StoreOptions

  @Option(help: "What the listing is for, for the log; without a name or an identifier.")
  var reason: String

  @Option(help: "Which pairs: review, linked or refused.")
  var state: LinkEvidence.State = .review

  @Option(help: "Only pairs with a child of this authority, by its three digits.")
  var la: String?

  @Option(help: "Only the pair of this number, with how its weight came about.")
  var number: Int?

  @Option(help: ArgumentHelp("With --number, draw it too: weights.html in this folder.", valueName: "folder"))
  var charts: String?

  @Flag(help: "Overwrite the chart that is there.")
  var replace = false

  @Option(help: "How many pairs at most; the likeliest come first.")
  var limit = 50

  func validate() throws {
    guard charts == nil || number != nil else { throw ValidationError("--charts goes with --number.") }
  }

  func run() throws {
    let store = try options.open(for: .changing)
    let wanted = try store.linkEvidence(number == nil ? state : nil).filter { pair in
      (la.map { [pair.first.authority, pair.second.authority].contains($0) } ?? true)
        && number ?? pair.number == pair.number
    }
    if let number, wanted.isEmpty { throw UsageFault("There is no pair \(number) in the last run.") }
    let shown = Array(wanted.prefix(max(1, limit)))
    let children = try store.listedChildren(in: shown)
    try store.noteListing(
      of: "pairs of linkage (\(number == nil ? state.rawValue : "one pair"))", rows: shown.count, purpose: reason,
      asOf: options.asOf)
    let list = PairListing(shown, children, of: wanted.count)
    let lines = (store.warning.map { [$0] } ?? []) + list.lines + (number == nil ? [] : shown.flatMap(list.steps))
    if let charts, let pair = shown.first { try draw(pair, in: charts) }
    print(lines.joined(separator: "\n"))
  }

  private func draw(_ pair: LinkEvidence, in folder: String) throws {
    guard let steps = pair.weightSteps else { throw UsageFault("The pair was not weighed; there is nothing to draw.") }
    try steps.draw("Weight of pair \(pair.number)", in: folder, replace: replace)
  }
}

extension LinkEvidence.State: ExpressibleByArgument {}

/// Pairs of records, two lines each.
struct PairListing {
  private let pairs: [LinkEvidence]
  private let children: [CollectedChild: ListedChild]
  private let total: Int

  init(_ pairs: [LinkEvidence], _ children: [CollectedChild: ListedChild], of total: Int) {
    self.pairs = pairs
    self.children = children
    self.total = total
  }

  var lines: [String] {
    guard !pairs.isEmpty else { return ["No pairs."] }
    var grid = TextGrid(isLeft: [false, true, true, true, true, true, true, false, true])
    grid.add(["pair", "authority", "return", "child", "born", "sex", "ethnicity", "probability", "why"])
    for pair in pairs {
      let why = pair.rule + (pair.reason.map { ": \($0)" } ?? "")
      grid.add([String(pair.number)] + cells(pair.first) + [pair.probability.map { fixed($0, 3) } ?? "", why])
      grid.add([""] + cells(pair.second) + ["", ""])
    }
    return ["\(pairs.count) of \(total) pairs"] + grid.lines(width: 160)
  }

  private func cells(_ key: CollectedChild) -> [String] {
    let child = children[key]
    return [
      key.authority, key.collection, key.child, child?.born?.iso ?? "", child?.sex ?? "", child?.ethnicity ?? "",
    ]
  }

  /// How the weight of a pair came about.
  func steps(of pair: LinkEvidence) -> [String] {
    [pair.weightSteps?.text ?? "The pair was not weighed."]
  }
}

extension LinkEvidence {
  /// How its weight came about; nil where it was not weighed.
  fileprivate var weightSteps: WeightSteps? { probability.map { WeightSteps(trail.steps, probability: $0) } }
}
