extension TextCoding {
  /// The bytes of characters, as Python writes them in this encoding.
  func bytes(_ characters: [UInt32]) -> [UInt8] {
    switch self {
    case .ascii, .utf8:
      characters.reduce(into: []) { bytes, value in
        if let scalar = Unicode.Scalar(value) { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
      }
    case .utf16:
      characters.reduce(into: [0xFF, 0xFE]) { bytes, value in
        for unit in Unicode.Scalar(value).flatMap({ UTF16.encode($0) }) ?? .init() {
          bytes.append(UInt8(truncatingIfNeeded: unit))
          bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
        }
      }
    case .utf32:
      characters.reduce(into: [0xFF, 0xFE, 0, 0]) { bytes, value in
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
      }
    }
  }
}
