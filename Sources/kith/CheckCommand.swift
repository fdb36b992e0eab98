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

  func run() async throws {
    guard let year else { throw UsageFault("Say which collection this is: --year 2026 for 2025/26.") }
    guard let book = LookedAfterRules.book(for: year) else {
      let years = LookedAfterRules.years
      throw UsageFault(
        "There is no rule book for \(year); there is one for each year from \(years.lowerBound) to \(years.upperBound)."
      )
    }
    let authority = try la.map { try ReturningAuthority($0, year: year) }
    Progress.say("Reading \(paths.joined(separator: ", "))")
    let submission = try Submission.read(paths, previous: previous)
    let reference = try LookedAfterReference.read(
      postcodes: postcodes ?? ProcessInfo.processInfo.environment["KITH_POSTCODES"], providers: providers,
      for: submission)
    Progress.say("Checking against \(book.rules.count) rules")
    let collection = LookedAfterReturn(
      year: year, authority: authority?.onsCode, tables: submission.tables, lastYear: submission.lastYear,
      isXML: submission.isXML, reference: reference)
    let report = CheckReport(
      collectionName: "ssda903", submission: submission, collection: collection, authority: authority?.code,
      book: book, check: await book.check(collection))
    Progress.clear()
    print(json ? try report.json : report.text)
    if !report.isClean { throw ExitCode(1) }
  }
}
