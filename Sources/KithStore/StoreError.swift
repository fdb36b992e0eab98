/// Why the store could not do what it was asked, and what to do about it.
///
/// Its description never shows a key, nor a value of a return.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Reason: Hashable, Sendable {
    /// There is no file at the path.
    case notThere
    /// Another program holds the store, and went on holding it for as long as was waited.
    case busy
    /// The store is encrypted, and no key was given.
    case needsKey
    /// The key does not open the store.
    case wrongKey
    /// A key was given, and the store is not encrypted.
    case notEncrypted
    /// The file is no store of Kith's, or one of another version.
    case notAStore
    /// Synthetic and real submissions would meet in one store.
    case mixed
    /// There is no such submission, child or file.
    case unknown
    /// The key's file cannot be read, or holds no key.
    case noKey
    /// The file cannot be made or written.
    case notWritable
    /// What was given to be loaded does not fit the store.
    case unfit
  }

  /// The kind of failure.
  public let reason: Reason
  /// What happened and what to do, as a sentence.
  public let description: String

  package init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
