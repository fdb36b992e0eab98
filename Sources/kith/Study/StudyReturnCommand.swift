import ArgumentParser
import Foundation
import KithDisclosure
import KithMeasures
import KithStore
import KithStudies
import KithTables

/// `kith study return`: how many come back, and how soon.
struct StudyReturnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return",
    abstract: "Estimate how many come back (re-referral, another plan, re-entry to care), and how soon.",
    discussion: """
      The share is the cumulative incidence with competing events: the 18th birthday and death. One less Kaplan-Meier, \
      which is too high where other events come first, is given only where it is asked for. Times are days from a store; of a \
      file they are what it has. A file of spells has a stop and an event in each row: 0 or blank for none, 1 for a return, \
      2 and more for what comes in its way.

      EXAMPLES
        kith study return --store children.duckdb --origin referral --from 2022-04-01 --to 2023-03-31 --by age
        kith study return --store children.duckdb --origin care-exit --from 2020-04-01 --to 2021-03-31 --covariate age
        kith study return --store children.duckdb --origin referral --from 2022-04-01 --to 2023-03-31 --recurrent --covariate male
        kith study return --spells spells.csv --model fine-gray --covariate age
        kith study return --spells spells.csv --group arm --covariate age --covariate fin --at 13,26,52
      """)

  @Option(help: "The store's file.")
  var store: String?

  @OptionGroup
  var access: StoreAccess

  @OptionGroup(title: "Cohort")
  var cohort: CohortOptions

  @Option(help: "Compare groups of a cohort: sex, age, authority or code.")
  var by: Cohort.Grouping?

  @OptionGroup(title: "A file of spells")
  var file: SpellFileOptions

  @Option(help: "The times at which the share is wanted, with commas.")
  var at = "91,182,365,730,1095"

  @Option(help: "What is estimated: incidence, or kaplan-meier (too high where other events come first).")
  var estimate = ReturnStudy.Estimate.incidence

  @Flag(help: "Follow every return of each child, not the first alone, and print the mean number by each time.")
  var recurrent = false

  @Option(
    help: """
      The model of --covariate: cox, fine-gray (the share itself), logit or cloglog (discrete time); with --recurrent \
      andersen-gill, pwp-total or pwp-gap.
      """)
  var model: ReturnModel.Kind?

  @Option(
    help:
      "With logit or cloglog: where the baseline changes, with commas from 0, in whole units; else at the times of --at."
  )
  var periods: String?

  @Option(help: "A covariate of a model: age or male of a cohort, a column of a file. May be given again.")
  var covariate: [String] = []

  @Option(help: "How the model treats ties: efron, breslow or exact.")
  var ties = Ties.efron

  @Flag(help: "Leave out the model's concordance and its test of proportional hazards.")
  var bare = false

  @Option(
    help: "Print what may be released by dfe-cin, dfe-cla or srs, curves' steps among it; else internal: raw figures.")
  var policy = StudyPolicy.internal

  @Option(help: ArgumentHelp("Write the curves' steps for kith release --check to this file.", valueName: "file"))
  var outputs: String?

  @Flag(help: "Write over a file that is there already.")
  var replace = false

  @Flag(help: "Print how long each step took, on standard error.")
  var timings = false

  @Flag(help: "Print comma-separated text.")
  var csv = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  @Option(help: ArgumentHelp("Write the curves as a chart too: return.html in this folder.", valueName: "folder"))
  var charts: String?

  func validate() throws {
    if let model, covariate.isEmpty { throw ValidationError("--model \(model.rawValue) needs a --covariate.") }
    if let model, model.isRecurrent != recurrent {
      throw ValidationError("--recurrent goes with the models andersen-gill, pwp-total and pwp-gap, and they with it.")
    }
    if periods != nil, model != .logit, model != .cloglog {
      throw ValidationError("--periods goes with the models logit and cloglog.")
    }
  }

  func run() async throws {
    var watch = StepWatch()
    let subject = try subject(&watch)
    watch.begin("curves")
    let study = try ReturnStudy(subject.spells, groups: subject.groups, at: try times(), estimate)
    let outputFile = try outputs.map { try StudyFile($0, replace: replace) }
    try outputFile?.write(try ReturnRelease(study, of: subject.spells, groups: subject.groups).outputs)
    if policy != .internal { return try release(study, of: subject) }
    let (model, reason) = try await model(of: subject, &watch)
    if timings { watch.print() }
    let means = try recurrent ? subject.recurrent?.means(at: try times()) : nil
    if let charts { try draw(subject, in: charts) }
    let document = ReturnDocument(
      Disclosure.internalUse(study), model, reason, subject, estimate: estimate.rawValue, means: means)
    print(json ? sortedJSON(document.json) : csv ? document.csv : document.text, terminator: csv ? "" : "\n")
  }

  /// The curves at many times, as a chart whose table has the times that were asked for.
  private func draw(_ subject: ReturnSubject, in folder: String) throws {
    let asked = try times()
    let study = try ReturnStudy(subject.spells, groups: subject.groups, at: StudyCharts.times(asked), estimate)
    let charts = StudyCharts(
      Disclosure.internalUse(study), asked: asked, title: subject.title,
      notice: StudyNotice.text(isSynthetic: subject.isSynthetic))
    try charts.write("return.html", to: folder, replace: replace)
  }

  private func subject(_ watch: inout StepWatch) throws -> ReturnSubject {
    watch.begin("read")
    if let path = file.spells {
      guard store == nil, by == nil else {
        throw UsageFault("Give --spells or --store; --group is for a file, --by for a store.")
      }
      return try ReturnSubject(
        try SpellFile(path, file.columns(covariate)), covariate, isSynthetic: file.synthetic, isRecurrent: recurrent)
    }
    guard let store else { throw UsageFault("Give --store, or --spells with a file.") }
    return try subject(ofStore: store)
  }

  private func subject(ofStore path: String) throws -> ReturnSubject {
    let opened = try access.open(path, for: .reading)
    let members = try Cohort(try cohort.definition(), in: opened)
    return ReturnSubject(
      members, spells: try members.spells(), groups: by.map(members.groups),
      columns: try covariate.map { name in try members.covariate(name) }, names: covariate, store: opened,
      beside: try RereferralRate.beside(members, in: opened), isSynthetic: try opened.isSynthetic ?? false,
      recurrent: recurrent ? try RecurrentReturns(members, in: opened) : nil)
  }

  /// The times at which shares are wanted.
  func times() throws -> [Double] {
    let times = at.split(separator: ",").map { Double($0.trimmingCharacters(in: .whitespaces)) }
    guard !times.isEmpty, times.allSatisfy({ $0 != nil }) else {
      throw UsageFault("Write times as numbers with commas: --at 182,365.")
    }
    return times.compactMap { $0 }
  }

  /// The model; or why there is none, where the spells do not give one.
  private func model(
    of subject: ReturnSubject, _ watch: inout StepWatch
  ) async throws -> (model: ReturnModel?, reason: String?) {
    guard !covariate.isEmpty else { return (nil, nil) }
    watch.begin("model")
    do {
      return (try await fitted(subject, model ?? (recurrent ? .andersenGill : .cox)), nil)
    } catch { return (nil, "No model: \(error)") }
  }
}

/// Which columns of a file of spells hold what.
struct SpellFileOptions: ParsableArguments {
  @Option(help: "A file of spells as comma-separated text, in place of a store.")
  var spells: String?

  @Option(help: "The column of starts, where spells come under observation late.")
  var start: String?

  @Option(help: "The column of stops.")
  var stop = "stop"

  @Option(help: "The column of events.")
  var event = "event"

  @Option(help: "The column of groups to compare.")
  var group: String?

  @Option(help: "The column of strata, which have hazards of their own.")
  var stratum: String?

  @Option(help: "The column of whose spells they are: errors are then robust.")
  var cluster: String?

  @Flag(help: "Say on what is printed that the file's records are synthetic.")
  var synthetic = false

  func columns(_ covariates: [String]) -> SpellFile.Columns {
    SpellFile.Columns(
      start: start, stop: stop, event: event, group: group, covariates: covariates, stratum: stratum, cluster: cluster)
  }
}

/// The official share of re-referrals, which stands beside a cohort of referrals.
enum RereferralRate {
  /// DfE's figure of each year of the cohort's days: re-referrals within 12 months of a previous referral.
  static func beside(_ cohort: Cohort, in store: Store) throws -> [String] {
    let definition = cohort.definition
    guard definition.origin == .referral, let last = Day(iso: definition.to) else { return [] }
    let year = last.civil.month > 3 ? last.civil.year + 1 : last.civil.year
    let measures = Measure.all(MeasureOptions()).filter { $0.id == "rereferral_pct" }
    let figures = try MeasureRun(store, year: year, options: MeasureOptions(), children: .none).figures(measures)
    return figures.compactMap { figure in
      let code = MeasureDocument.code(of: figure.place.area)
      guard
        definition.authorities.isEmpty ? code == "all" || code == "E92000001" : definition.authorities.contains(code)
      else { return nil }
      let reason = figure.reason.map { ": \($0)" } ?? ""
      return
        "DfE's own definition, referrals in \(year - 1)/\(String(year).suffix(2)) that came within 12 months of another, "
        + "\(code == "all" ? "all authorities" : code): \(figure.text)\(figure.number == nil ? reason : " %")"
    }
  }
}
