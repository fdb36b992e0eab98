import KithEngine

/// Who the children are, as their latest return has it.
enum PersonViews {
  static let all = [record, person]

  /// Each child of each collection once, as the latest return that names the child has it.
  private static let record: SQL = """
    CREATE OR REPLACE VIEW person_record AS
    SELECT
      coalesce(l.person, c.authority || '-' || c.child) AS person, c.collection, c.authority, c.child, c.year,
      c.born, c.sex, c.sex_source, c.ethnicity, c.upn
    FROM (
      SELECT
        u.*, row_number() OVER (
          PARTITION BY u.collection, u.authority, u.child ORDER BY u.year DESC, u.position DESC) AS copy
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
      WHERE u.child IS NOT NULL
    ) AS c
    LEFT JOIN person_link AS l ON l.authority = c.authority AND l.child = c.child
    WHERE c.copy = 1
    """

  /// Each person once, as the latest of the records has it, the SSDA903 return's before the CIN Census's of a year.
  private static let person: SQL = """
    CREATE OR REPLACE VIEW person AS
    SELECT
      person, min(authority) AS authority, min(child) AS child, count(DISTINCT authority) AS authorities,
      \(raw: latest("born")) AS born, \(raw: latest("sex")) AS sex,
      \(raw: latest("ethnicity")) AS ethnicity, \(raw: latest("upn")) AS upn
    FROM (
      SELECT r.*, r.year * 2 + CASE WHEN r.collection = 'ssda903' THEN 1 ELSE 0 END AS rank_in_person
      FROM person_record AS r
    ) AS ranked
    GROUP BY person
    """

  /// The value of a column in the latest record that has one.
  private static func latest(_ column: String) -> String {
    "max_by(\(column), CASE WHEN \(column) IS NOT NULL THEN rank_in_person END)"
  }
}
