import KithEngine

/// Who the children are, as their latest return has it.
enum PersonViews {
  static let all = [record, person]

  /// Whether the link `l` is of a row's child, between two days.
  ///
  /// An engine joins by equal columns only where all else compares two columns or values: with OR, or with a word of both
  /// tables, it would try every link on every row.
  static func isLinked(_ row: SQL, _ first: SQL, _ last: SQL) -> SQL {
    """
    l.authority = \(sql: row).authority AND l.child = \(sql: row).child
    AND coalesce(l.after_day, DATE '0001-01-01') < \(sql: last)
    AND coalesce(l.until_day, DATE '9999-12-31') >= \(sql: first)
    """
  }

  /// The links of each collection, where one without a collection is of both.
  private static let links: SQL = """
    SELECT authority, child, person, collection, after_day, until_day FROM person_link WHERE collection IS NOT NULL
    UNION ALL
    SELECT authority, child, person, 'cin' AS collection, after_day, until_day FROM person_link WHERE collection IS NULL
    UNION ALL
    SELECT authority, child, person, 'ssda903' AS collection, after_day, until_day
    FROM person_link WHERE collection IS NULL
    """

  /// Each child of each collection once, as the latest return that names the child has it; twice where an adoption order parts
  /// the child's rows, and then without the pupil number of the year of the order, which may be of either part.
  private static let record = NamedQuery(
    "person_record",
    """
    SELECT
      coalesce(c.linked, c.authority || '-' || c.child) AS person, c.collection, c.authority, c.child, c.year,
      c.born, c.sex, c.sex_source, c.ethnicity, c.upn
    FROM (
      SELECT
        u.collection, u.authority, u.child, u.year, u.born, u.sex, u.sex_source, u.ethnicity, l.person AS linked,
        CASE WHEN l.until_day BETWEEN make_date(u.year - 1, 4, 1) AND make_date(u.year, 3, 31) THEN NULL
          WHEN l.after_day BETWEEN make_date(u.year - 1, 4, 1) AND make_date(u.year, 3, 31) THEN NULL
          ELSE u.upn END AS upn,
        row_number() OVER (
          PARTITION BY u.collection, u.authority, u.child, l.person ORDER BY u.year DESC, u.position DESC) AS copy
      FROM (
        SELECT
          s.collection, s.authority, s.year, h.position, h.child, h.dob AS born, h.sex_mapped AS sex,
          h.sex AS sex_source, h.ethnic AS ethnicity, h.upn
        FROM ssda903_header AS h JOIN current_submission AS s ON s.id = h.submission
        UNION ALL
        SELECT
          s.collection, s.authority, s.year, i.position, i.lachildid AS child, i.personbirthdate AS born,
          i.sex_mapped AS sex, coalesce(i.sex, i.gendercurrent) AS sex_source, e.ethnicity, i.upn
        FROM cin_childidentifiers AS i
        JOIN current_submission AS s ON s.id = i.submission
        LEFT JOIN (
          SELECT submission, parent_position, min(ethnicity) AS ethnicity
          FROM cin_childcharacteristics GROUP BY submission, parent_position
        ) AS e ON e.submission = i.submission AND e.parent_position = i.position
      ) AS u
      LEFT JOIN (\(sql: links)) AS l ON l.collection = u.collection
        AND \(sql: isLinked("u", "make_date(u.year - 1, 4, 1)", "make_date(u.year, 3, 31)"))
      WHERE u.child IS NOT NULL
    ) AS c
    WHERE c.copy = 1
    """)

  /// Each person once, as the latest of the records has it, the SSDA903 return's before the CIN Census's of a year.
  private static let person = NamedQuery(
    "person",
    """
    SELECT
      person, min(authority) AS authority, min(child) AS child, count(DISTINCT authority) AS authorities,
      \(raw: latest("born")) AS born, \(raw: latest("sex")) AS sex,
      \(raw: latest("ethnicity")) AS ethnicity, \(raw: latest("upn")) AS upn
    FROM (
      SELECT r.*, r.year * 2 + CASE WHEN r.collection = 'ssda903' THEN 1 ELSE 0 END AS rank_in_person
      FROM person_record AS r
    ) AS ranked
    GROUP BY person
    """)

  /// The value of a column in the latest record that has one.
  private static func latest(_ column: String) -> String {
    "max_by(\(column), CASE WHEN \(column) IS NOT NULL THEN rank_in_person END)"
  }
}
