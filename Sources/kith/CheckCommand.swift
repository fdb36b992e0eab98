import ArgumentParser
import Foundation
import KithMeasures
import KithPlaces
import KithReference
import KithReports
import KithReturns
import KithRules

/// `kith check`: checks a return and says what is wrong.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a return against the year's rules.",
    discussion: """
      PATH is a folder, a zip archive or single files; a folder's subfolder prev (or previous) is last year's return. \
      An SSDA903 return and a CIN Census are recognised, each in XML or in tables by the names of their columns; both \
      are checked where both are there, and beside each other and last year's. Ends with 0 when nothing was found, 1 when something was, \
      2 when something could not be read.
      """)

  @Argument(help: ArgumentHelp("The folder, archive or files of the return.", valueName: "path"))
  var paths: [String]

  @Option(help: "The year in which the collection ends: 2026 for 2025/26. A CIN Census states it; this overrides it.")
  var year: Int?

  @Option(
    help: "The authority: its 3-digit number, its 9-character code or its name. This overrides what the file states.")
  var la: String?

  @Option(help: "Last year's return: a folder, archive or file; may be given more than once.")
  var previous: [String] = []

  @OptionGroup
  var references: ReferenceOptions

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  @OptionGroup(title: "Reports")
  var reports: ReportOptions

  @OptionGroup(title: "Beside the findings")
  var beside: BesideOptions

  @Flag(
    help:
      "Print the headline measures beside last year's (--previous), with what made the difference, in place of findings."
  )
  var plausibility = false

  @OptionGroup(title: "With --plausibility")
  var signOff: SignOffOptions

  @Flag(
    help:
      "Check many: each subfolder of the path is of the authority by whose code or name it goes, and is its return or has a folder of each year's."
  )
  var each = false

  func run() async throws {
    if plausibility { return try printPlausibility() }
    if each { return try await runEach() }
    let outcomes = try await outcomes(references.files())
    Progress.clear()
    if json {
      let across = outcomes.first { $0.name == ReturnCheck.across }?.json()
      print(try CheckJSON(outcomes.filter { $0.name != ReturnCheck.across }.map { $0.json() }, across: across).text)
    }
    for outcome in outcomes {
      if !json { print(outcome.text()) }
      try outcome.compare()
    }
    if !outcomes.allSatisfy(\.isClean) { throw ExitCode(1) }
  }

  private func printPlausibility() throws {
    let submissions = try Submission.readAll(paths, previous: previous)
    let year = try year(of: submissions)
    let stated = submissions.lazy.compactMap { CensusFacts($0.tables).authority }.first
    guard let authority = try authority(of: submissions, year)?.code ?? la ?? stated else {
      throw UsageFault("Say whose return this is: --la 301; the files do not.")
    }
    let document = try PlausibilityPage(
      submissions: submissions, year: year, authority: authority, children: try signOff.children(),
      published: try signOff.published(of: authority)
    ).document()
    print(json ? sortedJSON(document.json("check plausibility")) : document.text)
  }

  /// Checks the return in each subfolder, with only one in memory at a time.
  private func runEach() async throws {
    guard let folder = paths.first, paths.count == 1 else { throw UsageFault("With --each, give one folder.") }
    let files = references.files()
    var all = CheckEach()
    for name in try CheckEach.folders(of: folder) {
      for part in CheckEach.parts(of: folder, name) where year == nil || part.year == nil || part.year == year {
        var one = self
        one.paths = part.paths
        one.la = name
        one.year = year ?? part.year
        one.reports.report = reports.report.map { $0 + "/" + part.name }
        do {
          for outcome in try await one.outcomes(files) { all.add(outcome.json(), outcome.name, authority: name) }
        } catch {
          all.note(unread: part.name, error)
        }
      }
    }
    Progress.clear()
    print(json ? try all.json : all.text)
    if !all.unread.isEmpty { throw ExitCode(2) }
    if all.lines.contains(where: { $0.findings > 0 }) { throw ExitCode(1) }
  }

  /// What came of each return that the paths hold, and of setting them beside each other.
  private func outcomes(_ files: ReferenceFiles) async throws -> [CheckOutcome] {
    Progress.say("Reading \(paths.joined(separator: ", "))")
    let submissions = try Submission.readAll(paths, previous: previous)
    let year = try year(of: submissions)
    let owner = try owner(of: submissions, year)
    let clock = ContinuousClock()
    let started = clock.now
    let check = try ReturnCheck(
      submissions, year: year, owner: owner, reference: try await files.reference(for: submissions))
    let link = started.duration(to: clock.now).seconds
    let isOne = submissions.count == 1
    let lookedAfter = try await outcome(link: link, isOne: isOne) { await check.lookedAfterReport() }
    let inNeed = try await outcome(link: link, isOne: isOne) { await check.inNeedReport() }
    let across = try await outcome(link: link, isOne: false) { await check.acrossReport() }
    return [lookedAfter, inNeed, across].compactMap(\.self)
  }

  /// The year: as the user says, else as a CIN Census states it.
  private func year(of submissions: [Submission]) throws -> Int {
    let stated = submissions.lazy.filter { $0.collection == .inNeed }.compactMap { CensusFacts($0.tables).year }.first
    guard let year = year ?? stated else {
      throw UsageFault("Say which collection this is: --year 2026 for 2025/26; the files do not.")
    }
    return year
  }

  /// The authority: as the user says, else as a CIN Census states it, if it states one.
  private func authority(of submissions: [Submission], _ year: Int) throws -> ReturningAuthority? {
    if let la {
      // A synthetic return's authority is invented.
      let isRequired = submissions.contains { submission in
        submission.collection == .lookedAfter && !submission.files.contains { $0.isSynthetic }
      }
      return isRequired ? try ReturningAuthority(la, year: year) : try? ReturningAuthority(la, year: year)
    }
    let stated = submissions.lazy.filter { $0.collection == .inNeed }.compactMap { CensusFacts($0.tables).authority }
    return stated.first.flatMap { try? ReturningAuthority($0, year: year) }
  }

  /// Whose the returns are, as a check is told.
  private func owner(of submissions: [Submission], _ year: Int) throws -> ReturnCheck.Owner {
    let authority = try authority(of: submissions, year)
    return ReturnCheck.Owner(code: authority?.code, onsCode: authority?.onsCode, isNamed: la != nil)
  }

  /// Makes a report and writes what the user asks of it; that of one of several returns in a folder of its name.
  private func outcome<Collection: SubmittedReturn>(
    link: Double, isOne: Bool, _ made: () async -> CheckReport<Collection>?
  ) async throws -> CheckOutcome? {
    let clock = ContinuousClock()
    let started = clock.now
    Progress.say("Checking")
    guard let report = await made() else { return nil }
    let timings = ["link": link, "check": started.duration(to: clock.now).seconds]
    Progress.say("Writing")
    let part = isOne ? nil : report.collectionName
    let context = try beside.context(beside: paths, part: part)
    try reports.write(report, context, timings: timings, part: part)
    return CheckOutcome(
      name: report.collectionName, text: { report.text }, json: { report.document }, isClean: report.isClean,
      compare: { try beside.compare(report, context) })
  }
}

/// What stands beside the headline measures.
struct SignOffOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Children of 0 to 17 by authority and year, for rates, as for kith measures.", valueName: "file")
  )
  var population: String?

  @Option(help: ArgumentHelp("The folder with LAIT's files, for the published series.", valueName: "folder"))
  var laitData: String?

  func children() throws -> ChildPopulation { try population.map(ChildPopulation.init(file:)) ?? .none }

  func published(of authority: String) throws -> PublishedBeside {
    try laitData.map { try PublishedBeside(laitFolder: $0, authority: authority) } ?? .none
  }
}

/// What came of checking one return, for printing.
private struct CheckOutcome {
  let name: String
  let text: () -> String
  let json: () -> CheckJSON.Document
  let isClean: Bool
  let compare: () throws -> Void
}

/// Where reports go.
struct ReportOptions: ParsableArguments {
  @Option(help: "Write an Excel workbook, an HTML page, CSV, JSON and chase sheets to this folder.")
  var report: String?

  @Flag(help: "Replace the folder of reports if it is there.")
  var replace = false

  @Option(help: "By when things are to be changed, for the chase sheets.")
  var due = ""

  @Option(help: "Write a page of all that the return holds of one child; the path ends in .html.")
  var childPage: String?

  @Option(help: "The child whom the page is of.")
  var child: String?

  /// Writes the reports; those of a part of several returns to a folder of the part's name.
  func write(
    _ report: CheckReport<some SubmittedReturn>, _ context: FindingContext, timings: [String: Double], part: String?
  ) throws {
    if let folder = self.report {
      try ReportFolder(folder + (part.map { "/" + $0 } ?? ""), replace: replace).write(
        report, context, due: due, timings: timings)
    }
    guard let childPage, part != ReturnCheck.across else { return }
    guard part == nil else { throw UsageFault("A page of a child is of one return; give the path of one.") }
    guard let child else { throw UsageFault("Say which child the page is of: --child IDENTIFIER.") }
    guard let page = report.childPage(child, report.lines(context)) else {
      throw UsageFault("The return does not name that child.")
    }
    let folder = (childPage as NSString).deletingLastPathComponent
    try OutputFolder(folder.isEmpty ? "." : folder, replace: replace)
      .write([(name: (childPage as NSString).lastPathComponent, text: page)])
  }
}

/// What a user may give to be shown beside the findings.
struct BesideOptions: ParsableArguments {
  @Option(help: "Who works with whom: a CSV file with the headings child, team, worker.")
  var teams: String?

  @Option(
    help: "Accepted explanations; kith-notes.csv beside the return is found by itself. May be given more than once.")
  var notes: [String] = []

  @Option(help: "The last run to compare with: its folder of reports.")
  var lastRun: String?

  @Option(help: "An error export of COLLECT, to compare with.")
  var collect: String?

  @Option(help: "The heading of the export's column of rule codes.")
  var collectRule = "Rule"

  @Option(help: "The heading of the export's column of children.")
  var collectChild = "Child"

  func context(beside paths: [String], part: String?) throws -> FindingContext {
    var found = Notes()
    let folders = paths + paths.flatMap { [$0 + "/prev", $0 + "/previous"] }
    let near = folders.map { $0 + "/" + Notes.fileName }.filter { FileManager.default.fileExists(atPath: $0) }
    for path in notes + near { found = found.merging(try Notes(path)) }
    return FindingContext(
      notes: found, teams: try teams.map { path throws(ReadError) in try Teams(path) } ?? Teams(),
      lastRun: try lastRun(part))
  }

  /// The last run's findings of a part; nil when there was no last run, or it had no check across returns.
  private func lastRun(_ part: String?) throws(ReadError) -> LastRun? {
    guard let lastRun else { return nil }
    let path = lastRun + (part.map { "/" + $0 } ?? "")
    guard part != ReturnCheck.across || FileManager.default.fileExists(atPath: path) else { return nil }
    return try LastRun(path)
  }

  func compare(_ report: CheckReport<some SubmittedReturn>, _ context: FindingContext) throws {
    guard lastRun != nil || collect != nil else { return }
    let lines = report.lines(context)
    if let (new, still, gone) = context.lastRun?.comparison(with: lines) {
      print("Since the last run: \(new) new, \(still) still there, \(gone) gone.")
    }
    guard let collect, report.collectionName != ReturnCheck.across else { return }
    let export = try CollectExport(collect, ruleHeading: collectRule, childHeading: collectChild)
    print(CollectComparisonText(export.comparison(with: lines)).text)
  }
}

extension Duration {
  /// The duration in seconds, to the millisecond.
  var seconds: Double {
    let (seconds, attoseconds) = components
    return (Double(seconds) * 1000 + (Double(attoseconds) / 1e15).rounded()) / 1000
  }
}
