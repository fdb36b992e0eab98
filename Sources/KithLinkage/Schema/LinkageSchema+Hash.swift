import Crypto

extension LinkageSchema {
  /// The SHA-256 of the schema, in hexadecimal; the order of its keys and its spaces make no difference.
  public var hash: String { SHA256.hash(data: json.canonical).hexadecimal }
}

extension SHA256Digest {
  /// The digest in hexadecimal.
  var hexadecimal: String { Array(self).hexadecimal }
}

extension Sequence<UInt8> {
  /// The bytes in hexadecimal.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
