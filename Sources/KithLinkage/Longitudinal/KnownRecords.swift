import KithEngine

/// The children of the current submissions as linkage sees them: one row for each child of an authority in a collection, and
/// two where an adoption order parts the child's rows.
///
/// All of it is in the SQL that DuckDB and Spark share.
struct KnownRecords {
  let connection: Connection
  /// Whether adoption orders part children's rows; only an agreement that names a legal basis says that they do not.
  var partsAtOrders = true

  /// The table of children.
  static let children = "link_child"

  /// Prepares the tables.
  func prepare() throws {
    try connection.keep(Self.records, as: "link_record")
    try connection.keep(Self.activities, as: "link_activity")
    try connection.keep(orders, as: "link_order")
    try connection.keep(Self.parted, as: "link_parted")
    try connection.keep(Self.parts, as: "link_part")
    try connection.keep(Self.dated, as: "link_dated")
    try connection.keep(Self.unaccompanied, as: "link_unaccompanied")
    try connection.keep(numbered, as: "link_plain")
    try connection.keep(Self.pupilNumbers, as: "link_upn")
    try connection.keep(Self.returns, as: "link_return")
    try connection.keep(Self.withColumns, as: Self.children)
    for collection in Self.collections {
      try connection.keep(Self.children(of: collection, "TRUE"), as: Self.table(of: collection))
      try connection.keep(
        Self.children(of: collection, "c.is_unaccompanied = 1"),
        as: Self.table(of: collection, onlyUnaccompanied: true))
    }
  }

  /// The collections, in the order of their numbers.
  static let collections = ["cin", "ssda903"]

  /// The table of a collection's children, or of the unaccompanied ones among them.
  static func table(of collection: String, onlyUnaccompanied: Bool = false) -> String {
    "link_child_" + collection + (onlyUnaccompanied ? "_unaccompanied" : "")
  }

  /// Who each return says that a child is. A child whose birth is expected has no birth date, sex or pupil number yet.
  private static let records: SQL = """
    SELECT
      u.collection, u.authority, u.year, u.child, u.born, u.expected,
      CASE WHEN u.sex <> 'U' THEN u.sex END AS sex,
      CASE WHEN u.ethnicity NOT IN ('REFU', 'NOBT') THEN u.ethnicity END AS ethnicity,
      \(raw: pupilNumber("u.upn")) AS upn, \(raw: pupilNumber("u.former_upn")) AS former_upn,
      make_date(u.year - 1, 4, 1) AS first_day, make_date(u.year, 3, 31) AS last_day
    FROM (
      SELECT t.*, row_number() OVER (
        PARTITION BY t.collection, t.authority, t.year, t.child ORDER BY t.position DESC) AS copy
      FROM (
      SELECT
        'ssda903' AS collection, s.authority, s.year, h.child, h.dob AS born, CAST(NULL AS DATE) AS expected,
        h.sex_mapped AS sex, h.ethnic AS ethnicity, h.upn, CAST(NULL AS VARCHAR(20)) AS former_upn, h.position
      FROM ssda903_header AS h JOIN current_submission AS s ON s.id = h.submission
      UNION ALL
      SELECT
        'cin' AS collection, s.authority, s.year, i.lachildid AS child, i.personbirthdate AS born,
        i.expectedpersonbirthdate AS expected, i.sex_mapped AS sex, e.ethnicity, i.upn, i.formerupn AS former_upn,
        i.position
      FROM cin_childidentifiers AS i JOIN current_submission AS s ON s.id = i.submission
      LEFT JOIN (
        SELECT submission, parent_position, min(ethnicity) AS ethnicity
        FROM cin_childcharacteristics GROUP BY submission, parent_position
      ) AS e ON e.submission = i.submission AND e.parent_position = i.position
      ) AS t
    ) AS u
    WHERE u.child IS NOT NULL AND u.copy = 1
    """

  /// A pupil number, and not one of the codes that say why there is none.
  private static func pupilNumber(_ column: String) -> String {
    "CASE WHEN length(\(column)) >= 8 AND left(\(column), 2) <> 'UN' THEN \(column) END"
  }

  /// What a child's rows begin and end with: referrals and episodes of care.
  private static let activities: SQL = """
    SELECT
      'ssda903' AS collection, authority, child, started, coalesce(ended, ends, make_date(year, 3, 31)) AS until,
      CASE WHEN rec = 'E3' THEN ended END AS handed_over,
      CASE WHEN rec IN ('E11', 'E12') THEN coalesce(ended, ends, make_date(year, 3, 31)) END AS adopted,
      CASE WHEN ls NOT IN ('V3', 'V4') THEN started END AS care_started,
      CASE WHEN ls NOT IN ('V3', 'V4') THEN home_post END AS home
    FROM looked_after_episode
    UNION ALL
    SELECT
      'cin' AS collection, authority, child, started, coalesce(ended, ends, make_date(year, 3, 31)) AS until,
      CASE WHEN reasonforclosure = 'RC5' THEN ended END AS handed_over,
      CASE WHEN reasonforclosure = 'RC1' THEN coalesce(ended, ends, make_date(year, 3, 31)) END AS adopted,
      CAST(NULL AS DATE) AS care_started, CAST(NULL AS VARCHAR(10)) AS home
    FROM need_episode
    """

  /// The first adoption order of each child of an authority, whichever return tells of it.
  private var orders: SQL {
    """
    SELECT authority, child, min(adopted) AS ordered FROM link_activity
    WHERE adopted IS NOT NULL AND \(raw: partsAtOrders ? "TRUE" : "FALSE") GROUP BY authority, child
    """
  }

  /// The activities, each with the part of the child's rows that it is of.
  private static let parted: SQL = """
    SELECT a.*, o.ordered, CASE WHEN a.started > o.ordered THEN 1 ELSE 0 END AS part
    FROM link_activity AS a LEFT JOIN link_order AS o ON o.authority = a.authority AND o.child = a.child
    """

  /// The parts of each child's rows: 0 up to an adoption order, or with none; 1 after it.
  private static let parts: SQL = """
    SELECT DISTINCT p.collection, p.authority, p.child, p.part, p.ordered FROM (
      SELECT a.collection, a.authority, a.child, a.ordered, a.part FROM link_parted AS a
      UNION ALL
      SELECT
        r.collection, r.authority, r.child, o.ordered,
        CASE WHEN r.first_day > o.ordered THEN 1 ELSE 0 END AS part
      FROM link_record AS r LEFT JOIN link_order AS o ON o.authority = r.authority AND o.child = r.child
    ) AS p
    """

  /// From when to when each part is seen, and the days that others' may fit: when it began, when it was handed over to
  /// another authority, when care began. The join is of equalities only, as engines do an outer one by hash.
  private static let dated: SQL = """
    SELECT
      p.collection, p.authority, p.child, p.part, p.ordered,
      min(a.started) AS started, max(a.until) AS until, max(a.handed_over) AS handed_over,
      min(a.care_started) AS care_started,
      nullif(max_by(coalesce(replace(a.home, ' ', ''), ''), a.started), '') AS home
    FROM link_part AS p LEFT JOIN link_parted AS a
      ON a.collection = p.collection AND a.authority = p.authority AND a.child = p.child AND a.part = p.part
    GROUP BY p.collection, p.authority, p.child, p.part, p.ordered
    """

  /// Whether a record of a year tells of a part: that of the year of the order tells of both.
  private static let isOfPart = """
    (p.ordered IS NULL OR p.part = 0 AND r.first_day <= p.ordered OR p.part = 1 AND r.last_day > p.ordered)
    """

  /// The pupil number that a record gives to a part. In the year of an order the number may be of either part, and a former
  /// one is of the part before; after an order a former number is never used.
  private static let numberOfPart = """
    CASE WHEN p.ordered IS NULL THEN r.upn
      WHEN p.part = 1 THEN CASE WHEN r.first_day > p.ordered THEN r.upn END
      WHEN r.last_day <= p.ordered THEN r.upn
      ELSE coalesce(r.former_upn, r.upn) END
    """

  private static let formerOfPart = """
    CASE WHEN p.ordered IS NULL OR p.part = 0 AND r.last_day <= p.ordered THEN r.former_upn END
    """

  /// The children of whom a return says that they came alone to seek asylum, under whichever return's identifier. The XML
  /// layout has a row for every child, and says in the header which are.
  private static let unaccompanied: SQL = """
    SELECT DISTINCT s.authority, u.child
    FROM ssda903_uasc AS u
    JOIN current_submission AS s ON s.id = u.submission
    LEFT JOIN (
      SELECT submission, child, max(uasc) AS status FROM ssda903_header GROUP BY submission, child
    ) AS h ON h.submission = u.submission AND h.child = u.child
    WHERE u.child IS NOT NULL AND coalesce(h.status, '1') <> '0'
    """

  /// The children with what their latest records say of them, numbered.
  private var numbered: SQL {
    let day = connection.dialect.dayNumber(of:)
    return """
      SELECT
        row_number() OVER (ORDER BY d.collection, d.authority, d.child, d.part) - 1 AS child_id,
        d.collection, d.authority, d.child, \(raw: Self.plain("d.child")) AS plain_child, d.part, d.ordered, coalesce(n.successor, d.authority) AS area,
        n.first_successor, n.last_successor, i.born, i.expected, i.sex, i.ethnicity, i.upn, i.former_upn, i.years,
        coalesce(d.started, i.first_day) AS seen_from,
        CASE WHEN d.part = 0 AND d.ordered IS NOT NULL THEN d.ordered
          ELSE coalesce(d.until, i.last_day) END AS seen_until,
        \(raw: day("coalesce(d.started, i.first_day)")) AS started_day,
        \(raw: day("d.handed_over")) AS handed_over_day,
        coalesce(
          \(raw: day("d.care_started")),
          CASE WHEN d.collection = 'cin' THEN \(raw: day("coalesce(d.started, i.first_day)")) END) AS known_day,
        CASE WHEN d.collection = 'cin' THEN \(raw: day("coalesce(d.until, i.last_day)")) END AS need_until_day,
        CASE WHEN length(d.home) BETWEEN 5 AND 7 THEN d.home END AS home,
        CASE WHEN w.child IS NULL THEN 0 ELSE 1 END AS is_unaccompanied
      FROM link_dated AS d
      LEFT JOIN link_unaccompanied AS w ON w.authority = d.authority AND w.child = d.child
      LEFT JOIN (\(raw: Self.identities)) AS i
        ON i.collection = d.collection AND i.authority = d.authority AND i.child = d.child AND i.part = d.part
      LEFT JOIN (
        SELECT
          code, min(successor) AS first_successor, max(successor) AS last_successor,
          CASE WHEN count(*) = 1 THEN min(successor) END AS successor
        FROM authority_successor GROUP BY code
      ) AS n ON n.code = d.authority
      """
  }

  /// An identifier without the marks that one return has in it and another has not.
  private static func plain(_ child: String) -> String {
    ["-", "/", ".", " "].reduce(child) { text, mark in "replace(\(text), '\(mark)', '')" }
  }

  private static let identities = """
    SELECT
      p.collection, p.authority, p.child, p.part,
      \(latest("r.born")) AS born, \(latest("r.expected")) AS expected, \(latest("r.sex")) AS sex,
      \(latest("r.ethnicity")) AS ethnicity, \(latest(numberOfPart)) AS upn, \(latest(formerOfPart)) AS former_upn,
      CAST(sum(DISTINCT CAST(power(2, r.year - 2000) AS BIGINT)) AS BIGINT) AS years,
      min(r.first_day) AS first_day, max(r.last_day) AS last_day
    FROM link_part AS p JOIN link_record AS r
      ON r.collection = p.collection AND r.authority = p.authority AND r.child = p.child AND \(isOfPart)
    GROUP BY p.collection, p.authority, p.child, p.part
    """

  /// The value in the latest record that has one; of a year's records that differ, the greatest.
  private static func latest(_ value: String) -> String {
    "max_by(\(value), CASE WHEN (\(value)) IS NOT NULL THEN r.year END)"
  }

  /// Every pupil number of each child, as used for linking: `current` ones and `former` ones.
  private static let pupilNumbers: SQL = """
    SELECT DISTINCT c.child_id, v.upn, v.kind FROM (
      SELECT p.collection, p.authority, p.child, p.part, \(raw: numberOfPart) AS upn, 'current' AS kind
      FROM link_part AS p JOIN link_record AS r
        ON r.collection = p.collection AND r.authority = p.authority AND r.child = p.child AND \(raw: isOfPart)
      UNION ALL
      SELECT p.collection, p.authority, p.child, p.part, \(raw: formerOfPart) AS upn, 'former' AS kind
      FROM link_part AS p JOIN link_record AS r
        ON r.collection = p.collection AND r.authority = p.authority AND r.child = p.child AND \(raw: isOfPart)
    ) AS v
    JOIN link_plain AS c
      ON c.collection = v.collection AND c.authority = v.authority AND c.child = v.child AND c.part = v.part
    WHERE v.upn IS NOT NULL
    """

  /// The returns in which each child stands, numbered: a return has a child once.
  private static let returns: SQL = """
    SELECT DISTINCT c.child_id, dense_rank() OVER (ORDER BY r.collection, r.authority, r.year) AS number
    FROM link_record AS r JOIN link_plain AS c
      ON c.collection = r.collection AND c.authority = r.authority AND c.child = r.child
    WHERE c.ordered IS NULL OR c.part = 0 AND r.first_day <= c.ordered OR c.part = 1 AND r.last_day > c.ordered
    """

  /// The children with the columns that comparisons read.
  private static let withColumns: SQL = """
    SELECT
      c.*, \(raw: FieldComparison.birthColumns("born")), \(raw: FieldComparison.ethnicityColumns("ethnicity")),
      \(raw: FieldComparison.postcodeColumns("home"))
    FROM link_plain AS c
    """

  /// The children of a collection of whom a condition holds, numbered from 0, as pairs are drawn at random by number; with
  /// the share of all such children who are of a child's ethnic group.
  private static func children(of collection: String, _ condition: SQL) -> SQL {
    """
    SELECT row_number() OVER (ORDER BY c.child_id) - 1 AS id, c.*, e.share AS ethnicity_share
    FROM link_child AS c
    LEFT JOIN (
      SELECT v, CAST(n AS DOUBLE) / sum(n) OVER () AS share
      FROM (
        SELECT c.ethnicity AS v, count(*) AS n FROM link_child AS c
        WHERE c.ethnicity IS NOT NULL AND \(sql: condition) GROUP BY c.ethnicity
      ) AS counted
    ) AS e ON e.v = c.ethnicity
    WHERE c.collection = \(literal: collection) AND \(sql: condition)
    """
  }
}
