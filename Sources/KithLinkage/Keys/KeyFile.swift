import Foundation

/// A file that holds one key, or one share of one, and nothing else, and that its owner alone may read.
public enum KeyFile: Sendable {
  /// A whole key.
  case key(LinkageKey)
  /// A share of one.
  case share(KeyShare)

  /// The fewest characters of a secret that Kith did not make.
  static let fewest = 16

  /// Reads a key or a share; refused where others may read the file, or where it holds more than one line.
  public init(_ path: String) throws(LinkageError) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let bytes = FileManager.default.contents(atPath: path)
    else {
      throw LinkageError(.key, "There is no key at \(path) that this user may read; `kith link key new` makes one.")
    }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    guard mode & 0o077 == 0 else {
      throw LinkageError(.key, "Others may read the key at \(path); take that away: chmod 600 \(path)")
    }
    guard bytes.count <= 4096, let text = String(bytes: bytes, encoding: .utf8) else {
      throw LinkageError(.key, "\(path) holds no key.")
    }
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count == 1, let line = lines.first.map(String.init) else {
      throw LinkageError(.key, "A key stands in a file of its own, in one line; \(path) holds something else.")
    }
    if let share = KeyShare(line: line) {
      self = .share(share)
    } else {
      guard line.count >= Self.fewest, !line.hasPrefix(KeyText.shareMark) else {
        throw LinkageError(
          .key, "The secret in \(path) is too short to be one; `kith link key new` makes a key that cannot be guessed.")
      }
      self = .key(LinkageKey(secret: Array(line.utf8)))
    }
  }

  /// The key; a share alone is refused.
  public var key: LinkageKey {
    get throws(LinkageError) {
      switch self {
      case .key(let key): return key
      case .share(let share):
        throw LinkageError(
          .key,
          "This is share \(share.number) of \(share.count) of a key; `kith link key join` makes the key of all of them."
        )
      }
    }
  }

  /// Writes the file, which must not be there yet, so that its owner alone may read it.
  public func write(to path: String) throws(LinkageError) {
    let line: String
    switch self {
    case .key(let key): line = String(decoding: key.secret, as: UTF8.self)
    case .share(let share): line = share.line
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw LinkageError(
        .key,
        errno == EEXIST ? "\(path) is there already; a key is never written over." : "\(path) cannot be written to.")
    }
    defer { close(descriptor) }
    let bytes = Array((line + "\n").utf8)
    guard Foundation.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      unlink(path)
      throw LinkageError(.key, "\(path) cannot be written to; there may be no room.")
    }
  }
}
