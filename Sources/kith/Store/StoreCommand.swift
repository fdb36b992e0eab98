import ArgumentParser
import Foundation
import KithPlaces
import KithStore

/// `kith store`: what a store holds, whether it is whole, and how things are taken out of it.
struct StoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Look at a store, verify it, or take submissions and children out of it.",
    subcommands: [Log.self, Verify.self, Retain.self, Erase.self, StoreTables.self])

  /// `kith store log`: every submission there has been, and what was done with the store.
  struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List every submission there has been and what was done with the store.")
    @OptionGroup(title: "Store")
    var options: StoreOptions
    @Flag(help: "Print one JSON object (docs/json.md).")
    var json = false

    func run() async throws {
      let store = try options.open(for: .reading)
      let document = StoreLog(
        warning: store.warning, submissions: try store.submissions, entries: try store.accessLog)
      print(json ? sortedJSON(document.json) : document.text)
    }
  }

  /// `kith store verify`: whether all is as it was loaded.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Count and hash every row again, and compare with what was noted when it was loaded.")
    @OptionGroup(title: "Store")
    var options: StoreOptions

    func run() async throws {
      let store = try options.open(for: .reading)
      if let warning = store.warning { print(warning) }
      let faults = try store.verify() + store.faultsOfLakes()
      for fault in faults { print(fault) }
      guard faults.isEmpty else { throw ExitCode(1) }
      let held = try store.submissions.count { ["current", "superseded"].contains($0.state) }
      print("\(held) \(held == 1 ? "submission is" : "submissions are") as loaded, and the log is whole.")
    }
  }

  /// `kith store retain`: takes out old superseded submissions.
  struct Retain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take out superseded submissions, but for the newest few of each collection, year and authority.")
    @OptionGroup(title: "Store")
    var options: StoreOptions
    @Option(help: "How many superseded submissions of each collection, year and authority to keep.")
    var superseded: Int

    func run() async throws {
      guard superseded >= 0 else { throw UsageFault("Give how many to keep: 0 or more.") }
      let store = try options.open(for: .changing)
      if let warning = store.warning { print(warning) }
      let gone = try store.retain(superseded: superseded, asOf: options.asOf)
      print(
        gone.isEmpty
          ? "No superseded submission goes beyond that; nothing was taken out."
          : "Taken out: submissions \(gone.map { String($0) }.joined(separator: ", ")).")
      for line in try store.dropFromLakes(key: options.source.access.key) { print(line) }
    }
  }

  /// `kith store erase`: takes a child or a submission out for good.
  struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a child, or a submission, out for good.",
      discussion: "The log keeps that something was erased, why and how many rows; never who.")
    @OptionGroup(title: "Store")
    var options: StoreOptions
    @Option(help: "The submission's number.")
    var submission: Int?
    @Option(help: "The authority's identifier of the child.")
    var child: String?
    @Option(help: "The authority whose child it is, by its 3-digit number.")
    var la: String?
    @Option(help: "Why, for the log; without a name or an identifier.")
    var reason: String

    func run() async throws {
      let erasure: Erasure
      switch (submission, child, la) {
      case (let id?, nil, nil): erasure = .submission(id)
      case (nil, let child?, let la?): erasure = .child(child, authority: la)
      default: throw UsageFault("Say what to erase: --submission NUMBER, or --child IDENTIFIER with --la 301.")
      }
      let store = try options.open(for: .changing)
      if let warning = store.warning { print(warning) }
      if let child, reason.lowercased().contains(child.lowercased()) {
        throw UsageFault("The reason stays in the log: leave the child's identifier out of it.")
      }
      let rows = try store.erase(erasure, reason: reason, asOf: options.asOf)
      print("Erased \(rows) rows, and the store's file is written anew.")
      for line in try store.dropFromLakes(key: options.source.access.key) { print(line) }
    }
  }
}
