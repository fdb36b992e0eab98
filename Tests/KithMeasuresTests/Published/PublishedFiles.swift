import KithEngine
import KithTesting

/// The Department for Education's published files, each read once by DuckDB.
final class PublishedFiles {
  private let connection: Connection
  private var known: Set<String> = []

  init() throws { connection = try Engine(.duckDB()).connect() }

  /// The table of a file of Explore Education Statistics, every value as text.
  func ees(_ file: String) throws -> SQL { try table("ees/" + file) }

  /// The table of a file of the shared folder of aggregates.
  func table(_ file: String) throws -> SQL {
    if known.insert(file).inserted {
      try connection.execute(
        """
        CREATE TEMP TABLE \(identifier: file) AS
        SELECT * FROM read_csv(
          \(literal: SharedFolder.path("cases/aggregates/" + file)), header = true, all_varchar = true, nullstr = '',
          delim = ',', quote = '"', escape = '"')
        """)
    }
    return "\(identifier: file)"
  }

  /// The rows of a statement, each as its columns' texts.
  func rows(_ statement: SQL) throws -> [[String]] {
    let found = try connection.query(statement)
    let columns = try found.columnNames.map { try found.text($0).values }
    return (0..<found.rowCount).map { row in columns.map { $0[row] ?? "" } }
  }

  /// The numbers of a statement's rows, nil for symbols.
  func numbers(_ statement: SQL) throws -> [[Int?]] {
    try rows(statement).map { $0.map { Int($0) } }
  }
}

/// A measure's published cells: what is divided by what, and what was published.
struct PublishedSeries {
  /// A cell: its authority and year, the two counts, and the figure as published.
  struct Cell {
    let authority: String
    let year: Int
    let above: Int
    let below: Int
    let published: Double
  }

  let cells: SQL

  /// A file with a column for each count, and for those of several kinds a row of each.
  init(
    _ files: PublishedFiles, _ file: String, _ part: String, among whole: String, shown: String,
    of kind: (column: String, value: String)? = nil
  ) throws {
    let own: SQL = kind.map { " AND \(identifier: $0.column) = \(literal: $0.value)" } ?? ""
    cells = try """
    SELECT old_la_code, time_period, \(identifier: part) AS part, \(identifier: whole) AS whole, \(identifier: shown) AS shown
    FROM \(sql: files.ees(file)) WHERE geographic_level = 'Local authority'\(sql: own)
    """
  }

  /// A file with a row for each count, told apart by filters of which the last names the count.
  init(
    _ files: PublishedFiles, _ file: String, _ filters: [(column: String, value: String)], among whole: String,
    count: String, shown: String
  ) throws {
    let own = filters.dropLast().reduce("TRUE" as SQL) {
      "\(sql: $0) AND \(identifier: $1.column) = \(literal: $1.value)"
    }
    let last = filters[filters.count - 1]
    func rows(_ value: String) throws -> SQL {
      try """
      SELECT old_la_code, time_period, \(identifier: count) AS counted, \(identifier: shown) AS shown
      FROM \(sql: files.ees(file))
      WHERE geographic_level = 'Local authority' AND \(sql: own) AND \(identifier: last.column) = \(literal: value)
      """
    }
    cells = try """
    SELECT p.old_la_code, p.time_period, p.counted AS part, w.counted AS whole, p.shown
    FROM (\(sql: rows(last.value))) AS p JOIN (\(sql: rows(whole))) AS w USING (old_la_code, time_period)
    """
  }

  /// LAIT's rate of a count, by the population of the middle of the year before.
  init(_ files: PublishedFiles, lait short: String, of part: String, in file: String) throws {
    cells = try """
    SELECT c.old_la_code, c.time_period, c.\(identifier: part) AS part, o.population_estimate AS whole, l.value AS shown
    FROM \(sql: files.table("lait/bds_csc_compact.csv")) AS l
    JOIN \(sql: files.ees(file)) AS c
      ON c.old_la_code = l.la_number AND c.time_period = l.years AND c.geographic_level = 'Local authority'
    JOIN \(sql: files.ees("ons_mid-year_population_estimates_2012_to_2024.csv")) AS o
      ON o.old_la_code = l.la_number AND CAST(o.time_period AS INTEGER) = CAST(c.time_period AS INTEGER) - 1
      AND o.geographic_level = 'Local authority'
    WHERE l.measure_short = \(literal: short)
    """
  }

  /// The cells of which all three are numbers.
  func read(from files: PublishedFiles) throws -> [Cell] {
    try files.rows(cells).compactMap { row in
      guard let year = Int(row[1]), let above = Int(row[2]), let below = Int(row[3]), below > 0,
        let published = Double(row[4])
      else { return nil }
      return Cell(authority: row[0], year: year, above: above, below: below, published: published)
    }
  }
}
