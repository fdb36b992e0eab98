import Crypto
import KithEngine
import KithTables

extension TableRows {
  /// The number of rows and their hash, as ``Store`` finds them again in what it holds; nil where only the engine knows how
  /// it writes a value: a number with a fraction.
  func mark(submission: Int) -> RowsMark? {
    let isPlain = columns.allSatisfy { column in
      if case .numbers(let numbers) = column { numbers.allSatisfy { $0 == nil } } else { true }
    }
    guard isPlain else { return nil }
    var all = SHA256()
    var lines = Array(repeating: RowLine(), count: min(count, Self.block))
    for start in stride(from: 0, to: count, by: Self.block) {
      let rows = start..<min(count, start + Self.block)
      for row in rows { lines[row - start].begin(submission, row) }
      write(rows, to: &lines)
      for row in rows { all.update(data: lines[row - start].hash) }
    }
    return RowsMark(count: count, hash: all.finalize().hexadecimal)
  }

  /// How many rows are written at a time, a column after the other.
  private static let block = 512

  private func write(_ rows: Range<Int>, to lines: inout [RowLine]) {
    let first = rows.lowerBound
    for row in rows { lines[row - first].add(self.lines[row]) }
    for row in rows { lines[row - first].add(parents[row]) }
    for column in columns {
      switch column {
      case .days(let days): for row in rows { lines[row - first].add(days[row]) }
      case .whole(let numbers): for row in rows { lines[row - first].add(numbers[row].map { Int($0) }) }
      case .numbers: for row in rows { lines[row - first].addMissing() }
      case .text(let texts): for row in rows { lines[row - first].add(texts[row]) }
      }
    }
  }
}

/// A row as one line: each value after `=`, a missing one as `~`, with U+001F between them.
private struct RowLine {
  private var bytes: [UInt8] = []
  private var digits: [UInt8] = []

  /// The SHA-256 of the line in hexadecimal.
  var hash: [UInt8] {
    mutating get {
      digits.removeAll(keepingCapacity: true)
      for byte in SHA256.hash(data: bytes) {
        digits.append(Self.hexadecimal[Int(byte >> 4)])
        digits.append(Self.hexadecimal[Int(byte & 15)])
      }
      return digits
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  mutating func begin(_ submission: Int, _ position: Int) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(UInt8(ascii: "="))
    bytes.append(decimal: submission)
    add(position)
  }

  mutating func addMissing() {
    bytes.append(0x1F)
    bytes.append(UInt8(ascii: "~"))
  }

  private mutating func addMark() {
    bytes.append(0x1F)
    bytes.append(UInt8(ascii: "="))
  }

  mutating func add(_ number: Int?) {
    guard let number else { return addMissing() }
    addMark()
    bytes.append(decimal: number)
  }

  mutating func add(_ text: ArraySlice<UInt8>?) {
    guard let text else { return addMissing() }
    addMark()
    bytes += text
  }

  mutating func add(_ day: Day?) {
    guard let (day, month, year) = day?.civil else { return addMissing() }
    addMark()
    bytes.append(decimal: year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(decimal: month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(decimal: day, width: 2)
  }
}

extension [UInt8] {
  /// Adds a number in digits, with zeros before it up to a width.
  fileprivate mutating func append(decimal number: Int, width: Int = 1) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    repeat {
      append(UInt8(truncatingIfNeeded: rest % 10) + 48)
      rest /= 10
    } while rest > 0
    while count - start < width { append(48) }
    self[start...].reverse()
  }
}
