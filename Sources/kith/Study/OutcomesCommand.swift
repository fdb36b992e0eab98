public import ArgumentParser
import Foundation
import KithDisclosure
import KithLinkage
import KithRegister
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
      unknown, never "no"; each figure stands beside its match rate. The agreement of the register has to hold on --as-of and to \
      name the columns of the map. Small counts are withheld by --policy; raw figures \
      (--policy internal) are not for release.

      EXAMPLES
        kith study outcomes --store children.duckdb --year 2025 --attributes npd --map npd.csv --reason "virtual school" \
      --register register.json --entry outcomes --as-of 2026-11-30
        kith study outcomes --store children.duckdb --year 2025 --attributes health --map health.csv --links links.csv \
      --policy internal --out outcomes --reason "health needs" --register register.json --entry outcomes --as-of 2026-11-30
      """)

  @OptionGroup
  var source: StorePlace

  @Option(help: "The year on whose 31 March groups are fixed: 2025 for 2024/25.")
  var year: Int

  @Option(help: "The authority, by its number or its name. May be given again; else all.")
  var la: [String] = []

  @OptionGroup(title: "Groups and windows")
  var timing: OutcomeTimes

  @OptionGroup(title: "Files")
  var files: AttributeOptions

  @OptionGroup(title: "Links")
  var linked: LinkOptions

  @OptionGroup(title: "Agreement")
  var agreement: AgreementOptions

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
    let files = try JoinedFiles(
      folder: files.attributes, map: files.map, linked, under: agreement, reason: reason)
    let store = try source.open(for: .changing)
    let joined = try files.joined(to: store, timing, year: year, authorities: try la.map(authorityDigits))
    let isSynthetic = try store.isSynthetic ?? false
    let (sheet, audit) = try sheet(
      joined.study, isSynthetic: isSynthetic, notes: [store.warning].compactMap { $0 } + notes(joined))
    try figureFile?.write(joined.study.figureFile(isSynthetic: isSynthetic).value)
    if let folder { try write(sheet, audit, joined, files.permission, to: folder) }
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

  private func notes(_ joined: JoinedOutcomes) -> [String] {
    let map = joined.map
    let published =
      timing.timing == .published
      ? [
        "Outcomes are partly of the time before groups are fixed, as DfE publishes them: they may have led to the group."
      ]
      : []
    // Counts of links and of children are raw, and could be of one child.
    let raw = policy == .internal ? joined.links + joined.study.rawStatements : []
    return ["Columns by the map \(map.title). Joined under the agreement \(agreement.entry)."] + published + raw
      + joined.study.statements
      + [
        "Unknown children are on neither side of a figure. Differences between groups are no effect of social care: children "
          + "come into groups because of what happened before."
      ]
  }

  private func write(
    _ sheet: StudySheet, _ audit: [String], _ joined: JoinedOutcomes, _ permission: Permission, to folder: RunFolder
  ) throws {
    let prefix = sheet.isSynthetic ? "synthetic_" : ""
    var files = [(name: prefix + "outcomes.csv", bytes: Array(sheet.csv.utf8))]
    files.append((name: prefix + "outcomes.json", bytes: Array((sortedJSON(sheet.json) + "\n").utf8)))
    if !audit.isEmpty {
      files.append((name: prefix + "outcomes.audit.txt", bytes: Array((audit.joined(separator: "\n") + "\n").utf8)))
    }
    var record = RunNote("study outcomes", isSynthetic: sheet.isSynthetic, inputs: joined.inputs, outputs: files)
    record.note(permission, by: agreement.by)
    record.edition = joined.map.title
    record.parameters = [
      "year": String(year), "basis": timing.basis.rawValue, "timing": timing.timing.rawValue, "policy": policy.rawValue,
      "authorities": la.joined(separator: " "), "windows": timing.window.joined(separator: " "),
      "least": "\(linked.leastProbability)",
    ]
    files.append((name: "run.json", bytes: record.bytes))
    try folder.write(files)
  }
}

extension ExposureBasis: ExpressibleByArgument {}
extension OutcomeTiming: ExpressibleByArgument {}
