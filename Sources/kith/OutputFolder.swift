import Foundation

/// A folder that a command writes to: all its files or none, and none over another unless the user said so.
struct OutputFolder {
  private let path: String
  private let replace: Bool

  init(_ path: String, replace: Bool) {
    self.path = path
    self.replace = replace
  }

  /// Writes the files and says so, a line each.
  func write(_ files: [(name: String, text: String)]) throws {
    try write(files.map { (name: $0.name, data: Data($0.text.utf8)) })
  }

  /// Writes the files and says so, a line each.
  func write(_ files: [(name: String, data: Data)]) throws {
    let present = files.map(\.name).filter { FileManager.default.fileExists(atPath: path + "/" + $0) }
    guard replace || present.isEmpty else {
      throw UsageFault("\(path) already has \(present.joined(separator: ", ")); give another folder, or --replace.")
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for file in files {
        try file.data.write(to: URL(filePath: path + "/" + file.name), options: .atomic)
        print("Wrote \(path)/\(file.name)")
      }
    } catch {
      throw UsageFault("\(path) cannot be written to; give a folder that may be, with room for the files.")
    }
  }
}
