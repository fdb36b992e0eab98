import KithEngine
import KithStore

extension LookedAfterSteps {
  /// Children looked after at any time in the year, and what is known of each: the last steps of the population.
  var lookedAfter: [NamedQuery] {
    [
      NamedQuery("care_at_end", careAtEnd), NamedQuery("placements_counted", placementsCounted),
      NamedQuery("care_stay", stays), NamedQuery("lasting_placement", lastingPlacement),
      NamedQuery("absence_in_year", absences), NamedQuery("workers_in_year", workers),
      NamedQuery("outcome_in_year", outcomes),
      NamedQuery(Population.lookedAfter.rawValue, children),
    ]
  }

  /// The episode in which each child is on 31 March.
  private var careAtEnd: SQL {
    """
    SELECT * FROM (
      SELECT
        x.authority, x.child, x.period_number, x.placement_number, x.need, x.ls, x.place_mapped, x.pl_location,
        x.pl_distance, row_number() OVER (PARTITION BY x.authority, x.child ORDER BY x.started DESC) AS from_last
      FROM care_run AS x
      WHERE x.started <= \(raw: year.end) AND (x.ends IS NULL OR x.ends > \(raw: year.end))
    ) AS r WHERE r.from_last = 1
    """
  }

  /// How many placements of a day or longer each child was in, in the year and in two years; temporary ones (T0 to T4) count only
  /// where the edges say so.
  private var placementsCounted: SQL {
    let yearBefore = CollectionYear(year.ends - 1)
    let isCounted = options.temporaryPlacements == .counted ? "TRUE" : "coalesce(place, '') NOT LIKE 'T%'"
    return """
      SELECT
        authority, child, count(*) AS in_two_years,
        sum(CASE WHEN ends IS NULL OR ends > \(raw: year.start) THEN 1 ELSE 0 END) AS in_year
      FROM care_placement
      WHERE started <= \(raw: year.end) AND (ends IS NULL OR (ends > \(raw: yearBefore.start) AND ends > started))
        AND \(raw: isCounted)
      GROUP BY authority, child
      """
  }

  /// The placements that are not temporary in each period of care of 31 March, with the number of the stay with the same carers:
  /// a temporary placement between two in one place (its kind, provider, number and postcode) does not end it.
  private var stays: SQL {
    """
    SELECT
      n.authority, n.child, n.period_number, n.placement_number, n.started, n.last_place,
      sum(CASE WHEN n.is_same THEN 0 ELSE 1 END) OVER (
        PARTITION BY n.authority, n.child ORDER BY n.started, n.placement_number
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS stay
    FROM (
      SELECT
        p.*, coalesce(p.place = lag(p.place) OVER w AND p.place_provider = lag(p.place_provider) OVER w
          AND coalesce(p.urn, '') = coalesce(lag(p.urn) OVER w, '')
          AND coalesce(p.pl_post, '') = coalesce(lag(p.pl_post) OVER w, '')
          AND p.placement_number > lag(p.placement_number) OVER w + 1, FALSE) AS is_same
      FROM care_placement AS p
      JOIN care_at_end AS e
        ON e.authority = p.authority AND e.child = p.child AND e.period_number = p.period_number
      WHERE coalesce(p.place, '') NOT LIKE 'T%'
      WINDOW w AS (PARTITION BY p.authority, p.child ORDER BY p.started, p.placement_number)
    ) AS n
    """
  }

  /// The placement that counts on 31 March, which for a child away for a time (T0 to T4) is the one before: since when the child
  /// has been with the same carers, and since when with those before them.
  private var lastingPlacement: SQL {
    """
    SELECT l.authority, l.child, l.last_place, o.since, b.since AS before_since
    FROM (
      SELECT
        s.*, row_number() OVER (PARTITION BY s.authority, s.child ORDER BY s.placement_number DESC) AS from_last
      FROM care_at_end AS e
      JOIN care_stay AS s
        ON s.authority = e.authority AND s.child = e.child AND s.period_number = e.period_number
        AND s.placement_number <= e.placement_number
    ) AS l
    JOIN (\(sql: stayStarts)) AS o
      ON o.authority = l.authority AND o.child = l.child AND o.period_number = l.period_number AND o.stay = l.stay
    LEFT JOIN (\(sql: stayStarts)) AS b
      ON b.authority = l.authority AND b.child = l.child AND b.period_number = l.period_number AND b.stay = l.stay - 1
    WHERE l.from_last = 1
    """
  }

  private var stayStarts: SQL {
    """
    SELECT authority, child, period_number, stay, min(started) AS since
    FROM care_stay GROUP BY authority, child, period_number, stay
    """
  }

  private var absences: SQL {
    """
    SELECT
      s.authority, m.child, max(CASE WHEN m.missing = 'M' THEN 1 ELSE 0 END) = 1 AS was_missing,
      max(CASE WHEN m.missing = 'A' THEN 1 ELSE 0 END) = 1 AS was_away
    FROM ssda903_missing AS m JOIN care_submission AS s ON s.id = m.submission
    WHERE m.mis_start <= \(raw: year.end) AND (m.mis_end IS NULL OR m.mis_end >= \(raw: year.start))
    GROUP BY s.authority, m.child
    """
  }

  private var workers: SQL {
    """
    SELECT s.authority, w.child, count(DISTINCT w.sw_id) AS workers
    FROM ssda903_swepisodes AS w JOIN care_submission AS s ON s.id = w.submission
    WHERE w.sw_decom <= \(raw: year.end) AND (w.sw_dec IS NULL OR w.sw_dec >= \(raw: year.start))
    GROUP BY s.authority, w.child
    """
  }

  private var outcomes: SQL {
    let answers = [
      "convicted", "health_check", "immunisations", "teeth_check", "health_assessment", "substance_misuse",
    ]
    let flags = answers.map { "max(CASE WHEN o.\($0) = '1' THEN 1 ELSE 0 END) = 1 AS \($0)" }.joined(separator: ", ")
    return """
      SELECT s.authority, o.child, max(o.sdq_score) AS sdq_score, \(raw: flags)
      FROM ssda903_oc2 AS o JOIN care_submission AS s ON s.id = o.submission
      WHERE o.child IS NOT NULL GROUP BY s.authority, o.child
      """
  }

  private var children: SQL {
    """
    SELECT
      y.authority, y.child, e.child IS NOT NULL AS is_at_end, \(raw: year.age("h.born")) AS age,
      \(raw: Groups.sex("h.sex")) AS sex, \(raw: Groups.ageInCare(year.age("h.born"))) AS age_band,
      \(raw: Groups.ethnicity("h.ethnicity")) AS ethnic_group, \(raw: Groups.code("e.need")) AS need,
      \(raw: Groups.placement("e.place_mapped")) AS placement_group, \(raw: Groups.legalStatus("e.ls")) AS legal_group,
      coalesce(e.pl_location = 'OUT' AND e.pl_distance > 20, FALSE) AS is_far_outside,
      e.child IS NOT NULL AND coalesce(u.ceases, DATE '1900-01-01') > \(raw: year.end) AS is_unaccompanied,
      coalesce(p.period_started <= \(raw: year.start), FALSE) AS is_continuous_1,
      coalesce(p.period_started <= \(raw: year.months(before: 24)), FALSE) AS is_continuous_2,
      coalesce(p.period_started <= \(raw: year.months(before: 30)), FALSE) AS is_continuous_2_and_half,
      coalesce(n.in_year, 0) AS placements_in_year, coalesce(n.in_two_years, 0) AS placements_in_two_years,
      coalesce(t.since <= \(raw: year.months(before: 24))
        OR (t.last_place IN ('A3', 'A4', 'A5', 'A6') AND t.before_since <= \(raw: year.months(before: 24))), FALSE) AS is_stable,
      coalesce(m.was_missing, FALSE) AS was_missing, coalesce(m.was_away, FALSE) AS was_away,
      coalesce(w.workers, 0) AS workers, o.sdq_score, coalesce(o.convicted, FALSE) AS is_convicted,
      coalesce(o.health_check, FALSE) AS has_development_check, coalesce(o.immunisations, FALSE) AS is_immunised,
      coalesce(o.teeth_check, FALSE) AS has_dental_check, coalesce(o.health_assessment, FALSE) AS has_health_assessment,
      coalesce(o.substance_misuse, FALSE) AS misuses_substances
    FROM (
      SELECT DISTINCT r.authority, r.child FROM care_run AS r JOIN care_submission AS s ON s.authority = r.authority
      WHERE r.started <= \(raw: year.end) AND (r.ends IS NULL OR r.ends > \(raw: year.start)
        OR (r.ends = \(raw: year.start) AND r.end_state = 'ended'))
    ) AS y
    LEFT JOIN care_child AS h ON h.authority = y.authority AND h.child = y.child
    LEFT JOIN care_at_end AS e ON e.authority = y.authority AND e.child = y.child
    LEFT JOIN care_period AS p
      ON p.authority = y.authority AND p.child = y.child AND p.period_number = e.period_number
    LEFT JOIN placements_counted AS n ON n.authority = y.authority AND n.child = y.child
    LEFT JOIN lasting_placement AS t ON t.authority = y.authority AND t.child = y.child
    LEFT JOIN (\(sql: unaccompaniedUntil)) AS u ON u.authority = y.authority AND u.child = y.child
    LEFT JOIN absence_in_year AS m ON m.authority = y.authority AND m.child = y.child
    LEFT JOIN workers_in_year AS w ON w.authority = y.authority AND w.child = y.child
    LEFT JOIN outcome_in_year AS o ON o.authority = y.authority AND o.child = y.child
    """
  }
}
