import KithEngine

/// A rule by which two records are of one child because of an identifier, the surest first.
struct IdentifierRank: Sendable {
  /// Its place among the rules, from 1.
  let number: Int
  /// The rule in words.
  let words: String
  /// Pairs `l` and `r` of children that the identifier joins, with the number of the level at which their births agree.
  let pairs: SQL
  /// What must hold of births and sexes besides.
  let isSound: SQL

  /// The ranks, in order.
  static let all: [IdentifierRank] = [
    IdentifierRank(
      number: 1, words: "the authority's identifier, in both returns", pairs: sameChild,
      isSound: "born <= \(raw: usual) OR sexes = 'same'"),
    IdentifierRank(
      number: 2, words: "the authority's identifier but for hyphens and the like, and the birth date",
      pairs: samePlainChild, isSound: "born IN (1, 2) AND sexes <> 'other'"),
    IdentifierRank(
      number: 3, words: "the identifier of the authority that went before, and the birth date",
      pairs: predecessors, isSound: "born IN (1, 2) AND sexes <> 'other'"),
    IdentifierRank(
      number: 4, words: "the pupil number, and the birth date", pairs: number("current", "current"),
      isSound: "born IN (1, 2) AND sexes <> 'other'"),
    IdentifierRank(
      number: 5, words: "a former pupil number, and the birth date",
      pairs: number("current", "former") + " UNION " + number("former", "current"),
      isSound: "born IN (1, 2) AND sexes <> 'other'"),
    IdentifierRank(
      number: 6, words: "the pupil number, and a birth date that is missing or wrong in a usual way",
      pairs: number("current", "current"),
      isSound: "born = 0 OR born > 2 AND born <= \(raw: usual) OR born IN (1, 2) AND sexes = 'other'"),
  ]

  /// Pairs of one pupil number whose birth dates have nothing to do with each other: for a person to decide.
  static let contradiction = IdentifierRank(
    number: 7, words: "the pupil number, against the birth date", pairs: number("current", "current"),
    isSound: "born > \(raw: usual)")

  /// Pairs of one identifier in both returns that are two children by birth date and sex: for a person to decide.
  static let sharedIdentifier = IdentifierRank(
    number: 8, words: "the authority's identifier, against birth date and sex", pairs: sameChild,
    isSound: "born > \(raw: usual) AND sexes <> 'same'")

  /// The last level at which births agree, or differ in a usual way; 0 is missing.
  private static let usual = String(birth.number(of: "month"))
  private static let birth = FieldComparison.birth("born", "birth date")

  /// The pairs that the rule joins.
  var query: SQL {
    "SELECT DISTINCT l, r FROM (\(sql: pairs)) AS p WHERE (\(sql: isSound))"
  }

  private static let columns: SQL = """
    l.child_id AS l, r.child_id AS r, \(sql: birth.number) AS born,
    CASE WHEN l.sex IS NULL OR r.sex IS NULL THEN 'missing' WHEN l.sex = r.sex THEN 'same' ELSE 'other' END AS sexes
    """

  private static let sameChild: SQL = """
    SELECT \(sql: columns) FROM link_child_cin AS l JOIN link_child_ssda903 AS r
    ON r.authority = l.authority AND r.child = l.child AND r.part = l.part
    """

  private static let samePlainChild: SQL = """
    SELECT \(sql: columns) FROM link_child AS l JOIN link_child AS r
    ON r.authority = l.authority AND r.plain_child = l.plain_child AND r.child <> l.child AND l.child_id < r.child_id
    WHERE \(sql: isOtherReturn)
    """

  private static let predecessors: SQL = ["first_successor", "last_successor"].reduce(
    "SELECT 0 AS l, 0 AS r, 0 AS born, '' AS sexes WHERE FALSE"
  ) { text, successor in
    text + """
       UNION
      SELECT least(p.l, p.r) AS l, greatest(p.l, p.r) AS r, p.born, p.sexes FROM (
        SELECT \(sql: columns) FROM link_child AS l JOIN link_child AS r
        ON l.\(raw: successor) = r.authority AND l.child = r.child
      ) AS p
      """
  }

  /// Pairs of one pupil number, but for numbers that two children of one return have, and for children of one return.
  private static func number(_ left: String, _ right: String) -> SQL {
    """
    SELECT \(sql: columns) FROM link_upn AS a JOIN link_upn AS b ON b.upn = a.upn AND a.child_id < b.child_id
    JOIN link_child AS l ON l.child_id = a.child_id JOIN link_child AS r ON r.child_id = b.child_id
    WHERE a.kind = \(literal: left) AND b.kind = \(literal: right)
    AND NOT (l.authority = r.authority AND l.child = r.child) AND \(sql: isOtherReturn)
    AND a.upn NOT IN (SELECT s.upn FROM link_shared_upn AS s)
    """
  }

  /// Two children do not stand in one return.
  static let isOtherReturn: SQL = """
    NOT (l.collection = r.collection AND l.authority = r.authority AND coalesce(l.years & r.years, 0) <> 0)
    """

  /// The pupil numbers that two children of one return have.
  static let sharedNumbers: SQL = """
    SELECT DISTINCT upn FROM (
      SELECT u.upn, t.number FROM link_upn AS u JOIN link_return AS t ON t.child_id = u.child_id
      WHERE u.kind = 'current' GROUP BY u.upn, t.number HAVING count(DISTINCT u.child_id) > 1
    ) AS shared
    """
}
