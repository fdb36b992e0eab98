/// The groups in which DfE's tables show codes, as SQL that makes them of a column.
enum Groups {
  /// M, F, or U.
  static func sex(_ column: String) -> String { "CASE WHEN \(column) IN ('M', 'F') THEN \(column) ELSE 'U' END" }

  /// The bands of the CIN Census's tables, of an age that is negative or missing for the unborn.
  static func ageInNeed(_ age: String) -> String {
    """
    CASE WHEN \(age) IS NULL OR \(age) < 0 THEN 'Unborn or not known' WHEN \(age) < 1 THEN 'Under 1' \
    WHEN \(age) < 5 THEN '1 to 4' WHEN \(age) < 10 THEN '5 to 9' WHEN \(age) < 16 THEN '10 to 15' \
    WHEN \(age) < 18 THEN '16 to 17' ELSE '18 and over' END
    """
  }

  /// The bands of the SSDA903 return's tables.
  static func ageInCare(_ age: String) -> String {
    """
    CASE WHEN \(age) IS NULL THEN 'Not known' WHEN \(age) < 1 THEN 'Under 1' WHEN \(age) < 5 THEN '1 to 4' \
    WHEN \(age) < 10 THEN '5 to 9' WHEN \(age) < 16 THEN '10 to 15' ELSE '16 and over' END
    """
  }

  /// The groups of the census of 2011 and later, in which Chinese is Asian.
  static func ethnicity(_ column: String) -> String {
    """
    CASE WHEN \(column) IN ('WBRI', 'WIRI', 'WIRT', 'WROM', 'WOTH') THEN 'White' \
    WHEN \(column) IN ('MWBC', 'MWBA', 'MWAS', 'MOTH') THEN 'Mixed' \
    WHEN \(column) IN ('AIND', 'APKN', 'ABAN', 'AOTH', 'CHNE') THEN 'Asian' \
    WHEN \(column) IN ('BCRB', 'BAFR', 'BOTH') THEN 'Black' WHEN \(column) IN ('OOTH') THEN 'Other' \
    ELSE 'Not known' END
    """
  }

  /// A code, or `Not known` in its place.
  static func code(_ column: String) -> String { "coalesce(\(column), 'Not known')" }

  /// The groups of placements, of a column in which supported accommodation is K3 and other placements are Z1.
  static func placement(_ column: String) -> String {
    """
    CASE WHEN \(column) IN ('U1', 'U2', 'U3', 'U4', 'U5', 'U6') THEN 'Foster placements' \
    WHEN \(column) IN ('A3', 'A4', 'A5', 'A6') THEN 'Placed for adoption' \
    WHEN \(column) = 'P1' THEN 'Parents or other person with parental responsibility' \
    WHEN \(column) IN ('K1', 'K2') THEN 'Secure homes and children''s homes' \
    WHEN \(column) = 'K3' THEN 'Supported accommodation and independent living' \
    WHEN \(column) IN ('P3', 'R1', 'R2', 'R3', 'R5', 'S1') THEN 'Other residential settings' \
    WHEN \(column) IN ('T0', 'T1', 'T2', 'T3', 'T4') THEN 'Temporary placements' \
    WHEN \(column) = 'Z1' THEN 'Other placements' ELSE 'Not known' END
    """
  }

  /// The groups of legal statuses.
  static func legalStatus(_ column: String) -> String {
    """
    CASE WHEN \(column) = 'C1' THEN 'Interim care orders' WHEN \(column) = 'C2' THEN 'Full care orders' \
    WHEN \(column) = 'D1' THEN 'Freeing orders' WHEN \(column) = 'E1' THEN 'Placement orders' \
    WHEN \(column) = 'V2' THEN 'Accommodated under section 20' \
    WHEN \(column) IN ('L1', 'L2', 'L3') THEN 'Detained for child protection' \
    WHEN \(column) IN ('J1', 'J2', 'J3') THEN 'Youth justice legal statuses' ELSE 'Not known' END
    """
  }
}
