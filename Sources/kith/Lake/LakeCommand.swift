public import ArgumentParser
import Foundation
public import KithLake
import KithLinkage
import KithRegister
import KithReports
import KithStore
import KithTables

/// `kith lake`: a store's tables as Parquet files that other programs read.
struct LakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lake",
    abstract: "Write a store's tables as Parquet files for Spark, R and Python, and read them back.",
    subcommands: [Export.self, Import.self, Verify.self, Fields.self])

  /// `kith lake export`: writes what changed.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write what changed in a store to a lake, pseudonymised under an agreement of the register.",
      discussion: """
        Parquet files in folders by collection, table, year and authority, with a descriptor (datapackage.json) and a manifest \
        of their hashes. Identifiers become keyed names, postcodes keyed postcodes; codes that are on no list and fields \
        that the agreement does not name are left out. Days stay, as official measures need them, unless --dates month is \
        given. It is personal data still. --identified keeps everything, and encrypts every file with the store's key. \
        Every export is logged in the store (docs/lake.md).

        EXAMPLES
          kith lake export --store children.duckdb --out lake --key key --project region \
        --register register.json --entry region --as-of 2026-11-30
          kith lake export --store children.duckdb --key-file store.key --out copy --identified
        """)

    @OptionGroup(title: "Store")
    var options: StoreOptions

    @Option(help: "The lake's folder.")
    var out: String

    @Option(help: "The key by which children are named (kith link key new). It stays with you.")
    var key: String?

    @Option(help: "The name of the project: one key gives other names in another project.")
    var project: String?

    @Option(help: "The register of agreements (kith register).")
    var register: String?

    @Option(help: "The name of the agreement in the register.")
    var entry: String?

    @Option(help: "How days stand: day, or month (the first of it).")
    var dates = LakeRecipe.Dates.day

    @Flag(help: "Leave everything as it is, encrypted with the store's key (--key-file or KITH_STORE_KEY).")
    var identified = false

    @Flag(help: "Write the lake anew where it was written in another way.")
    var replace = false

    @Flag(help: "Print one JSON object (docs/json.md).")
    var json = false

    func run() throws {
      let recipe = try recipe()
      let store = try options.open(for: .changing)
      if let warning = store.warning, !json { print(warning) }
      let export = try LakeExport(
        store, to: out, recipe, program: "kith \(KithVersion.text)", replace: replace)
      let outcome = try export.run(asOf: options.asOf) { Progress.say("submission \($0)") }
      Progress.clear()
      print(json ? sortedJSON(LakeDocument(outcome, out).json) : LakeDocument(outcome, out).text)
    }

    private func recipe() throws -> LakeRecipe {
      if identified {
        guard
          let key = try options.source.access.key
        else { throw UsageFault("--identified encrypts the lake with the store's key: give --key-file.") }
        return .identified(key: key)
      }
      guard let key, let project, let register, let entry else {
        throw UsageFault(
          "A lake is pseudonymised under an agreement: give --key, --project, --register and --entry; or --identified.")
      }
      guard let day = options.asOf.flatMap(Day.init(iso:)) else {
        throw UsageFault("--as-of is the day for which the agreement must hold, written as 2026-03-31.")
      }
      let permission = try Register(file: register).permission(by: entry, on: day)
      let values = KeyedValues(key: try KeyFile(key).key.pseudonymKey(project: project))
      return .pseudonymised(permission, values, dates: dates)
    }
  }

  /// `kith lake import`: fills a new store.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fill a new store from a lake, and prove by the rows' hashes that it is the same.")

    @Argument(help: "The lake's folder.")
    var lake: String

    @OptionGroup(title: "Store")
    var options: StoreOptions

    func run() throws {
      let path = options.source.store
      guard !FileManager.default.fileExists(atPath: path) else {
        throw UsageFault("\(path) is there already; a lake is restored into a store that is not there yet.")
      }
      let key = try options.source.access.key
      let lake = try Lake(lake, key: key)
      do {
        let store = try options.open(for: .writing)
        if let warning = store.warning { print(warning) }
        try lake.restore(to: store, asOf: options.asOf)
      } catch {
        for ending in ["", ".wal"] { try? FileManager.default.removeItem(atPath: path + ending) }
        throw error
      }
      print("\(lake.manifest.submissions.count) submissions are restored, and every row is as it was written.")
    }
  }

  /// `kith lake verify`: whether the files are as they were written.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Hash every file of a lake again, and compare with its manifest.")

    @Argument(help: "The lake's folder.")
    var lake: String

    @OptionGroup
    var access: StoreAccess

    func run() throws {
      let key = try access.key
      let lake = try Lake(lake, key: key)
      let faults = try lake.faults()
      for fault in faults { print(fault) }
      guard faults.isEmpty else { throw ExitCode(1) }
      print("\(lake.manifest.files.count) files are as they were written.")
    }
  }

  /// `kith lake fields`: what an agreement may name.
  struct Fields: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the fields that an agreement names for a lake, by the guidance's names.")

    func run() throws { for field in LakeFields.all { print(field) } }
  }
}

extension LakeRecipe.Dates: ExpressibleByArgument {}
