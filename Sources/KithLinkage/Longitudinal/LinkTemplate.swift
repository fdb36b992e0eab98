import KithEngine

/// Which two collections' children are compared, how, and which pairs of them.
///
/// Pairs of two unaccompanied children are a template of their own: such children are of few ages, ethnic groups and birth
/// dates and are handed over in numbers, so that two of them agree by chance far more often than any two children do.
struct LinkTemplate: Sendable {
  /// The template's name: `cin-cin`, `cin-ssda903`, `ssda903-ssda903`; or such with `, both unaccompanied`.
  let name: String
  /// The table of children `l`.
  let left: String
  /// The table of children `r`.
  let right: String
  /// The templates that have some of the pairs of these tables for themselves.
  let parts: [LinkTemplate]
  /// What is compared, and which pairs.
  let design: LinkageDesign

  /// The templates for a store; `withSuccessors` where it holds authorities that others came after, `withUnaccompanied` where
  /// it holds unaccompanied children.
  static func all(withSuccessors: Bool, withUnaccompanied: Bool) -> [LinkTemplate] {
    [("cin", "cin"), ("cin", "ssda903"), ("ssda903", "ssda903")].flatMap { left, right in
      let withHome = left == "ssda903"
      let rules = common + (withSuccessors ? successors : []) + (withHome ? homes : [])
      let comparisons = identity + (withHome ? [.postcode("home", "home postcode")] : left == right ? [] : [careInNeed])
      let template = { (words: String, onlyUnaccompanied: Bool, parts: [LinkTemplate], condition: SQL) in
        LinkTemplate(
          name: "\(left)-\(right)\(words)",
          left: KnownRecords.table(of: left, onlyUnaccompanied: onlyUnaccompanied),
          right: KnownRecords.table(of: right, onlyUnaccompanied: onlyUnaccompanied), parts: parts,
          design: LinkageDesign(comparisons: comparisons, rules: rules, condition: condition))
      }
      guard withUnaccompanied else { return [template("", false, [], isAnotherChild)] }
      let unaccompanied = template(", both unaccompanied", true, [], isAnotherChild)
      return [template("", false, [unaccompanied], isAnotherChild + isAccompanied), unaccompanied]
    }
  }

  /// Every field that any template compares.
  static let comparisons = identity + [careInNeed, .postcode("home", "home postcode")]

  /// Children of one return are two; and so is decided of a child's own parts elsewhere.
  private static let isAnotherChild: SQL = """
    \(sql: IdentifierRank.isOtherReturn) AND NOT (l.authority = r.authority AND l.child = r.child)
    """

  private static let isAccompanied: SQL = " AND NOT (l.is_unaccompanied = 1 AND r.is_unaccompanied = 1)"

  private static let identity: [FieldComparison] = [
    .birth("born", "birth date"), .sex("sex", "sex"), .ethnicity("ethnicity", "ethnic group"), pupilNumber,
    authority, handover,
  ]

  /// What a child is, whoever records it, and so differs in two records of one child as often as in pairs that an identifier
  /// joins.
  static let personal = ["born", "sex", "ethnicity"]

  private static let pupilNumber = FieldComparison(
    "upn", "pupil number", of: "upn", siblings: .byChance,
    levels: [
      .same("upn", start: 0.9, siblings: 0.01),
      AgreementLevel(
        "former", "one is the other's former number", when: "l.upn = r.former_upn OR l.former_upn = r.upn",
        start: 0.03, siblings: 0.001),
      .oneCharacter("upn", start: 0.02, siblings: 0.01), .differs(start: 0.05, siblings: 0.98),
    ])

  private static let authority = FieldComparison(
    "authority", "authority", of: "area", siblings: .learnt,
    levels: [
      .same("area", "same", "the same authority", start: 0.5, siblings: 0.95),
      AgreementLevel(
        "successor", "an authority and one that came after it",
        when: """
          l.first_successor = r.authority OR l.last_successor = r.authority OR r.first_successor = l.authority \
          OR r.last_successor = l.authority
          """, start: 0.05, siblings: 0.01),
      .differs(start: 0.45, siblings: 0.04),
    ])

  /// Whether one authority ended what another began: closed as transferred (RC5), taken over (E3).
  private static let handover = FieldComparison(
    "handover", "handing over", of: "started_day", siblings: .learnt,
    levels: [
      AgreementLevel(
        "week", "handed over by one and begun by the other within a week", when: handedOver(within: 7), start: 0.3,
        siblings: 0.05),
      AgreementLevel(
        "quarter", "handed over by one and begun by the other within 13 weeks", when: handedOver(within: 91),
        start: 0.1, siblings: 0.02),
      .differs("no handing over", start: 0.6, siblings: 0.93),
    ])

  private static func handedOver(within days: Int) -> SQL {
    """
    r.started_day - l.handed_over_day BETWEEN -7 AND \(raw: String(days)) \
    OR l.started_day - r.handed_over_day BETWEEN -7 AND \(raw: String(days))
    """
  }

  /// A looked after child is in need, so care begins within the time in need, or nearly.
  private static let careInNeed = FieldComparison(
    "care", "care within need", of: "known_day", siblings: .learnt,
    levels: [
      AgreementLevel(
        "within", "care began within the time in need",
        when: "r.known_day BETWEEN l.known_day - 31 AND l.need_until_day + 31", start: 0.8, siblings: 0.5),
      .differs("care began at another time", start: 0.2, siblings: 0.5),
    ])
}

extension LinkTemplate {
  private static let born: SQL = "l.born = r.born"
  private static let same = FieldComparison.sameBirth

  private static let common: [BlockingRule] = [
    BlockingRule(
      "authority and birth date", "l.area = r.area AND \(sql: born)", levels: ["authority": ["same"], "born": same]),
    BlockingRule("pupil number", "l.upn = r.upn", levels: ["upn": ["exact"]]),
    BlockingRule(
      "birth date, handed over by the first",
      """
      \(sql: born) AND l.handed_over_day IS NOT NULL AND r.started_day - l.handed_over_day BETWEEN -7 AND 91
      """, levels: handedOver),
    BlockingRule(
      "birth date, handed over by the second",
      """
      \(sql: born) AND r.handed_over_day IS NOT NULL AND l.started_day - r.handed_over_day BETWEEN -7 AND 91
      """, levels: handedOver),
    BlockingRule(
      "authority, birth with day and month in each other's place",
      """
      l.area = r.area AND l.born_y = r.born_y AND l.born_m = r.born_d AND l.born_d = r.born_m \
      AND l.born_d <> r.born_d
      """, levels: ["authority": ["same"], "born": ["swapped"]]),
    BlockingRule("birth date, most of the pupil number", "\(sql: born) AND left(l.upn, 9) = left(r.upn, 9)"),
    BlockingRule("birth date, the end of the pupil number", "\(sql: born) AND right(l.upn, 6) = right(r.upn, 6)"),
  ]

  private static let handedOver = ["handover": ["week", "quarter"], "born": same]

  private static let successors: [BlockingRule] =
    [("l", "first"), ("l", "last"), ("r", "first"), ("r", "last")].map { older, which in
      BlockingRule(
        "birth date, \(which) authority that came after",
        "\(raw: older).\(raw: which)_successor = \(raw: older == "l" ? "r" : "l").authority AND \(sql: born)",
        levels: ["authority": ["successor"], "born": same])
    }

  private static let homes: [BlockingRule] = [
    BlockingRule(
      "home postcode and birth date", "l.home = r.home AND \(sql: born)", levels: ["home": ["exact"], "born": same]),
    BlockingRule("sector of the home postcode and birth date", "l.home_sector = r.home_sector AND \(sql: born)"),
    BlockingRule(
      "home postcode, sex and month of birth",
      "l.home = r.home AND l.sex = r.sex AND l.born_y = r.born_y AND l.born_m = r.born_m"),
  ]
}
