import KithEngine
import KithStore

/// That no direct identifier is left in an extract: every cell has the form of what its column may hold, and none is an
/// identifier of the store.
///
/// Identifiers of fewer than six characters cannot be told from codes and numbers; columns that hold such hold closed lists.
public struct IdentifierProof: Hashable, Sendable {
  /// How many cells were looked at.
  public let cells: Int
  /// How many identifiers were looked for: children's, pupil numbers, full postcodes, providers'.
  public let identifiers: Int

  /// Where identifiers stand in a store.
  private static let places = [
    ("ssda903_header", "child"), ("ssda903_header", "upn"), ("cin_childidentifiers", "lachildid"),
    ("cin_childidentifiers", "upn"), ("cin_childidentifiers", "formerupn"), ("ssda903_episodes", "home_post"),
    ("ssda903_episodes", "pl_post"), ("ssda903_episodes", "urn"), ("person", "person"),
  ]

  /// Looks at every cell; refused where one has not its column's form, or is an identifier.
  init(_ tables: [ExtractTable], _ store: Store) throws {
    let connection = store.connection
    let union = Self.places.map { table, column in
      "SELECT replace(upper(CAST(\(column) AS VARCHAR)), ' ', '') AS value FROM \(table) WHERE length(\(column)) >= 6"
    }.joined(separator: " UNION ")
    try connection.keep("\(raw: union)", as: "extract_identifiers")
    identifiers = Int(try connection.query("SELECT count(*) AS n FROM extract_identifiers").integers("n")[0] ?? 0)
    var cells = 0
    for table in tables {
      for column in table.columns {
        let cell = "CAST(\"\(column.name)\" AS VARCHAR)"
        let found = try connection.query(
          """
          SELECT count(c) AS n, count(CASE WHEN NOT regexp_full_match(c, \(literal: column.form)) THEN 1 END) AS formless,
            count(CASE WHEN replace(upper(c), ' ', '') IN (SELECT value FROM extract_identifiers) THEN 1 END) AS known
          FROM (SELECT \(raw: cell) AS c FROM \(identifier: ResearchExtract.kept(table))) AS x
          """)
        cells += Int(try found.integers("n")[0] ?? 0)
        let faults = try (found.integers("formless")[0] ?? 0) + (found.integers("known")[0] ?? 0)
        guard faults == 0 else {
          throw ExtractError(
            .identifier,
            "\(faults) cells of \(table.name).\(column.name) may tell who a child is, so nothing was written; leave its field out of the agreement, or mend the return."
          )
        }
      }
    }
    self.cells = cells
  }
}
