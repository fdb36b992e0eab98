import Crypto
public import KithRegister
import KithTables

/// What a run did and by what right, for whoever answers for data protection: hashes, parameters and counts, and no
/// identifier.
public struct ProtocolRecord: Sendable {
  /// A file that was read or written, by its name and hash.
  public struct File: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public let sha256: String

    /// A file of these bytes.
    public init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      sha256 = SHA256.hash(data: bytes).hexadecimal
    }

    var json: JSONValue { .object(["file": .string(name), "sha256": .string(sha256)]) }
  }

  private var members: [String: JSONValue]

  /// The record of an action under an agreement.
  ///
  /// - Parameters:
  ///   - program: The name and version of the program.
  ///   - by: Who runs it, as they say; nil where they do not.
  public init(_ action: String, program: String, by: String?, _ permission: Permission) {
    members = [
      "action": .string(action), "program": .string(program), "asOf": .string(permission.day.iso),
      "agreement": permission.json,
    ]
    members["by"] = by.map { .string($0) }
  }

  /// Notes what was read and written.
  public mutating func note(inputs: [File], outputs: [File]) {
    members["inputs"] = .array(inputs.map(\.json))
    members["outputs"] = .array(outputs.map(\.json))
  }

  /// Notes the schema and the key, by their hashes.
  public mutating func note(_ schema: LinkageSchema, keyFingerprint: String) {
    members["schemaSha256"] = .string(schema.hash)
    members["keyFingerprint"] = .string(keyFingerprint)
    members["hardening"] = .array((schema.settings?.hardening ?? []).map(\.json))
  }

  /// Notes a count, a number or words.
  public mutating func note(_ name: String, _ values: [String: ProtocolValue]) {
    members[name] = .object(values.mapValues(\.json))
  }

  /// The record as JSON text.
  public var text: [UInt8] { JSONValue.object(members).pretty }
}

/// A value of a protocol record.
public enum ProtocolValue: Hashable, Sendable {
  /// A count.
  case count(Int)
  /// A number.
  case number(Double)
  /// Words.
  case words(String)
  /// A list of counts.
  case counts([Int])

  var json: JSONValue {
    switch self {
    case .count(let count): .integer(count)
    case .number(let number): .number(number)
    case .words(let words): .string(words)
    case .counts(let counts): .array(counts.map { .integer($0) })
    }
  }
}

extension Permission {
  var json: JSONValue {
    .object([
      "id": .string(agreement.id), "sha256": .string(hash), "purpose": .string(agreement.purpose),
      "controllers": .array(agreement.controllers.map { .string($0) }), "legalBasis": .string(agreement.legalBasis),
      "dpia": .string(agreement.impactAssessment), "informationSharing": .string(agreement.sharingAgreement),
      "expires": .string(agreement.expires.iso), "destroyBy": .string(agreement.destroyBy.iso),
    ])
  }
}
