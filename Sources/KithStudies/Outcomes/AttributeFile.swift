import KithEngine
import KithTables

/// A row of a file of attributes that is of a person of the store.
struct AttributeRow: Hashable, Sendable {
  let person: Int
  let first: Day
  let last: Day
  /// What is said of each field or question, by its name.
  let values: [String: AttributeValue]
}

/// What a file says of one field.
enum AttributeValue: Hashable, Sendable {
  case word(String)
  case number(Double)
}

/// What was found in a file of attributes that has to be known before figures are read.
public struct AttributeFinding: Hashable, Sendable {
  /// The file's name.
  public let file: String
  /// What it is.
  public let finding: String
  /// How many rows.
  public let rows: Int
  /// The first line of the file that it is true of.
  public let firstLine: Int
}

/// How many rows of a file were found to be whose.
public struct AttributeCounts: Hashable, Sendable {
  /// The kind of file.
  public let kind: AttributeKind
  /// The file's name.
  public let file: String
  /// How many rows it has.
  public internal(set) var rows = 0
  /// Of these, how many are of a person of the store, whatever their day.
  public internal(set) var matched = 0
  /// How many were of use: of a person, within the window, readable and not in contradiction with others.
  public internal(set) var used = 0
}

extension AttributeCounts {
  /// The counts of files of one name, which are parts of one, added up.
  static func together(_ counts: [AttributeCounts]) -> [AttributeCounts] {
    var sums: [AttributeCounts] = []
    for part in counts {
      guard let place = sums.firstIndex(where: { $0.file == part.file }) else {
        sums.append(part)
        continue
      }
      sums[place].rows += part.rows
      sums[place].matched += part.matched
      sums[place].used += part.used
    }
    return sums
  }
}

extension AttributeFinding {
  /// The findings of files of one name added up; a line of one of several parts would tell nothing, and is left out.
  static func together(_ findings: [AttributeFinding]) -> [AttributeFinding] {
    var sums: [AttributeFinding] = []
    for part in findings {
      guard let place = sums.firstIndex(where: { $0.file == part.file && $0.finding == part.finding }) else {
        sums.append(part)
        continue
      }
      sums[place] = AttributeFinding(
        file: part.file, finding: part.finding, rows: sums[place].rows + part.rows, firstLine: 0)
    }
    return sums
  }
}

/// A file of attributes, read by its map: the rows of persons of the store, and what was found.
struct AttributeFile {
  private(set) var rows: [AttributeRow] = []
  private(set) var counts: AttributeCounts
  private(set) var findings: [AttributeFinding] = []
  private var found: [String: (rows: Int, line: Int)] = [:]
  private let columns: [AttributeMap.Column]
  private let identity: AttributeMap.Identity
  private let window: OutcomeWindow

  /// Reads a file at a path, which the map knows under a name.
  init(_ path: String, name: String, map: AttributeMap, index: PersonIndex, windows: OutcomeWindows) throws {
    columns = map.columns(of: name)
    let kind = columns[0].kind
    identity = columns.first { $0.target == .id }.flatMap { AttributeMap.Identity(rawValue: $0.form) } ?? .pupil
    window = windows.window(kind)
    counts = AttributeCounts(kind: kind, file: name)
    let connection = try Engine(.duckDB()).connect()
    let source: SQL = "read_csv(\(literal: path), all_varchar = true, header = true)"
    let header: [String]
    do { header = try connection.query("SELECT * FROM \(sql: source) LIMIT 0").columnNames } catch {
      throw StudyError(
        .unreadable, "\(name) cannot be read as comma-separated text with a header; is it empty, or a workbook?")
    }
    let names = try columns.map { column throws(StudyError) in
      guard let own = header.first(where: { $0.lowercased() == column.name.lowercased() }) else {
        throw StudyError(
          .column,
          "\(name) has no column \(column.name), which the map names; its columns are \(header.joined(separator: ", "))."
        )
      }
      return own
    }
    let parts = names.enumerated().map { place, own -> SQL in
      "trim(coalesce(\(identifier: own), '')) AS \(raw: "c\(place)")"
    }
    let query: SQL = "SELECT \(sql: parts.dropFirst().reduce(parts[0]) { $0 + ", " + $1 }) FROM \(sql: source)"
    do {
      try connection.forEachBatch(query) { batch in
        let texts = try names.indices.map { try batch.text("c\($0)") }
        for row in 0..<batch.rowCount { read(texts.map { $0[row] ?? "" }, index) }
      }
    } catch is EngineError {
      throw StudyError(
        .unreadable, "\(name) has rows with more or fewer values than its header; save it as CSV UTF-8 again.")
    }
    if counts.rows == 0 { note("the file has a header and no row", line: 1) }
    counts.used = rows.count
    findings = found.map { AttributeFinding(file: name, finding: $0, rows: $1.rows, firstLine: $1.line) }
      .sorted { ($0.firstLine, $0.finding) < ($1.firstLine, $1.finding) }
  }

  private mutating func note(_ finding: String, line: Int? = nil) {
    let line = line ?? counts.rows + 1
    found[finding] = (found[finding].map { $0.rows + 1 } ?? (counts.rows == 0 ? 0 : 1), found[finding]?.line ?? line)
  }

  private mutating func read(_ cells: [String], _ index: PersonIndex) {
    counts.rows += 1
    func text(_ target: AttributeMap.Target) -> String? {
      columns.firstIndex { $0.target == target }.map { cells[$0] }
    }
    let id = text(.id) ?? ""
    guard !id.isEmpty else { return note("the identifier is blank") }
    switch index.find(id, by: identity, authority: text(.authority) ?? "") {
    case .nobody: return note("the identifier is of no child of the store")
    case .several: return note("the identifier leads to two persons of the store, and is left aside")
    case .person(let person):
      counts.matched += 1
      guard let period = AttributePeriod(columns, cells) else {
        return note("when the row is of is blank or cannot be read, so it is left out")
      }
      guard window.contains(period.first, period.last) else {
        return note("the row is of days outside \(window.from.iso) to \(window.to.iso), so it is left out")
      }
      rows.append(AttributeRow(person: person, first: period.first, last: period.last, values: values(cells)))
    }
  }

  private mutating func values(_ cells: [String]) -> [String: AttributeValue] {
    var values: [String: AttributeValue] = [:]
    var unknown: Set<String> = []
    for (column, cell) in zip(columns, cells) {
      switch column.target {
      case .field(let field) where field.isNumber:
        guard let number = number(cell, column) else {
          unknown.insert(field.rawValue)
          continue
        }
        if case .number(let sum) = values[field.rawValue] {
          values[field.rawValue] = .number(sum + number)
        } else {
          values[field.rawValue] = .number(number)
        }
      case .field(let field): read(cell, column, under: field.rawValue, into: &values)
      case .health(let name): read(cell, column, under: name, into: &values)
      default: break
      }
    }
    return values.filter { !unknown.contains($0.key) }
  }

  /// The number of a cell; a sum of which a part is unknown is unknown.
  private mutating func number(_ cell: String, _ column: AttributeMap.Column) -> Double? {
    if cell.isEmpty { return nil }
    if let number = Double(cell), number.isFinite, number >= 0 { return number }
    note("\(column.name) is no number of 0 or more, and counts as unknown")
    return nil
  }

  private mutating func read(
    _ cell: String, _ column: AttributeMap.Column, under name: String, into values: inout [String: AttributeValue]
  ) {
    if cell.isEmpty { return }
    guard let meaning = column.meaning(of: cell) else {
      return note("\(column.name) has a code that the map gives no meaning, and counts as unknown")
    }
    values[name] = .word(meaning)
  }
}
