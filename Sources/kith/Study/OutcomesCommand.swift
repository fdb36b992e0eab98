public import ArgumentParser
import Foundation
import KithDisclosure
import KithLinkage
import KithReports
import KithStore
public import KithStudies
import KithTables

/// `kith study outcomes`: what became of children, from files that linkage joins to a store.
struct OutcomesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes",
    abstract: "Tell outcomes at school and in health by social care group, from files joined by linkage.",
    discussion: """
      Groups are fixed on 31 March, the highest alone (looked after, protection plan, in need); outcomes are looked at after it. \
      Files are known by a map of their columns (docs/outcomes.md) and joined by pupil numbers through the persons of kith link \
      persons, by an authority's own identifiers, or by the links of kith link records and kith link match. Who is not found is \
      unknown, never "no"; each figure stands beside its match rate. Small counts are withheld by --policy; raw figures \
      (--policy internal) are not for release.

      EXAMPLES
        kith study outcomes --store children.duckdb --year 2025 --attributes npd --map npd.csv --reason "virtual school"
        kith study outcomes --store children.duckdb --year 2025 --attributes health --map health.csv --links links.csv \
      --policy internal --out outcomes --reason "health needs"
      """)

  @OptionGroup(title: "Store")
  var options: StoreOptions

  @Option(help: "The year on whose 31 March groups are fixed: 2025 for 2024/25.")
  var year: Int

  @Option(help: "The authority, by its number or its name. May be given again; else all.")
  var la: [String] = []

  @Option(help: "Who is in a group: on 31-march, or in-year (at any time in the year to it).")
  var basis = ExposureBasis.atEnd

  @Option(help: "When outcomes are looked at: after groups are fixed, or as published by DfE (of the year itself).")
  var timing = OutcomeTiming.after

  @Option(help: "A window of your own: KIND=FROM:TO, as absence=2025-09-01:2025-12-31. May be given again.")
  var window: [String] = []

  @OptionGroup(title: "Files")
  var files: AttributeOptions

  @OptionGroup(title: "Links")
  var linked: LinkOptions

  @Option(help: "How small counts are treated: dfe-cin, dfe-cla, srs, or internal (raw, not for release).")
  var policy = StudyPolicy.cin

  @Option(help: "What children are joined to other records for, for the store's log; without a name or an identifier.")
  var reason: String

  @Option(help: ArgumentHelp("Write the tables, and run.json, to this folder.", valueName: "folder"))
  var out: String?

  @Option(
    help: ArgumentHelp("Write raw figures, not for release, as kith release --figures reads them.", valueName: "file"))
  var figures: String?

  @Flag(help: "Write to a folder or file that is there already.")
  var replace = false

  @OptionGroup(title: "Output")
  var output: StudyOutput

  func run() throws {
    let folder = try out.map { try RunFolder($0, replace: replace) }
    let figureFile = try figures.map { try StudyFile($0, replace: replace) }
    var inputs: [ProtocolRecord.File] = []
    let map = try AttributeMap(studyFile(files.map, noting: &inputs), name: files.map)
    let found = try files.found(map, noting: &inputs)
    let store = try options.open(for: .changing)
    let isSynthetic = try store.isSynthetic ?? false
    try files.refuseMixing(found, isSynthetic: isSynthetic)
    var index = try PersonIndex(store)
    let links = try linked.add(to: &index, noting: &inputs)
    let study = try OutcomeStudy(
      OutcomeRequest(
        map, files: found, windows: try windows(), basis: basis, authorities: try la.map(authorityDigits)),
      in: store, index: index)
    try store.noteListing(
      of: "children of \(year) joined to \(found.count) files of \(map.edition)",
      rows: study.sources.reduce(0) { $0 + $1.matched }, purpose: reason, asOf: options.asOf)
    let (sheet, audit) = try sheet(
      study, isSynthetic: isSynthetic, notes: [store.warning].compactMap { $0 } + notes(map, study, links))
    try figureFile?.write(study.figureFile(isSynthetic: isSynthetic).value)
    if let folder { try write(sheet, audit, inputs, map, to: folder) }
    output.write(sheet)
  }

  /// The sheet, and the audit that its figures have passed where they have.
  private func sheet(
    _ study: OutcomeStudy, isSynthetic: Bool, notes: [String]
  ) throws -> (sheet: StudySheet, audit: [String]) {
    if policy == .internal {
      let tables = try study.rawTables()
      return (StudySheet("study outcomes", own: tables, isSynthetic: isSynthetic, notes: notes), [])
    }
    do {
      let released = try study.releasedTables(under: policy.policy)
      return (
        StudySheet("study outcomes", released: released, isSynthetic: isSynthetic, notes: notes), released.audit
      )
    } catch {
      throw StudyError(
        .unsettled, "No figure is shown: \(error.description). Look at them with --policy internal, for your own staff."
      )
    }
  }

  private func windows() throws -> OutcomeWindows {
    var own: [AttributeKind: OutcomeWindow] = [:]
    for text in window {
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      let days = sides.count == 2 ? sides[1].split(separator: ":").map { Day(iso: $0) } : []
      guard days.count == 2, let from = days[0], let to = days[1], let kind = AttributeKind(rawValue: sides[0]) else {
        throw UsageFault("Write a window as absence=2025-09-01:2025-12-31.")
      }
      own[kind] = try OutcomeWindow(from: from, to: to)
    }
    return try OutcomeWindows(year: year, timing: timing, own: own)
  }

  private func notes(_ map: AttributeMap, _ study: OutcomeStudy, _ links: [String]) -> [String] {
    let timing =
      timing == .published
      ? [
        "Outcomes are partly of the time before groups are fixed, as DfE publishes them: they may have led to the group."
      ]
      : []
    // Counts of links and of children are raw, and could be of one child.
    let raw = policy == .internal ? links + study.rawStatements : []
    return ["Columns by the map \(map.title)."] + timing + raw + study.statements
      + [
        "Unknown children are on neither side of a figure. Differences between groups are no effect of social care: children "
          + "come into groups because of what happened before."
      ]
  }

  private func write(
    _ sheet: StudySheet, _ audit: [String], _ inputs: [ProtocolRecord.File], _ map: AttributeMap, to folder: RunFolder
  ) throws {
    let prefix = sheet.isSynthetic ? "synthetic_" : ""
    var files = [(name: prefix + "outcomes.csv", bytes: Array(sheet.csv.utf8))]
    files.append((name: prefix + "outcomes.json", bytes: Array((sortedJSON(sheet.json) + "\n").utf8)))
    if !audit.isEmpty {
      files.append((name: prefix + "outcomes.audit.txt", bytes: Array((audit.joined(separator: "\n") + "\n").utf8)))
    }
    let record = OutcomeRun(
      program: "kith \(KithVersion.text)", asOf: options.asOf, synthetic: sheet.isSynthetic, edition: map.title,
      parameters: [
        "year": String(year), "basis": basis.rawValue, "timing": timing.rawValue, "policy": policy.rawValue,
        "authorities": la.joined(separator: " "), "windows": window.joined(separator: " "),
        "least": "\(linked.leastProbability)",
      ],
      inputs: inputs.map { OutcomeRun.File(file: $0.name, sha256: $0.sha256) },
      outputs: files.map { file in
        let entry = ProtocolRecord.File(file.name, file.bytes)
        return OutcomeRun.File(file: entry.name, sha256: entry.sha256)
      })
    files.append((name: "run.json", bytes: Array((sortedJSON(record) + "\n").utf8)))
    try folder.write(files)
  }
}

extension ExposureBasis: ExpressibleByArgument {}
extension OutcomeTiming: ExpressibleByArgument {}

/// What a run was of: `run.json`. No identifier and no figure is in it.
struct OutcomeRun: Encodable {
  let command = "study outcomes"
  let program: String
  let asOf: String?
  let synthetic: Bool
  let edition: String
  let parameters: [String: String]
  let inputs: [File]
  let outputs: [File]

  struct File: Encodable {
    let file: String
    let sha256: String
  }
}
