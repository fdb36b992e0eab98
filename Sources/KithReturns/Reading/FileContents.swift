import CArchive
import Foundation

/// A file as it was found: its name within what the user gave, its bytes, whether it is last year's, and whether its name
/// or its folder says that it is synthetic.
struct FoundFile: Sendable {
  let name: String
  let bytes: [UInt8]
  let isLastYear: Bool
  var isSynthetic = false
}

extension FoundFile {
  /// The file's text cell by cell, and how its bytes write it.
  func delimitedText() throws(ReadError) -> (encoding: TextEncoding, text: DelimitedText) {
    guard !bytes.isEmpty else { throw ReadError(.emptyFile, name) }
    guard let (encoding, utf8, offset) = TextEncoding.decode(bytes) else { throw ReadError(.notText, name) }
    // Where bytes stand is kept in 32 bits, and quoted cells may be there twice.
    guard utf8.count <= FileContents.largestSize else { throw ReadError(.tooLarge, name) }
    let delimiter = DelimitedReader.delimiter(of: utf8, from: offset)
    return (encoding, DelimitedReader.read(utf8, from: offset, delimiter: delimiter))
  }
}

/// Finds the files of a return in a folder, an archive or a file.
enum FileContents {
  /// Folders of this name hold last year's return.
  private static let lastYearFolders: Set<String> = ["prev", "previous"]

  /// No return, and no table of one, is larger.
  static let largestSize = 2_000_000_000

  /// Whether a file of this name may hold a table of a return.
  static func mayBeTable(_ name: String) -> Bool {
    [".csv", ".txt", ".tsv", ".xml"].contains { name.lowercased().hasSuffix($0) } && !name.hasPrefix(".")
      && !SyntheticFiles.contain(name)
  }

  /// The files at a path: a folder's top level and its `prev` folder, an archive's the same, or the one file.
  /// An archive that unpacks to more than `largest` bytes is refused before it fills the memory.
  static func read(
    _ path: String, isLastYear: Bool, largest: Int = largestSize
  ) throws(ReadError) -> [FoundFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReadError(.notFound, path)
    }
    if isFolder.boolValue { return try folder(path, isLastYear: isLastYear) }
    if path.lowercased().hasSuffix(".zip") {
      return try archive(path, isLastYear: isLastYear, largest: largest)
    }
    let folder = (path as NSString).deletingLastPathComponent
    let beside = (try? list(folder.isEmpty ? "." : folder)) ?? []
    return [
      FoundFile(
        name: fileName(path), bytes: try bytes(path), isLastYear: isLastYear,
        isSynthetic: SyntheticFiles.mark(fileName(path), among: beside))
    ]
  }

  private static func folder(_ path: String, isLastYear: Bool) throws(ReadError) -> [FoundFile] {
    var files: [FoundFile] = []
    let names = try list(path)
    for name in names.sorted() {
      let inner = path + "/" + name
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: inner, isDirectory: &isFolder)
      if isFolder.boolValue {
        if !isLastYear, lastYearFolders.contains(name.lowercased()) { files += try folder(inner, isLastYear: true) }
      } else if mayBeTable(name) {
        files.append(
          FoundFile(
            name: name, bytes: try bytes(inner), isLastYear: isLastYear,
            isSynthetic: SyntheticFiles.mark(name, among: names)))
      }
    }
    return files
  }

  private static func list(_ path: String) throws(ReadError) -> [String] {
    guard access(path, R_OK | X_OK) == 0, let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    else { throw ReadError(.noPermission, path) }
    return names
  }

  private static func bytes(_ path: String) throws(ReadError) -> [UInt8] {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if let size = attributes?[.size] as? Int, size > largestSize { throw ReadError(.tooLarge, path) }
    guard access(path, R_OK) == 0, let contents = FileManager.default.contents(atPath: path) else {
      throw ReadError(.noPermission, path)
    }
    return Array(contents)
  }

  private static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension FileContents {
  private static func archive(_ path: String, isLastYear: Bool, largest: Int) throws(ReadError) -> [FoundFile] {
    guard access(path, R_OK) == 0 else { throw ReadError(.noPermission, path) }
    guard let archive = archive_read_new() else { throw ReadError(.damagedArchive, path) }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    guard archive_read_open_filename(archive, path, 65_536) == ARCHIVE_OK else {
      throw ReadError(.damagedArchive, path)
    }
    var files: [FoundFile] = []
    var total = 0
    var isMarked = false
    while let entry = try nextEntry(archive, path) {
      guard let name = archive_entry_pathname(entry).map({ String(cString: $0) }), !name.hasSuffix("/")
      else { continue }
      isMarked = isMarked || fileName(name) == SyntheticFiles.mark
      guard mayBeTable(fileName(name)) else { continue }
      let folders = name.split(separator: "/").dropLast().map { $0.lowercased() }
      let contents = try contents(of: archive, path, total: &total, largest: largest)
      let isOld = isLastYear || folders.last.map(lastYearFolders.contains) == true
      files.append(
        FoundFile(
          name: fileName(name), bytes: contents, isLastYear: isOld,
          isSynthetic: SyntheticFiles.mark(fileName(name), among: [])))
    }
    for place in files.indices where isMarked { files[place].isSynthetic = true }
    return files.sorted { ($0.isLastYear ? 1 : 0, $0.name) < ($1.isLastYear ? 1 : 0, $1.name) }
  }

  private static func nextEntry(_ archive: OpaquePointer, _ path: String) throws(ReadError) -> OpaquePointer? {
    var entry: OpaquePointer?
    switch archive_read_next_header(archive, &entry) {
    case ARCHIVE_OK, ARCHIVE_WARN: return entry
    case ARCHIVE_EOF: return nil
    default: throw ReadError(.damagedArchive, path)
    }
  }

  private static func contents(
    of archive: OpaquePointer, _ path: String, total: inout Int, largest: Int
  ) throws(ReadError) -> [UInt8] {
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
      if count == 0 { return contents }
      guard count > 0 else { throw ReadError(.damagedArchive, path) }
      total += count
      guard total <= largest else { throw ReadError(.tooLarge, path) }
      contents.append(contentsOf: buffer[0..<count])
    }
  }
}
