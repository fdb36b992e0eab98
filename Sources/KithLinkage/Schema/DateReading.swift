import KithTables

/// A text that is being read by a pattern: of the ways to read it, the first in the order of `strptime` counts.
struct DateReading {
  let parts: [DatePattern.Part]
  let text: [Unicode.Scalar]
  /// Where the reading ended.
  private(set) var end = 0
  private var found: [Unicode.Scalar: Int] = [:]

  init(parts: [DatePattern.Part], text: [Unicode.Scalar]) {
    self.parts = parts
    self.text = text
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// Reads on from a part and a place; false where there is no way.
  mutating func match(part: Int, at place: Int) -> Bool {
    guard part < parts.count else {
      end = place
      return true
    }
    switch parts[part] {
    case .character(let scalar):
      return place < text.count && folded(text[place]) == folded(scalar) && match(part: part + 1, at: place + 1)
    case .space:
      let run = text[place...].prefix { $0.properties.isWhitespace }.count
      return stride(from: run, to: 0, by: -1).contains { match(part: part + 1, at: place + $0) }
    case .directive(let directive):
      return choices(directive, at: place).contains { length, number in
        found[directive] = number
        return match(part: part + 1, at: place + length)
      }
    }
  }

  private func folded(_ scalar: Unicode.Scalar) -> String { scalar.properties.lowercaseMapping }

  /// The lengths and numbers that may be read for a directive, first choice first.
  private func choices(_ directive: Unicode.Scalar, at place: Int) -> [(Int, Int)] {
    switch directive {
    case "Y": numbers([4], 0...9999, at: place)
    case "y": numbers([2], 0...99, at: place).map { ($0.0, $0.1 + ($0.1 > 68 ? 1900 : 2000)) }
    case "m": numbers([2, 1], 1...12, at: place)
    case "d": numbers([2, 1], 1...31, at: place) + spacedDigit(at: place)
    case "j": numbers([3, 2, 1], 1...366, at: place)
    case "H": numbers([2, 1], 0...23, at: place)
    case "M": numbers([2, 1], 0...59, at: place)
    case "S": numbers([2, 1], 0...59, at: place)
    default: month(isShort: directive == "b", at: place)
    }
  }

  private func numbers(_ lengths: [Int], _ range: ClosedRange<Int>, at place: Int) -> [(Int, Int)] {
    lengths.compactMap { length in
      guard place + length <= text.count else { return nil }
      let digits = text[place..<place + length]
      guard digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
      let number = digits.reduce(0) { $0 * 10 + Int($1.value - 48) }
      return range.contains(number) ? (length, number) : nil
    }
  }

  private func spacedDigit(at place: Int) -> [(Int, Int)] {
    guard place < text.count, text[place] == " " else { return [] }
    return numbers([1], 1...9, at: place + 1).map { (2, $0.1) }
  }

  private func month(isShort: Bool, at place: Int) -> [(Int, Int)] {
    Self.months.enumerated().compactMap { index, name in
      let name = Array((isShort ? String(name.prefix(3)) : name).unicodeScalars)
      let found = text[place...].prefix(name.count)
      return found.count == name.count && zip(found, name).allSatisfy { folded($0) == folded($1) }
        ? (name.count, index + 1) : nil
    }
  }

  /// The day that was read; nil where the calendar has none, or it lies before the year 1000.
  var day: Day? {
    guard let year = found["Y"] ?? found["y"], year >= 1000 else { return nil }
    // As in Python, the day of the year goes before month and day.
    if let dayOfYear = found["j"] { return Day(1, 1, year)?.adding(days: dayOfYear - 1) }
    let month = found["m"] ?? found["b"] ?? found["B"]
    return Day(found["d"] ?? 1, month ?? 1, year)
  }
}
