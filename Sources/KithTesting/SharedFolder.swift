import Foundation

/// The folder of conformance cases and published data that lies beside the project, where there is one.
public enum SharedFolder {
  /// The folder named by `KITH_SHARED`, else `shared` beside the project; nil when neither exists.
  public static let location: String? = {
    let named = ProcessInfo.processInfo.environment["KITH_SHARED"].map { [$0] } ?? []
    return (named + [projectFolder + "/../shared"]).first { FileManager.default.fileExists(atPath: $0 + "/README.md") }
  }()

  /// Whether the folder is there; tests that need it are skipped where it is not.
  public static var isPresent: Bool { location != nil }

  /// A file or folder below the shared folder, by its path there.
  public static func path(_ relative: String) -> String { (location ?? "") + "/" + relative }

  /// The project's own folder.
  public static let projectFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path()
}
