/// How records become encodings: a linkage schema of clkhash, version 3, with Kith's own settings where it has them.
///
/// Parties that encode with one schema and one key get encodings that can be compared. The format is that of CSIRO
/// Data61, "clkhash: hashing schema" (documentation of clkhash 0.18); `docs/linkage.md` says where Kith departs from
/// the program.
public struct LinkageSchema: Hashable, Sendable {
  /// How many bits a record's filter has, once it is folded.
  public let length: Int
  /// How often the filter is folded onto itself.
  public let folds: Int
  /// How keys are derived from the secret.
  public let derivation: KeyDerivation
  /// The columns, in the order in which keys are derived for them.
  public let features: [Feature]
  /// What Kith adds; nil in a schema for clkhash.
  public let settings: KithSettings?
  /// The schema as it was read, by which it is known.
  let json: JSONValue

  /// The number of bits that tokens are hashed to, before folding.
  public var hashedLength: Int { length << folds }

  /// The number of bits of an encoding: what is left of the filter once it is hardened.
  public var encodedLength: Int { (settings?.hardening ?? []).reduce(length + saltLength) { $1.length(of: $0) } }

  /// The number of bits behind the features that tell records of one salt, where features stay apart.
  var saltLength: Int { settings?.isApart == true && settings?.salt != nil ? 64 : 0 }
}

/// How the keys of features are derived from the secret: HKDF (RFC 5869).
public struct KeyDerivation: Hashable, Sendable {
  /// The hash function of HKDF.
  public enum Hash: String, Hashable, Sendable, CaseIterable {
    /// SHA-256.
    case sha256 = "SHA256"
    /// SHA-512.
    case sha512 = "SHA512"

    /// How many bytes it gives.
    public var byteCount: Int { self == .sha256 ? 32 : 64 }
  }

  /// The hash function.
  public let hash: Hash
  /// The salt, which is no secret; nil for none.
  public let salt: [UInt8]?
  /// The context; nil for none.
  public let info: [UInt8]?
  /// How many bytes each key has.
  public let keySize: Int

  /// A way of deriving keys.
  public init(hash: Hash = .sha256, salt: [UInt8]? = nil, info: [UInt8]? = nil, keySize: Int = 64) {
    self.hash = hash
    self.salt = salt
    self.info = info
    self.keySize = keySize
  }
}

/// Which of the two names that clkhash gives to folding is to be followed.
///
/// The documentation and the JSON schema say `xorFolds`; clkhash 0.18.3 reads `xor_folds` and passes over the other in
/// silence.
public enum FoldReading: String, Hashable, Sendable, CaseIterable {
  /// As documented: `xorFolds` folds.
  case documented
  /// As clkhash does: `xorFolds` does nothing.
  case clkhash
}
