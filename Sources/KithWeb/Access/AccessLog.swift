import Crypto
import Foundation
import HTTPTypes
import KithTables

/// The log of who opened which child's page, when and why.
///
/// A child is named in it by a keyed token: whoever has the key, kept beside the log, can tell whether a child's page was
/// opened; nobody else learns who the child is. Each line's hash covers the line before, so a line taken out shows.
actor AccessLog {
  /// The file.
  nonisolated let path: String
  private let folder: String
  private var last: String?

  static let header = "time,user,what,reason,child,previous_sha256,sha256\n"

  /// The log in a folder, which is made when something is first logged.
  init(folder: String) {
    self.folder = folder
    path = folder + "/access-log.csv"
  }

  /// The folder where this user's programs keep what they note.
  static var usualFolder: String {
    let environment = ProcessInfo.processInfo.environment
    return (environment["XDG_STATE_HOME"] ?? NSHomeDirectory() + "/.local/state") + "/kith"
  }

  /// Logs that a child's page is opened; where that cannot be done, the page must not be shown.
  func note(_ what: String, child: String, reason: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let code = HMAC<SHA256>.authenticationCode(for: Data(child.utf8), using: try key())
      try append([Date.now.formatted(.iso8601), NSUserName(), what, reason, code.prefix(16).hexadecimal])
    } catch {
      throw WebError(
        status: .internalServerError, title: "The access log cannot be written",
        advice:
          "A child's page is shown only when that is noted in \(path). Make the folder writable, or give another: "
          + "kith serve --access-log FOLDER.")
    }
  }

  private func append(_ cells: [String]) throws {
    if !FileManager.default.fileExists(atPath: path) {
      try Self.create(path, Data(Self.header.utf8))
    }
    let previous = try last ?? Self.lastHash(path)
    let line = (cells + [previous]).map { $0.replacing("\n", with: " ").quotedCell }.joined(separator: ",")
    let hash = SHA256.hash(data: Data(line.utf8)).hexadecimal
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("\(line),\(hash)\n".utf8))
    try file.close()
    last = hash
  }

  private static func lastHash(_ path: String) throws -> String {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let line = text.split(separator: "\n").dropFirst().last
    return line?.split(separator: ",").last.map { String($0) } ?? ""
  }

  /// The key of the tokens, made when it is first needed.
  private func key() throws -> SymmetricKey {
    let file = folder + "/access-key"
    if let held = FileManager.default.contents(atPath: file), held.count == 32 { return SymmetricKey(data: held) }
    let key = SymmetricKey(size: .bits256)
    let bytes = key.withUnsafeBytes { Data($0) }
    try Self.create(file, bytes)
    return key
  }

  /// Makes a file that only this user may read.
  private static func create(_ path: String, _ contents: Data) throws {
    guard FileManager.default.createFile(atPath: path, contents: contents, attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
  }
}
