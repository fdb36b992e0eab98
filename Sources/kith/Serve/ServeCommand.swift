import ArgumentParser
import Foundation
import KithMeasures
import KithStore
import KithWeb

/// `kith serve`: Kith's pages in a browser on this machine.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show Kith's pages in a browser on this machine.",
    discussion: """
      Prints a link that works once: open it in a browser on this machine. Kith answers at 127.0.0.1 only, and makes no \
      connections. Files that you choose on a page are kept in a private folder until the session ends (its button, \
      Ctrl-C, or the end of the program), and are then removed. Returns that you give here need no upload.

      EXAMPLES
        kith serve
        kith serve RETURN --year 2026 --la 301 --aggregates LAIT
      """)

  @Argument(help: ArgumentHelp("Returns to check: folders or zip archives, each one return.", valueName: "path"))
  var paths: [String] = []

  @Option(help: "The port; 0 takes one that is free.")
  var port = 0

  @Option(help: "The year in which the returns' collection ends: 2026 for 2025/26.")
  var year: Int?

  @Option(help: "The authority whose returns they are: its 3-digit number, its 9-character code or its name.")
  var la: String?

  @Option(help: "Last year's return, for the first of the returns; a folder prev in it does the same.")
  var previous: [String] = []

  @OptionGroup
  var references: ReferenceOptions

  @Option(help: "A store, for the authority's own measures.")
  var store: String?

  @OptionGroup
  var access: StoreAccess

  @Option(
    help: ArgumentHelp("Children of 0 to 17 by authority and year, for rates, as for kith measures.", valueName: "file")
  )
  var population: String?

  @Option(help: ArgumentHelp("The folder with LAIT's files; else the one that KITH_LAIT names.", valueName: "folder"))
  var aggregates: String?

  @Option(help: ArgumentHelp("A file of Explore Education Statistics; may be given more than once.", valueName: "file"))
  var ees: [String] = []

  @Option(
    help: ArgumentHelp(
      "A folder of what kith study --json and kith report have written; may be given more than once.",
      valueName: "folder"))
  var studies: [String] = []

  @Option(help: "Who works with whom: a CSV file with the headings child, team, worker.")
  var teams: String?

  @Option(help: "The last run to compare with: its folder of reports.")
  var lastRun: String?

  @Option(
    help: ArgumentHelp(
      "Where it is noted who opened which child's page; else kith in the user's folder of programs' state.",
      valueName: "folder"))
  var accessLog: String?

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("Give a port from 0 to 65535.") }
  }

  func run() async throws {
    // What the session keeps is for this user only.
    umask(0o077)
    for path in paths where !FileManager.default.fileExists(atPath: path) {
      throw UsageFault("\(path) is not there; check the path.")
    }
    do {
      try await WebServer(settings()).run { link in
        let words =
          "Kith is running on this computer, and answers nobody else. Open:\n\n  \(link)\n\nCtrl-C ends the session.\n"
        // Not by print, which a pipe would hold back.
        FileHandle.standardOutput.write(Data(words.utf8))
      }
    } catch let error as any CustomStringConvertible {
      throw UsageFault("\(error)")
    }
    print("The session has ended, and its files are removed.")
  }

  private func settings() throws -> WebSettings {
    var settings = WebSettings()
    if let store {
      settings.store = store
      settings.storeKey = try access.key
    }
    settings.children = try population.map(ChildPopulation.init(file:)) ?? .none
    settings.port = port
    settings.aggregates =
      aggregates ?? ProcessInfo.processInfo.environment["KITH_LAIT"].flatMap { $0.isEmpty ? nil : $0 }
    settings.ees = ees
    settings.studies = studies
    settings.returns = paths.map { [$0] }
    settings.previous = previous
    settings.year = year
    settings.authority = la
    settings.postcodes = references.postcodes ?? ProcessInfo.processInfo.environment["KITH_POSTCODES"]
    settings.providers = references.providers
    settings.teams = teams
    settings.lastRun = lastRun
    settings.accessLog = accessLog
    return settings
  }
}
