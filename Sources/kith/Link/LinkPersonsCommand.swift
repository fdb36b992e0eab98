import ArgumentParser
import Foundation
import KithLinkage
import KithStore

/// `kith link persons`: makes one person of a child's records across years, returns and authorities.
struct LinkPersonsCommand: AsyncParsableCommand {
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
        kith link persons --store synthetic.duckdb --truth out/synth
      """)

  @OptionGroup(title: "Store")
  var options: StoreOptions

  @Option(help: "The least probability of a link by weight.")
  var threshold = LinkSettings().threshold

  @Option(help: "The least probability at which a person is to look at a pair.")
  var review = LinkSettings().review

  @Option(help: "Where chance starts from.")
  var seed: UInt64 = LinkSettings().seed

  @Flag(help: "Say what would be linked, and write nothing.")
  var preview = false

  @Option(help: "A folder that kith synth wrote: print how many links are right, by group. For synthetic stores only.")
  var truth: String?

  @Flag(help: "Print how long each step took, on standard error.")
  var timings = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func validate() throws {
    guard threshold > 0.5, threshold < 1, review > 0, review <= threshold else {
      throw ValidationError("A threshold lies above 0.5 and below 1, and that of review above 0 and no higher.")
    }
  }

  func run() async throws {
    let store = try options.open(for: preview ? .reading : .changing)
    let isSynthetic = try store.isSynthetic ?? false
    if truth != nil, !isSynthetic { throw UsageFault("Only a synthetic store has a truth to compare with.") }
    var watch = StepWatch()
    let linkage = try PersonLinkage(store, LinkSettings(threshold: threshold, review: review, seed: seed)) {
      watch.begin($0)
    }
    let document = LinkedPersons(
      linkage, warning: store.warning, isSynthetic: isSynthetic, isPreview: preview,
      accuracy: try truth.map { try SyntheticTruth(folder: $0).accuracy(of: linkage, in: store) } ?? [])
    if !preview {
      try store.link(
        linkage.links, evidence: linkage.evidence, settings: sortedJSON(document.settings), asOf: options.asOf)
    }
    Progress.clear()
    if timings { watch.print() }
    print(json ? sortedJSON(document.json) : document.text)
  }
}
