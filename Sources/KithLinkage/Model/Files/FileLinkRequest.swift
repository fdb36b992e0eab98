public import KithEngine

/// A file of comma-separated text with a record in each line.
public struct RecordFile: Hashable, Sendable {
  /// Where it is.
  public let path: String
  /// The column that tells records apart; nil where their number in the file does.
  public let id: String?

  /// A file, and the column of its records' identifiers.
  public init(path: String, id: String?) {
    self.path = path
    self.id = id
  }

  var source: SQL { "read_csv(\(literal: path), all_varchar = true, header = true)" }

  var unreadable: RecordLinkError {
    RecordLinkError(.unreadable, "\(path) cannot be read as comma-separated text with a header.")
  }

  /// The names of its columns.
  func columns(on connection: Connection) throws -> [String] {
    do { return try connection.query("SELECT * FROM \(sql: source) LIMIT 0").columnNames } catch { throw unreadable }
  }
}

extension RecordFile {
  /// Whether most of the first values of a column have the form of a postcode of the United Kingdom.
  fileprivate func holdsPostcodes(_ column: String, on connection: Connection) throws -> Bool {
    let form = "^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$"
    let found = try connection.query(
      """
      SELECT count(*) AS n, count(CASE WHEN regexp_matches(upper(trim(p)), \(literal: form)) THEN 1 END) AS k
      FROM (SELECT \(identifier: column) AS p FROM \(sql: source) LIMIT 1000) AS s WHERE p <> ''
      """)
    return try 2 * (found.integers("k")[0] ?? 0) >= (found.integers("n")[0] ?? 0)
  }
}

/// What to link: one file within itself, or two with each other.
public struct FileLinkRequest: Sendable {
  /// The first file.
  public let left: RecordFile
  /// The second file; nil to find the records of one file that are of one child.
  public let right: RecordFile?
  /// The fields to compare.
  public let fields: [LinkField]
  /// The least probability of a link.
  public let threshold: Double
  /// Where chance starts from.
  public let seed: UInt64
  /// How many pairs are drawn to see how often any two records agree.
  public let samples: Int

  /// A request, whose files' columns are looked at on a connection; where no fields are given they are
  /// those whose columns both files have, by a name that tells what they hold.
  public init(
    _ left: RecordFile, _ right: RecordFile?, fields: [LinkField] = [], threshold: Double = 0.5, seed: UInt64 = 1,
    samples: Int = 200_000, on connection: Connection
  ) throws {
    let columns = (try left.columns(on: connection), try right?.columns(on: connection))
    let known = fields.isEmpty ? Self.recognised(columns.0, columns.1 ?? columns.0) : fields
    let asked = try known.map { field in
      // A postcode of another country is a code like any other.
      guard field.kind == .postcode, columns.0.contains(field.left),
        try !left.holdsPostcodes(field.left, on: connection)
      else { return field }
      return LinkField(.code, left: field.left, right: field.right)
    }
    guard asked.count > 1 else {
      throw RecordLinkError(
        .tooLittle, "Fewer than two columns are known by their names in both files; say what they hold (--field).")
    }
    for field in asked {
      try Self.check(field.left, in: columns.0, of: left)
      if let right { try Self.check(field.right, in: columns.1 ?? [], of: right) }
    }
    for file in [left] + (right.map { [$0] } ?? []) {
      if let id = file.id { try Self.check(id, in: file == left ? columns.0 : columns.1 ?? [], of: file) }
    }
    self.left = left
    self.right = right
    self.fields = asked
    self.threshold = threshold
    self.seed = seed
    self.samples = samples
  }

  private static func check(_ column: String, in columns: [String], of file: RecordFile) throws {
    guard columns.contains(column) else {
      throw RecordLinkError(
        .column, "\(file.path) has no column \(column); it has \(columns.joined(separator: ", ")).")
    }
  }

  private static func recognised(_ left: [String], _ right: [String]) -> [LinkField] {
    left.compactMap { column in
      guard right.contains(column), let kind = FieldKind(columnName: column) else { return nil }
      return LinkField(kind, left: column, right: column)
    }
  }
}
