import ArgumentParser
import Foundation
import KithAggregates
import KithCharts
import KithMeasures
import KithPlaces
import KithReports
import KithStore

/// Of whom a document is, and what it is made from.
struct ReportSources: ParsableArguments {
  @Option(help: "The authority: its code of three digits, its ONS code, or its name.")
  var la: String

  @Option(help: ArgumentHelp("The folder with LAIT's files; else the one that KITH_LAIT names.", valueName: "folder"))
  var laitData: String?

  @Option(help: ArgumentHelp("The edition of the neighbours: 2025 or 2021.", valueName: "year"))
  var neighbourEdition: Edition = .may2025

  @Option(help: ArgumentHelp("Use no figure of a later year.", valueName: "year"))
  var asOf: Int?

  @Option(help: ArgumentHelp("The store with the authority's own returns.", valueName: "file"))
  var store: String?

  @OptionGroup
  var access: StoreAccess

  @Option(help: "The authority's number in the store, where it is another: that of invented returns.")
  var storeLa: String?

  @Option(
    help: ArgumentHelp("Children of 0 to 17, for rates: authority,year,population, or ONS's file.", valueName: "file"))
  var population: String?

  /// The authority in the register.
  func authority() throws -> Authority { try AuthorityRegister.england.find(la) }

  /// Its number in the store.
  func storeCode(_ authority: Authority) -> String { storeLa ?? authority.code.description }

  /// The folder of LAIT's files, by the option or the environment.
  var laitFolder: String? {
    laitData ?? ProcessInfo.processInfo.environment["KITH_LAIT"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What the document is made from, for the note beside it.
  func run(_ store: Store?, of authority: Authority) throws -> ReportRun {
    var run = try ReportRun(
      store, of: storeCode(authority), asOf: asOf,
      parameters: [
        "authority": authority.code.description, "store authority": storeCode(authority),
        "neighbours": neighbourEdition.year.rawValue, "up to year": asOf.map { String($0) } ?? "",
      ])
    run.note([laitFolder, population])
    return run
  }

  /// LAIT's figures; nil where no folder is named.
  func published() throws -> Benchmark? {
    guard let named = laitFolder else { return nil }
    let data = try LAITData(folder: named, neighbours: neighbourEdition.year)
    return Benchmark(data.table, neighbours: data.neighbours, asOf: asOf)
  }

  /// The store, opened for reading, or for a line in its log; nil where none is named.
  func opened(for purpose: Store.Purpose = .reading) throws -> Store? {
    guard let path = store else { return nil }
    let store = try access.open(path, for: purpose)
    if let warning = store.warning { FileHandle.standardError.write(Data((warning + "\n").utf8)) }
    return store
  }

  func people() throws -> ChildPopulation { try population.map(ChildPopulation.init(file:)) ?? .none }

  /// What draws charts; where it is not there, that is said once.
  static func assets() -> WebAssets? {
    let assets = WebAssets()
    if assets == nil { FileHandle.standardError.write(Data((WebAssets.advice + "\n").utf8)) }
    return assets
  }
}
