/// How a file's bytes write text.
public enum TextEncoding: String, Sendable {
  /// Eight-bit Unicode.
  case utf8 = "UTF-8"
  /// Sixteen-bit Unicode, low byte first.
  case utf16LittleEndian = "UTF-16 (little-endian)"
  /// Sixteen-bit Unicode, high byte first.
  case utf16BigEndian = "UTF-16 (big-endian)"
  /// The Western code page of Windows.
  case windows1252 = "Windows-1252"

  /// The encoding of the bytes and the text in UTF-8, without a byte-order mark; nil when the bytes are not text.
  static func decode(_ bytes: [UInt8]) -> (encoding: TextEncoding, utf8: [UInt8], offset: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8OrWindows(bytes, from: 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), .utf16BigEndian) }
    let sample = bytes.prefix(400)
    let zeros = sample.indices.filter { sample[$0] == 0 }
    guard !zeros.isEmpty else { return utf8OrWindows(bytes, from: 0) }
    guard zeros.count > sample.count / 3 else { return nil }
    let areOdd = zeros.filter { $0 % 2 == 1 }.count * 2 > zeros.count
    return utf16(bytes[...], areOdd ? .utf16LittleEndian : .utf16BigEndian)
  }

  private static func utf8OrWindows(_ bytes: [UInt8], from offset: Int) -> (TextEncoding, [UInt8], Int)? {
    if isUTF8(bytes) { return (.utf8, bytes, offset) }
    if bytes.contains(0) { return nil }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes.dropFirst(offset) {
      if byte < 0x80 { utf8.append(byte) } else { utf8.append(contentsOf: windowsScalar(byte).utf8) }
    }
    return (.windows1252, utf8, 0)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    return String(validating: bytes, as: UTF8.self) != nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> (TextEncoding, [UInt8], Int) {
    let bytes = Array(bytes)
    let low = encoding == .utf16LittleEndian ? 0 : 1
    let units = stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map { i in
      UInt16(bytes[i + low]) | UInt16(bytes[i + 1 - low]) << 8
    }
    return (encoding, Array(String(decoding: units, as: UTF16.self).utf8), 0)
  }

  /// The characters of Windows code page 1252 from 0x80 to 0x9F; undefined bytes become the replacement character.
  private static let windowsBlock: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  private static func windowsScalar(_ byte: UInt8) -> String {
    let code = byte < 0xA0 ? windowsBlock[Int(byte) - 0x80] : UInt16(byte)
    return Unicode.Scalar(code).map { String($0) } ?? "\u{FFFD}"
  }
}
