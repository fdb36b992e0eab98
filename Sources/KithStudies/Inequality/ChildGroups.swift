public import KithStore
import KithEngine
import KithTables

/// Which children a gradient is of.
public enum InterventionLevel: String, Hashable, Sendable, CaseIterable {
  /// In need at 31 March: a case is open that was not without further action.
  case need
  /// Under a child protection plan at 31 March.
  case protection
  /// Looked after at 31 March, without short breaks.
  case lookedAfter = "looked-after"

  /// What the children are.
  public var title: String {
    switch self {
    case .need: "Children in need at 31 March"
    case .protection: "Children under a protection plan at 31 March"
    case .lookedAfter: "Children looked after at 31 March"
    }
  }
}

/// A child at 31 March, as a study of inequality sees it.
public struct PlacedChild: Hashable, Sendable {
  /// The authority's three digits.
  public let authority: String
  /// The child, as the authority names it.
  public let child: String
  /// The ethnicity's code; blank where it is missing.
  public let ethnicity: String
  /// The postcode of the home from which the child came into care (HOME_POST), never that of a placement; blank elsewhere.
  public let homePostcode: String
  /// Whether the child is an unaccompanied asylum-seeking child, who has no home in England to be placed by.
  public let isUnaccompanied: Bool
}

extension PlacedChild {
  /// The children of a level on 31 March of a year, each once.
  public static func all(_ level: InterventionLevel, in store: Store, year: Int) throws -> [PlacedChild] {
    let result = try store.connection.query(level == .lookedAfter ? lookedAfter(year) : needed(level, year))
    let (authorities, children) = (try result.text("authority"), try result.text("child"))
    let (ethnicities, homes) = (try result.text("ethnicity"), try result.text("home"))
    let unaccompanied = try result.booleans("is_unaccompanied")
    return (0..<result.rowCount).map { row in
      PlacedChild(
        authority: authorities[row] ?? "", child: children[row] ?? "", ethnicity: ethnicities[row] ?? "",
        homePostcode: homes[row] ?? "", isUnaccompanied: unaccompanied[row] ?? false)
    }
  }

  private static func needed(_ level: InterventionLevel, _ year: Int) -> SQL {
    let view: SQL = level == .need ? "need_episode" : "protection_plan"
    let condition: SQL = level == .need ? "NOT v.is_no_further_action" : "TRUE"
    let end = Day(31, 3, year)
    return """
      SELECT v.authority, v.child, min(p.ethnicity) AS ethnicity, '' AS home, FALSE AS is_unaccompanied
      FROM \(sql: view) AS v
      LEFT JOIN person_record AS p ON p.collection = 'cin' AND p.authority = v.authority AND p.child = v.child
      WHERE \(sql: condition) AND v.started <= \(end) AND (v.ends IS NULL OR v.ends > \(end))
      GROUP BY v.authority, v.child ORDER BY v.authority, v.child
      """
  }

  private static func lookedAfter(_ year: Int) -> SQL {
    let end = Day(31, 3, year)
    return """
      SELECT e.authority, e.child, min(p.ethnicity) AS ethnicity,
        min(upper(replace(coalesce(e.home_post, ''), ' ', ''))) AS home, max(u.child IS NOT NULL) AS is_unaccompanied
      FROM looked_after_episode AS e
      LEFT JOIN person_record AS p ON p.collection = 'ssda903' AND p.authority = e.authority AND p.child = e.child
      LEFT JOIN (
        SELECT DISTINCT s.authority, x.child
        FROM ssda903_uasc AS x JOIN current_submission AS s ON s.id = x.submission AND s.year = \(year)
        LEFT JOIN (SELECT submission, child, max(coalesce(uasc, '')) AS status FROM ssda903_header
          GROUP BY submission, child) AS h ON h.submission = x.submission AND h.child = x.child
        WHERE (x.duc IS NULL OR x.duc > \(end)) AND coalesce(h.status, '') <> '0'
      ) AS u ON u.authority = e.authority AND u.child = e.child
      WHERE coalesce(e.ls, '') NOT IN ('V3', 'V4') AND e.started <= \(end) AND (e.ends IS NULL OR e.ends > \(end))
      GROUP BY e.authority, e.child ORDER BY e.authority, e.child
      """
  }
}
