import KithTables

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
  /// The value as it was written last.
  private(set) var value: [UInt8] = []

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

  /// Reads a cell; what is to be split into tokens then stands in ``value``.
  mutating func read(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueFault) {
    guard cell.count <= Self.longest else { throw .tooLong }
    value.removeAll(keepingCapacity: true)
    value.append(contentsOf: cell)
    guard isDay else { return try settle() }
    if let known = days[value] {
      value = known
      return
    }
    let cell = value
    try settle()
    if days.count < 100_000 { days[cell] = value }
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
    if let number = shortNumber() {
      guard number >= least ?? .min, number <= most ?? .max else { throw .integer }
      let zeros = value.prefix { $0 == 0x30 }.count
      value.removeFirst(min(zeros, value.count - 1))
    } else {
      guard let number = DecimalInteger(String(decoding: value, as: UTF8.self)), number.lies(from: least, to: most)
      else { throw .integer }
      value = Array(number.text.utf8)
    }
  }

  /// The number that digits alone write, as most do.
  private func shortNumber() -> Int? {
    guard (1...18).contains(value.count) else { return nil }
    var number = 0
    for byte in value {
      guard byte &- 0x30 < 10 else { return nil }
      number = number * 10 + Int(byte &- 0x30)
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
