import Crypto
import KithTables

extension LinkageSchema {
  /// The SHA-256 of the schema, in hexadecimal; the order of its keys and its spaces make no difference.
  public var hash: String { SHA256.hash(data: json.canonical).hexadecimal }
}
