import Foundation
import KithTables

/// How values that mean the same are made to read the same before they are encoded; version 1 of each.
///
/// A linkage schema of clkhash leaves this to whoever makes the file; parties that do it differently lose links. A
/// change of what a kind does is a new version of ``KithSettings``.
public enum Normalisation: String, Hashable, Sendable, CaseIterable {
  /// Capitals without marks; apostrophes left out, other signs a space, spaces single.
  case name
  /// Capitals and digits alone; the pseudo postcodes of those without an address, `ZZ99`, are missing.
  case postcode
  /// A day written `yyyy-mm-dd`, `dd/mm/yyyy` or `yyyymmdd`, as the schema's format has it, else `yyyymmdd`.
  case day
  /// `M` or `F`, of the codes and words of the returns; all else is missing.
  case sex
  /// Letters, as capitals, and digits alone, as of an identifier.
  case code

  private static let days = ["%Y-%m-%d", "%d/%m/%Y", "%Y%m%d"].compactMap { DatePattern($0) }
  /// Letters that have no decomposition.
  private static let letters: [Unicode.Scalar: String] = [
    "ß": "SS", "ẞ": "SS", "ø": "O", "Ø": "O", "æ": "AE", "Æ": "AE", "œ": "OE", "Œ": "OE", "ł": "L", "Ł": "L", "đ": "D",
    "Đ": "D", "ð": "D", "Ð": "D", "þ": "TH", "Þ": "TH", "ı": "I", "ŋ": "N", "Ŋ": "N", "ħ": "H", "Ħ": "H",
  ]
  private static let apostrophes = Set("'\u{2018}\u{2019}\u{02BC}`\u{00B4}\u{02BB}".unicodeScalars)

  /// Makes a value read as its kind does.
  func apply(to value: inout [UInt8], format: ValueFormat) {
    if value.isEmpty { return }
    switch self {
    case .name: value = name(value)
    case .code: value = code(value)
    case .postcode:
      value = code(value)
      if value.starts(with: Array("ZZ99".utf8)) { value = [] }
    case .day: value = day(String(decoding: value, as: UTF8.self), format) ?? value
    case .sex: value = sex(String(decoding: value, as: UTF8.self))
    }
  }

  private func name(_ value: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(value.count)
    if value.allSatisfy({ $0 < 0x80 }) {
      for byte in value { Self.append(byte, to: &text) }
    } else {
      for scalar in String(decoding: value, as: UTF8.self).decomposedStringWithCompatibilityMapping.unicodeScalars {
        Self.append(scalar, to: &text)
      }
    }
    if text.last == 0x20 { text.removeLast() }
    return text
  }

  @inline(__always) private static func append(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case 0x61...0x7A: text.append(byte - 32)
    case 0x41...0x5A, 0x30...0x39: text.append(byte)
    case 0x27, 0x60: break
    default: if let last = text.last, last != 0x20 { text.append(0x20) }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    if let letters = letters[scalar] { return text.append(contentsOf: letters.utf8) }
    if apostrophes.contains(scalar) || scalar.properties.canonicalCombiningClass != .notReordered { return }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber,
      .nonspacingMark, .spacingMark:
      text.append(contentsOf: scalar.properties.uppercaseMapping.utf8)
    default: if let last = text.last, last != 0x20 { text.append(0x20) }
    }
  }

  private func code(_ value: [UInt8]) -> [UInt8] { name(value).filter { $0 != 0x20 } }

  private func day(_ text: String, _ format: ValueFormat) -> [UInt8]? {
    let trimmed = text.trimmed
    guard let day = Self.days.lazy.compactMap({ $0.day(trimmed) }).first else { return trimmed.isEmpty ? [] : nil }
    if case .date(let pattern) = format { return Array(pattern.text(day).utf8) }
    return Array(day.iso.utf8.filter { $0 != 0x2D })
  }

  private func sex(_ text: String) -> [UInt8] {
    switch text.trimmed.uppercased() {
    case "M", "1", "MALE", "BOY": Array("M".utf8)
    case "F", "2", "FEMALE", "GIRL": Array("F".utf8)
    default: []
    }
  }
}
