import KithEngine

/// Spells and what is known of them, from a file of comma-separated text.
public struct SpellFile: Sendable {
  /// Which columns hold what. The event is 0 or blank where nothing happened, else the number of its kind.
  public struct Columns: Hashable, Sendable {
    /// The column of starts; nil where all begin at zero.
    public var start: String?
    /// The column of stops.
    public var stop: String
    /// The column of events.
    public var event: String
    /// The column by which curves are compared.
    public var group: String?
    /// The columns of numbers that a model is of.
    public var covariates: [String]
    /// The column of strata with hazards of their own.
    public var stratum: String?
    /// The column of whose spells they are.
    public var cluster: String?

    /// The columns by their names.
    public init(
      start: String? = nil, stop: String = "stop", event: String = "event", group: String? = nil,
      covariates: [String] = [], stratum: String? = nil, cluster: String? = nil
    ) {
      self.start = start
      self.stop = stop
      self.event = event
      self.group = group
      self.covariates = covariates
      self.stratum = stratum
      self.cluster = cluster
    }
  }

  /// The spells.
  public let spells: Spells
  /// The names of groups, and the group of each spell; where a column of groups was named.
  public let groups: (names: [String], of: [Int])?
  /// The covariates' values, a list for each column.
  public let covariates: [[Double]]
  /// The stratum of each spell, where a column was named.
  public let strata: [Int]?
  /// The cluster of each spell, where a column was named.
  public let clusters: [Int]?
  /// How many rows were left out, as something in them is blank or not a number.
  public let leftOut: Int

  /// Reads a file; rows that lack something that is asked for are left out and counted.
  public init(_ path: String, _ columns: Columns) throws {
    let connection = try Engine(.duckDB()).connect()
    let file: SQL = "read_csv(\(literal: path), all_varchar = true, header = true)"
    let header: [String]
    do { header = try connection.query("SELECT * FROM \(sql: file) LIMIT 0").columnNames } catch {
      throw StudyError(.unreadable, "The file of spells cannot be read as comma-separated text with a header.")
    }
    let numbers = [columns.start, columns.stop, columns.event].compactMap { $0 } + columns.covariates
    let texts = [columns.group, columns.stratum, columns.cluster]
    for name in numbers + texts.compactMap({ $0 }) where !header.contains(name) {
      throw StudyError(
        .column, "The file of spells has no column \(name); its columns are \(header.joined(separator: ", ")).")
    }
    let parts =
      numbers.enumerated().map { index, name in Self.number(name, "n\(index)", isEvent: name == columns.event) }
      + texts.enumerated().compactMap { index, name in name.map { Self.text($0, "t\(index)") } }
    let from: SQL = "FROM (SELECT \(sql: parts.dropFirst().reduce(parts[0]) { $0 + ", " + $1 }) FROM \(sql: file)) AS r"
    let names = numbers.indices.map { "n\($0)" } + texts.indices.filter { texts[$0] != nil }.map { "t\($0)" }
    let whole = names.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
    let total = try connection.query("SELECT count(*) AS n \(sql: from)").integers("n").values.first ?? 0
    let ranks = texts.indices.filter { texts[$0] != nil }.map { "dense_rank() OVER (ORDER BY t\($0)) - 1 AS g\($0)" }
    let list = numbers.indices.map { "n\($0)" } + ranks
    var values = [[Double]](repeating: [], count: numbers.count)
    var places = [[Int]](repeating: [], count: texts.count)
    let query: SQL = "SELECT \(raw: list.joined(separator: ", ")) \(sql: from) WHERE \(raw: whole)"
    try connection.forEachBatch(query) { batch in
      for index in numbers.indices { values[index] += try batch.doubles("n\(index)").values.map { $0 ?? .nan } }
      for index in texts.indices where texts[index] != nil {
        places[index] += try batch.integers("g\(index)").values.map { Int($0 ?? 0) }
      }
    }
    let shift = columns.start == nil ? 0 : 1
    let outcomes = values[shift + 1].map { $0 >= 0 && $0 < 250 ? UInt8($0) : 255 }
    guard !outcomes.contains(255) else {
      throw StudyError(.column, "An event is 0 or the number of its kind, up to 249.")
    }
    spells = try Spells(starts: shift == 1 ? values[0] : nil, stops: values[shift], outcomes: outcomes)
    covariates = Array(values.dropFirst(shift + 2))
    leftOut = Int(total ?? 0) - spells.count
    groups = try columns.group.map { _ in
      let names = try connection.query("SELECT DISTINCT t0 AS name \(sql: from) WHERE \(raw: whole) ORDER BY t0")
      return (try names.text("name").values.map { $0 ?? "" }, places[0])
    }
    strata = columns.stratum == nil ? nil : places[1]
    clusters = columns.cluster == nil ? nil : places[2]
  }

  private static func number(_ name: String, _ label: String, isEvent: Bool) -> SQL {
    let cast: SQL = "TRY_CAST(\(identifier: name) AS DOUBLE)"
    return isEvent ? "coalesce(\(sql: cast), 0) AS \(raw: label)" : "\(sql: cast) AS \(raw: label)"
  }

  private static func text(_ name: String, _ label: String) -> SQL {
    "nullif(trim(\(identifier: name)), '') AS \(raw: label)"
  }
}
