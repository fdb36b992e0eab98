import KithEngine

/// What the measures of one population count, by authority and group.
struct MeasureTally {
  let measures: [Measure]
  let breakdown: Breakdown?
  /// The groups that occur, in order.
  let categories: [String]
  private var counts: [Key: [Parts]] = [:]

  struct Parts: Hashable {
    var above: Double = 0
    var below = 0

    static func + (a: Parts, b: Parts) -> Parts { Parts(above: a.above + b.above, below: a.below + b.below) }
  }

  private struct Key: Hashable {
    let authority: String
    let category: String
  }

  init(_ measures: [Measure], of rows: SQL, by breakdown: Breakdown?, on connection: Connection) throws {
    self.measures = measures
    self.breakdown = breakdown
    let found = try connection.query(Self.query(measures, of: rows, by: breakdown))
    let authorities = try found.text("authority").values
    let groups = try found.text("category").values
    let columns = try measures.indices.map { place in
      (try found.doubles("above_\(place)").values, try found.integers("below_\(place)").values)
    }
    categories = Set(groups.compactMap { $0 }).sorted()
    for row in 0..<found.rowCount {
      let key = Key(authority: authorities[row] ?? "", category: groups[row] ?? "")
      counts[key] = columns.map { Parts(above: $0[row] ?? 0, below: Int($1[row] ?? 0)) }
    }
  }

  /// What a measure counts in an authority's group; nothing where the group does not occur.
  func parts(_ measure: Int, authority: String, category: String) -> Parts {
    counts[Key(authority: authority, category: category)]?[measure] ?? Parts()
  }

  /// The statement that counts measures in the rows of a population: one row for each authority and group.
  static func query(_ measures: [Measure], of rows: SQL, by breakdown: Breakdown?) -> SQL {
    let group = breakdown.map(\.column) ?? "'Total'"
    let columns = measures.enumerated().map { place, measure in
      "  \(above(measure.figure)) AS above_\(place), \(below(measure.figure)) AS below_\(place)"
    }.joined(separator: ",\n")
    return """
      SELECT authority, \(raw: group) AS category,
      \(raw: columns)
      FROM \(sql: rows) AS p GROUP BY authority, \(raw: breakdown == nil ? "2" : group)
      """
  }

  private static func above(_ figure: Measure.Figure) -> String {
    switch figure {
    case .children(let condition): "CAST(count(DISTINCT CASE WHEN \(condition.sql) THEN child END) AS DOUBLE)"
    case .mean(let column, let condition), .yearsAndMonths(let column, let condition):
      "CAST(sum(CASE WHEN \(condition.sql) THEN \(column) END) AS DOUBLE)"
    case .count, .percentage, .rate:
      "CAST(sum(CASE WHEN \(figure.counted.sql) THEN 1 ELSE 0 END) AS DOUBLE)"
    }
  }

  private static func below(_ figure: Measure.Figure) -> String {
    guard let base = figure.base else { return "CAST(0 AS BIGINT)" }
    return "CAST(sum(CASE WHEN \(base.sql) THEN 1 ELSE 0 END) AS BIGINT)"
  }
}
