import Crypto
import Foundation
import KithTables

/// A linkage key as a line of text, and its shares.
///
/// A key that Kith makes is `kith1-` and 32 random bytes in base64url; the secret is the line itself, so that a party
/// that uses clkhash can be given the same text. A share is useless without all the others.
enum KeyText {
  static let mark = "kith1-"
  static let shareMark = "kith1share-"
  static let byteCount = 32

  static func key(_ bytes: [UInt8]) -> String { mark + base64url(bytes) }

  /// The random bytes of a key that Kith made; nil for another secret.
  static func bytes(ofKey line: String) -> [UInt8]? {
    guard line.hasPrefix(mark), let bytes = bytes(base64url: line.dropFirst(mark.count)), bytes.count == byteCount
    else {
      return nil
    }
    return bytes
  }

  static func base64url(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  static func bytes(base64url text: some StringProtocol) -> [UInt8]? {
    let standard = String(text).replacing("-", with: "+").replacing("_", with: "/")
    let padded = standard + String(repeating: "=", count: (4 - standard.count % 4) % 4)
    return Data(base64Encoded: padded).map { Array($0) }
  }
}

/// One of the parts into which a key was split: all of them together are the key, and fewer tell nothing of it.
public struct KeyShare: Sendable, CustomStringConvertible, CustomReflectable {
  let number: Int
  let count: Int
  let fingerprint: String
  let bytes: [UInt8]

  /// A mark in place of the share.
  public var description: String { "(share \(number) of \(count) of a key)" }
  /// Nothing of the share.
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  var line: String {
    "\(KeyText.shareMark)\(number)-\(count)-\(fingerprint)-" + KeyText.base64url(bytes)
  }

  init(number: Int, count: Int, fingerprint: String, bytes: [UInt8]) {
    self.number = number
    self.count = count
    self.fingerprint = fingerprint
    self.bytes = bytes
  }

  init?(line: String) {
    guard line.hasPrefix(KeyText.shareMark) else { return nil }
    let parts = line.dropFirst(KeyText.shareMark.count).split(
      separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, let number = Int(parts[0]), let count = Int(parts[1]),
      let bytes = KeyText.bytes(base64url: parts[3]), bytes.count == KeyText.byteCount
    else { return nil }
    self.init(number: number, count: count, fingerprint: String(parts[2]), bytes: bytes)
  }
}

extension LinkageKey {
  /// A new key, from the randomness of the system: the only thing in Kith that is not the same on each run.
  public static func random() -> LinkageKey {
    let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    return LinkageKey(secret: Array(KeyText.key(bytes).utf8))
  }

  /// A number by which parties can tell that they hold the same key, and from which the key cannot be worked out.
  public var fingerprint: String { derived(for: .fingerprint)[..<8].hexadecimal }

  private var line: String { String(decoding: secret, as: UTF8.self) }

  /// The key in so many shares, whose exclusive or is the key; all but one are random.
  public func split(into count: Int) throws(LinkageError) -> [KeyShare] {
    guard (2...20).contains(count) else { throw LinkageError(.key, "A key is split into 2 to 20 shares.") }
    guard var rest = KeyText.bytes(ofKey: line) else {
      throw LinkageError(.key, "Only a key that `kith link key new` made can be split.")
    }
    var parts: [[UInt8]] = []
    for _ in 1..<count {
      let part = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
      rest = zip(rest, part).map { $0 ^ $1 }
      parts.append(part)
    }
    return (parts + [rest]).enumerated().map {
      KeyShare(number: $0 + 1, count: count, fingerprint: fingerprint, bytes: $1)
    }
  }

  /// The key that was split into some shares; refused unless they are all of its shares.
  public init(joining shares: [KeyShare]) throws(LinkageError) {
    guard let first = shares.first, Set(shares.map(\.fingerprint)).count == 1,
      Set(shares.map(\.count)) == [shares.count], Set(shares.map(\.number)) == Set(1...shares.count)
    else {
      throw LinkageError(.key, "These are not all the shares of one key; give each of its shares once.")
    }
    self = Self.joined(shares.map(\.bytes))
    guard fingerprint == first.fingerprint else {
      throw LinkageError(.key, "The shares do not make the key that was split; one of them has been changed.")
    }
  }

  /// The key that is made of keys which each party made by itself: nobody decides it alone.
  public init(joining keys: [LinkageKey]) throws(LinkageError) {
    var parts: [[UInt8]] = []
    for key in keys {
      guard let bytes = KeyText.bytes(ofKey: key.line) else {
        throw LinkageError(.key, "Only keys that `kith link key new` made can be joined.")
      }
      parts.append(bytes)
    }
    guard parts.count >= 2, Set(parts).count == parts.count else {
      throw LinkageError(.key, "Give two keys or more, each once.")
    }
    self = Self.joined(parts)
  }

  private static func joined(_ parts: [[UInt8]]) -> LinkageKey {
    let bytes = parts.dropFirst().reduce(parts[0]) { sum, part in zip(sum, part).map { $0 ^ $1 } }
    return LinkageKey(secret: Array(KeyText.key(bytes).utf8))
  }
}
