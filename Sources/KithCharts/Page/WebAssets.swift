import Foundation

/// The files with which a browser draws charts and styles pages, where set-up has put them.
public struct WebAssets: Sendable {
  /// The folder that holds them.
  public let folder: String

  /// Vega, Vega-Lite and Vega-Embed, in the order in which a page must load them.
  public static let scripts = ["vega.js", "vega-lite.js", "vega-embed.js"]
  /// The style sheet of GOV.UK Frontend, without crown or fonts.
  public static let styleSheet = "govuk-frontend.css"
  /// What to do where the files are not there.
  public static let advice = """
    Charts are shown as tables: what draws them is not there. Run scripts/setup in Kith's folder, or name the folder that holds \
    vega.js, vega-lite.js and vega-embed.js with KITH_WEB_ASSETS.
    """

  /// The folder that `KITH_WEB_ASSETS` names; else `web` beside the program; else `.deps/web` of the current folder, of the program's and of
  /// those above it. Nil where none has the scripts.
  public init?() {
    self.init(
      environment: ProcessInfo.processInfo.environment, program: Bundle.main.executableURL,
      current: FileManager.default.currentDirectoryPath)
  }

  init?(environment: [String: String], program: URL?, current: String) {
    let named = environment["KITH_WEB_ASSETS"].flatMap { $0.isEmpty ? nil : $0 }
    let folders = named.map { [$0] } ?? Self.folders(program: program, current: current)
    guard let found = folders.first(where: Self.isWhole) else { return nil }
    folder = found
  }

  private static func folders(program: URL?, current: String) -> [String] {
    var above: [String] = []
    if let program {
      var folder = program.resolvingSymlinksInPath().deletingLastPathComponent()
      above.append(folder.path() + "web")
      while folder.path() != "/", above.count < 64 {
        above.append(folder.path() + ".deps/web")
        folder = folder.deletingLastPathComponent()
      }
    }
    return above.prefix(1) + [current + "/.deps/web"] + above.dropFirst()
  }

  private static func isWhole(_ folder: String) -> Bool {
    scripts.allSatisfy { FileManager.default.isReadableFile(atPath: folder + "/" + $0) }
  }

  /// The text of a file; nil where it is not there.
  public func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }
}
