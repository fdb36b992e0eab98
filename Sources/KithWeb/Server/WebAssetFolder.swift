import Foundation

/// Where set-up has put the style sheet and the libraries that draw charts.
public enum WebAssetFolder {
  /// The folder that `KITH_WEB` names, else `.deps/web` of the current folder, of the program's and of all above it.
  public static var found: String? {
    let named = ProcessInfo.processInfo.environment["KITH_WEB"].map { [$0] } ?? []
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent().path()
    let above = program.map { sequence(first: $0, next: parent) }.map { Array($0) } ?? []
    return (named + (["."] + above).map { $0 + "/.deps/web" }).first { FileManager.default.fileExists(atPath: $0) }
  }

  private static func parent(of path: String) -> String? {
    let parent = (path as NSString).deletingLastPathComponent
    return parent == path || parent.isEmpty ? nil : parent
  }
}
