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
    try checkPresent(files.map(\.name) + others)
    try fill { part in
      try orUnwritable {
        for file in files {
          let place = URL(filePath: part + "/" + file.name)
          try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(file.bytes).write(to: place)
        }
      }
    }
  }

  /// Fills the folder by work that is given the path of a new one, which takes its place when the work is done.
  func fill<Outcome>(_ work: (String) throws -> Outcome) throws -> Outcome {
    // What says who children are is for this user only.
    umask(0o077)
    let part = path + ".part"
    defer { try? FileManager.default.removeItem(atPath: part) }
    try orUnwritable {
      try? FileManager.default.removeItem(atPath: part)
      try FileManager.default.createDirectory(atPath: part, withIntermediateDirectories: true)
    }
    let outcome = try work(part)
    try orUnwritable {
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
      try FileManager.default.moveItem(atPath: part, toPath: path)
    }
    return outcome
  }

  /// Does work whose failure means that the folder cannot be written.
  func orUnwritable<Outcome>(_ work: () throws -> Outcome) throws -> Outcome {
    do { return try work() } catch {
      throw UsageFault("\(path) cannot be written to; give a folder that may be, with room for the files.")
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
