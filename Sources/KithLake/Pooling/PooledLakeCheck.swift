import KithEngine
import KithReturns
import KithStore

/// What is wrong with a cell, a column or a file that was sent to a pool, and what to send instead. It never has the value.
public struct CellFault: Hashable, Sendable {
  /// The file, by its path in the lake.
  public let file: String
  /// The row's place in the return, from 0; nil of a whole column or file.
  public let row: Int?
  /// The line of the authority's own file, where it is known.
  public let line: Int?
  /// The column, by its name in the store; nil of a whole file.
  public let column: String?
  /// What to send instead, as a sentence.
  public let remedy: String

  /// A fault at a place.
  public init(file: String, row: Int? = nil, line: Int? = nil, column: String? = nil, remedy: String) {
    self.file = file
    self.row = row
    self.line = line
    self.column = column
    self.remedy = remedy
  }
}

/// Whether every cell of a lake has the form that its column may have in a pool: no identifier, no postcode, no day of birth,
/// no field that the agreement does not name.
public struct PooledLakeCheck {
  private let fields: [String]
  private let lake: Lake
  private let connection: Connection

  /// How many faults of a column are told by row; the others are counted.
  public static let told = 20

  /// A check of a lake by the fields that an agreement names.
  public init(_ lake: Lake, fields: [String]) throws {
    self.lake = lake
    self.fields = fields
    connection = try Engine(.duckDB()).connect()
  }

  /// Every fault, in the order of the files.
  public func faults() throws -> [CellFault] {
    try lake.manifest.submissions.flatMap { submission in
      try submission.files.flatMap { try faults(of: $0, in: submission) }
    } + lake.manifest.tables.flatMap(ownFaults)
  }

  private func faults(
    of file: LakeManifest.File, in submission: LakeManifest.Submission
  ) throws -> [CellFault] {
    guard let table = StoredTable.all.first(where: { $0.name == file.table }),
      table.collection.rawValue == submission.collection
    else { return [CellFault(file: file.path, remedy: "is of no table of the return; leave it out")] }
    let expected = [
      ("submission", "BIGINT"), ("position", "BIGINT"), ("line", "BIGINT"), ("parent_position", "BIGINT"),
    ]
    let columns = expected + table.columns.map { ($0.name, $0.kind.type) }
    let wrong = try columnFaults(of: file, expected: columns)
    guard wrong.isEmpty else { return wrong }
    return try structureFaults(of: file, submission) + table.columns.flatMap { try cellFaults($0, in: table, file) }
  }

  private func rows(_ file: LakeManifest.File) -> SQL {
    "read_parquet(\(literal: lake.path + "/" + file.path), hive_partitioning = false)"
  }

  /// Columns that are too many or too few, or of another type.
  private func columnFaults(of file: LakeManifest.File, expected: [(name: String, type: String)]) throws -> [CellFault]
  {
    guard let found = try? connection.query("DESCRIBE SELECT * FROM \(sql: rows(file))") else {
      return [CellFault(file: file.path, remedy: "cannot be read as Parquet; let kith pool prepare write it again")]
    }
    let (names, types) = (try found.text("column_name").values, try found.text("column_type").values)
    let present = Dictionary(zip(names.map { $0 ?? "" }, types.map { $0 ?? "" }), uniquingKeysWith: { a, _ in a })
    let known = Set(expected.map(\.name))
    let extra = present.keys.filter { !known.contains($0) }.sorted().map {
      CellFault(file: file.path, column: $0, remedy: "is no column of the table; leave it out")
    }
    let others = expected.filter { present[$0.name] != $0.type }.map {
      CellFault(file: file.path, column: $0.name, remedy: "is to be there, of the type \($0.type)")
    }
    return extra + others
  }

  private func structureFaults(
    of file: LakeManifest.File, _ submission: LakeManifest.Submission
  ) throws -> [CellFault] {
    let found = try connection.query(
      """
      SELECT count(*) AS n, count(DISTINCT position) AS places,
        count(CASE WHEN submission <> \(submission.submission) OR submission IS NULL THEN 1 END) AS others
      FROM \(sql: rows(file))
      """)
    let count = { (name: String) in Int(try found.integers(name)[0] ?? 0) }
    var faults: [CellFault] = []
    if try count("n") != count("places") {
      faults.append(
        CellFault(file: file.path, column: "position", remedy: "is the same in two rows; send each row once"))
    }
    if try count("others") > 0 {
      faults.append(CellFault(file: file.path, column: "submission", remedy: "is of another return; send it by itself"))
    }
    if try count("n") != file.rows {
      faults.append(CellFault(file: file.path, remedy: "has not the number of rows that its manifest says"))
    }
    return faults
  }

  private func cellFaults(
    _ column: StoredColumn, in table: StoredTable, _ file: LakeManifest.File
  ) throws -> [CellFault] {
    let form = PooledForm(column, fields: fields, dates: lake.manifest.dates)
    guard let isFit = form.condition(column.name) else { return [] }
    let found = try connection.query(
      """
      SELECT position, line, count(*) OVER () AS n FROM \(sql: rows(file))
      WHERE \(identifier: column.name) IS NOT NULL AND NOT coalesce((\(sql: isFit)), FALSE)
      ORDER BY position LIMIT \(raw: String(Self.told))
      """)
    let (places, lines) = (try found.integers("position").values, try found.integers("line").values)
    let more = Int((found.rowCount > 0 ? try found.integers("n")[0] : 0) ?? 0) - found.rowCount
    let told = places.indices.map {
      CellFault(
        file: file.path, row: places[$0].map(Int.init), line: lines[$0].map(Int.init), column: column.name,
        remedy: form.remedy)
    }
    return more <= 0
      ? told
      : told + [CellFault(file: file.path, column: column.name, remedy: "\(more) rows more: \(form.remedy)")]
  }

  /// A table of the store's own holds no text that looks like an identifier, and children and persons by keyed names.
  private func ownFaults(of file: LakeManifest.File) throws -> [CellFault] {
    let expected = StoreSchema.columns(of: file.table).map { ($0.name, $0.type) }
    guard PooledForm.ownTables.contains(file.table) else {
      return [CellFault(file: file.path, remedy: "is a table that no pool takes; leave it out")]
    }
    let wrong = try columnFaults(of: file, expected: expected)
    guard wrong.isEmpty else { return wrong }
    return try expected.filter { $0.1 == "VARCHAR" }.compactMap { name, _ in
      let isFit = PooledForm.ownCondition(file.table, name)
      let found = try connection.query(
        """
        SELECT count(*) AS n FROM \(sql: rows(file))
        WHERE \(identifier: name) IS NOT NULL AND NOT coalesce((\(sql: isFit)), FALSE)
        """)
      return try found.integers("n")[0] ?? 0 == 0
        ? nil : CellFault(file: file.path, column: name, remedy: "holds what a pool does not take; leave it empty")
    }
  }
}
