import KithEngine
import KithStore

/// The populations of the SSDA903 return, step by step.
///
/// Episodes come from eight years' returns, as they were known when the year's return had been made. Those under a series of
/// short breaks (V3, V4) are no time looked after. A child whose episode ends on 31 March is not looked after at 31 March.
struct LookedAfterSteps {
  let year: CollectionYear
  let options: MeasureOptions

  /// The steps that every population of the collection rests on.
  var common: [NamedQuery] {
    [
      NamedQuery(
        "care_submission",
        """
        SELECT s.id, s.authority, f.submission IS NOT NULL AS states_unaccompanied
        FROM submission_as_of AS s
        LEFT JOIN submission_field AS f
          ON f.submission = s.id AND f.table_name = 'ssda903_header' AND f.field = 'UASC' AND f.state = 'submitted'
        WHERE s.collection = 'ssda903' AND s.year = \(raw: String(year.ends))
        """),
      NamedQuery(
        "care_child",
        """
        SELECT s.authority, h.child, min(h.dob) AS born, min(CASE WHEN h.sex_mapped IN ('M', 'F') THEN h.sex_mapped END) AS sex, min(h.ethnic) AS ethnicity
        FROM ssda903_header AS h JOIN care_submission AS s ON s.id = h.submission
        WHERE h.child IS NOT NULL GROUP BY s.authority, h.child
        """),
      NamedQuery(
        "care_run",
        """
        SELECT
          x.authority, x.child, x.started, x.ends, x.end_state, x.rne, x.ls, r.cin AS need, r.place, r.place_mapped,
          r.place_provider, r.rec, r.rec_mapped, r.reason_place_change, r.urn, r.pl_post, r.pl_location, r.pl_distance,
          x.begins_period, x.period_number, x.placement_number
        FROM run_as_of AS x
        JOIN ssda903_episodes AS r ON r.submission = x.submission AND r.position = x.position
        WHERE NOT x.is_short_break
        """),
      NamedQuery(
        "care_period",
        """
        SELECT
          authority, child, period_number, min(started) AS period_started,
          CASE WHEN min_by(coalesce(rne, ''), started) = 'S' THEN min(started) END AS entered,
          CASE WHEN count(*) = count(ends) THEN max(ends) END AS period_ended, \(raw: Self.last("rec")) AS last_rec
        FROM care_run GROUP BY authority, child, period_number
        """),
      NamedQuery("care_placement", placement),
    ]
  }

  /// The steps of a population; the last has its name.
  func steps(of population: Population) -> [NamedQuery] {
    switch population {
    case .lookedAfter: lookedAfter
    case .started: [named(population, started)]
    case .ceased: [named(population, ceased)]
    case .newPlacements: [named(population, placements("p.started", "TRUE"))]
    case .placementChanges: [named(population, placements("p.ends", "p.last_rec = 'X1'"))]
    case .careLeavers: [named(population, careLeavers)]
    default: []
    }
  }

  private func named(_ population: Population, _ query: SQL) -> NamedQuery { NamedQuery(population.rawValue, query) }

  /// Each placement: its first episode's place, and its last one's place and end.
  private var placement: SQL {
    """
    SELECT
      authority, child, period_number, placement_number, min(started) AS started,
      CASE WHEN max(CASE WHEN ends IS NULL THEN 1 ELSE 0 END) = 1 THEN NULL ELSE max(ends) END AS ends,
      \(raw: Self.first("place")) AS place, \(raw: Self.first("place_mapped")) AS place_mapped,
      \(raw: Self.last("place")) AS last_place, \(raw: Self.first("place_provider")) AS place_provider,
      \(raw: Self.first("urn")) AS urn, \(raw: Self.first("pl_post")) AS pl_post,
      \(raw: Self.first("need")) AS need, \(raw: Self.first("ls")) AS ls,
      \(raw: Self.first("pl_location")) AS location, min_by(coalesce(pl_distance, -1), started) AS distance,
      \(raw: Self.last("rec")) AS last_rec, \(raw: Self.last("reason_place_change")) AS change_reason
    FROM care_run GROUP BY authority, child, period_number, placement_number
    """
  }

  private static func first(_ column: String) -> String { "nullif(min_by(coalesce(\(column), ''), started), '')" }
  private static func last(_ column: String) -> String { "nullif(max_by(coalesce(\(column), ''), started), '')" }

  /// The columns of the child and of the breakdowns, of an age and of a row's codes.
  private func groups(_ age: String, row: String, child: String = "h") -> String {
    """
    \(Groups.sex("\(child).sex")) AS sex, \(Groups.ageInCare(age)) AS age_band,
      \(Groups.ethnicity("\(child).ethnicity")) AS ethnic_group, \(Groups.code("\(row).need")) AS need,
      \(Groups.placement("\(row).place_mapped")) AS placement_group, \(Groups.legalStatus("\(row).ls")) AS legal_group
    """
  }

  private var started: SQL {
    """
    SELECT
      r.authority, r.child, r.started, \(raw: groups(age("h.born", on: "r.started"), row: "r")),
      coalesce(u.ceases, DATE '1900-01-01') > r.started AS is_unaccompanied
    FROM (
      SELECT
        x.*, row_number() OVER (PARTITION BY x.authority, x.child ORDER BY x.started) AS place_in_year
      FROM care_run AS x
      WHERE x.begins_period = 1 AND x.rne = 'S' AND \(raw: year.holds("x.started"))
    ) AS r
    LEFT JOIN care_child AS h ON h.authority = r.authority AND h.child = r.child
    LEFT JOIN (\(sql: unaccompaniedUntil)) AS u ON u.authority = r.authority AND u.child = r.child
    WHERE r.place_in_year = 1
    """
  }

  /// Until when a child counts as an unaccompanied asylum-seeking child. The XML layout has a row for every child, and says in the
  /// header which are.
  var unaccompaniedUntil: SQL {
    """
    SELECT s.authority, u.child, max(coalesce(u.duc, DATE '9999-12-31')) AS ceases
    FROM ssda903_uasc AS u
    JOIN care_submission AS s ON s.id = u.submission
    LEFT JOIN (
      SELECT submission, child, max(coalesce(uasc, '')) AS status FROM ssda903_header GROUP BY submission, child
    ) AS h ON h.submission = u.submission AND h.child = u.child
    WHERE u.child IS NOT NULL AND (NOT s.states_unaccompanied OR coalesce(h.status, '1') = '1')
    GROUP BY s.authority, u.child
    """
  }

  private func placements(_ day: String, _ condition: String) -> SQL {
    """
    SELECT
      p.authority, p.child, p.started, p.ends, p.location, p.distance, p.change_reason,
      \(raw: groups(age("h.born", on: day), row: "p"))
    FROM care_placement AS p
    JOIN care_submission AS s ON s.authority = p.authority
    LEFT JOIN care_child AS h ON h.authority = p.authority AND h.child = p.child
    WHERE \(raw: year.holds(day)) AND \(raw: condition) AND coalesce(p.place, '') NOT LIKE 'T%'
    """
  }
}

extension LookedAfterSteps {
  /// The dates of an adoption are those of the final period of care: its start, where the returns reach back to it, the decision
  /// that stands, the match, and the first placement for adoption.
  private var ceased: SQL {
    """
    SELECT
      r.authority, r.child, r.ends AS ceased, r.rec_mapped AS reason, r.rec AS reason_code,
      \(raw: groups(age("h.born", on: "r.ends"), row: "r")), \(raw: Self.adoptionDays)
    FROM (
      SELECT
        x.*, q.entered,
        row_number() OVER (PARTITION BY x.authority, x.child ORDER BY x.ends DESC, x.started DESC) AS from_last
      FROM care_run AS x
      JOIN care_period AS q
        ON q.authority = x.authority AND q.child = x.child AND q.period_number = x.period_number
      WHERE x.end_state = 'ended' AND coalesce(x.rec, 'X1') <> 'X1' AND x.ends = q.period_ended
        AND \(raw: year.holds("x.ends"))
    ) AS r
    LEFT JOIN care_child AS h ON h.authority = r.authority AND h.child = r.child
    LEFT JOIN (
      SELECT authority, child, period_number, min(started) AS placed FROM care_run
      WHERE place IN ('A3', 'A4', 'A5', 'A6') GROUP BY authority, child, period_number
    ) AS l ON l.authority = r.authority AND l.child = r.child AND l.period_number = r.period_number
    LEFT JOIN (
      SELECT s.authority, d.child, max(d.date_placed) AS decided
      FROM ssda903_placedadoption AS d JOIN care_submission AS s ON s.id = d.submission
      WHERE d.date_placed_ceased IS NULL GROUP BY s.authority, d.child
    ) AS d ON d.authority = r.authority AND d.child = r.child
    LEFT JOIN (
      SELECT s.authority, a.child, max(a.date_int) AS decided, max(a.date_match) AS matched
      FROM ssda903_ad1 AS a JOIN care_submission AS s ON s.id = a.submission GROUP BY s.authority, a.child
    ) AS a ON a.authority = r.authority AND a.child = r.child
    WHERE r.from_last = 1
    """
  }

  private static let adoptionDays = [
    ("entry_to_decision", "coalesce(d.decided, a.decided)", "r.entered"),
    ("decision_to_match", "a.matched", "coalesce(d.decided, a.decided)"), ("match_to_placed", "l.placed", "a.matched"),
    ("entry_to_placed", "l.placed", "r.entered"), ("placed_to_adopted", "r.ends", "l.placed"),
    ("entry_to_adopted", "r.ends", "r.entered"),
  ].map { "CAST(\($1) - \($2) AS INTEGER) AS \($0)" }.joined(separator: ", ")

  private var careLeavers: SQL {
    """
    SELECT
      o.authority, o.child, o.age, o.in_touch, o.activ, o.accom, substr(o.accom, 1, 1) AS home, substr(o.accom, 2, 1) AS suited,
      coalesce(o.in_touch, '') NOT IN ('DIED', 'RHOM') AS is_counted, f.child IS NOT NULL AS left_foster_care_at_18,
      coalesce(g.days_since_14, 0) AS days_since_14, coalesce(g.days_since_16, 0) AS days_since_16,
      coalesce(g.days_since_14 >= 91 AND g.days_since_16 >= 1 AND NOT g.is_adopted, FALSE) AS is_eligible,
      \(raw: Groups.sex("h.sex")) AS sex, CAST(o.age AS STRING) AS age_band,
      \(raw: Groups.ethnicity("h.ethnicity")) AS ethnic_group
    FROM (
      SELECT s.authority, x.child, x.dob, x.in_touch, x.activ, x.accom, \(raw: year.age("x.dob")) AS age
      FROM ssda903_oc3 AS x JOIN care_submission AS s ON s.id = x.submission
    ) AS o
    LEFT JOIN care_child AS h ON h.authority = o.authority AND h.child = o.child
    LEFT JOIN (
      SELECT DISTINCT r.authority, r.child, x.dob
      FROM ssda903_oc3 AS x
      JOIN care_submission AS s ON s.id = x.submission
      JOIN care_run AS r ON r.authority = s.authority AND r.child = x.child
      WHERE r.place IN ('U1', 'U2', 'U3', 'U4', 'U5', 'U6') AND r.end_state = 'ended' AND coalesce(r.rec, 'X1') <> 'X1'
        AND r.ends BETWEEN x.dob + INTERVAL 216 MONTH - INTERVAL 1 DAY AND x.dob + INTERVAL 216 MONTH
    ) AS f ON f.authority = o.authority AND f.child = o.child AND f.dob = o.dob
    LEFT JOIN (\(sql: eligibility)) AS g ON g.authority = o.authority AND g.child = o.child
    WHERE o.age BETWEEN 17 AND 21
    """
  }

  /// The days for which each young person was looked after since the 14th and the 16th birthday, as far as the returns tell, and
  /// whether the child was adopted.
  ///
  /// Source: rule 1001 of the SSDA903 return: 91 days from 14 on, a day of them past 16, and not adopted.
  private var eligibility: SQL {
    let dayAfter = CollectionYear(year.ends + 1).start
    return """
      SELECT
        x.authority, x.child, max_by(x.is_adopted, x.period_started) = 1 AS is_adopted, \(raw: Self.days(since: 14)) AS days_since_14,
        \(raw: Self.days(since: 16)) AS days_since_16
      FROM (
        SELECT
          s.authority, o.child, o.dob, p.period_started, coalesce(p.period_ended, \(raw: dayAfter)) AS period_ended,
          CASE WHEN p.last_rec IN ('E11', 'E12') THEN 1 ELSE 0 END AS is_adopted
        FROM (SELECT submission, child, min(dob) AS dob FROM ssda903_oc3 GROUP BY submission, child) AS o
        JOIN care_submission AS s ON s.id = o.submission
        JOIN care_period AS p ON p.authority = s.authority AND p.child = o.child
      ) AS x
      GROUP BY x.authority, x.child
      """
  }

  private static func days(since age: Int) -> String {
    let birthday = "CAST(x.dob + INTERVAL \(age * 12) MONTH AS DATE)"
    let days = "CAST(x.period_ended - greatest(x.period_started, \(birthday)) AS INTEGER)"
    return "CAST(sum(greatest(0, \(days))) AS INTEGER)"
  }
}
