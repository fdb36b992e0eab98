import KithEngine

/// The histories of children, as views over the current submissions.
///
/// Children are known by authority and identifier, or as the person that linkage has given; rows of several years by the
/// child and the day on which they began, never by a position. Of a row that several years' returns hold, the latest year's
/// is taken. All of it is in the SQL that DuckDB and Spark share.
enum HistoryViews {
  static let all: [SQL] =
    [yearsHeld] + LookedAfterViews.all + InNeedViews.all + PersonViews.all + [SpellView.spell] + EventViews.all

  /// The last year of each collection that the store has of each authority.
  private static let yearsHeld: SQL = """
    CREATE OR REPLACE VIEW year_held AS
    SELECT collection, authority, min(year) AS first_year, max(year) AS last_year
    FROM current_submission GROUP BY collection, authority
    """

  /// The rows of a table's current submissions, each once: those of the same authority, child and day are one.
  ///
  /// `columns` are taken from the row `r`; `end` is the column of the day on which the row ends, where it has one. The
  /// end is *ended*, *open* at the end of its return's year, or *lost* where a later return of the authority no longer holds
  /// the row; a lost one is taken to last until its return's last day.
  static func once(
    _ table: String, collection: String, child: String, day: String, end: String?, columns: String
  ) -> SQL {
    let ended = end.map { "r.\($0)" } ?? "CAST(NULL AS DATE)"
    return """
      SELECT
        coalesce(l.person, o.authority || '-' || o.child) AS person, o.*,
        CASE WHEN o.ended IS NOT NULL THEN 'ended' WHEN o.year < o.last_year THEN 'lost' ELSE 'open' END AS end_state,
        CASE WHEN o.ended IS NOT NULL THEN o.ended WHEN o.year < o.last_year THEN make_date(o.year, 4, 1) END AS ends
      FROM (
        SELECT
          s.authority, s.year, s.id AS submission, r.position, r.\(raw: child) AS child, r.\(raw: day) AS started,
          \(raw: ended) AS ended, y.last_year, \(raw: columns),
          row_number() OVER (
            PARTITION BY s.authority, r.\(raw: child), r.\(raw: day)
            ORDER BY s.year DESC, coalesce(\(raw: ended), DATE '9999-12-31') DESC, r.position DESC) AS copy
        FROM \(raw: table) AS r
        JOIN current_submission AS s ON s.id = r.submission
        JOIN year_held AS y ON y.authority = s.authority AND y.collection = \(literal: collection)
        WHERE r.\(raw: child) IS NOT NULL AND r.\(raw: day) IS NOT NULL
      ) AS o
      LEFT JOIN person_link AS l ON l.authority = o.authority AND l.child = o.child
      WHERE o.copy = 1
      """
  }
}
