import ArgumentParser
import Foundation
import KithPlaces
import KithReturns
import KithStore

/// `kith load`: puts returns into a store.
struct LoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Load returns into a store.",
    discussion: """
      PATH is a folder, a zip archive or single files, as for check. With --each it is a folder of many returns, in \
      folders or archives whose paths name the year and the authority: returns/301/2025. Each submission is loaded whole \
      or not at all; a later one of the same collection, year and authority supersedes the one that is there.
      """)

  @Argument(help: ArgumentHelp("The folder, archive or files of the return.", valueName: "path"))
  var paths: [String]

  @OptionGroup(title: "Store")
  var options: StoreOptions

  @Option(help: "The year in which the collection ends: 2026 for 2025/26. A CIN Census states it.")
  var year: Int?

  @Option(help: "The authority: its 3-digit number, its 9-character code or its name. A CIN Census states it.")
  var la: String?

  @Flag(help: "Each return in the folder, by year and authority.")
  var each = false

  @Option(
    help: "The map of a de-identified national extract, whose files are in the folder at PATH (docs/store.md).")
  var extract: String?

  @Flag(help: "Load without checking.")
  var unchecked = false

  @Flag(help: "The returns are synthetic, though no mark says so; a store holds either synthetic or real ones.")
  var synthetic = false

  @OptionGroup
  var references: ReferenceOptions

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func run() async throws {
    // Opened once before the work begins, so that a wrong key or place is said at once.
    let warning = try options.open(for: .writing).warning
    if !json, let warning { print(warning) }
    let (loaded, failures) = try await loaded()
    Progress.clear()
    if json { print(LoadJSON(encrypted: warning == nil, loaded, failures).text) }
    for failure in failures { FileHandle.standardError.write(Data("kith: \(failure)\n".utf8)) }
    if !failures.isEmpty { throw ExitCode(2) }
  }

  /// What became of each return, and why some could not be loaded.
  private func loaded() async throws -> ([LoadedReturn], failures: [String]) {
    if let extract { return (try load(extract: extract), []) }
    let reader = ReturnReader(
      year: year, authority: la, isSynthetic: synthetic, asOf: options.asOf, files: references.files(),
      isChecked: !unchecked)
    var loader = ReturnLoader(options: options, isHeld: unchecked) { if !json { print($0.text) } }
    guard each else {
      for found in try await reader.read(paths, nil) { try loader.load(found) }
      return (loader.loaded, [])
    }
    var failures: [String] = []
    let folders = paths.flatMap { folder in ReturnPlace.returns(below: folder).map { (folder, $0) } }
    guard !folders.isEmpty else { throw UsageFault("\(paths.joined(separator: ", ")) holds no return.") }
    var ahead = ReadingAhead(
      folders.map { folder, path in { try await reader.read([folder + "/" + path], ReturnPlace(path)) } })
    for (_, path) in folders {
      do {
        for found in try await ahead.next() { try loader.load(found) }
      } catch let error as StoreError where error.reason != .unfit {
        throw error
      } catch {
        failures.append("\(path): \(error)")
      }
    }
    return (loader.loaded, failures)
  }

  private func load(extract path: String) throws -> [LoadedReturn] {
    let map = try ExtractMap(file: path)
    if !map.isVerified {
      FileHandle.standardError.write(
        Data("The columns of \(map.edition) are unverified; say yes in the map when you have confirmed them.\n".utf8))
    }
    guard paths.count == 1 else { throw UsageFault("An extract is the files in one folder; give its path.") }
    var loaded: [LoadedReturn] = []
    try options.open(for: .writing).load(
      extractIn: paths[0], by: map, year: year, authority: la, isSynthetic: synthetic, asOf: options.asOf
    ) { request, outcome in
      let name = AuthorityCode(parsing: request.authority).flatMap { AuthorityRegister.england[$0]?.name }
      loaded.append(LoadedReturn(request, outcome, name: name))
      if !json, let last = loaded.last { print(last.text) }
    }
    return loaded
  }
}
