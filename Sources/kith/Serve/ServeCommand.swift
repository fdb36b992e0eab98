import ArgumentParser
import Foundation
import KithWeb

/// `kith serve`: Kith's pages in a browser on this machine.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show Kith's pages in a browser on this machine.",
    discussion: """
      Prints a link that works once: open it in a browser on this machine. Kith answers at 127.0.0.1 only, and makes no \
      connections. Files that you choose on a page are kept in a private folder until the session ends (its button, \
      Ctrl-C, or the end of the program), and are then removed.

      EXAMPLES
        kith serve
        kith serve RETURN --year 2026 --la 301 --aggregates LAIT
      """)

  @Option(help: "The port; 0 takes one that is free.")
  var port = 0

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("Give a port from 0 to 65535.") }
  }

  func run() async throws {
    // What the session keeps is for this user only.
    umask(0o077)
    do {
      try await WebServer(settings).run { link in
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

  private var settings: WebSettings {
    var settings = WebSettings()
    settings.port = port
    settings.assets = WebAssetFolder.found
    return settings
  }
}
