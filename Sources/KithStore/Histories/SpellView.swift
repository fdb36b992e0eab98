import KithEngine

/// All times of all kinds in one view.
enum SpellView {
  /// The kinds of time: *looked after*, *short breaks*, *placement*, *legal status*, *in need*, *child protection plan*,
  /// *child in need plan*, *missing*.
  static let spell = NamedQuery(
    "spell",
    """
    \(sql: lookedAfter("period_of_care", "looked after"))
    UNION ALL
    \(sql: lookedAfter("placement", "placement"))
    UNION ALL
    \(sql: lookedAfter("legal_status", "legal status"))
    UNION ALL
    SELECT person, authority, child, 'short breaks' AS kind, min(started) AS started,
      \(raw: SpellEnd.ended) AS ended, \(raw: SpellEnd.state) AS end_state, \(raw: LookedAfterViews.first("ls")) AS code,
      \(raw: LookedAfterViews.last("rec")) AS end_code, max(year) AS year
    FROM looked_after_run WHERE is_short_break GROUP BY person, authority, child, period_number
    UNION ALL
    SELECT person, authority, child, 'in need' AS kind, started, ends AS ended, end_state, primaryneedcode AS code,
      reasonforclosure AS end_code, year
    FROM need_episode WHERE NOT is_no_further_action
    UNION ALL
    SELECT person, authority, child, 'child protection plan' AS kind, started, ends AS ended, end_state,
      initialcategoryofabuse AS code, latestcategoryofabuse AS end_code, year
    FROM protection_plan
    UNION ALL
    SELECT person, authority, child, 'child in need plan' AS kind, started, ends AS ended, end_state,
      CAST(NULL AS STRING) AS code, CAST(NULL AS STRING) AS end_code, year
    FROM need_plan
    UNION ALL
    SELECT person, authority, child, 'missing' AS kind, started, ends AS ended, end_state, absence AS code,
      CAST(NULL AS STRING) AS end_code, year
    FROM (\(sql: absence)) AS absences
    """)

  private static func lookedAfter(_ view: String, _ kind: String) -> SQL {
    """
    SELECT person, authority, child, \(literal: kind) AS kind, started, ended, end_state, code, end_code, year
    FROM \(raw: view)
    """
  }

  private static let absence = HistoryViews.once(
    "ssda903_missing", collection: "ssda903", child: "child", day: "mis_start", end: "mis_end",
    columns: "r.missing AS absence")
}
