public import KithEngine

/// A step of a derivation: a name, and the query whose rows stand under it for the steps that follow.
public struct NamedQuery: Sendable {
  /// The name under which later steps know the rows.
  public let name: String
  /// The query, in the SQL that DuckDB and Spark share.
  public let query: SQL

  /// Names a query.
  public init(_ name: String, _ query: SQL) {
    self.name = name
    self.query = query
  }
}

/// The histories as they were known when the returns of a year had been made, and those of later years had not.
///
/// A figure of a year comes from the returns up to that year, so that a later return does not change it.
public enum HistoriesAsOf {
  /// The steps: `submission_as_of`, the current submissions of so many years up to the year; `held_as_of`, the first and last
  /// of them of each authority and collection; `child_as_of`, the children of whom something may be counted in the year;
  /// `episode_as_of` and `run_as_of`, these children's episodes of care in all the years, which name the child, not the
  /// person: no measure asks who is one.
  ///
  /// - Parameter careLeavers: Whether care leavers, whom OC3 names, are among those children.
  public static func steps(upTo year: Int, years: Int, careLeavers: Bool = true) -> [NamedQuery] {
    [
      NamedQuery(
        "submission_as_of",
        """
        SELECT id, collection, authority, year FROM current_submission
        WHERE year BETWEEN \(raw: String(year - years + 1)) AND \(raw: String(year))
        """),
      NamedQuery("held_as_of", HistoryViews.held(among: "submission_as_of")),
      NamedQuery("child_as_of", children(of: year, careLeavers: careLeavers)),
      NamedQuery(
        "episode_as_of",
        HistoryViews.once(
          "ssda903_episodes", collection: "ssda903", child: "child", day: "decom", end: "dec", columns: "r.rne, r.ls",
          among: "submission_as_of", held: "held_as_of", of: "child_as_of", namesPerson: false)),
      NamedQuery("run_as_of", LookedAfterViews.runs(of: "episode_as_of")),
    ]
  }

  /// The children of the year's own SSDA903 returns, care leavers among them. Of others an earlier return would have to hold a
  /// day of the year, or a change of placement without a day, which only a return with errors does.
  private static func children(of year: Int, careLeavers: Bool) -> SQL {
    let start = "DATE '\(year - 1)-04-01'"
    let leavers = """
      UNION
      SELECT s.authority, o.child FROM ssda903_oc3 AS o JOIN submission_as_of AS s ON s.id = o.submission
      WHERE o.child IS NOT NULL AND s.year = \(year)
      """
    return """
      SELECT s.authority, r.child
      FROM ssda903_episodes AS r JOIN submission_as_of AS s ON s.id = r.submission
      WHERE r.child IS NOT NULL AND (s.year = \(raw: String(year)) OR r.decom >= \(raw: start) OR r.dec >= \(raw: start)
        OR (s.year = \(raw: String(year - 1)) AND r.dec IS NULL AND r.rec = 'X1'))
      \(raw: careLeavers ? leavers : "")
      """
  }
}
