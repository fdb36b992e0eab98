import KithTables

/// A whole number of any length, read as Python's `int(text, 10)` reads it: spaces around it, a sign, digits with
/// single underscores between them.
struct DecimalInteger: Hashable, Sendable {
  /// The digits without leading zeros; empty for nought.
  let digits: [UInt8]
  let isNegative: Bool

  init?(_ text: some StringProtocol) {
    var rest = Array(text.trimmed.unicodeScalars)[...]
    isNegative = rest.first == "-"
    if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
    var digits: [UInt8] = []
    var mayBeUnderscore = false
    for scalar in rest {
      if scalar == "_" {
        guard mayBeUnderscore else { return nil }
        mayBeUnderscore = false
      } else {
        guard let digit = Self.digit(scalar) else { return nil }
        digits.append(digit)
        mayBeUnderscore = true
      }
    }
    guard mayBeUnderscore else { return nil }
    self.digits = Array(digits.drop { $0 == 0 })
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.properties.generalCategory == .decimalNumber else { return nil }
    return scalar.properties.numericValue.map { UInt8($0) }
  }

  /// The one way of writing the number: no leading zeros, no plus.
  var text: String {
    digits.isEmpty ? "0" : (isNegative ? "-" : "") + String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
  }

  /// The number; nil where it has more than 36 digits.
  var int128: Int128? {
    guard digits.count <= 36 else { return nil }
    let size = digits.reduce(Int128(0)) { $0 * 10 + Int128($1) }
    return isNegative ? -size : size
  }

  /// Whether the number lies within limits.
  func lies(from least: Int?, to most: Int?) -> Bool {
    guard let number = int128 else { return isNegative ? least == nil : most == nil }
    return (least.map { number >= Int128($0) } ?? true) && (most.map { number <= Int128($0) } ?? true)
  }

  /// A number with a point or an exponent, read as Python's `float(text)`; nil for what is none, or is not finite.
  static func double(_ text: String) -> Double? {
    let isPart = { (scalar: Unicode.Scalar) in "0123456789+-.eE_".unicodeScalars.contains(scalar) }
    let trimmed = text.trimmed
    guard trimmed.unicodeScalars.allSatisfy(isPart), !trimmed.hasPrefix("_"), !trimmed.hasSuffix("_") else {
      return nil
    }
    let parts = trimmed.split(separator: "_", omittingEmptySubsequences: false)
    let areBetweenDigits = zip(parts, parts.dropFirst()).allSatisfy { before, after in
      before.last?.isNumber == true && after.first?.isNumber == true
    }
    guard areBetweenDigits, let number = Double(parts.joined()), number.isFinite else { return nil }
    return number
  }
}
