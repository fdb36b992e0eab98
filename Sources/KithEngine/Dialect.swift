/// What one engine's SQL says differently from another's, each difference named once.
///
/// Analytical SQL is written in what DuckDB and Spark share. Where they part, ``SQL`` asks the dialect.
public struct Dialect: Hashable, Sendable {
  /// The engine's name, as people know it.
  public let name: String
  /// The mark on either side of a name; doubled within it.
  public let identifierQuote: String
  /// What stands for a bound parameter.
  public let placeholder: String
  /// Whether a quote within literal text is doubled (the standard), or follows a backslash.
  public let doublesQuotesInText: Bool
  /// How a Parquet file or folder is named as a table.
  public let parquetTable: ParquetTable

  /// How the rows of a query are kept for the queries that follow.
  public let keptRows: KeptRows

  /// How the days between two days are counted.
  public let dayDifference: DayDifference

  /// How an engine counts the days between two days.
  public enum DayDifference: Hashable, Sendable {
    /// One day less the other is a whole number.
    case subtraction
    /// The function `datediff` of the later and the earlier.
    case function
  }

  /// How columns of this program's reach the engine.
  public let ingestion: Ingestion

  /// How columns of this program's reach an engine.
  public enum Ingestion: Hashable, Sendable {
    /// As columns, through the driver.
    case driver
    /// As text within statements, where the driver takes no columns.
    case text
  }

  /// How an engine keeps the rows of a query while a connection lasts.
  public enum KeptRows: Hashable, Sendable {
    /// In a table of the connection's own.
    case temporaryTable
    /// In a table of a schema that is the connection's own and goes with it: an engine that plans anew what each table was made
    /// of has no room left for plans after some steps, unless rows are written.
    case scratchTable
  }

  /// How an engine names a Parquet file or folder as a table.
  public enum ParquetTable: Hashable, Sendable {
    /// A function of the path as text: `read_parquet('path')`.
    case function(String)
    /// The path as a name within a schema: ``parquet.`path` ``.
    case schema(String)
  }

  /// DuckDB, embedded.
  public static let duckDB = Dialect(
    name: "DuckDB", identifierQuote: "\"", placeholder: "?", doublesQuotesInText: true,
    parquetTable: .function("read_parquet"), keptRows: .temporaryTable,
    dayDifference: .subtraction, ingestion: .driver)

  /// Apache Spark, through Spark Connect.
  public static let spark = Dialect(
    name: "Spark", identifierQuote: "`", placeholder: "?", doublesQuotesInText: false, parquetTable: .schema("parquet"),
    keptRows: .scratchTable, dayDifference: .function, ingestion: .text)

  /// The number of days of an expression's day since 1 January 1970.
  public func dayNumber(of day: String) -> String {
    switch dayDifference {
    case .subtraction: "(\(day) - DATE '1970-01-01')"
    case .function: "datediff(\(day), DATE '1970-01-01')"
    }
  }

  /// A name, quoted so that any letters are safe in it.
  public func quoted(identifier: String) -> String {
    identifierQuote + identifier.replacing(identifierQuote, with: identifierQuote + identifierQuote) + identifierQuote
  }

  /// Text as a literal of the language.
  public func quoted(text: String) -> String {
    let escaped =
      doublesQuotesInText
      ? text.replacing("'", with: "''") : text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    return "'" + escaped + "'"
  }

  /// A Parquet file, or a folder or pattern of them, as a table to select from.
  public func table(ofParquet path: String) -> String {
    switch parquetTable {
    case .function(let function): "\(function)(\(quoted(text: path)))"
    case .schema(let schema): "\(schema).\(quoted(identifier: path))"
    }
  }
}
