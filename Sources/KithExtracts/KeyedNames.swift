import Crypto
import KithEngine
import KithStore
import KithTables

/// Names that a key gives to persons, the same in every extract of a project and different in every other project.
///
/// HMAC with SHA-256 (RFC 2104) of the person, by a key of the project, of which the first 128 bits are kept. Without the key nobody
/// can try out who is who; with it anybody can.
public struct KeyedNames: Sendable {
  private let key: SymmetricKey

  /// Names by a key that is bound to a project.
  public init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  /// The name of a person, in 32 hexadecimal digits.
  public func name(of person: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array(person.utf8), using: key)
    return Array(code).prefix(16).hexadecimal
  }

  /// What tells that two extracts have the same names, and tells nothing of the key.
  public var fingerprint: String { String(name(of: "\u{0}fingerprint").prefix(16)) }

  /// Keeps the names of all persons of a store, in `extract_names`.
  func keep(_ store: Store) throws {
    let persons = try store.connection.query("SELECT person FROM person ORDER BY person").text("person").values
    try store.connection.keep(
      [.text("person", persons), .text("keyed", persons.map { $0.map(name(of:)) })], as: "extract_names")
  }
}
