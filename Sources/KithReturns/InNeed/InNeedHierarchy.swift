import KithTables

/// Gives each row of flat CIN tables the row in which it stands, found by the identifiers that flat tables repeat.
///
/// Where rows of the table above share the identifiers, the order of the two tables decides, as both are written in that
/// of the document. A row without an identifier of the child stands in the only row above that has none, if there is
/// one. A row whose identifiers lead to none gets a blank one to stand in, at that table's end; so every row can walk to
/// its time in need and to its child, whatever tables were given.
struct InNeedHierarchy {
  /// The tables, each with the rows in which its rows stand.
  private(set) var tables: [TableName: RawTable]
  /// The rows that stood in none, where the table above was submitted.
  private(set) var problems: [ReadingProblem] = []

  init(_ submitted: [TableName: RawTable]) {
    tables = submitted
    spreadFactors()
    for schema in InNeedSchema.tables.reversed() {
      if let nesting = schema.nesting, let parent = nesting.parent { link(schema.name, nesting.key, to: parent) }
    }
  }

  private mutating func link(_ table: TableName, _ ownKey: [Field], to parent: TableName) {
    guard let raw = tables[table], raw.rowCount > 0, raw.parents.isEmpty,
      let above = InNeedSchema.schema(of: parent), let key = above.nesting?.key
    else { return }
    let known = tables[parent] ?? RawTableBuilder().table(parent, file: "", fields: above.fields, isSubmitted: false)
    let shared = key.filter { raw.has($0) && known.has($0) }
    var finder = HolderFinder(known, key: shared, ownKey: ownKey.filter { !key.contains($0) && raw.has($0) })
    var added: [(source: Int, values: [Field: String])] = []
    let parents = (0..<raw.rowCount).map { row in
      if let found = finder.holder(ofRow: row, in: raw) { return Int32(found) }
      added.append(
        (row, Dictionary(uniqueKeysWithValues: key.compactMap { f in raw.text(f, row: row).map { (f, $0) } })))
      return Int32(finder.addHolder(ofRow: row, in: raw))
    }
    if !added.isEmpty { tables[parent] = known.adding(rows: added.map(\.values)) }
    tables[table] = raw.standing(in: parents)
    guard known.isSubmitted else { return }
    problems += added.map { source, _ in
      ReadingProblem(
        kind: .noParent, table: table, isLastYear: false, file: raw.file, line: raw.line(ofRow: source), row: source,
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

/// Finds the row of a table in which a row of another stands, by the identifiers that both have.
private struct HolderFinder {
  private let key: [Field]
  private let ownKey: [Field]
  private var holders: [String: [Int]] = [:]
  private var count: Int
  private var last = 0
  private var taken: Set<String> = []

  init(_ table: RawTable, key: [Field], ownKey: [Field]) {
    self.key = key
    self.ownKey = ownKey
    count = table.rowCount
    for row in 0..<count { holders[table.key(key, row: row), default: []].append(row) }
  }

  /// The row in which a row stands; nil when there is none.
  mutating func holder(ofRow row: Int, in table: RawTable) -> Int? {
    let candidates = holders[table.key(key, row: row)] ?? []
    guard candidates.count > 1 else {
      last = candidates.first ?? last
      return candidates.first
    }
    guard let first = key.first, table.text(first, row: row)?.trimmed.isEmpty == false else { return nil }
    let own = ownKey.isEmpty ? "" : table.key(ownKey, row: row)
    let inOrder = candidates.filter { $0 >= last } + candidates.filter { $0 < last }
    let holder = inOrder.first { ownKey.isEmpty || !taken.contains("\($0) \(own)") } ?? inOrder[0]
    taken.insert("\(holder) \(own)")
    last = holder
    return holder
  }

  /// The place of a holder to be added for a row, which others with its identifiers share.
  mutating func addHolder(ofRow row: Int, in table: RawTable) -> Int {
    if let first = key.first, table.text(first, row: row)?.trimmed.isEmpty == false {
      holders[table.key(key, row: row), default: []].append(count)
    }
    count += 1
    return count - 1
  }
}

extension RawTable {
  /// What tells a row from the others, compared without regard to capitals.
  fileprivate func key(_ fields: [Field], row: Int) -> String {
    fields.map { (text($0, row: row) ?? "").trimmed.uppercased() }.joined(separator: "\u{1}")
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
