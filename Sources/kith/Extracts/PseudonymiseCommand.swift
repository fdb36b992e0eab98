import ArgumentParser
import Foundation
import KithExtracts
import KithLinkage
import KithRegister
import KithReports
import KithStore

/// `kith pseudonymise`: a researcher's extract of a store, under an agreement.
struct PseudonymiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pseudonymise",
    abstract: "Make a researcher's extract of a store, under an agreement of the register.",
    discussion: """
      Only columns whose fields the agreement names are written. Persons get keyed names that differ from project to project; \
      days become months or ages, postcodes sectors or areas; codes that are on no list are left out. The folder has each \
      table as CSV and Parquet, readers for R and Stata, a codebook, the words of codes, how recognisable the children are, \
      and a manifest with the agreement's hash and the proof that no direct identifier is left. The extract is personal data \
      still. The writing is logged in the store (docs/extracts.md).

      EXAMPLE
        kith pseudonymise --store children.duckdb --key key --project early-help --register register.json \
      --entry early-help --as-of 2026-11-30 --out extract
      """)

  @OptionGroup
  var source: StorePlace

  @Option(help: "The key by which persons are named (kith link key new). It stays with you.")
  var key: String

  @Option(help: "The name of the project: one key gives other names in another project.")
  var project: String

  @OptionGroup(title: "Agreement")
  var agreement: AgreementOptions

  @Option(help: "The folder to write.")
  var out: String

  @Option(
    help: "How days stand: month or age (in whole months; the month of birth is then left out).", transform: choice)
  var dates = ExtractChoices.Dates.month

  @Option(help: "How postcodes stand: none, sector, lsoa or decile; may be given twice.", transform: choice)
  var place: [ExtractChoices.Place] = []

  @Option(help: "A CSV file with the columns postcode, lsoa and decile, for areas and deciles.")
  var places: String?

  @Flag(help: "Write an area's code and its decile side by side, though both tell more than either.")
  var areaWithDecile = false

  @Flag(help: "Put the folder in the place of one that is there.")
  var replace = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func run() throws {
    let permission = try agreement.permission()
    let folder = try RunFolder(out, replace: replace)
    let choices = try ExtractChoices(
      dates: dates, places: place.isEmpty ? [.sector] : place, placesFile: places, allowsAreaWithDecile: areaWithDecile)
    let names = KeyedNames(key: try KeyFile(key).key.pseudonymKey(project: project))
    let store = try source.open(for: .changing)
    if let warning = store.warning, !json { print(warning) }
    let extract = try ResearchExtract(store, permission, names, choices)
    let outcome = WrittenExtract(extract, names, permission, self)
    try folder.fill { part in
      try folder.orUnwritable { try outcome.write(to: part) }
      try store.noteListing(
        of: "research extract under \(agreement.entry)", rows: extract.rows.reduce(0, +),
        purpose: permission.agreement.purpose, asOf: agreement.asOf)
    }
    print(json ? sortedJSON(outcome.json) : outcome.text)
  }
}
