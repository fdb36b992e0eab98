public import ArgumentParser
import Foundation
import KithDisclosure
public import KithStudies
import KithTables

/// `kith study`: what helps children, from their histories.
struct StudyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract:
      "Study cohorts, return, pathways, costs, inequalities, trends, demand and differences between authorities.",
    discussion: """
      Figures of a store are raw and not for release; each says what a secure room's checks would have against it. No \
      single child's way is shown, and no child is scored.
      """,
    subcommands: [
      StudyCohortCommand.self, StudyReturnCommand.self, StudyPathwaysCommand.self, CostsCommand.self,
      InequalityCommand.self, TrendsCommand.self, DemandCommand.self, AreasCommand.self, EvaluateCommand.self,
      AuditSampleCommand.self,
      OutcomesCommand.self,
    ])
}

/// A cohort, from a saved definition or from options.
struct CohortOptions: ParsableArguments {
  @Option(help: "A cohort that kith study cohort --out has saved; in place of the options below.")
  var cohort: String?

  @Option(help: "What time begins with: birth, referral, closure, plan-end, care-entry or care-exit.")
  var origin: CohortDefinition.Origin?

  @Option(help: "The first day of that, as 2022-04-01.")
  var from: String?

  @Option(help: "The last day of that, as 2023-03-31.")
  var to: String?

  @Option(help: "An authority, by its three digits. May be given again; else all in the store.")
  var la: [String] = []

  @Flag(help: "Count each of a child's times, as DfE counts referrals; else the first in those days only.")
  var every = false

  @Option(help: "For how many months before there must have been none of the same kind.")
  var clearMonths = 0

  @Option(help: "The cohort's name.")
  var name: String?

  func definition() throws -> CohortDefinition {
    if let cohort { return try SavedCohort(file: cohort).definition }
    guard let origin, let from, let to else {
      throw UsageFault("Say who is followed: --origin, --from and --to, or --cohort FILE.")
    }
    guard let first = Day(iso: from), let last = Day(iso: to) else {
      throw UsageFault("Write days as 2022-04-01.")
    }
    guard la.allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isNumber) }) else {
      throw UsageFault("Give an authority by its three digits.")
    }
    guard clearMonths >= 0 else { throw UsageFault("--clear-months is 0 or more.") }
    return try CohortDefinition(
      name: name ?? "\(origin.rawValue) \(from) to \(to)", origin: origin, from: first, to: last, authorities: la,
      every: every, clearMonths: clearMonths)
  }
}

extension CohortDefinition.Origin: ExpressibleByArgument {}
extension ReturnStudy.Estimate: ExpressibleByArgument {}
extension ReturnModel.Kind: ExpressibleByArgument {}
extension Ties: ExpressibleByArgument {}
extension Cohort.Grouping: ExpressibleByArgument {}

/// A cohort's definition with the numbers of its flow chart, as it stands in a file.
struct SavedCohort: Codable {
  let definition: CohortDefinition
  let steps: [Cohort.Step]
  let notice: String
  let synthetic: Bool

  init(_ cohort: Cohort, isSynthetic: Bool) {
    definition = cohort.definition
    steps = cohort.steps
    notice = StudyNotice.text(isSynthetic: isSynthetic)
    synthetic = isSynthetic
  }

  init(file: String) throws {
    do {
      self = try JSONDecoder().decode(SavedCohort.self, from: Data(contentsOf: URL(filePath: file)))
    } catch {
      throw UsageFault("\(file) is not a cohort that kith study cohort --out has saved.")
    }
  }
}

/// What every page of a study begins with.
enum StudyNotice {
  static func text(isSynthetic: Bool) -> String {
    Internal<Int>.notice + ": raw figures of individual records."
      + (isSynthetic ? " SYNTHETIC: no real child, authority or figure." : "")
  }
}
