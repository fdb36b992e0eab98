/// A variable of a data set, as Stata has it: numbers, of which a missing one is greater than any other, or texts, of which a
/// missing one is empty.
enum StataColumn {
  case numbers([Double])
  case texts([String])

  /// The missing number.
  static let missing = Double.infinity

  var count: Int {
    switch self {
    case .numbers(let values): values.count
    case .texts(let values): values.count
    }
  }

  func picked(_ rows: [Int?]) -> StataColumn {
    switch self {
    case .numbers(let values): .numbers(rows.map { $0.map { values[$0] } ?? Self.missing })
    case .texts(let values): .texts(rows.map { $0.map { values[$0] } ?? "" })
    }
  }

  /// The column with another's values at some rows.
  func replacing(_ rows: [Int], with other: StataColumn) throws -> StataColumn {
    switch (self, other) {
    case (.numbers(var own), .numbers(let values)):
      for (place, row) in rows.enumerated() { own[row] = values[place] }
      return .numbers(own)
    case (.texts(var own), .texts(let values)):
      for (place, row) in rows.enumerated() { own[row] = values[place] }
      return .texts(own)
    default: throw StataFault("type mismatch")
    }
  }

  static func + (a: StataColumn, b: StataColumn) throws -> StataColumn {
    switch (a, b) {
    case (.numbers(let a), .numbers(let b)): .numbers(a + b)
    case (.texts(let a), .texts(let b)): .texts(a + b)
    default: throw StataFault("type mismatch")
    }
  }

  func numbers() throws -> [Double] {
    guard case .numbers(let values) = self else { throw StataFault("type mismatch: a number is wanted") }
    return values
  }

  func texts() throws -> [String] {
    guard case .texts(let values) = self else { throw StataFault("type mismatch: a text is wanted") }
    return values
  }

  /// Whether one row comes before another in the order of Stata's sort.
  func isLess(_ a: Int, _ b: Int) -> Bool {
    switch self {
    case .numbers(let values): values[a] < values[b]
    case .texts(let values): values[a].utf8.lexicographicallyPrecedes(values[b].utf8)
    }
  }

  /// A row's value as a part of a key.
  func key(_ row: Int) -> String {
    switch self {
    case .numbers(let values): "\(values[row])"
    case .texts(let values): "t" + values[row]
    }
  }
}

/// Why a do-file cannot be run.
struct StataFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// The rows in memory.
struct StataData {
  var names: [String] = []
  var columns: [String: StataColumn] = [:]
  var count = 0

  func column(_ name: String) throws -> StataColumn {
    guard let column = columns[name] else { throw StataFault("variable \(name) not found") }
    return column
  }

  private static let reserved: Set<String> = [
    "_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n", "_N", "_pi", "_pred",
    "_rc",
    "_skip", "strL", "using", "with",
  ]

  mutating func add(_ name: String, _ column: StataColumn) throws {
    guard columns[name] == nil else { throw StataFault("variable \(name) already defined") }
    let isName = name.count <= 32 && name.allSatisfy { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isName, name.first?.isNumber == false, !Self.reserved.contains(name) else {
      throw StataFault("\(name) invalid name")
    }
    names.append(name)
    columns[name] = column
  }

  mutating func drop(_ name: String) throws {
    _ = try column(name)
    names.removeAll { $0 == name }
    columns[name] = nil
  }

  mutating func keep(rows: [Int]) {
    for name in names { columns[name] = columns[name]?.picked(rows) }
    count = rows.count
  }

  /// Adds blank rows up to a count.
  mutating func setCount(_ number: Int) {
    let blank: [Int?] = Array(0..<count) + Array(repeating: nil, count: max(0, number - count))
    for name in names { columns[name] = columns[name]?.picked(blank) }
    count = max(count, number)
  }

  mutating func sort(_ keys: [String]) throws {
    let columns = try keys.map(column)
    let rows = (0..<count).sorted { a, b in
      for column in columns {
        if column.isLess(a, b) { return true }
        if column.isLess(b, a) { return false }
      }
      return a < b
    }
    keep(rows: rows)
  }

  /// The first row, and the row after the last, of each row's group; rows of a group stand together.
  func groups(_ keys: [String]) throws -> (starts: [Int], ends: [Int]) {
    let columns = try keys.map(column)
    var starts = [Int](repeating: 0, count: count)
    var ends = [Int](repeating: count, count: count)
    for row in 1..<max(1, count) {
      let isSame = columns.allSatisfy { !$0.isLess(row, row - 1) && !$0.isLess(row - 1, row) }
      starts[row] = isSame ? starts[row - 1] : row
    }
    for row in stride(from: count - 2, through: 0, by: -1) {
      ends[row] = starts[row + 1] == row + 1 ? row + 1 : ends[row + 1]
    }
    return (starts, ends)
  }

  /// The names that a list of names and patterns stands for.
  func names(in list: String) throws -> [String] {
    try list.split(separator: " ").flatMap { word -> [String] in
      if word == "_all" { return names }
      guard word.hasSuffix("*") else {
        _ = try column(String(word))
        return [String(word)]
      }
      return names.filter { $0.hasPrefix(word.dropLast()) }
    }
  }
}
