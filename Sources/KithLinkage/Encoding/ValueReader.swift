import KithTables

extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes are characters of ASCII.
  @inline(__always) var isASCII: Bool {
    guard let start = UnsafeRawPointer(baseAddress) else { return true }
    // Eight bytes at a time, the last of them again at the end: a loop of bytes ends where no processor foresees it.
    if count >= 8 {
      var all: UInt64 = 0
      for place in stride(from: 0, to: count &- 8, by: 8) {
        all |= start.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      }
      all |= start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      return all & 0x8080_8080_8080_8080 == 0
    }
    if count >= 4 {
      let first = start.loadUnaligned(as: UInt32.self)
      let all = first | start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return all & 0x8080_8080 == 0
    }
    return count == 0 || (self[0] | self[count / 2] | self[count &- 1]) < 0x80
  }
}

/// Checks the values of a feature, and writes them as they are to be split into tokens.
struct ValueReader {
  /// No value of a record has more bytes.
  static let longest = 10_000

  private let encoding: FeatureEncoding
  private let normalisation: Normalisation?
  private let sentinel: [UInt8]?
  private let replacement: [UInt8]
  private let values: Set<[UInt8]>
  private var matches: [[UInt8]: Bool] = [:]
  private let isDay: Bool
  /// Days as they were written before: reading a day is slow, and birth dates recur.
  private var days: [[UInt8]: [UInt8]] = [:]
  /// The value that is being written anew.
  private var value: [UInt8] = []

  init(_ encoding: FeatureEncoding, _ normalisation: Normalisation?) {
    self.encoding = encoding
    self.normalisation = normalisation
    sentinel = encoding.missing.map { Array($0.sentinel.utf8) }
    replacement = encoding.missing.map { Array(($0.replacement ?? $0.sentinel).utf8) } ?? []
    if case .values(let values) = encoding.format {
      self.values = Set(values.map { Array($0.utf8) })
    } else {
      values = []
    }
    if case .date = encoding.format { isDay = true } else { isDay = normalisation == .day }
    value.reserveCapacity(64)
  }

  /// The part of a cell that is its value as it stands; nil where the value is to be written anew, or more is to be
  /// asked of it.
  @inline(__always) func asItStands(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueFault)
    -> UnsafeBufferPointer<UInt8>?
  {
    guard normalisation == nil, cell.count <= Self.longest else { return nil }
    if let sentinel, cell.count == sentinel.count { return nil }
    switch encoding.format {
    case .text(let coding, .mixed, let least, let most):
      // A character has a byte at least.
      return coding != .ascii && least ?? 0 == 0 && cell.count <= most ?? .max ? cell : nil
    case .integer(let least, let most):
      guard let number = Self.shortNumber(cell) else { return nil }
      guard number >= least ?? .min, number <= most ?? .max else { throw .integer }
      var zeros = 0
      while zeros < cell.count - 1, cell[zeros] == 0x30 { zeros += 1 }
      return UnsafeBufferPointer(rebasing: cell[zeros...])
    default: return nil
    }
  }

  /// The value of a cell.
  mutating func written(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueFault) -> [UInt8] {
    guard cell.count <= Self.longest else { throw .tooLong }
    value.removeAll(keepingCapacity: true)
    value.append(contentsOf: cell)
    guard isDay else {
      try settle()
      return value
    }
    if let known = days[value] { return known }
    let cell = value
    try settle()
    if days.count < 100_000 { days[cell] = value }
    return value
  }

  private mutating func settle() throws(ValueFault) {
    if let normalisation { normalisation.apply(to: &value, format: encoding.format) }
    if value == sentinel {
      value = replacement
    } else {
      try format()
    }
  }

  private mutating func format() throws(ValueFault) {
    switch encoding.format {
    case .text(let coding, let letters, let least, let most):
      if letters == .mixed, least == nil, most == nil, coding != .ascii { return }
      try check(coding, letters, least ?? 0, most ?? .max)
    case .pattern(let coding, let pattern): try match(coding, pattern)
    case .integer(let least, let most): try integer(least, most)
    case .date(let pattern): try date(pattern)
    case .values: if !values.contains(value) { throw .values }
    }
  }

  private func check(_ coding: TextCoding, _ letters: LetterCase, _ least: Int, _ most: Int) throws(ValueFault) {
    let isASCII = value.allSatisfy { $0 < 0x80 }
    if coding == .ascii, !isASCII { throw .characters }
    let count = isASCII ? value.count : String(decoding: value, as: UTF8.self).unicodeScalars.count
    guard count >= least, count <= most else { throw .text }
    guard letters != .mixed else { return }
    let text = String(decoding: value, as: UTF8.self)
    if text != (letters == .upper ? text.uppercased() : text.lowercased()) { throw .text }
  }

  private mutating func match(_ coding: TextCoding, _ pattern: String) throws(ValueFault) {
    if coding == .ascii, value.contains(where: { $0 >= 0x80 }) { throw .characters }
    if let isMatch = matches[value] {
      if isMatch { return } else { throw .pattern }
    }
    // A regular expression cannot be kept: it may not be shared between tasks. Values recur, so the answers are.
    let expression = try? Regex(pattern).matchingSemantics(.unicodeScalar)
    let isMatch =
      expression.map { (try? $0.wholeMatch(in: String(decoding: value, as: UTF8.self))) ?? nil != nil } ?? false
    if matches.count < 100_000 { matches[value] = isMatch }
    if !isMatch { throw .pattern }
  }

  private mutating func integer(_ least: Int?, _ most: Int?) throws(ValueFault) {
    guard let number = DecimalInteger(String(decoding: value, as: UTF8.self)), number.lies(from: least, to: most)
    else { throw .integer }
    value = Array(number.text.utf8)
  }

  /// The number that digits alone write, as most do.
  @inline(__always) private static func shortNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...18).contains(cell.count) else { return nil }
    var number = 0
    for byte in cell {
      guard byte &- 0x30 < 10 else { return nil }
      number = number &* 10 &+ Int(byte &- 0x30)
    }
    return number
  }

  private mutating func date(_ pattern: DatePattern) throws(ValueFault) {
    guard let day = pattern.day(String(decoding: value, as: UTF8.self)) else { throw .date }
    value.removeAll(keepingCapacity: true)
    let (dayOfMonth, month, year) = day.civil
    for (number, width) in [(year, 1000), (month, 10), (dayOfMonth, 10)] {
      var rest = number, unit = width
      while unit > 0 {
        value.append(UInt8(0x30 + rest / unit))
        rest %= unit
        unit /= 10
      }
    }
  }
}
