import KithEngine
import KithStore

/// How a row of a population came to count this year, or ceased to: what is asked of this year's row `n`, of last year's `b`,
/// and of what was joined to them.
struct ChangeReasons {
  /// The columns by which a row of one year is that of the other.
  let keys: [String]
  /// Why a row counts now and did not.
  let entered: String
  /// Why a row counted and does not now.
  let left: String
  /// What is joined to the two, on `k`, the keys of either.
  let joins: String

  /// The reasons of a measure that counts what is there on a day or in each year; nil where rows are new every year.
  static func of(_ measure: Measure) -> ChangeReasons? {
    let isOfDay = measure.figure.counted.columns.contains("is_open")
    return switch measure.population {
    case .lookedAfter: lookedAfter
    case .episodesOfNeed where isOfDay: episodesOfNeed
    case .protectionPlans where isOfDay: protectionPlans
    default: nil
    }
  }

  private static let episodesOfNeed = ChangeReasons(
    keys: ["child", "referred"],
    entered: """
      CASE WHEN n.is_started THEN 'referred in the year' WHEN b.child IS NOT NULL THEN 'there last year, not counted then'
        ELSE 'referred before the year, not in last year''s return' END
      """,
    left: """
      CASE WHEN n.is_ended THEN 'closed in the year: ' || coalesce(n.closure_reason, 'no reason')
        WHEN n.child IS NOT NULL THEN 'still there, not counted now'
        WHEN g.is_not_in_need = 1 THEN 'closed in the year as assessed and not in need'
        WHEN g.is_no_further_action = 1 THEN 'recorded as no further action since'
        ELSE 'not in this year''s return' END
      """,
    joins: """
      LEFT JOIN (
        SELECT authority, child, referred, max(CASE WHEN is_not_in_need THEN 1 ELSE 0 END) AS is_not_in_need,
          max(CASE WHEN is_no_further_action THEN 1 ELSE 0 END) AS is_no_further_action
        FROM need_case GROUP BY authority, child, referred
      ) AS g ON g.authority = k.authority AND g.child = k.child AND g.referred = k.referred
      """)

  private static let protectionPlans = ChangeReasons(
    keys: ["child", "started"],
    entered: """
      CASE WHEN n.is_started THEN 'plan started in the year' WHEN b.child IS NOT NULL THEN 'there last year, not counted then'
        ELSE 'plan started before the year, not in last year''s return' END
      """,
    left: """
      CASE WHEN n.is_ended THEN 'plan ended in the year' WHEN n.child IS NOT NULL THEN 'still there, not counted now'
        ELSE 'not in this year''s return' END
      """, joins: "")

  private static let lookedAfter = ChangeReasons(
    keys: ["child"],
    entered: """
      CASE WHEN s.child IS NOT NULL THEN 'started to be looked after in the year'
        WHEN b.child IS NOT NULL THEN 'looked after last year, not counted then'
        ELSE 'looked after since before the year, not in last year''s return' END
      """,
    left: """
      CASE WHEN c.child IS NOT NULL THEN 'ceased to be looked after in the year: ' || coalesce(c.reason_code, 'no reason')
        WHEN n.child IS NOT NULL THEN 'still looked after, not counted now'
        WHEN b.is_at_end = 0 THEN 'ceased to be looked after last year'
        ELSE 'not in this year''s return' END
      """,
    joins: """
      LEFT JOIN started AS s ON s.authority = k.authority AND s.child = k.child
      LEFT JOIN ceased AS c ON c.authority = k.authority AND c.child = k.child
      """)
}

extension MeasureRun {
  /// By how much each reason changes what a measure counts in an authority; last year's rows are in `last_…`.
  func parts(of measure: Measure, _ authority: String, _ reasons: ChangeReasons) throws -> [MeasureChange.Part] {
    let found = try store.connection.query(
      """
      SELECT
        CASE WHEN k.now_count > k.last_count THEN \(raw: reasons.entered) ELSE \(raw: reasons.left) END AS reason,
        CAST(sum(k.now_count - k.last_count) AS BIGINT) AS change
      FROM (\(sql: rowsOfBoth(measure, authority, reasons))) AS k
      LEFT JOIN (\(sql: rows(of: measure, in: measure.population.rawValue, authority, reasons))) AS n
        ON \(raw: same("n", reasons))
      LEFT JOIN (\(sql: rows(of: measure, in: "last_" + measure.population.rawValue, authority, reasons))) AS b
        ON \(raw: same("b", reasons))
      \(raw: reasons.joins)
      WHERE k.now_count <> k.last_count
      GROUP BY 1
      """)
    let counts = try found.integers("change").values
    return try found.text("reason").values.enumerated().map { row, reason in
      MeasureChange.Part(reason: reason ?? "", count: Int(counts[row] ?? 0))
    }.filter { $0.count != 0 }.largestFirst
  }

  private func same(_ side: String, _ reasons: ChangeReasons) -> String {
    (["authority"] + reasons.keys).map { "\(side).\($0) = k.\($0)" }.joined(separator: " AND ")
  }

  /// How often each key counts, this year and last.
  private func rowsOfBoth(_ measure: Measure, _ authority: String, _ reasons: ChangeReasons) -> SQL {
    let keys = (["authority"] + reasons.keys).joined(separator: ", ")
    func counted(_ table: String, _ now: Int, _ last: Int) -> SQL {
      """
      SELECT \(raw: keys), \(raw: String(now)) AS now_row, \(raw: String(last)) AS last_row FROM \(raw: table)
      WHERE authority = \(authority) AND (\(raw: measure.figure.counted.sql))
      """
    }
    let population = measure.population.rawValue
    return """
      SELECT \(raw: keys), sum(now_row) AS now_count, sum(last_row) AS last_count
      FROM (\(sql: counted(population, 1, 0)) UNION ALL \(sql: counted("last_" + population, 0, 1))) AS t
      GROUP BY \(raw: keys)
      """
  }

  /// One row of a table for each key, with the flags that reasons ask of.
  private func rows(of measure: Measure, in table: String, _ authority: String, _ reasons: ChangeReasons) -> SQL {
    let keys = (["authority"] + reasons.keys).joined(separator: ", ")
    let flags: [String] =
      switch measure.population {
      case .episodesOfNeed:
        ["bool_or(is_started) AS is_started", "bool_or(is_ended) AS is_ended", "max(closure_reason) AS closure_reason"]
      case .protectionPlans: ["bool_or(is_started) AS is_started", "bool_or(is_ended) AS is_ended"]
      default: ["max(CASE WHEN is_at_end THEN 1 ELSE 0 END) AS is_at_end"]
      }
    return """
      SELECT \(raw: keys), \(raw: flags.joined(separator: ", ")) FROM \(raw: table)
      WHERE authority = \(authority) GROUP BY \(raw: keys)
      """
  }
}
