/// Text in an XML document.
enum XMLText {
  /// Text as XML holds it, without characters that XML cannot hold.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(Array(text.utf8)[...], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds text in UTF-8 to a document, as XML holds it.
  static func append(_ text: ArraySlice<UInt8>, to document: inout [UInt8]) {
    guard text.contains(where: { reference(for: $0) != nil }) else { return document += text }
    for byte in text {
      if let reference = reference(for: byte) { document += reference.utf8 } else { document.append(byte) }
    }
  }

  /// What stands for a character; nil for one that stands for itself.
  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x0D: "&#13;"
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: "\u{FFFD}"
    default: nil
    }
  }
}
