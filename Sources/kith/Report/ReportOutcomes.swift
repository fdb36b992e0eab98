import ArgumentParser
import KithLinkage
import KithRegister
import KithReports
import KithStore
import KithStudies

/// Files of other agencies whose outcomes a document tells, and the agreement under which they are joined.
struct ReportOutcomes: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with files of other agencies, for OUT01 to OUT07.", valueName: "folder"))
  var attributes: String?

  @Option(help: ArgumentHelp("Which column of which file holds what (docs/outcomes.md).", valueName: "file"))
  var map: String?

  @OptionGroup
  var times: OutcomeTimes

  @OptionGroup
  var linked: LinkOptions

  @Option(help: "The year on whose 31 March groups are fixed; else the store's last.")
  var outcomesYear: Int?

  @Option(help: "The register of agreements (kith register).")
  var register: String?

  @Option(help: "The name of the agreement in the register.")
  var entry: String?

  @Option(help: "The day for which the agreement must hold, as 2026-03-31. Kith asks no clock.")
  var agreedOn: String?

  @Option(help: "Who does this, for the record: an organisation or a role.")
  var by: String?

  @Option(help: "What children are joined to other records for, for the store's log; without a name or an identifier.")
  var reason: String?

  /// Whether outcomes are asked for.
  var isAsked: Bool { attributes != nil }

  func validate() throws {
    let given = [attributes, map, register, entry, agreedOn, reason].count { $0 != nil }
    guard given == 0 || given == 6 else {
      throw ValidationError("--attributes, --map, --register, --entry, --agreed-on and --reason go together.")
    }
  }

  /// The outcomes of an authority; nil where none are asked for.
  func joined(to store: Store, of authority: String, upTo year: Int?, _ run: inout ReportRun) throws -> Joined? {
    guard let attributes, let map, let register, let entry, let agreedOn, let reason else { return nil }
    let agreement = AgreementOptions(register: register, entry: entry, asOf: agreedOn, by: by)
    let files = try JoinedFiles(folder: attributes, map: map, linked, under: agreement, reason: reason)
    let held = try store.submissions.filter {
      $0.authority == authority && $0.state == "current" && $0.year <= (year ?? .max)
    }
    guard let last = outcomesYear ?? held.map(\.year).max() else {
      throw UsageFault("The store has no return of authority \(authority); name the one it has with --store-la.")
    }
    let outcomes = try files.joined(to: store, times, year: last, authorities: [authority])
    run.note(outcomes.inputs)
    run.agreement = (files.permission, by)
    return Joined(
      outcomes: outcomes, authority: authority, isSynthetic: try store.isSynthetic ?? false, agreement: entry)
  }

  /// Outcomes on their way into a document.
  struct Joined {
    let outcomes: JoinedOutcomes
    let authority: String
    let isSynthetic: Bool
    let agreement: String

    func exhibits() throws -> [Exhibit] {
      try OutcomeEvidence(
        outcomes.study, of: authority, isSynthetic: isSynthetic, files: outcomes.map.title, agreement: agreement
      ).exhibits
    }
  }
}
