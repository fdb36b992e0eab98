import KithEngine

/// Who the children are, as their latest return has it.
enum PersonViews {
  static let all = [record, person]

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
      LEFT JOIN person_link AS l ON l.authority = u.authority AND l.child = u.child
        AND (l.collection IS NULL OR l.collection = u.collection)
        AND (l.after_day IS NULL OR make_date(u.year, 3, 31) > l.after_day)
        AND (l.until_day IS NULL OR make_date(u.year - 1, 4, 1) <= l.until_day)
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
