import Foundation

/// The folder of a run: all its files or none, for this user alone, and none in the place of anything else.
struct RunFolder {
  private let path: String
  private let replace: Bool

  init(_ path: String, replace: Bool) throws {
    self.path = path
    self.replace = replace
    guard replace || !FileManager.default.fileExists(atPath: path) else {
      throw UsageFault("\(path) is there already; give another folder, or --replace.")
    }
  }

  /// Writes files, each by its path in the folder; `others` are what a run may have written there in another way.
  func write(_ files: [(name: String, bytes: [UInt8])], others: [String] = []) throws {
    // What says who records are is for this user only.
    umask(0o077)
    try checkPresent(files.map(\.name) + others)
    let part = path + ".part"
    do {
      try? FileManager.default.removeItem(atPath: part)
      for file in files {
        let place = URL(filePath: part + "/" + file.name)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
      try FileManager.default.moveItem(atPath: part, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw UsageFault("\(path) cannot be written; give a folder that may be, with room for the files.")
    }
  }

  /// Refuses to replace a folder that holds anything but what a run writes.
  private func checkPresent(_ names: [String]) throws {
    let known = Set(names).union(names.map { String($0.prefix { $0 != "/" }) })
    let present = FileManager.default.subpaths(atPath: path) ?? []
    if let other = present.first(where: { !known.contains($0) }) {
      throw UsageFault("\(path) holds \(other), which no run wrote; give another folder.")
    }
  }
}
