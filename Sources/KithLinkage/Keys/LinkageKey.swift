import Crypto

/// The secret that the parties to a linkage share. It is shown nowhere: its description is a mark.
public struct LinkageKey: Sendable, CustomStringConvertible, CustomReflectable {
  let secret: [UInt8]

  /// A secret of these bytes, which are the text's UTF-8 where clkhash is given a text.
  public init(secret: [UInt8]) { self.secret = secret }

  /// A mark in place of the key.
  public var description: String { "(key)" }
  /// Nothing of the key.
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  /// What Kith derives keys of its own for, beside those that a schema has derived for features.
  enum Purpose: String {
    case balance, diffusion, sample, salt, pseudonym, flip, order, label, decoys, blocking, fingerprint, pool
  }

  /// A key for the keyed names of persons in extracts of a project, which tells nothing of the secret.
  public func pseudonymKey(project: String) -> [UInt8] { derived(for: .pseudonym, context: Array(project.utf8)) }

  /// A key for the matching tokens of a pool under an agreement, known by its hash.
  func poolKey(agreement hash: String) -> [UInt8] { derived(for: .pool, context: Array(hash.utf8)) }

  /// A key of 64 bytes for a purpose within a project, which tells nothing of the secret (HKDF, RFC 5869).
  func derived(for purpose: Purpose, context: [UInt8] = []) -> [UInt8] {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: secret), salt: Array("Kith linkage, version 1".utf8),
      info: Array(purpose.rawValue.utf8) + [0] + context, outputByteCount: 64)
    return key.withUnsafeBytes { Array($0) }
  }
}

/// The two keys of a feature.
struct FeatureKeys: Hashable, Sendable {
  /// The key of BLAKE2b, or of HMAC-SHA-1.
  let first: [UInt8]
  /// The key of HMAC-MD5.
  let second: [UInt8]

  /// The keys of every feature of a schema, ignored ones too, in order.
  static func all(of schema: LinkageSchema, _ key: LinkageKey) -> [FeatureKeys] {
    let derivation = schema.derivation
    let bytes = derivation.bytes(from: key.secret, count: 2 * schema.features.count * derivation.keySize)
    return schema.features.indices.map { feature in
      let start = 2 * feature * derivation.keySize
      return FeatureKeys(
        first: Array(bytes[start..<start + derivation.keySize]),
        second: Array(bytes[start + derivation.keySize..<start + 2 * derivation.keySize]))
    }
  }

  /// The keys by which the tokens of records with a salt are hashed.
  func salted(by salt: [UInt8]) -> FeatureKeys {
    let salted = { (key: [UInt8]) in
      Array(Array(HMAC<SHA512>.authenticationCode(for: salt, using: SymmetricKey(data: key))).prefix(key.count))
    }
    return FeatureKeys(first: salted(first), second: salted(second))
  }
}

extension KeyDerivation {
  /// Key bytes from a secret, by HKDF.
  func bytes(from secret: [UInt8], count: Int) -> [UInt8] {
    let material = SymmetricKey(data: secret)
    let (salt, info) = (salt ?? [], info ?? [])
    let key =
      switch hash {
      case .sha256: HKDF<SHA256>.deriveKey(inputKeyMaterial: material, salt: salt, info: info, outputByteCount: count)
      case .sha512: HKDF<SHA512>.deriveKey(inputKeyMaterial: material, salt: salt, info: info, outputByteCount: count)
      }
    return key.withUnsafeBytes { Array($0) }
  }
}
