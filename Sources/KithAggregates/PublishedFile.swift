import Foundation
public import KithTables

/// A file of a publication on the user's disk.
public struct PublishedFile: Hashable, Sendable {
  /// Where it is.
  public let path: String

  /// A file at a path.
  public init(path: String) { self.path = path }

  /// The name, without folders.
  public var name: String { URL(filePath: path).lastPathComponent }

  /// The name in words, without its last ending.
  public var title: String {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent.replacing("_", with: " ")
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// Whether there is such a file.
  public var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// The bytes of the file.
  public func bytes() throws(AggregatesError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw AggregatesError(file: path, "there is no such file; check the name.")
    }
    guard !isFolder.boolValue else { throw AggregatesError(file: path, "this is a folder; name a file in it.") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw AggregatesError(file: path, "you may not read this file; ask for permission to read it.")
    }
    guard !data.isEmpty else { throw AggregatesError(file: path, "the file is empty; download or save it again.") }
    return [UInt8](data)
  }

  /// The first bytes of the file, without reading the rest.
  func bytes(upTo count: Int) throws(AggregatesError) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else { return try bytes() }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: count), !data.isEmpty else { return try bytes() }
    return [UInt8](data)
  }

  /// The file as a table of text.
  public func separatedText() throws(AggregatesError) -> SeparatedText {
    try Self.separatedText(try bytes(), path: path)
  }

  /// Bytes as a table of text; the path is for the error.
  static func separatedText(_ bytes: [UInt8], path: String) throws(AggregatesError) -> SeparatedText {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard !bytes.prefix(4).elementsEqual("PK\u{3}\u{4}".utf8) else {
      throw AggregatesError(file: path, "this is a workbook or zip; save it as CSV UTF-8 and name that file.")
    }
    guard isUTF16 || !bytes.prefix(4096).contains(0) else {
      throw AggregatesError(file: path, "this is not text; name a CSV file.")
    }
    guard isUTF16 || String(validating: bytes, as: UTF8.self) != nil else {
      throw AggregatesError(file: path, "the text is not UTF-8, so names could be misread; save it as CSV UTF-8.")
    }
    do {
      return try SeparatedText(bytes)
    } catch {
      throw AggregatesError(file: path, words(for: error))
    }
  }

  private static func words(for problem: SeparatedText.Problem) -> String {
    switch problem {
    case .empty: "the file has no lines; download or save it again."
    case .utf16: "this is UTF-16 text; save it as CSV UTF-8."
    case .openQuote(let line): "a quote opened on line \(line) is never closed; close it, or download the file again."
    }
  }

  /// The files of a folder, by name, in alphabetical order.
  static func files(inFolder folder: String) throws(AggregatesError) -> [PublishedFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw AggregatesError(file: folder, "there is no such folder; check the name.")
    }
    guard isFolder.boolValue else {
      throw AggregatesError(file: folder, "this is a file; name the folder that holds it.")
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw AggregatesError(file: folder, "you may not read this folder; ask for permission to read it.")
    }
    return names.sorted().map { PublishedFile(path: URL(filePath: folder).appending(path: $0).path()) }
  }
}
