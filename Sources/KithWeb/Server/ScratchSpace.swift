import Foundation

/// The session's own folder, for this user alone, which is gone when the session is.
final class ScratchSpace: Sendable {
  /// Where the folder is.
  let path: String

  private static let start = "kith-serve-"

  /// Makes the folder, and removes what sessions have left that were killed.
  init(in folder: String?) throws {
    let parent = folder ?? NSTemporaryDirectory()
    Self.sweep(parent)
    path = (parent as NSString).appendingPathComponent(
      "\(Self.start)\(ProcessInfo.processInfo.processIdentifier)-\(Token().description.prefix(16))")
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// A new folder in it.
  func newFolder() throws -> String {
    let folder = path + "/" + Token().description.prefix(16)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return folder
  }

  /// Removes the folder and all in it.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Removes the folders of this user's sessions whose program is no longer there.
  private static func sweep(_ parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(start) {
      let number = name.dropFirst(start.count).prefix { $0.isNumber }
      guard let process = Int32(number), kill(process, 0) != 0, errno == ESRCH else { continue }
      try? FileManager.default.removeItem(atPath: parent + "/" + name)
    }
  }
}
