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
      Tables are recognised by the names of their columns. Ends with 0 when nothing was found, 1 when something was, \
      2 when something could not be read.
      """)

  @Argument(help: ArgumentHelp("The folder, archive or files of the return.", valueName: "path"))
  var paths: [String]

  @Option(help: "The year in which the collection ends: 2026 for 2025/26.")
  var year: Int?

  @Option(help: "The authority: its 3-digit number, its 9-character code or its name.")
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

  func run() async throws {
    let clock = ContinuousClock()
    let started = clock.now
    let book = try book()
    let authority = try la.map { try ReturningAuthority($0, year: book.year) }
    Progress.say("Reading \(paths.joined(separator: ", "))")
    let submission = try Submission.read(paths, previous: previous)
    let reference = try LookedAfterReference.read(
      postcodes: postcodes ?? ProcessInfo.processInfo.environment["KITH_POSTCODES"], providers: providers,
      for: submission)
    let collection = LookedAfterReturn(
      year: book.year, authority: authority?.onsCode, tables: submission.tables, lastYear: submission.lastYear,
      isXML: submission.isXML, reference: reference)
    let wasRead = clock.now
    Progress.say("Checking against \(book.rules.count) rules")
    let report = CheckReport(
      collectionName: "ssda903", submission: submission, collection: collection, authority: authority?.code, book: book,
      check: await book.check(collection))
    let timings = ["read": started.duration(to: wasRead).seconds, "check": wasRead.duration(to: clock.now).seconds]
    Progress.say("Writing")
    let context = try beside.context(beside: paths)
    try reports.write(report, context, timings: timings)
    Progress.clear()
    print(json ? try report.json : report.text)
    try beside.compare(report, context)
    if !report.isClean { throw ExitCode(1) }
  }

  private func book() throws -> RuleBook<LookedAfterReturn> {
    guard let year else { throw UsageFault("Say which collection this is: --year 2026 for 2025/26.") }
    guard let book = LookedAfterRules.book(for: year) else {
      let years = LookedAfterRules.years
      throw UsageFault(
        "There is no rule book for \(year); there is one for each year from \(years.lowerBound) to \(years.upperBound)."
      )
    }
    return book
  }
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

  func write(_ report: CheckReport<some SubmittedReturn>, _ context: FindingContext, timings: [String: Double]) throws {
    if let folder = self.report {
      try ReportFolder(folder, replace: replace).write(report, context, due: due, timings: timings)
    }
    guard let childPage else { return }
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

  func context(beside paths: [String]) throws -> FindingContext {
    var found = Notes()
    let folders = paths + paths.flatMap { [$0 + "/prev", $0 + "/previous"] }
    let near = folders.map { $0 + "/" + Notes.fileName }.filter { FileManager.default.fileExists(atPath: $0) }
    for path in notes + near { found = found.merging(try Notes(path)) }
    return FindingContext(
      notes: found, teams: try teams.map { path throws(ReadError) in try Teams(path) } ?? Teams(),
      lastRun: try lastRun.map { path throws(ReadError) in try LastRun(path) })
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
