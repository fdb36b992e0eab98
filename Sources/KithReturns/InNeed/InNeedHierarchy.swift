import KithTables

/// Gives each row of flat CIN tables the row in which it stands, found by the identifiers that flat tables repeat.
///
/// A row whose identifiers lead to no row of the table above gets a blank one to stand in, at that table's end; so every
/// row can walk to its time in need and to its child, whatever tables were given. Rows without an identifier of the
/// child share none. Where two children have one identifier, flat tables cannot tell their rows apart, and the first has
/// them all.
struct InNeedHierarchy {
  /// The tables, each with the rows in which its rows stand.
  private(set) var tables: [TableName: RawTable]
  /// The rows that stood in none, where the table above was submitted.
  private(set) var problems: [ReadingProblem] = []

  init(_ submitted: [TableName: RawTable]) {
    tables = submitted
    spreadFactors()
    for schema in InNeedSchema.tables.reversed() {
      if let nesting = schema.nesting, let parent = nesting.parent { link(schema.name, to: parent) }
    }
  }

  private mutating func link(_ table: TableName, to parent: TableName) {
    guard let raw = tables[table], raw.rowCount > 0, raw.parents.isEmpty,
      let above = InNeedSchema.schema(of: parent), let key = above.nesting?.key
    else { return }
    let known = tables[parent] ?? RawTableBuilder().table(parent, file: "", fields: above.fields, isSubmitted: false)
    let shared = key.filter { raw.has($0) && known.has($0) }
    var rows: [String: Int] = [:]
    for row in 0..<known.rowCount {
      if let text = known.key(shared, row: row), rows[text] == nil { rows[text] = row }
    }
    var added: [(source: Int, values: [Field: String])] = []
    let parents = (0..<raw.rowCount).map { row in
      let text = raw.key(shared, row: row)
      if let text, let found = rows[text] { return Int32(found) }
      let place = known.rowCount + added.count
      if let text { rows[text] = place }
      added.append(
        (row, Dictionary(uniqueKeysWithValues: key.compactMap { f in raw.text(f, row: row).map { (f, $0) } })))
      return Int32(place)
    }
    if !added.isEmpty { tables[parent] = known.adding(rows: added.map(\.values)) }
    tables[table] = raw.standing(in: parents)
    guard known.isSubmitted else { return }
    problems += added.map { source, _ in
      ReadingProblem(
        kind: .noParent, table: table, isLastYear: false, file: raw.file, line: Int(raw.lines[source]), row: source,
        field: shared.last, path: nil)
    }
  }

  /// Makes the table of factors from a list in each assessment's own row, where only that was given.
  private mutating func spreadFactors() {
    guard tables[.identifiedFactors] == nil, let assessments = tables[.assessments], assessments.has(.factors) else {
      return
    }
    var builder = RawTableBuilder()
    let keys: [Field] = [.childIdentifier, .detailsNumber, .assessmentNumber]
    var parents: [Int32] = []
    for row in 0..<assessments.rowCount {
      let list = assessments.text(.factors, row: row) ?? ""
      for factor in list.split(whereSeparator: { ",;[]'\" ".contains($0) }) {
        builder.append(
          keys.map { assessments.text($0, row: row) } + [String(factor)], line: Int(assessments.lines[row]))
        parents.append(Int32(row))
      }
    }
    tables[.identifiedFactors] = builder.table(
      .identifiedFactors, file: assessments.file, fields: keys + [.factor]
    ).standing(in: parents)
  }
}

extension RawTable {
  /// What tells a row from the others, compared without regard to capitals; nil for a row without the first field.
  fileprivate func key(_ fields: [Field], row: Int) -> String? {
    guard let first = fields.first, text(first, row: row)?.trimmed.isEmpty == false else { return nil }
    return fields.map { (text($0, row: row) ?? "").trimmed.uppercased() }.joined(separator: "\u{1}")
  }

  /// The table with more rows at its end, on no line of the file.
  fileprivate func adding(rows: [[Field: String]]) -> RawTable {
    let fields = columns.sorted { $0.value < $1.value }.map(\.key)
    var builder = RawTableBuilder()
    for row in 0..<rowCount { builder.append(fields.map { text($0, row: row) }, line: Int(lines[row])) }
    for row in rows { builder.append(fields.map { row[$0] }, line: 0) }
    return builder.table(name, file: file, fields: fields, isSubmitted: isSubmitted)
  }
}
