import KithEngine

/// Episodes of care across years, and the periods of care, placements and legal statuses that they make.
enum LookedAfterViews {
  static let all = [episode, run, periodOfCare, placement, legalStatus]

  private static let episode = NamedQuery("looked_after_episode", episodes())

  /// Each episode once; those of some children, or of all.
  static func episodes(
    among submissions: String = "current_submission", held: String = "year_held", of children: String? = nil,
    namesPerson: Bool = true
  ) -> SQL {
    HistoryViews.once(
      "ssda903_episodes", collection: "ssda903", child: "child", day: "decom", end: "dec",
      columns: """
        r.rne, r.ls, r.cin AS need, r.place, r.place_mapped, r.place_provider, r.rec, r.rec_mapped,
        r.reason_place_change, r.urn, r.home_post, r.pl_post, r.pl_la, r.pl_location, r.pl_distance
        """, among: submissions, held: held, of: children, namesPerson: namesPerson)
  }

  private static let run = NamedQuery("looked_after_run", runs(of: "looked_after_episode"))

  /// Each episode with the number of its period of care, and of its placement and legal status among the child's.
  ///
  /// A period is made of episodes that follow each other to the day; those under a series of short breaks (V3, V4) are a
  /// sequence of their own, as DfE counts no child under one as looked after. A placement goes on through a change of legal
  /// status only (RNE L) and through one of the placement's status with the same carers (T or U), as to A3 or A5.
  static func runs(of episodes: String) -> SQL {
    """
    SELECT
      p.*,
      sum(p.begins_period) OVER w AS period_number,
      sum(p.begins_placement) OVER w AS placement_number,
      sum(p.begins_status) OVER w AS status_number
    FROM (
      SELECT
        b.*,
        CASE
          WHEN b.begins_period = 1 THEN 1
          WHEN b.rne IN ('L', 'T', 'U') THEN 0
          ELSE 1
        END AS begins_placement,
        CASE WHEN b.begins_period = 1 OR b.status_before IS NULL OR b.ls IS NULL OR b.ls <> b.status_before
          THEN 1 ELSE 0 END AS begins_status
      FROM (
        SELECT a.*, CASE WHEN a.reached IS NULL OR a.started > a.reached THEN 1 ELSE 0 END AS begins_period
        FROM (
          SELECT
            e.*,
            max(coalesce(e.ends, DATE '9999-12-31')) OVER (
              PARTITION BY e.authority, e.child, e.is_short_break ORDER BY e.started
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached,
            lag(e.ls) OVER (
              PARTITION BY e.authority, e.child, e.is_short_break ORDER BY e.started) AS status_before
          FROM (SELECT x.*, coalesce(x.ls IN ('V3', 'V4'), FALSE) AS is_short_break
            FROM \(raw: episodes) AS x) AS e
        ) AS a
      ) AS b
    ) AS p
    WINDOW w AS (
      PARTITION BY p.authority, p.child, p.is_short_break ORDER BY p.started
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    """
  }

  private static let periodOfCare = spells(
    "period_of_care", by: "period_number", code: "need", of: "NOT is_short_break")
  private static let placement = spells("placement", by: "placement_number", code: "place", of: "NOT is_short_break")
  private static let legalStatus = spells("legal_status", by: "status_number", code: "ls", of: "NOT is_short_break")

  /// A view of the times made of the episodes that share a number: the first episode's code and the last one's end.
  static func spells(_ name: String, by number: String, code: String, of rows: String) -> NamedQuery {
    let mapped = code == "place" ? "place_mapped" : code
    return NamedQuery(
      name,
      """
      SELECT
        person, authority, child, \(raw: number) AS number, min(started) AS started,
        \(raw: SpellEnd.ended) AS ended, \(raw: SpellEnd.state) AS end_state,
        \(raw: first(code)) AS code, \(raw: first(mapped)) AS code_mapped, \(raw: last(code)) AS last_code,
        \(raw: first("rne")) AS start_code, \(raw: last("rec")) AS end_code,
        \(raw: last("reason_place_change")) AS change_code, \(raw: first("place_provider")) AS provider,
        count(*) AS episodes, max(year) AS year
      FROM looked_after_run WHERE \(raw: rows)
      GROUP BY person, authority, child, \(raw: number)
      """)
  }

  /// The first row's value of a column, missing where that row has none; engines part on whether to pass over those.
  static func first(_ column: String) -> String { "nullif(min_by(coalesce(\(column), ''), started), '')" }

  /// The last row's value of a column, in the same way.
  static func last(_ column: String) -> String { "nullif(max_by(coalesce(\(column), ''), started), '')" }
}

/// How a time made of several rows ends: open when any of them is, else when the last of them ended.
enum SpellEnd {
  static let ended = "CASE WHEN count(*) = count(ends) THEN max(ends) END"
  static let state = """
    CASE WHEN count(*) > count(ends) THEN 'open'
      WHEN max(ends) = max(CASE WHEN end_state = 'lost' THEN ends END) THEN 'lost' ELSE 'ended' END
    """
}
