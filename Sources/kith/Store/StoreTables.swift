import ArgumentParser
import Foundation
import KithMeasures
import KithPlaces
import KithStore
import KithTables

/// `kith store tables`: the tables that a script reads, as comma-separated text.
struct StoreTables: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Write the tables that scripts of kith emit read, as comma-separated text.",
    discussion: """
      The files hold children who can be identified: keep them where the returns may be kept. Only columns that measures ask of \
      are written, with a number in place of a postcode and of a social worker. The writing is logged in the store.
      """)

  @OptionGroup(title: "Store")
  var options: StoreOptions

  @Option(
    help: "The collection year, by the year in which it ends; earlier years' rows come with it where they are read.")
  var year: Int

  @Option(help: "The folder to write to.")
  var out: String

  @Option(help: "What the files are for, for the log; without a name or an identifier.")
  var reason: String?

  @Option(help: "Children of 0 to 17 by authority and year, for rates, as kith measures takes them.")
  var population: String?

  @Flag(help: "Put the folder in the place of one that is there.")
  var replace = false

  func run() async throws {
    guard let reason else { throw UsageFault("Say what the files are for: --reason. It stays in the store's log.") }
    guard replace || !FileManager.default.fileExists(atPath: out) else {
      throw UsageFault("\(out) is there already; give another folder, or --replace.")
    }
    let people = try population.map(ChildPopulation.init(file:)) ?? .none
    let store = try options.open(for: .changing)
    if let warning = store.warning { print(warning) }
    let part = out + ".part"
    defer { try? FileManager.default.removeItem(atPath: part) }
    let rows = try write(store, people, to: part)
    try store.noteListing(
      of: "tables of \(year) as files", rows: rows, purpose: reason, asOf: options.asOf)
    try putInPlace(part)
    print("Wrote \(ScriptTable.all.count + 1) tables, \(rows) rows, to \(out). They hold identifiable children.")
  }

  private func write(_ store: Store, _ people: ChildPopulation, to folder: String) throws -> Int {
    let isSynthetic = try store.isSynthetic == true
    do {
      try? FileManager.default.removeItem(atPath: folder)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let name = (isSynthetic ? "synthetic_" : "") + ScriptTable.populationName + ".csv"
      try Data(people.table(ofYear: year).utf8).write(to: URL(filePath: folder + "/" + name))
    } catch { throw unwritable }
    let parts = ScriptTable.all.map(\.part)
    return try store.writeTables(parts, upTo: year, to: folder)
  }

  private func putInPlace(_ part: String) throws {
    do {
      if FileManager.default.fileExists(atPath: out) { try FileManager.default.removeItem(atPath: out) }
      try FileManager.default.moveItem(atPath: part, toPath: out)
    } catch { throw unwritable }
  }

  private var unwritable: UsageFault {
    UsageFault("\(out) cannot be written to; give a folder that may be, with room for the files.")
  }
}
