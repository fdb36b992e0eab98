import KithEngine
public import KithStore
import KithTables

extension AuditSample.Case {
  /// The cases of an authority that were open in a collection year and had some action, by primary need, or by what became of them.
  public static func openInYear(
    _ year: Int, in store: Store, authority: String, byClosure: Bool
  ) throws -> [AuditSample.Case] {
    let stratum: SQL =
      byClosure
      ? "CASE WHEN ended IS NULL THEN 'open' ELSE coalesce(reasonforclosure, 'not given') END"
      : "coalesce(primaryneedcode, 'not given')"
    let result = try store.connection.query(
      """
      SELECT child || ' ' || CAST(started AS VARCHAR) AS name, \(sql: stratum) AS stratum FROM need_episode
      WHERE authority = \(authority) AND NOT is_no_further_action AND started <= \(Day(31, 3, year))
        AND (ends IS NULL OR ends > \(Day(1, 4, year - 1)))
      ORDER BY name
      """)
    let (names, strata) = (try result.text("name"), try result.text("stratum"))
    return (0..<result.rowCount).map { AuditSample.Case(name: names[$0] ?? "", stratum: strata[$0] ?? "") }
  }
}
