import KithTables

extension Connection {
  /// How many rows go into one statement.
  private static let rowsOfText = 50_000

  /// Keeps columns in a table of the connection's own by writing them into statements as text, which the engine takes apart.
  func keepAsText(_ columns: [IngestColumn], as table: String) throws(EngineError) -> Int {
    guard let rows = columns.first?.count else { throw EngineError(.ingest, "there are no columns to store") }
    let texts = try columns.map { (column) throws(EngineError) in try column.texts() }
    try keep(Self.query(columns, texts, 0..<min(rows, Self.rowsOfText)), as: table)
    for start in stride(from: Self.rowsOfText, to: rows, by: Self.rowsOfText) {
      let part = start..<min(rows, start + Self.rowsOfText)
      try execute("INSERT INTO \(identifier: table) \(sql: Self.query(columns, texts, part))")
    }
    return rows
  }

  /// The query whose rows are these rows of the columns.
  private static func query(_ columns: [IngestColumn], _ texts: [[String?]], _ rows: Range<Int>) -> SQL {
    let cells = columns.enumerated().reduce("" as SQL) { list, item in
      let cell: SQL = "nullif(c[\(raw: String(item.offset))], \(literal: Mark.missing))"
      return list + (item.offset == 0 ? "" : ", ")
        + "CAST(\(sql: cell) AS \(raw: item.element.textType)) AS \(identifier: item.element.name)"
    }
    let text = rows.map { row in texts.map { $0[row] ?? Mark.missing }.joined(separator: Mark.cell) }
      .joined(separator: Mark.row)
    return """
      SELECT \(sql: cells) FROM (
        SELECT split(r, \(literal: Mark.cell)) AS c FROM (SELECT explode(split(\(secret: text), \(literal: Mark.row))) AS r)
      )\(raw: rows.isEmpty ? " WHERE 1 = 0" : "")
      """
  }

  /// The characters that Unicode has for setting rows and cells apart.
  private enum Mark {
    static let row = "\u{1E}", cell = "\u{1F}", missing = "\u{1D}"
  }
}

extension IngestColumn {
  /// The values as an engine reads them from text.
  fileprivate func texts() throws(EngineError) -> [String?] {
    let texts: [String?] =
      switch values {
      case .integers(let values): values.map { $0.map { String($0) } }
      case .doubles(let values): values.map { $0.map { String($0) } }
      case .days(let values): values.map { $0?.iso }
      case .booleans(let values): values.map { $0.map { String($0) } }
      case .text(let values): values
      case .coded(let codes, let words): codes.map { $0 < 0 ? nil : words[Int($0)] }
      case .nothing(let rows): Array(repeating: nil, count: rows)
      case .run, .bytes: throw EngineError(.notOffered, "the driver takes no columns of this kind")
      }
    let isMark = { (scalar: Unicode.Scalar) in (0x1D...0x1F).contains(scalar.value) }
    guard !texts.contains(where: { $0?.unicodeScalars.contains(where: isMark) == true }) else {
      throw EngineError(.ingest, "a text holds a character that sets cells apart")
    }
    return texts
  }

  /// The engine's type for the values.
  fileprivate var textType: String {
    switch values {
    case .integers: "BIGINT"
    case .doubles: "DOUBLE"
    case .days: "DATE"
    case .booleans: "BOOLEAN"
    default: "STRING"
    }
  }
}
