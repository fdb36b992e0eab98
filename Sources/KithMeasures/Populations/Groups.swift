/// The groups in which DfE's tables show codes.
struct Groups: Sendable {
  /// Each group's name and codes.
  let codes: [(name: String, codes: [String])]
  /// What a code that is in no group counts as, and one that is missing.
  static let otherwise = "Not known"

  /// The groups as SQL that makes them of a column.
  func sql(_ column: String) -> String {
    let cases = codes.map { name, codes in
      Condition.isOne(column, codes).sql + " THEN " + Condition.quoted(name)
    }
    return "CASE WHEN " + cases.joined(separator: " WHEN ") + " ELSE 'Not known' END"
  }

  /// The groups of the census of 2011 and later, in which Chinese is Asian.
  static let ethnicity = Groups(codes: [
    ("White", ["WBRI", "WIRI", "WIRT", "WROM", "WOTH"]), ("Mixed", ["MWBC", "MWBA", "MWAS", "MOTH"]),
    ("Asian", ["AIND", "APKN", "ABAN", "AOTH", "CHNE"]), ("Black", ["BCRB", "BAFR", "BOTH"]), ("Other", ["OOTH"]),
  ])

  /// The groups of placements, of codes in which supported accommodation is K3 and other placements are Z1.
  static let placement = Groups(codes: [
    ("Foster placements", ["U1", "U2", "U3", "U4", "U5", "U6"]), ("Placed for adoption", ["A3", "A4", "A5", "A6"]),
    ("Parents or other person with parental responsibility", ["P1"]),
    ("Secure homes and children's homes", ["K1", "K2"]), ("Supported accommodation and independent living", ["K3"]),
    ("Other residential settings", ["P3", "R1", "R2", "R3", "R5", "S1"]),
    ("Temporary placements", ["T0", "T1", "T2", "T3", "T4"]), ("Other placements", ["Z1"]),
  ])

  /// The groups of legal statuses.
  static let legalStatus = Groups(codes: [
    ("Interim care orders", ["C1"]), ("Full care orders", ["C2"]), ("Freeing orders", ["D1"]),
    ("Placement orders", ["E1"]), ("Accommodated under section 20", ["V2"]),
    ("Detained for child protection", ["L1", "L2", "L3"]), ("Youth justice legal statuses", ["J1", "J2", "J3"]),
  ])
}

extension Groups {
  /// M, F, or U.
  static func sex(_ column: String) -> String { "CASE WHEN \(column) IN ('M', 'F') THEN \(column) ELSE 'U' END" }

  /// A code, or `Not known` in its place.
  static func code(_ column: String) -> String { "coalesce(\(column), 'Not known')" }

  static func ethnicity(_ column: String) -> String { ethnicity.sql(column) }
  static func placement(_ column: String) -> String { placement.sql(column) }
  static func legalStatus(_ column: String) -> String { legalStatus.sql(column) }
  static func ageInNeed(_ age: String) -> String { AgeBands.inNeed.sql(age) }
  static func ageInCare(_ age: String) -> String { AgeBands.inCare.sql(age) }
}

/// The bands in which DfE's tables show ages.
struct AgeBands: Sendable {
  /// Each band's name and the age before which it ends.
  let bands: [(name: String, before: Int)]
  /// The last band.
  let last: String
  /// What an age that is missing counts as.
  let unknown: String
  /// Whether an age below 0 counts as missing.
  let leavesOutUnborn: Bool

  /// The bands as SQL that makes them of an age.
  func sql(_ age: String) -> String {
    let missing = leavesOutUnborn ? "\(age) IS NULL OR \(age) < 0" : "\(age) IS NULL"
    let cases = bands.map { " WHEN \(age) < \($0.before) THEN '\($0.name)'" }.joined()
    return "CASE WHEN \(missing) THEN '\(unknown)'\(cases) ELSE '\(last)' END"
  }

  private static let younger = [("Under 1", 1), ("1 to 4", 5), ("5 to 9", 10), ("10 to 15", 16)]

  /// The bands of the CIN Census's tables; the unborn have none.
  static let inNeed = AgeBands(
    bands: younger + [("16 to 17", 18)], last: "18 and over", unknown: "Unborn or not known", leavesOutUnborn: true)

  /// The bands of the SSDA903 return's tables.
  static let inCare = AgeBands(
    bands: younger, last: "16 and over", unknown: "Not known", leavesOutUnborn: false)
}
