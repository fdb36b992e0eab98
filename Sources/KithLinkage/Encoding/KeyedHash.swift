import CSodium
import Crypto

/// BLAKE2b with a key and a salt (RFC 7693), 64 bytes long.
enum KeyedBlake {
  /// The hash of a message; the salt is filled with noughts to 16 bytes.
  static func hash(_ message: [UInt8], key: [UInt8], salt: [UInt8] = []) -> [UInt8] {
    let salt = salt + Array(repeating: 0, count: 16 - salt.count)
    var digest = [UInt8](repeating: 0, count: 64)
    let result = crypto_generichash_blake2b_salt_personal(
      &digest, 64, message, UInt64(message.count), key, key.count, salt, nil)
    precondition(result == 0, "keys have at most 64 bytes")
    return digest
  }

  /// The first 64 bits of the hash of a message, 1 in place of 0.
  static func word(_ message: [UInt8], key: [UInt8], salt: [UInt8] = []) -> UInt64 {
    max(1, hash(message, key: key, salt: salt)[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}

extension FilterHash {
  /// The places of a filter that a token sets.
  func places(of token: [UInt8], count: Int, keys: FeatureKeys, length: Int) -> [Int] {
    switch self {
    case .blake: Self.independent(token, count, keys, length)
    case .double(let preventsSingularity): Self.doubled(token, count, keys, length, preventsSingularity)
    }
  }

  /// Each hash gives 32 places, as sixteen-bit numbers with the low byte first; the salt counts hashes in decimal.
  private static func independent(_ token: [UInt8], _ count: Int, _ keys: FeatureKeys, _ length: Int) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(count)
    for block in 0..<(count + 31) / 32 {
      let digest = KeyedBlake.hash(token, key: keys.first, salt: Array("\(block)".utf8))
      for pair in stride(from: 0, to: 64, by: 2) where places.count < count {
        places.append((Int(digest[pair]) | Int(digest[pair + 1]) << 8) % length)
      }
    }
    return places
  }

  private static func doubled(
    _ token: [UInt8], _ count: Int, _ keys: FeatureKeys, _ length: Int, _ preventsSingularity: Bool
  ) -> [Int] {
    let start = remainder(
      HMAC<Insecure.SHA1>.authenticationCode(for: token, using: SymmetricKey(data: keys.first)), length)
    let key = SymmetricKey(data: keys.second)
    var step = remainder(HMAC<Insecure.MD5>.authenticationCode(for: token, using: key), length)
    var attempt: UInt32 = 0
    // A filter of one bit has no other step than 0.
    while preventsSingularity, step == 0, length > 1 {
      let suffix = Unicode.Scalar(attempt).map { Array(String($0).utf8) } ?? []
      step = remainder(HMAC<Insecure.MD5>.authenticationCode(for: token + suffix, using: key), length)
      attempt += 1
    }
    return (0..<count).map { (start + $0 * step) % length }
  }

  /// A digest, as a number with the high byte first, modulo a length.
  private static func remainder(_ digest: some Sequence<UInt8>, _ length: Int) -> Int {
    digest.reduce(0) { ($0 << 8 | Int($1)) % length }
  }
}
