import KithEngine

/// What happened on one day, of all kinds in one view.
enum EventViews {
  static let all = [event]

  /// A kind of event: a day of a table, with a code where it has one.
  private struct Kind {
    let name: String
    let table: String
    let collection: String
    let day: String
    let code: String?

    var child: String { collection == "cin" ? "lachildid" : "child" }
  }

  private static let kinds = [
    Kind(name: "referral", table: "cin_cindetails", collection: "cin", day: "cinreferraldate", code: "referralsource"),
    Kind(
      name: "case closed", table: "cin_cindetails", collection: "cin", day: "cinclosuredate", code: "reasonforclosure"),
    Kind(
      name: "assessment started", table: "cin_assessments", collection: "cin", day: "assessmentactualstartdate",
      code: nil),
    Kind(
      name: "assessment authorised", table: "cin_assessments", collection: "cin", day: "assessmentauthorisationdate",
      code: nil),
    Kind(name: "enquiry started", table: "cin_section47", collection: "cin", day: "s47actualstartdate", code: nil),
    Kind(name: "initial conference", table: "cin_section47", collection: "cin", day: "dateofinitialcpc", code: nil),
    Kind(
      name: "protection plan started", table: "cin_childprotectionplans", collection: "cin", day: "cppstartdate",
      code: "initialcategoryofabuse"),
    Kind(
      name: "protection plan ended", table: "cin_childprotectionplans", collection: "cin", day: "cppenddate",
      code: "latestcategoryofabuse"),
    Kind(name: "protection plan reviewed", table: "cin_reviews", collection: "cin", day: "cppreviewdate", code: nil),
    Kind(name: "died", table: "cin_childidentifiers", collection: "cin", day: "persondeathdate", code: nil),
    Kind(name: "care reviewed", table: "ssda903_reviews", collection: "ssda903", day: "review", code: "review_code"),
    Kind(name: "went missing", table: "ssda903_missing", collection: "ssda903", day: "mis_start", code: "missing"),
    Kind(
      name: "adoption decided", table: "ssda903_placedadoption", collection: "ssda903", day: "date_placed", code: nil),
    Kind(
      name: "adoption decision reversed", table: "ssda903_placedadoption", collection: "ssda903",
      day: "date_placed_ceased", code: "reason_placed_ceased"),
    Kind(name: "matched with adopters", table: "ssda903_ad1", collection: "ssda903", day: "date_match", code: nil),
  ]

  private static let event = NamedQuery(
    "event",
    kinds.map(select).reduce(
      """
      SELECT person, authority, child, 'started to be looked after' AS kind, started AS day, code, year
      FROM period_of_care
      UNION ALL
      SELECT person, authority, child, 'ceased to be looked after' AS kind, ended AS day, end_code AS code, year
      FROM period_of_care WHERE end_state = 'ended'
      UNION ALL
      SELECT person, authority, child, 'placement started' AS kind, started AS day, code, year FROM placement
      """
    ) { $0 + "\nUNION ALL\n" + $1 })

  private static func select(_ kind: Kind) -> SQL {
    let code = kind.code.map { "r.\($0)" } ?? "CAST(NULL AS STRING)"
    let once = HistoryViews.once(
      kind.table, collection: kind.collection, child: kind.child, day: kind.day, end: nil, columns: "\(code) AS code")
    return """
      SELECT person, authority, child, \(literal: kind.name) AS kind, started AS day, code, year FROM (\(sql: once)) AS k
      """
  }
}
