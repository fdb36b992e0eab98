/// The sector of a postcode: all but its last two letters, as `ZZ1 2` of `ZZ1 2AB`.
enum PostcodeSector {
  /// What a sector looks like, as a regular expression.
  static let form = "[A-Z]{1,2}[0-9][A-Z0-9]? [0-9]"

  /// The sector of a text that is a postcode; nil of another.
  static func of(_ text: String) -> String? {
    let plain = Array(text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") })
    guard (5...7).contains(plain.count) else { return nil }
    let isDigit = { (byte: UInt8) in byte &- 48 < 10 }
    let isLetter = { (byte: UInt8) in byte &- 65 < 26 }
    let (outward, inward) = (plain.dropLast(3), plain.suffix(3))
    let area = outward.prefix { isLetter($0) }
    let district = outward.dropFirst(area.count)
    guard (1...2).contains(area.count), (1...2).contains(district.count), isDigit(district[district.startIndex]),
      district.dropFirst().allSatisfy({ isDigit($0) || isLetter($0) }), isDigit(inward[inward.startIndex]),
      inward.dropFirst().allSatisfy(isLetter)
    else { return nil }
    return String(decoding: outward, as: UTF8.self) + " " + String(decoding: inward.prefix(1), as: UTF8.self)
  }
}
