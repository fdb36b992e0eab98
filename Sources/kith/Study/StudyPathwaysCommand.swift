public import ArgumentParser
import Foundation
import KithDisclosure
import KithStore
public import KithStudies
import KithTables

/// `kith study pathways`: the ways that children take.
struct StudyPathwaysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathways",
    abstract: "Put together the ways that children take through levels of intervention, month by month.",
    discussion: """
      A cohort's months have the highest level on their last day: none, in need, protection plan, looked after. A file of \
      sequences has an identifier and then a state in each column. Clusters are Ward's or about medoids; of a child in the \
      middle of one only the order of states is shown, where enough others have the same. --charts draws them, an index of the \
      orders that ten or more had among them; with --policy all that is printed and drawn has passed an audit.

      EXAMPLES
        kith study pathways --store children.duckdb --origin referral --from 2021-04-01 --to 2022-03-31 --months 24
        kith study pathways --store children.duckdb --origin care-entry --from 2021-04-01 --to 2022-03-31 --through placements
        kith study pathways --store children.duckdb --cohort referred.json --policy srs --charts out
        kith study pathways --store children.duckdb --cohort referred.json --multistate 182,365 --unit-costs costs.csv
        kith study pathways --sequences journeys.csv --distance dynamic-hamming --cluster pam
        kith study pathways --sequences journeys.csv --costs observed --clusters 4 --json
      """)

  @Option(help: "The store's file.")
  var store: String?

  @OptionGroup
  var access: StoreAccess

  @OptionGroup(title: "Cohort")
  var cohort: CohortOptions

  @Option(help: "How many months are followed; with --unit, how many weeks or days.")
  var months = 24

  @Option(help: "The unit of time: month, week or day.")
  var unit = PathwayUnit.month

  @Option(help: "What ways are through: levels of intervention, or placements.")
  var through = PathwayStates.levels

  @Option(help: "Print the chance of being at each level at these days after the beginning, with commas.")
  var multistate: String?

  @Option(
    help: ArgumentHelp("Your unit costs (docs/costs.md): what a child's way in each cluster cost.", valueName: "file"))
  var unitCosts: String?

  @Option(help: "A file of sequences as comma-separated text, in place of a store.")
  var sequences: String?

  @Option(help: "What one state costs in another's place: constant (2), or observed (2 less both rates of transition).")
  var costs = CostChoice.observed

  @Option(
    help: """
      How unlike two ways are: optimal-matching, hamming, dynamic-hamming, lcs (longest common subsequence), lcp (prefix), or \
      spells (optimal matching of runs).
      """)
  var distance = DistanceChoice.optimalMatching

  @Option(help: "How clusters come about: ward, or pam (about medoids).")
  var cluster = PathwayStudy.Clustering.ward

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

  @OptionGroup(title: "Release")
  var release: ReleaseOptions

  /// How costs come about.
  enum CostChoice: String, ExpressibleByArgument, CaseIterable {
    case constant, observed
  }

  /// How unlike two ways are.
  enum DistanceChoice: String, ExpressibleByArgument, CaseIterable {
    case optimalMatching = "optimal-matching"
    case hamming
    case dynamicHamming = "dynamic-hamming"
    case lcs, lcp, spells

    func measure(_ costs: SubstitutionCosts) -> Dissimilarity {
      switch self {
      case .optimalMatching: .optimalMatching(costs)
      case .hamming: .hamming(costs)
      case .dynamicHamming: .dynamicHamming
      case .lcs: .longestCommonSubsequence
      case .lcp: .longestCommonPrefix
      case .spells: .optimalMatchingOfSpells(costs, expansion: 0.5)
      }
    }
  }

  func validate() throws {
    if sequences != nil, multistate != nil || unitCosts != nil || unit != .month || through != .levels {
      throw ValidationError("--multistate, --unit-costs, --unit and --through are of a store.")
    }
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
    let study = try await PathwayStudy(
      subject.sequences, distance.measure(chosen), clusters: clusters, by: cluster, pounds: subject.pounds)
    if timings { watch.print() }
    if release.policy != .internal || release.figures != nil || release.outputs != nil {
      let protected = try PathwayRelease(study, of: subject.sequences, title: subject.title)
      try release.write(
        figures: { try figures(protected, subject) }, outputs: { protected.outputs })
      if release.policy != .internal { return try publish(protected, subject) }
    }
    let own = Disclosure.internalUse(study)
    if let charts {
      let notice = StudyNotice.text(isSynthetic: subject.isSynthetic)
      try StudyCharts(own, title: subject.title, unit: unit.rawValue, notice: notice)
        .write("pathways.html", to: charts, replace: release.replace)
    }
    let document = PathwayDocument(own, subject, distance: distance.rawValue, clustering: cluster.rawValue)
    print(json ? sortedJSON(document.json) : csv ? document.csv : document.text, terminator: csv ? "" : "\n")
  }

  /// Prints and draws what an audit has passed.
  private func publish(_ protected: PathwayRelease, _ subject: PathwaySubject) throws {
    let outcome = try protected.outcome(under: release.policy.policy)
    let sheet = StudySheet(
      "study pathways", released: outcome.tables, isSynthetic: subject.isSynthetic,
      notes: [subject.warning].compactMap { $0 }
        + ["Chances by level, distances, silhouettes and pounds are not released: they hang on single ways."])
    if let charts {
      try StudyCharts(outcome, title: subject.title, unit: unit.rawValue, notice: sheet.notice)
        .write("pathways.html", to: charts, replace: release.replace)
    }
    print(json ? sortedJSON(sheet.json) : csv ? sheet.csv : sheet.text, terminator: csv || !json ? "" : "\n")
  }

  private func figures(_ protected: PathwayRelease, _ subject: PathwaySubject) throws -> String {
    guard let place = subject.place else {
      throw UsageFault("--figures is of one authority's children in a store: name it with --la.")
    }
    return protected.figureFile(
      authority: place.authority, year: place.year, unit: unit, isSynthetic: subject.isSynthetic
    ).value
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
        title: "Sequences of a file", sequences: file.sequences, steps: [], warning: nil, isSynthetic: synthetic,
        chances: nil, pounds: nil, notes: [], place: nil)
    }
    guard let store else { throw UsageFault("Give --store, or --sequences with a file.") }
    return try subject(of: try access.open(store, for: .reading))
  }

  private func subject(of store: Store) throws -> PathwaySubject {
    let members = try Cohort(try cohort.definition(), in: store)
    let ways = try members.pathways(months, unit, through: through, in: store)
    let card = try unitCosts.map { try RateCard(studyFile($0), name: $0) }
    let costs = try card.map { try PathwayCosts(ways, of: members, in: store, $0) }
    let unpriced = costs.map(\.unpricedDays) ?? 0
    return PathwaySubject(
      title: "\(members.definition.name): \(months) \(unit.rawValue)s", sequences: ways.sequences,
      steps: members.steps, warning: store.warning, isSynthetic: try store.isSynthetic ?? false,
      chances: try multistate.map { try members.levelChances(at: try days($0), in: store) },
      pounds: costs?.pounds,
      notes: unpriced > 0
        ? ["\(unpriced) days of placement have no fee in the unit costs, and count as 0 pounds."] : [],
      place: place(members, ways)
    )
  }

  /// The authority of all who are followed, where it is one, and the collection year in which the cohort's days end.
  private func place(_ cohort: Cohort, _ ways: CohortPathways) -> (authority: String, year: Int)? {
    let authorities = Set(ways.members.map { cohort.members[$0].authority })
    guard authorities.count == 1, let authority = authorities.first, let last = Day(iso: cohort.definition.to) else {
      return nil
    }
    let (_, month, year) = last.civil
    return (authority, month > 3 ? year + 1 : year)
  }

  private func days(_ text: String) throws -> [Double] {
    let days = text.split(separator: ",").map { Double($0.trimmingCharacters(in: .whitespaces)) }
    guard !days.isEmpty, days.allSatisfy({ $0 != nil }) else {
      throw UsageFault("Write days as numbers with commas: --multistate 182,365.")
    }
    return days.compactMap { $0 }
  }
}

extension PathwayUnit: ExpressibleByArgument {}
extension PathwayStates: ExpressibleByArgument {}
extension PathwayStudy.Clustering: ExpressibleByArgument {}

/// What a study of pathways is of.
struct PathwaySubject {
  let title: String
  let sequences: StateSequences
  let steps: [Cohort.Step]
  let warning: String?
  let isSynthetic: Bool
  /// The chances of being at each level, where they were asked for.
  let chances: LevelChances?
  /// What each way cost, where unit costs were given.
  let pounds: [Double]?
  let notes: [String]
  /// The one authority of all children, and the cohort's collection year.
  let place: (authority: String, year: Int)?
}
