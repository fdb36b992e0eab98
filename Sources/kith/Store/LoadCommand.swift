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
    // An extract is not checked: the rules are of returns, and it lacks what they read.
    let check = unchecked || extract != nil ? nil : ReturnCheck(files: references.files())
    var loaded: [LoadedReturn] = []
    var failures: [String] = []
    if let extract {
      loaded = try load(extract: extract)
    } else if each {
      for folder in paths {
        for path in ReturnPlace.returns(below: folder) {
          do {
            loaded += try await load([folder + "/" + path], ReturnPlace(path), check)
          } catch let error as StoreError where error.reason != .unfit {
            throw error
          } catch {
            failures.append("\(path): \(error)")
          }
        }
      }
      if loaded.isEmpty, failures.isEmpty { throw UsageFault("\(paths.joined(separator: ", ")) holds no return.") }
    } else {
      loaded = try await load(paths, nil, check)
    }
    Progress.clear()
    if json { print(LoadJSON(encrypted: warning == nil, loaded, failures).text) }
    for failure in failures { FileHandle.standardError.write(Data("kith: \(failure)\n".utf8)) }
    if !failures.isEmpty { throw ExitCode(2) }
  }

  private func load(
    _ paths: [String], _ place: ReturnPlace?, _ check: ReturnCheck?
  ) async throws -> [LoadedReturn] {
    Progress.say("Reading \(paths.joined(separator: ", "))")
    var loaded: [LoadedReturn] = []
    for submission in try Submission.readAll(paths) {
      let isSynthetic = try isSynthetic(submission)
      let owner = try owner(of: submission, place, isSynthetic: isSynthetic)
      if check != nil { Progress.say("Checking \(submission.collection.title) of \(owner.code)") }
      let summary = try await check?.summary(of: submission, year: owner.year, onsCode: owner.onsCode)
      let request = LoadRequest(
        submission, year: owner.year, authority: owner.code, check: summary, isSynthetic: isSynthetic,
        asOf: options.asOf)
      let outcome = try options.open(for: .writing).load(request)
      let result = LoadedReturn(request, outcome, name: owner.name)
      if !json {
        Progress.clear()
        print(result.text)
      }
      loaded.append(result)
    }
    return loaded
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

  /// Whether a return is synthetic: the user or its files say so.
  private func isSynthetic(_ submission: Submission) throws -> Bool {
    let marked = submission.files.count { $0.isSynthetic }
    guard synthetic || marked == 0 || marked == submission.files.count else {
      throw UsageFault("Some of these files are marked as synthetic and some are not; load them apart.")
    }
    return synthetic || marked > 0
  }

  private func owner(of submission: Submission, _ place: ReturnPlace?, isSynthetic: Bool) throws -> ReturnOwner {
    let facts = submission.collection == .inNeed ? CensusFacts(submission.tables) : nil
    guard let year = year ?? facts?.year ?? place?.year else {
      throw UsageFault("Say which collection this is: --year 2026 for 2025/26; the files do not.")
    }
    guard let authority = la ?? facts?.authority ?? place?.authority else {
      throw UsageFault("Say whose return this is: --la 301; the files do not.")
    }
    return try ReturnOwner(authority, year: year, isSynthetic: isSynthetic)
  }
}

/// The authority and year that a return is of.
struct ReturnOwner {
  let year: Int
  let code: String
  let onsCode: String?
  let name: String?

  /// The authority that is named; of a synthetic return, any three digits.
  init(_ text: String, year: Int, isSynthetic: Bool) throws {
    self.year = year
    do {
      let authority = try ReturningAuthority(text, year: year)
      code = authority.code
      onsCode = authority.onsCode
      name = AuthorityCode(parsing: authority.code).flatMap { AuthorityRegister.england[$0]?.name }
    } catch  where isSynthetic && text.utf8.count == 3 && text.utf8.allSatisfy({ (48...57).contains($0) }) {
      code = text
      onsCode = nil
      name = nil
    }
  }
}
