import ArgumentParser
import Foundation
import KithLinkage
import KithRegister
import KithStore
import KithTables

/// `kith link persons`: makes one person of a child's records across years, returns and authorities.
struct LinkPersonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "persons",
    abstract: "Link the children in a store: one person across years, returns and authorities.",
    discussion: """
      Identifiers link first, the surest rule before the others; then agreement of birth date, sex, ethnic group, pupil \
      number, authority, handing over and home postcode, by weights that are learnt from the store. What is not sure \
      waits for a person (kith link review). No link crosses an adoption order. No row of a return is changed: the links \
      and the evidence for them stand beside the returns, in place of an earlier run's.

      EXAMPLES
        kith link persons --store children.duckdb
        kith link persons --store children.duckdb --preview --json
        kith link persons --store children.duckdb --show
        kith link persons --store synthetic.duckdb --truth out/synth
      """)

  @OptionGroup(title: "Store")
  var options: ReadingOptions

  @Option(help: "The least probability of a link by weight.")
  var threshold = LinkSettings().threshold

  @Option(help: "The least probability at which a person is to look at a pair.")
  var review = LinkSettings().review

  @Option(help: "Where chance starts from.")
  var seed: UInt64 = LinkSettings().seed

  @Option(help: "How many pairs are drawn to see how often any two children agree.")
  var samples = LinkSettings().samples

  @Flag(help: "Say what would be linked, and write nothing.")
  var preview = false

  @Flag(help: "Show what the last run was and came to, and link nothing.")
  var show = false

  @Option(
    help: "A register whose agreement --entry names the legal basis for joining adopted children across the order.")
  var register: String?

  @Option(help: "The name of that agreement; it must hold on the day that --as-of says.")
  var entry: String?

  @Option(help: "A folder that kith synth wrote: print how many links are right, by group. For synthetic stores only.")
  var truth: String?

  @Flag(help: "Print how long each step took, on standard error.")
  var timings = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func validate() throws {
    guard (register == nil) == (entry == nil), entry == nil || options.asOf.flatMap({ Day(iso: $0) }) != nil else {
      throw ValidationError("--register, --entry and --as-of with a day, as 2026-03-31, go together.")
    }
    guard !show || !preview && truth == nil && entry == nil else {
      throw ValidationError("--show links nothing, so it stands alone.")
    }
    guard samples > 0 else { throw ValidationError("Draw at least one pair.") }
    guard threshold > 0.5, threshold < 1, review > 0, review <= threshold else {
      throw ValidationError("A threshold lies above 0.5 and below 1, and that of review above 0 and no higher.")
    }
  }

  func run() throws {
    if show { return try showLastRun() }
    let store = try options.open(for: preview ? .reading : .changing)
    let isSynthetic = try store.isSynthetic ?? false
    if truth != nil, !isSynthetic { throw UsageFault("Only a synthetic store has a truth to compare with.") }
    var watch = StepWatch()
    let settings = LinkSettings(
      threshold: threshold, review: review, seed: seed, samples: samples, acrossAdoption: try permission())
    let linkage = try PersonLinkage(store, settings) { watch.begin($0) }
    let document = LinkedPersons(linkage, settings, isSynthetic: isSynthetic)
    let accuracy = try truth.map {
      try SyntheticAccuracy(SyntheticTruth(folder: $0), linkage, in: store).rows
    }
    if !preview {
      try store.link(linkage.links, evidence: linkage.evidence, settings: sortedJSON(document), asOf: options.asOf)
    }
    Progress.clear()
    if timings { watch.print() }
    print(document, of: store, run: preview ? nil : try store.linkRuns.last, accuracy ?? [])
  }

  private func permission() throws -> Permission? {
    guard let register, let entry, let day = options.asOf.flatMap({ Day(iso: $0) }) else { return nil }
    return try Register(file: register).permission(by: entry, on: day)
  }

  private func showLastRun() throws {
    let store = try options.open(for: .reading)
    guard let run = try store.linkRuns.last,
      let document = try? JSONDecoder().decode(LinkedPersons.self, from: Data(run.settings.utf8))
    else {
      throw UsageFault(
        "The children in \(options.store ?? "the store") have not been linked; kith link persons does it.")
    }
    print(document, of: store, run: run, [])
  }

  private func print(_ document: LinkedPersons, of store: Store, run: LinkRunRecord?, _ accuracy: [GroupAccuracy]) {
    if json {
      let shown = PersonsOutput(run: run?.number, asOf: run?.asOf, result: document, accuracy)
      return Swift.print(sortedJSON(shown))
    }
    let heads = [store.warning, run.map { "Run \($0.number)" + ($0.asOf.map { ", as of \($0)" } ?? "") + "." }]
    let lines = heads.compactMap { $0 } + (run == nil ? ["Nothing was written."] : []) + document.lines
    Swift.print((lines + AccuracyText(accuracy).lines).joined(separator: "\n"))
  }
}

/// What `kith link persons --json` prints.
private struct PersonsOutput: Encodable {
  let run: Int?
  let asOf: String?
  let result: LinkedPersons
  let accuracy: [AccuracyJSON]?

  init(run: Int?, asOf: String?, result: LinkedPersons, _ accuracy: [GroupAccuracy]) {
    self.run = run
    self.asOf = asOf
    self.result = result
    self.accuracy = accuracy.isEmpty ? nil : accuracy.map { AccuracyJSON($0) }
  }

  private enum Key: String, CodingKey {
    case run, asOf, accuracy
  }

  func encode(to encoder: any Encoder) throws {
    try result.encode(to: encoder)
    var more = encoder.container(keyedBy: Key.self)
    try more.encodeIfPresent(run, forKey: .run)
    try more.encodeIfPresent(asOf, forKey: .asOf)
    try more.encodeIfPresent(accuracy, forKey: .accuracy)
  }
}
