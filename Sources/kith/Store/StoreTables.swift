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
    let folder = try RunFolder(out, replace: replace)
    let people = try population.map(ChildPopulation.init(file:)) ?? .none
    let store = try options.open(for: .changing)
    if let warning = store.warning { print(warning) }
    let rows = try folder.fill { part in
      let isSynthetic = try store.isSynthetic == true
      try folder.orUnwritable { try write(people, isSynthetic: isSynthetic, to: part) }
      let rows = try store.writeTables(ScriptTable.all.map(\.part), upTo: year, to: part)
      try store.noteListing(of: "tables of \(year) as files", rows: rows, purpose: reason, asOf: options.asOf)
      return rows
    }
    print("Wrote \(ScriptTable.all.count + 1) tables, \(rows) rows, to \(out). They hold identifiable children.")
  }

  private func write(_ people: ChildPopulation, isSynthetic: Bool, to folder: String) throws {
    let name = (isSynthetic ? "synthetic_" : "") + ScriptTable.populationName + ".csv"
    try Data(people.table(ofYear: year).utf8).write(to: URL(filePath: folder + "/" + name))
  }
}
