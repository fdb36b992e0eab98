import Crypto
public import KithRegister
import KithTables

/// What goes with a file of encodings to whoever matches it: how and by what right it was made, and its hash.
///
/// It holds the schema, so that parties that encoded in different ways are told where they differ. It holds no key, no
/// identifier and no hash of a clear file.
public struct EncodingManifest: Sendable {
  /// The name of the file of encodings.
  public static let encodingsName = "encodings.csv"
  /// The name of the manifest.
  public static let name = "manifest.json"

  private let json: JSONValue

  /// The manifest of encodings that were made under an agreement.
  public init(
    _ records: BlockedRecords, file: [UInt8], _ schema: LinkageSchema, key: LinkageKey, program: String, by: String?,
    _ permission: Permission
  ) {
    var members: [String: JSONValue] = [
      "kind": .string("Kith encodings"), "version": .integer(1), "program": .string(program),
      "asOf": .string(permission.day.iso), "agreement": permission.json, "schema": schema.json,
      "schemaSha256": .string(schema.hash), "keyFingerprint": .string(key.fingerprint),
      "encodings": .object([
        "file": .string(Self.encodingsName), "sha256": .string(SHA256.hash(data: file).hexadecimal),
        "bits": .integer(records.encodings.length), "records": .integer(records.encodings.count),
        "rules": .integer(records.tokens.count),
      ]),
    ]
    members["by"] = by.map { .string($0) }
    json = .object(members)
  }

  /// Reads a manifest.
  public init(json bytes: [UInt8], name: String) throws(LinkageError) {
    guard let value = try? JSONValue(parsing: bytes), value["kind"] == .string("Kith encodings"),
      value["version"] == .integer(1), case .string? = value["keyFingerprint"], case .object? = value["schema"],
      case .integer(let bits)? = value["encodings"]?["bits"], (1...LinkageSchema.longest * 2).contains(bits)
    else { throw LinkageError(.encodings, "\(name) is not a manifest of encodings that Kith made.") }
    json = value
  }

  /// The manifest as JSON text.
  public var text: [UInt8] { json.pretty }

  /// How many bits an encoding has.
  public var bits: Int { if case .integer(let bits)? = json["encodings"]?["bits"] { bits } else { 0 } }

  /// Who made the encodings, as they said.
  public var by: String? { if case .string(let by)? = json["by"] { by } else { nil } }

  /// The SHA-256 of the schema.
  public var schemaHash: String { if case .string(let hash)? = json["schemaSha256"] { hash } else { "" } }

  /// How features stand in the encodings, where they stay apart; nil where they do not.
  public func apart(_ name: String) throws(LinkageError) -> ApartFeatures? {
    guard json["schema"]?["kith"]?["apart"] == .bool(true) else { return nil }
    let schema = try LinkageSchema(json["schema"] ?? .null, folding: nil)
    guard schema.encodedLength == bits else {
      throw LinkageError(
        .encodings, "\(name) has encodings of \(bits) bits, and its schema makes \(schema.encodedLength).")
    }
    return ApartFeatures(schema)
  }

  /// The fingerprint of the key.
  public var keyFingerprint: String { if case .string(let print)? = json["keyFingerprint"] { print } else { "" } }

  /// The hash of the agreement under which the encodings were made.
  public var agreementHash: String { if case .string(let hash)? = json["agreement"]?["sha256"] { hash } else { "" } }

  /// Refuses a file of encodings that is not the one the manifest was made for.
  public func check(_ file: [UInt8], name: String) throws(LinkageError) {
    guard json["encodings"]?["sha256"] == .string(SHA256.hash(data: file).hexadecimal) else {
      throw LinkageError(.encodings, "\(name) is not what it was when it was encoded; ask for it again.")
    }
  }

  /// Refuses encodings that cannot be compared with others, and names what differs.
  public func check(against other: EncodingManifest, names: (String, String)) throws(LinkageError) {
    let both = "\(names.0) and \(names.1)"
    let differences = (json["schema"] ?? .null).differences(from: other.json["schema"] ?? .null)
    guard differences.isEmpty else {
      throw LinkageError(
        .encodings, "\(both) were encoded with different schemas: \(differences.joined(separator: "; ")).")
    }
    guard keyFingerprint == other.keyFingerprint else {
      throw LinkageError(.encodings, "\(both) were encoded with different keys; one of them is to be encoded again.")
    }
    guard agreementHash == other.agreementHash else {
      throw LinkageError(.encodings, "\(both) were encoded under different agreements.")
    }
  }
}
