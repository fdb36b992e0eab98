import Foundation

/// A file that is there while a test needs it.
func withFile<Outcome>(_ name: String, _ text: String, _ body: (String) throws -> Outcome) throws -> Outcome {
  let folder = FileManager.default.temporaryDirectory.appending(path: "kith-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: name)
  try Data(text.utf8).write(to: file)
  return try body(file.path())
}
