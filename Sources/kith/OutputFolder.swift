import Foundation

/// A folder that a command writes to: all its files or none, and none over another unless the user said so.
struct OutputFolder {
  private let path: String
  private let replace: Bool

  init(_ path: String, replace: Bool) {
    self.path = path
    self.replace = replace
  }

  /// Writes the files and says so, a line each; gives their paths.
  @discardableResult
  func write(_ files: [(name: String, text: String)], says: Bool = true) throws -> [String] {
    try write(files.map { (name: $0.name, data: Data($0.text.utf8)) }, says: says)
  }

  /// Writes the files and says so, a line each; gives their paths.
  ///
  /// Each is written beside its place, and they are moved there when all are whole; what was moved is taken away if one cannot be.
  @discardableResult
  func write(_ files: [(name: String, data: Data)], says: Bool = true) throws -> [String] {
    let paths = files.map { path + "/" + $0.name }
    let present = files.map(\.name).filter { FileManager.default.fileExists(atPath: path + "/" + $0) }
    guard replace || present.isEmpty else {
      throw UsageFault("\(path) already has \(present.joined(separator: ", ")); give another folder, or --replace.")
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (file, path) in zip(files, paths) { try file.data.write(to: URL(filePath: path + ".part")) }
      for path in paths { try Self.move(path + ".part", to: path) }
    } catch {
      for path in paths {
        try? FileManager.default.removeItem(atPath: path + ".part")
        if !present.contains(URL(filePath: path).lastPathComponent) {
          try? FileManager.default.removeItem(atPath: path)
        }
      }
      throw UsageFault("\(path) cannot be written to; give a folder that may be, with room for the files.")
    }
    if says { for path in paths { print("Wrote \(path)") } }
    return paths
  }

  private static func move(_ part: String, to path: String) throws {
    guard rename(part, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
