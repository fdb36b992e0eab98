import KithEngine

/// The records of one or two files of comma-separated text, in tables that pairs are found and compared in.
struct RecordTables {
  let connection: Connection
  /// The fields that hold something in both tables.
  private(set) var fields: [FieldColumns]
  /// The share of each table's records that have each field.
  private var present: [String: [String: Double]] = [:]
  /// The tables of records; one and the same name where there is one file.
  let names: (left: String, right: String)
  /// The table of the shares of all records that hold the values of a record of the first table, where a rare value is to
  /// say more.
  let shares = "link_shares"

  /// Reads the files and prepares their columns.
  init(_ request: FileLinkRequest, on connection: Connection) throws {
    self.connection = connection
    names = ("link_left", request.right == nil ? "link_left" : "link_right")
    fields = request.fields.enumerated().map { FieldColumns(field: $1, name: "f\($0 + 1)") }
    try read(request.left, \.left, as: names.left)
    if let right = request.right { try read(right, \.right, as: names.right) }
    present = try Set([names.left, names.right]).reduce(into: [:]) { $0[$1] = try presentShares(in: $1) }
    fields = fields.filter { presentShare($0) > 0 }
    guard fields.count > 1 else {
      throw RecordLinkError(
        .tooLittle, "Fewer than two of the columns hold anything that can be compared in both files.")
    }
    try keepShares()
  }

  private func read(_ file: RecordFile, _ column: KeyPath<LinkField, String>, as name: String) throws {
    let columns = fields.map { $0.column(of: "raw.\"\($0.field[keyPath: column])\"") }.joined(separator: ", ")
    let derived = fields.map(\.derived).joined()
    let record: SQL = file.id.map { "raw.\(identifier: $0)" } ?? "CAST(raw.kith_place + 1 AS STRING)"
    do {
      try connection.keep(
        """
        SELECT plain.*\(raw: derived) FROM (
          SELECT raw.kith_place AS id, \(sql: record) AS record, \(raw: columns)
          FROM (SELECT row_number() OVER () - 1 AS kith_place, * FROM \(sql: file.source)) AS raw
        ) AS plain
        """, as: name)
    } catch {
      throw file.unreadable
    }
    try checkIdentifiers(of: file, in: name)
  }

  private func checkIdentifiers(of file: RecordFile, in table: String) throws {
    let found = try connection.query(
      "SELECT count(*) - count(DISTINCT record) AS n, count(*) AS rows FROM \(identifier: table)")
    guard let repeated = try found.integers("n")[0], repeated == 0 else {
      throw RecordLinkError(
        .identifier,
        "\(file.path): identifiers are blank or repeat; name the column that tells records apart, or none.")
    }
    guard let rows = try found.integers("rows")[0], rows > 0 else {
      throw RecordLinkError(.tooLittle, "\(file.path) holds no record.")
    }
  }

  /// Keeps the shares of the values of the first table's records.
  private func keepShares() throws {
    let tables = names.left == names.right ? [names.left] : [names.left, names.right]
    let shared = fields.compactMap(\.shared)
    for column in shared {
      let values = tables.map { "SELECT \(column) AS v FROM \($0)" }.joined(separator: " UNION ALL ")
      try connection.keep(
        """
        SELECT v, CAST(n AS DOUBLE) / sum(n) OVER () AS share
        FROM (SELECT v, count(*) AS n FROM (\(raw: values)) AS a WHERE v IS NOT NULL GROUP BY v) AS c
        """, as: column + "_shares")
    }
    let joins = shared.map { "LEFT JOIN \($0)_shares ON \($0)_shares.v = p.\($0)" }.joined(separator: " ")
    let columns = shared.map { ", \($0)_shares.share AS \($0)_share" }.joined()
    try connection.keep("SELECT p.id\(raw: columns) FROM \(raw: names.left) AS p \(raw: joins)", as: shares)
  }

  /// The identifiers of a table's records, by number.
  func identifiers(_ table: String) throws -> [String] {
    try connection.query("SELECT record FROM \(identifier: table) ORDER BY id").text("record").values.map { $0 ?? "" }
  }

  /// The design: the fields' comparisons, and the rules that find most for least.
  func design() throws -> LinkageDesign {
    let given = fields.first { $0.field.kind == .given }?.name
    let surname = fields.first { $0.field.kind == .surname }?.name
    var rules = try plan().rules.map { BlockingRule($0) }
    if let given, let surname {
      rules.append(
        BlockingRule(
          "names in each other's place",
          "l.\(raw: given) = r.\(raw: surname) AND l.\(raw: surname) = r.\(raw: given) AND l.\(raw: given) <> r.\(raw: given)",
          levels: [given: ["swapped"]]))
    }
    return LinkageDesign(comparisons: fields.map { $0.comparison(given: given, surname: surname) }, rules: rules)
  }

  private func plan() throws -> FindingPlan {
    let (l, r) = try (rowCount(names.left), rowCount(names.right))
    let size = Double(max(l, r))
    return FindingPlan(
      fields: try fields.map { field in
        try field.keys.map { ($0.foundShare(presentShare(field)), try chance($0)) }
      },
      dependent: dependent, pairs: names.left == names.right ? Double(l) * Double(l - 1) / 2 : Double(l) * Double(r),
      limit: (rule: max(10 * size, 100_000), all: max(30 * size, 500_000)))
  }

  private var dependent: Set<Set<String>> {
    let names = fields.filter { $0.field.kind == .given }, sexes = fields.filter { $0.field.kind == .sex }
    return Set(names.flatMap { name in sexes.map { [name.name, $0.name] } })
  }

  /// The share of pairs of records of which both have a field, were it missing by chance.
  private func presentShare(_ field: FieldColumns) -> Double {
    [names.left, names.right].reduce(1) { $0 * (present[$1]?[field.name] ?? 0) }
  }

  /// The share of a table's records that have each field.
  private func presentShares(in table: String) throws -> [String: Double] {
    let counts = fields.map { ", CAST(count(\($0.name)) AS DOUBLE) AS \($0.name)" }.joined()
    let found = try connection.query("SELECT CAST(count(*) AS DOUBLE) AS n\(raw: counts) FROM \(identifier: table)")
    let rows = try found.doubles("n")[0] ?? 1
    return try fields.reduce(into: [:]) { $0[$1.name] = try (found.doubles($1.name)[0] ?? 0) / rows }
  }

  private func rowCount(_ table: String) throws -> Int {
    Int(try connection.query("SELECT count(*) AS n FROM \(identifier: table)").integers("n")[0] ?? 0)
  }

  /// The share of all pairs of records that agree on a key.
  private func chance(_ key: FindingKey) throws -> Double {
    let list = key.columns.joined(separator: ", ")
    let present = key.columns.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
    let counts = { (table: String) in
      "SELECT \(list), count(*) AS n FROM \(table) WHERE \(present) GROUP BY \(list)"
    }
    let found = try connection.query(
      """
      SELECT CAST(sum(l.n * r.n) AS DOUBLE) AS n
      FROM (\(raw: counts(names.left))) AS l JOIN (\(raw: counts(names.right))) AS r ON \(raw: key.condition)
      """)
    let pairs = try Double(rowCount(names.left)) * Double(rowCount(names.right))
    return max((try found.doubles("n")[0] ?? 0) / pairs, 1 / pairs)
  }
}

extension BlockingRule {
  /// The rule that pairs agree on all of some keys.
  init(_ keys: [FindingKey]) {
    let isSayable = keys.allSatisfy { $0.levels != nil }
    self.init(
      keys.map(\.title).joined(separator: " and "),
      "\(raw: keys.map(\.condition).joined(separator: " AND "))",
      levels: isSayable ? Dictionary(uniqueKeysWithValues: keys.map { ($0.field, $0.levels ?? []) }) : nil)
  }
}
