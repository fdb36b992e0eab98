import ArgumentParser
import Foundation
import KithDisclosure
import KithStore
import KithStudies
import KithTables

/// `kith study pathways`: the ways that children take.
struct StudyPathwaysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathways",
    abstract: "Put together the ways that children take through levels of intervention, month by month.",
    discussion: """
      A cohort's months have the highest level on their last day: none, in need, protection plan, looked after. A file of \
      sequences has an identifier and then a state in each column. Clusters are Ward's, of optimal matching; of a child in the \
      middle of one only the order of states is shown, where enough others have the same.

      EXAMPLES
        kith study pathways --store children.duckdb --origin referral --from 2021-04-01 --to 2022-03-31 --months 24
        kith study pathways --sequences journeys.csv --costs observed --clusters 4 --json
      """)

  @Option(help: "The store's file.")
  var store: String?

  @Option(help: "A file that holds the key of an encrypted store (else KITH_STORE_KEY in the environment).")
  var keyFile: String?

  @OptionGroup(title: "Cohort")
  var cohort: CohortOptions

  @Option(help: "How many months are followed.")
  var months = 24

  @Option(help: "A file of sequences as comma-separated text, in place of a store.")
  var sequences: String?

  @Option(help: "What one state costs in another's place: constant (2), or observed (2 less both rates of transition).")
  var costs = CostChoice.observed

  @Option(help: "How many clusters; 0 for none.")
  var clusters = 4

  @Flag(help: "Say on what is printed that the file's records are synthetic.")
  var synthetic = false

  @Flag(help: "Print how long each step took, on standard error.")
  var timings = false

  @Flag(help: "Print comma-separated text: the shares in each state by time.")
  var csv = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  @Option(help: ArgumentHelp("Write charts too: pathways.html in this folder.", valueName: "folder"))
  var charts: String?

  @Flag(help: "Overwrite the charts that are there.")
  var replace = false

  /// How costs come about.
  enum CostChoice: String, ExpressibleByArgument, CaseIterable {
    case constant, observed
  }

  func run() async throws {
    guard clusters >= 0 else { throw UsageFault("--clusters is 0 or more.") }
    var watch = StepWatch()
    watch.begin("read")
    let subject = try subject()
    watch.begin("pathways")
    let chosen: SubstitutionCosts =
      costs == .constant
      ? .constant(states: subject.sequences.states.count) : .transitionRates(of: subject.sequences, indel: 1)
    let study = try await PathwayStudy(subject.sequences, .optimalMatching(chosen), clusters: clusters)
    if timings { watch.print() }
    let own = Disclosure.internalUse(study)
    if let charts {
      let notice = StudyNotice.text(isSynthetic: subject.isSynthetic)
      try StudyCharts(own, title: subject.title, notice: notice).write("pathways.html", to: charts, replace: replace)
    }
    let document = PathwayDocument(own, subject)
    print(json ? sortedJSON(document.json) : csv ? document.csv : document.text, terminator: csv ? "" : "\n")
  }

  private func subject() throws -> PathwaySubject {
    if let sequences {
      guard store == nil else { throw UsageFault("Give --sequences or --store, not both.") }
      let bytes: [UInt8]
      do { bytes = try Array(Data(contentsOf: URL(filePath: sequences))) } catch {
        throw UsageFault("\(sequences) cannot be read.")
      }
      let file = try SequenceFile(try SeparatedText(bytes))
      return PathwaySubject(
        title: "Sequences of a file", sequences: file.sequences, steps: [], warning: nil, isSynthetic: synthetic)
    }
    guard let store else { throw UsageFault("Give --store, or --sequences with a file.") }
    let opened = try Store.opened(store, for: .reading, keyFile: keyFile)
    let members = try Cohort(try cohort.definition(), in: opened)
    return PathwaySubject(
      title: "\(members.definition.name): \(months) months",
      sequences: try members.sequences(months: months, in: opened),
      steps: members.steps, warning: opened.warning, isSynthetic: try opened.isSynthetic ?? false)
  }
}

/// What a study of pathways is of.
struct PathwaySubject {
  let title: String
  let sequences: StateSequences
  let steps: [Cohort.Step]
  let warning: String?
  let isSynthetic: Bool
}
