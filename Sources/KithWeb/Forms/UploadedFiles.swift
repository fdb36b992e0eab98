import Foundation
import Hummingbird

/// Files that a form has sent, in a folder of their own in the session's private folder.
struct UploadedFiles: Sendable {
  /// The folder that holds them; `prev` in it holds last year's.
  let folder: String
  /// This year's files, or their folder.
  let paths: [String]
  /// Last year's.
  let previous: [String]
  /// How many they are.
  let count: Int
  /// The form's other fields.
  let fields: [String: String]

  /// The field of the form whose files are last year's.
  static let lastYear = "previous"
  private static let endings = [".csv", ".txt", ".tsv", ".xml", ".zip"]

  /// Streams the files to the folder; where anything is wrong with them, the folder is gone again.
  ///
  /// The form's token is its first field, so nothing is written for a form that is not this session's.
  static func receive(_ request: Request, _ site: Site) async throws -> UploadedFiles {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > site.settings.largestUpload {
      throw WebError.tooLarge
    }
    guard var reader = MultipartReader(request, largest: site.settings.largestUpload) else { throw WebError.foreign }
    guard let first = try await reader.next(), first.name == "token", first.fileName == nil,
      site.session.formToken.matches(try await text(&reader))
    else { throw WebError.foreign }
    let folder = try site.scratch.newFolder()
    do {
      return try await files(&reader, folder, mostFiles: site.settings.mostFiles)
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
  }

  private static func files(
    _ reader: inout MultipartReader, _ folder: String, mostFiles: Int
  ) async throws -> UploadedFiles {
    var (paths, previous): ([String], [String]) = ([], [])
    var fields: [String: String] = [:]
    while let part = try await reader.next() {
      guard let sent = part.fileName else {
        fields[part.name] = try await text(&reader)
        continue
      }
      guard !sent.isEmpty else { continue }
      guard paths.count + previous.count < mostFiles else { throw WebError.tooLarge }
      let isOld = part.name == lastYear
      let place = try place(of: sent, in: folder, isLastYear: isOld)
      try await write(&reader, to: place)
      if place.hasPrefix(folder + "/prev/") { previous.append(place) } else { paths.append(place) }
    }
    return UploadedFiles(
      folder: folder, paths: read(paths, folder), previous: read(previous, folder + "/prev", also: folder, paths),
      count: paths.count + previous.count, fields: fields)
  }

  /// What is to be read: the archives one by one, and the folder where it holds anything else. A folder that is read
  /// brings its `prev` along.
  private static func read(
    _ files: [String], _ folder: String, also outer: String? = nil, _ outerFiles: [String] = []
  ) -> [String] {
    let archives = files.filter { $0.lowercased().hasSuffix(".zip") }
    let outerIsRead = outer != nil && outerFiles.contains { !$0.lowercased().hasSuffix(".zip") }
    return archives + (archives.count < files.count && !outerIsRead ? [folder] : [])
  }

  /// Where a file goes: its own name within the folder, or in `prev` where its field or its folder says last year.
  ///
  /// Only the last part of the name counts, so no name leads out of the folder.
  private static func place(of sent: String, in folder: String, isLastYear: Bool) throws -> String {
    let parts = sent.split { $0 == "/" || $0 == "\\" }.map { String($0) }
    let name = parts.last ?? ""
    let isPlain = !name.hasPrefix(".") && name.utf8.count <= 200 && !name.utf8.contains { $0 < 32 || $0 == 127 }
    guard isPlain, endings.contains(where: name.lowercased().hasSuffix), !parts.contains("..") else {
      throw WebError.unusable(
        "One of the files cannot be used", "Choose files whose names end in .csv, .txt, .tsv, .xml or .zip.")
    }
    let isOld = isLastYear || parts.dropLast().last.map { ["prev", "previous"].contains($0.lowercased()) } == true
    let place = isOld ? folder + "/prev" : folder
    try FileManager.default.createDirectory(
      atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return place + "/" + name
  }

  private static func write(_ reader: inout MultipartReader, to path: String) async throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw WebError.unusable("Two of the files have one name", "Rename one of them, or leave it out.")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    while let piece = try await reader.piece() { try file.write(contentsOf: piece) }
    try file.close()
  }

  private static func text(_ reader: inout MultipartReader) async throws -> String {
    var bytes: [UInt8] = []
    while let piece = try await reader.piece() {
      bytes += piece
      guard bytes.count <= 10_000 else { throw WebError.tooLarge }
    }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
