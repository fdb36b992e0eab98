import ArgumentParser
import Foundation
import KithPool
import KithRegister
import KithStore

/// `kith pool preview`: exactly what an authority would send.
struct PoolPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show exactly what would be sent to a pool: tables, columns, rows, tokens, and the package's hash.",
    discussion: """
      The package is made as `prepare` makes it, hashed, and taken away again; nothing is sent and nothing is kept. \
      `prepare` asks for the hash (--previewed), so nothing leaves that was not previewed.
      """)

  @OptionGroup
  var what: PoolSendOptions

  @Option(help: "A folder to write every row that would be sent as comma-separated text, to look at.")
  var csv: String?

  @Flag(help: "Name every column, those that are not sent too.")
  var columns = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func run() throws {
    let request = try what.request()
    let store = try what.source.open(for: .reading)
    if let warning = store.warning, !json { print(warning) }
    let scratch = what.source.store + ".pool-preview"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try? FileManager.default.removeItem(atPath: scratch)
    Progress.say("Making what would be sent")
    let package = try PoolPackage(of: store, request, at: scratch)
    if let csv {
      try RunFolder(csv, replace: false).fill { part in try PoolPackage.writeReadable(scratch, to: part) }
    }
    Progress.clear()
    let preview = PreviewedPackage(package, "pool preview")
    print(json ? sortedJSON(preview.json) : preview.text(withColumns: columns, readable: csv))
  }
}

/// `kith pool prepare`: the package that was previewed.
struct PoolPrepareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare",
    abstract: "Make the package that was previewed, to be sent to a pool.",
    discussion: """
      The folder has the tables as Parquet, the matching tokens in a file of their own, and a manifest; send all of it, by \
      a safe way. It is pseudonymised, and personal data still. The making is logged in the store. Keep both keys: neither \
      is in the package.
      """)

  @OptionGroup
  var what: PoolSendOptions

  @Option(help: "The hash that `kith pool preview` printed, or its first twelve characters.")
  var previewed: String

  @Option(help: "The folder to write.")
  var out: String

  @Flag(help: "Put the folder in the place of one that is there.")
  var replace = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func run() throws {
    let request = try what.request()
    guard previewed.count >= 12 else {
      throw UsageFault("--previewed has at least the hash's first twelve characters.")
    }
    let folder = try RunFolder(out, replace: replace)
    let store = try what.source.open(for: .changing)
    if let warning = store.warning, !json { print(warning) }
    Progress.say("Making the package")
    let package = try folder.fill { part in
      let package = try PoolPackage(of: store, request, at: part)
      guard package.manifest.sha256.hasPrefix(previewed.lowercased()) else {
        throw UsageFault(
          "What would be sent is not what was previewed: the store, the agreement or a setting is another. Preview it again."
        )
      }
      try store.noteListing(
        of: "pool package \(package.manifest.sha256) under \(what.agreement.entry)",
        rows: package.tables.map(\.rows).reduce(0, +), purpose: request.permission.agreement.purpose,
        asOf: what.agreement.asOf)
      return package
    }
    Progress.clear()
    let prepared = PreviewedPackage(package, "pool prepare")
    print(json ? sortedJSON(prepared.json) : prepared.preparedText(out))
  }
}
