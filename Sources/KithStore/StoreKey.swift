import Foundation

/// The key with which a store is encrypted. It is shown nowhere: its description is a mark.
public struct StoreKey: Sendable, CustomStringConvertible, CustomReflectable {
  package let text: String

  /// A key of this text.
  public init(_ text: String) throws(StoreError) {
    let key = text.trimmingCharacters(in: .newlines)
    guard key.count >= 8 else { throw StoreError(.noKey, "A key of a store has at least 8 characters.") }
    self.text = key
  }

  /// Reads the key that a file holds; line ends around it do not count.
  public init(file path: String) throws(StoreError) {
    guard let bytes = FileManager.default.contents(atPath: path), let text = String(bytes: bytes, encoding: .utf8)
    else { throw StoreError(.noKey, "\(path) cannot be read as a key; give a text file that this user may read.") }
    try self.init(text)
  }

  /// The key of the file, else of the environment's `KITH_STORE_KEY`; nil when neither is given.
  public static func given(file: String?, environment: [String: String]) throws(StoreError) -> StoreKey? {
    if let file { return try StoreKey(file: file) }
    guard let text = environment["KITH_STORE_KEY"], !text.isEmpty else { return nil }
    return try StoreKey(text)
  }

  /// A mark in place of the key.
  public var description: String { "(key)" }
  /// Nothing of the key.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
