/// Base64 (RFC 4648) of filters, read as bytes, strictly: files of encodings are large, and come from others.
enum Base64 {
  private static let values: [UInt8] = {
    var values = Array(repeating: UInt8.max, count: 256)
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()
  private static let equals = UInt8(ascii: "=")

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
