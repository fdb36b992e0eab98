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
  /// of them of each authority and collection; `child_as_of`, the children of the year's own SSDA903 returns; `episode_as_of`
  /// and `run_as_of`, these children's episodes of care in all the years.
  ///
  /// Whoever is not in the year's return was not looked after in the year, as far as was known, and is no care leaver.
  public static func steps(upTo year: Int, years: Int) -> [NamedQuery] {
    [
      NamedQuery(
        "submission_as_of",
        """
        SELECT id, collection, authority, year FROM current_submission
        WHERE year BETWEEN \(raw: String(year - years + 1)) AND \(raw: String(year))
        """),
      NamedQuery("held_as_of", HistoryViews.held(among: "submission_as_of")),
      NamedQuery(
        "child_as_of",
        """
        SELECT s.authority, r.child
        FROM (
          SELECT submission, child FROM ssda903_episodes UNION SELECT submission, child FROM ssda903_oc3
        ) AS r JOIN submission_as_of AS s ON s.id = r.submission
        WHERE s.year = \(raw: String(year)) AND r.child IS NOT NULL GROUP BY s.authority, r.child
        """),
      NamedQuery(
        "episode_as_of",
        LookedAfterViews.episodes(among: "submission_as_of", held: "held_as_of", of: "child_as_of")),
      NamedQuery("run_as_of", LookedAfterViews.runs(of: "episode_as_of")),
    ]
  }
}
