import Foundation

/// A folder that a test fills and that is gone after it.
public struct ScratchFolder: ~Copyable {
  /// Where the folder is.
  public let path = FileManager.default.temporaryDirectory.path() + "kith-test-\(UUID().uuidString)"

  /// Makes an empty folder.
  public init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes bytes to a file of the folder, or of a folder in it.
  public func write(_ bytes: [UInt8], _ name: String) throws {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Writes text to a file of the folder, or of a folder in it.
  public func write(_ text: String, _ name: String) throws { try write(Array(text.utf8), name) }
}
