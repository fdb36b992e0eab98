import ArgumentParser
import Foundation
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
      are checked where both are there. Ends with 0 when nothing was found, 1 when something was, \
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

  @Option(help: "A postcode file: the ONS Postcode Directory as CSV or Parquet (else what KITH_POSTCODES names).")
  var postcodes: String?

  @Option(help: "Ofsted's list of providers, an Excel workbook or CSV; may be given more than once.")
  var providers: [String] = []

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  @OptionGroup(title: "Reports")
  var reports: ReportOptions

  @OptionGroup(title: "Beside the findings")
  var beside: BesideOptions

  @Flag(help: "Check many: each subfolder of the path is the return of the authority by whose code or name it goes.")
  var each = false

  func run() async throws {
    if each { return try await runEach() }
    let outcomes = try await outcomes()
    Progress.clear()
    if json { print(try CheckJSON(outcomes.map { $0.json() }).text) }
    for outcome in outcomes {
      if !json { print(outcome.text()) }
      try outcome.compare()
    }
    if !outcomes.allSatisfy(\.isClean) { throw ExitCode(1) }
  }

  /// Checks the return in each subfolder, with only one in memory at a time.
  private func runEach() async throws {
    guard let folder = paths.first, paths.count == 1 else { throw UsageFault("With --each, give one folder.") }
    var all = CheckEach()
    for name in try CheckEach.folders(of: folder) {
      var one = self
      one.paths = [folder + "/" + name]
      one.la = name
      one.reports.report = reports.report.map { $0 + "/" + name }
      do {
        for outcome in try await one.outcomes() { all.add(outcome.json(), authority: name) }
      } catch {
        all.note(unread: name, error)
      }
    }
    Progress.clear()
    print(json ? try all.json : all.text)
    if !all.unread.isEmpty { throw ExitCode(2) }
    if all.lines.contains(where: { $0.findings > 0 }) { throw ExitCode(1) }
  }

  /// What came of each return that the paths hold.
  private func outcomes() async throws -> [CheckOutcome] {
    Progress.say("Reading \(paths.joined(separator: ", "))")
    // The list of providers takes as long to read as the return, so both are read at once.
    let list = Task { [providers] in try LookedAfterReference.providers(providers) }
    let submissions = try Submission.readAll(paths, previous: previous)
    let year = try year(of: submissions)
    var outcomes: [CheckOutcome] = []
    for submission in submissions {
      let part = submissions.count > 1 ? submission.collection.rawValue : nil
      outcomes.append(try await outcome(of: submission, year, part: part, list))
    }
    return outcomes
  }

  /// The year: as the user says, else as a CIN Census states it.
  private func year(of submissions: [Submission]) throws -> Int {
    let stated = submissions.lazy.filter { $0.collection == .inNeed }.compactMap { CensusFacts($0.tables).year }.first
    guard let year = year ?? stated else {
      throw UsageFault("Say which collection this is: --year 2026 for 2025/26; the files do not.")
    }
    return year
  }

  private func outcome(
    of submission: Submission, _ year: Int, part: String?, _ list: Task<ProviderList?, any Error>
  ) async throws -> CheckOutcome {
    switch submission.collection {
    case .lookedAfter:
      let book = try Self.book(LookedAfterRules.book(for: year), year, LookedAfterRules.years, submission)
      let authority = try la.map { try ReturningAuthority($0, year: year) }
      return try await check(submission, book, authority, part: part) {
        let reference = try LookedAfterReference.read(
          postcodes: postcodes ?? ProcessInfo.processInfo.environment["KITH_POSTCODES"],
          providers: try await list.value, for: submission)
        return LookedAfterReturn(
          year: year, authority: authority?.onsCode, tables: submission.tables, lastYear: submission.lastYear,
          isXML: submission.isXML, reference: reference)
      }
    case .inNeed:
      let book = try Self.book(InNeedRules.book(for: year), year, InNeedRules.years, submission)
      let stated = la ?? CensusFacts(submission.tables).authority
      let authority = try? stated.map { try ReturningAuthority($0, year: year) }
      return try await check(submission, book, authority, part: part) {
        InNeedReturn(
          year: year, authority: authority?.code, tables: submission.tables, lastYear: submission.lastYear)
      }
    }
  }

  private func check<Collection: SubmittedReturn>(
    _ submission: Submission, _ book: RuleBook<Collection>, _ authority: ReturningAuthority?, part: String?,
    typed: () async throws -> Collection
  ) async throws -> CheckOutcome {
    let clock = ContinuousClock()
    let started = clock.now
    let collection = try await typed()
    let wasRead = clock.now
    Progress.say("Checking against \(book.rules.count) rules")
    let report = CheckReport(
      collectionName: submission.collection.rawValue, submission: submission, collection: collection,
      authority: authority?.code, book: book, check: await book.check(collection))
    let timings = ["link": started.duration(to: wasRead).seconds, "check": wasRead.duration(to: clock.now).seconds]
    Progress.say("Writing")
    let context = try beside.context(beside: paths, part: part)
    try reports.write(report, context, timings: timings, part: part)
    return CheckOutcome(
      text: { report.text }, json: { report.document }, isClean: report.isClean,
      compare: { try beside.compare(report, context) })
  }

  private static func book<Collection>(
    _ book: RuleBook<Collection>?, _ year: Int, _ years: ClosedRange<Int>, _ submission: Submission
  ) throws -> RuleBook<Collection> {
    if let book { return book }
    throw UsageFault(
      "There is no \(submission.collection.title) rule book for \(year); there is one for each year from "
        + "\(years.lowerBound) to \(years.upperBound).")
  }
}

/// What came of checking one return, for printing.
private struct CheckOutcome {
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
    guard let childPage else { return }
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
      lastRun: try lastRun.map { path throws(ReadError) in try LastRun(path + (part.map { "/" + $0 } ?? "")) })
  }

  func compare(_ report: CheckReport<some SubmittedReturn>, _ context: FindingContext) throws {
    guard lastRun != nil || collect != nil else { return }
    let lines = report.lines(context)
    if let (new, still, gone) = context.lastRun?.comparison(with: lines) {
      print("Since the last run: \(new) new, \(still) still there, \(gone) gone.")
    }
    guard let collect else { return }
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
