/// Base64 (RFC 4648) of filters, read and written as bytes: files of encodings are large.
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var values = Array(repeating: UInt8.max, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()
  private static let equals = UInt8(ascii: "=")

  static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let isPadding = place > group.count
        text.append(isPadding ? equals : letters[Int(bits >> UInt32(18 - 6 * place) & 63)])
      }
    }
  }

  /// The bytes of a text; nil where it is not base64 with its padding.
  static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var (bits, held, padding) = (UInt32(0), 0, 0)
    for letter in text {
      if letter == equals {
        padding += 1
        continue
      }
      let value = values[Int(letter)]
      guard value != .max, padding == 0 else { return nil }
      bits = bits << 6 | UInt32(value)
      held += 6
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    let hasCleanEnd = bits & ((1 << UInt32(held)) - 1) == 0
    return padding <= 2 && hasCleanEnd && bytes.count == text.count / 4 * 3 - padding ? bytes : nil
  }
}
