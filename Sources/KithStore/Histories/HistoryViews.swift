import KithEngine

/// The histories of children, as views over the current submissions.
///
/// Children are known by authority and identifier, or as the person that linkage has given; rows of several years by the
/// child and the day on which they began, never by a position. Of a row that several years' returns hold, the latest year's
/// is taken. All of it is in the SQL that DuckDB and Spark share.
enum HistoryViews {
  static let all: [NamedQuery] =
    [yearsHeld] + LookedAfterViews.all + InNeedViews.all + PersonViews.all + [SpellView.spell] + EventViews.all

  private static let yearsHeld = NamedQuery("year_held", held(among: "current_submission"))

  /// The first and last year of each collection that submissions have of each authority.
  static func held(among submissions: String) -> SQL {
    """
    SELECT collection, authority, min(year) AS first_year, max(year) AS last_year
    FROM \(raw: submissions) GROUP BY collection, authority
    """
  }

  /// The rows of a table's current submissions, each once: those of the same authority, child and day are one.
  ///
  /// `columns` are taken from the row `r`; `end` is the column of the day on which the row ends, where it has one. The
  /// end is *ended*, *open* at the end of its return's year, or *lost* where a later return of the authority no longer holds
  /// the row; a lost one is taken to last until its return's last day. `submissions` and `held` are the tables of the
  /// submissions that are known, and of the years that they have; `children`, where it is given, the table of those asked for.
  /// Rows may be left without the person whose they are, which is a column of all others.
  static func once(
    _ table: String, collection: String, child: String, day: String, end: String?, columns: String,
    among submissions: String = "current_submission", held: String = "year_held", of children: String? = nil,
    namesPerson: Bool = true
  ) -> SQL {
    let asked = children.map { "JOIN \($0) AS a ON a.authority = s.authority AND a.child = r.\(child)" } ?? ""
    let ended = end.map { "r.\($0)" } ?? "CAST(NULL AS DATE)"
    let rows: SQL = """
      SELECT
        o.*,
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
        JOIN \(raw: submissions) AS s ON s.id = r.submission
        JOIN \(raw: held) AS y ON y.authority = s.authority AND y.collection = \(literal: collection)
        \(raw: asked)
        WHERE r.\(raw: child) IS NOT NULL AND r.\(raw: day) IS NOT NULL
      ) AS o
      WHERE o.copy = 1
      """
    return namesPerson ? named(rows, collection: collection) : rows
  }

  /// Rows of a collection, each with the person whose it is: the one that linkage has given, or the child of the authority.
  private static func named(_ rows: SQL, collection: String) -> SQL {
    """
    SELECT coalesce(l.person, o.authority || '-' || o.child) AS person, o.*
    FROM (\(sql: rows)) AS o
    LEFT JOIN person_link AS l ON coalesce(l.collection, \(literal: collection)) = \(literal: collection)
      AND \(sql: PersonViews.isLinked("o", "o.started", "o.started"))
    """
  }
}
