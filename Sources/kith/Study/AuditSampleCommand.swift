import ArgumentParser
import KithDisclosure
import KithStore
import KithStudies

/// `kith study audit-sample`: cases for people to read.
struct AuditSampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit-sample",
    abstract: "Draw cases for an audit, in the proportions of their needs; internal, and logged.",
    discussion: """
      Lists identifiers for the authority's own staff, so it asks for a reason, and the listing is a line of the store's log. The same \
      seed draws the same cases. Chance draws them: no case is scored.

      EXAMPLES
        kith study audit-sample --store children.duckdb --year 2025 --la 301 --size 30 --reason "quarterly audit"
      """)

  /// What strata are made of.
  enum Strata: String, ExpressibleByArgument, CaseIterable {
    case need
    case closure
  }

  @OptionGroup(title: "Store")
  var options: StoreOptions

  @Option(help: "The year in which the collection ends: 2025 for 2024/25.")
  var year: Int

  @Option(help: "The authority, by its number or its name.")
  var la: String

  @Option(help: "How many cases.")
  var size = 20

  @Option(help: "Strata by primary need, or by what became of the case (closure).")
  var by: Strata = .need

  @Option(help: "The seed of chance.")
  var seed: UInt64 = 1

  @Option(help: "What the listing is for, for the log; without a name or an identifier.")
  var reason: String

  @OptionGroup(title: "Output")
  var output: StudyOutput

  func run() throws {
    let store = try options.open(for: .changing)
    let authority = try authorityDigits(la)
    let cases = try AuditSample.Case.openInYear(year, in: store, authority: authority, byClosure: by == .closure)
    let sample = try AuditSample(cases, size: size, seed: seed)
    try store.noteListing(
      of: "audit sample of \(year), authority \(authority)", rows: sample.drawn.count, purpose: reason,
      asOf: options.asOf)
    let strata = StudyTable(
      "Strata", columns: ["stratum", "cases", "drawn"],
      rows: sample.strata.map { [.text($0.name), .count($0.cases), .count($0.drawn)] })
    let drawn = StudyTable(
      "Cases, by child and day of referral", columns: ["case", "stratum"],
      rows: sample.drawn.map { [.text($0.name), .text($0.stratum)] })
    output.write(
      StudySheet(
        "study audit-sample", own: Disclosure.internalUse([strata, drawn]), isSynthetic: try store.isSynthetic ?? false,
        notes: [store.warning].compactMap { $0 } + ["Identifiable children. Seed \(seed)."]))
  }
}
