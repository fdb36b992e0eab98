import ArgumentParser
import Foundation
import KithAggregates
import KithDisclosure
import KithRelease

/// `kith release`: a table of an authority's own figures that gives nobody away.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Write a table of your own figures that gives nobody away, or screen an EES file.",
    discussion: """
      Reads figures as kith measures --csv writes them, or works them out from a store, withholds what the policy asks and what protects it, attacks the \
      result, and writes an Explore Education Statistics pair with the audit that passed it: NAME.csv, NAME.meta.csv, \
      NAME.audit.txt and NAME.audit.json. Nothing is written if the audit, or the screening of the pair, does not pass. \
      Ends with 0 when it was written, 1 when it was refused, 2 when something cannot be read. See docs/release.md.

      EXAMPLES
        kith release --store children.duckdb --year 2025 --la 301 --measure cla_ --policy dfe-cla --title "Looked after 2025" --out release
        kith release --figures measures.csv --policy dfe-cla --title "Looked after 2025" --out release
        kith release --figures measures.csv --policy council --threshold 6 --round-to 5 --title "Looked after" --out release
        kith release --figures measures.csv --policy dfe-cin --title "In need" --out release2 --previous release
        kith release --screen release/looked_after_2025.csv
        kith release --check outputs.csv --out log
      """)

  /// The rule of whoever answers for the release.
  enum Policy: String, ExpressibleByArgument, CaseIterable {
    case cin = "dfe-cin"
    case cla = "dfe-cla"
    case srs
    case council
    case `internal`
  }

  @Option(help: ArgumentHelp("The figures: the CSV of kith measures --csv.", valueName: "file"))
  var figures: String?

  @Option(
    help: """
      dfe-cin or dfe-cla (1 to 5 withheld, as DfE does in each collection), srs (threshold 10, to the nearest 10), council \
      (with --threshold), or internal, which is never released.
      """)
  var policy: Policy?

  @Option(help: "With council: the least count that is shown. With --check: the least number of records, else 10.")
  var threshold: Int?

  @Option(help: "With council: what counts are rounded to.")
  var roundTo = 1

  @Flag(help: "With council or srs: withhold zero too. With --check: zero is a fault.")
  var withholdZero = false

  @Option(help: "The title, which also names the files.")
  var title: String?

  @Option(help: ArgumentHelp("The folder to write to; it is made if need be.", valueName: "folder"))
  var out: String?

  @Option(help: ArgumentHelp("The folder of the last release, which this one must not undo.", valueName: "folder"))
  var previous: String?

  @Flag(help: "With --previous: counts that are no longer what was shown have been revised.")
  var revised = false

  @Option(
    help: ArgumentHelp(
      "More of what sums to what across measures: a CSV of total,parts,kind (docs/release.md).", valueName: "file"))
  var relations: String?

  @Flag(help: "Overwrite files that are there.")
  var replace = false

  @Flag(help: "Write one JSON object: see docs/json.md.")
  var json = false

  @OptionGroup(title: "From a store")
  var measured: ReleasedStore

  @Option(help: ArgumentHelp("Only screen this EES data file, with the metadata beside it.", valueName: "file"))
  var screen: String?

  @Option(
    help: ArgumentHelp(
      "Only look outputs of a secure room over, as an output checker does; with --out, write the log (docs/release.md).",
      valueName: "file"))
  var check: String?

  func validate() throws {
    if check != nil {
      guard figures == nil, !measured.isAsked, policy == nil, screen == nil else {
        throw ValidationError("--check goes with --threshold, --withhold-zero and --out only.")
      }
      guard (1...1_000).contains(threshold ?? 10) else { throw ValidationError("--threshold is 1 to 1,000.") }
      return
    }
    if screen != nil {
      guard figures == nil, !measured.isAsked, policy == nil, out == nil else {
        throw ValidationError("--screen stands alone: it writes nothing.")
      }
      return
    }
    guard (figures == nil) != (measured.store == nil), policy != nil, title != nil, out != nil else {
      throw ValidationError(
        "Give --figures FILE or --store FILE, --policy, --title and --out FOLDER; or --screen FILE; or --check FILE.")
    }
    if policy == .council, threshold == nil { throw ValidationError("With council, give --threshold, as 6.") }
    if policy != .council, threshold != nil || roundTo != 1 {
      throw ValidationError("--threshold and --round-to go with --policy council.")
    }
    if withholdZero, policy != .council, policy != .srs {
      throw ValidationError("--withhold-zero goes with --policy council or srs.")
    }
    guard (threshold ?? 1) >= 1, (threshold ?? 1) <= 1_000, (1...1_000).contains(roundTo) else {
      throw ValidationError("--threshold and --round-to are 1 to 1,000.")
    }
    if revised, previous == nil { throw ValidationError("--revised goes with --previous.") }
  }

  func run() throws {
    if let check {
      let report = try OutputCheckReport(path: check, threshold: threshold ?? 10, withholdsZero: withholdZero)
      return try report.end(json: json, out: out, replace: replace)
    }
    if let screen { return try ScreenReport(path: screen).end(json: json) }
    do {
      try release()
    } catch let error as ReleaseError where error.kind == .refused {
      if json { print(sortedJSON(ReleaseJSON(refused: error))) }
      let lines = ["kith release: nothing was written: \(error)"] + error.findings
      FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
      throw ExitCode(1)
    }
  }

  private func release() throws {
    guard let title, let out, let policy = disclosurePolicy,
      let file = try measured.figures() ?? figures.map({ try FigureFile(path: $0) })
    else { return }
    var request = ReleaseRequest(
      title: title, policy: policy, isSynthetic: file.isSynthetic, authorityNames: file.authorityNames)
    if let relations {
      let table = try PublishedFile(path: relations).separatedText()
      request.links = CountLinks.official.and(try CountLinks(table, name: relations))
    }
    request.earlier = try previous.map {
      try EarlierRelease(folder: $0, isSynthetic: file.isSynthetic, allowsRevision: revised)
    }
    let package = try ReleasePackage(file.figures, request, notices: file.notices)
    let written = try OutputFolder(out, replace: replace).write(package.files, says: !json)
    if json { print(sortedJSON(ReleaseJSON(package, written: written))) } else { print(summary(package.audit)) }
  }

  private var disclosurePolicy: DisclosurePolicy? {
    switch policy {
    case .cin: .childrenInNeed
    case .cla: .childrenLookedAfter
    case .srs: .secureRoom(withholdsZero: withholdZero)
    case .council: .council(threshold: threshold ?? 6, roundedTo: roundTo, withholdsZero: withholdZero)
    case .internal: .internalUse
    case nil: nil
    }
  }

  private func summary(_ audit: AuditDocument) -> String {
    let heads = [
      "\(audit.title): \(audit.notice)",
      "\(audit.withheld.count) counts withheld, \(audit.countsAudited) audited: none can be narrowed further than the policy allows",
    ]
    return (heads + audit.notices).joined(separator: "\n")
  }
}
