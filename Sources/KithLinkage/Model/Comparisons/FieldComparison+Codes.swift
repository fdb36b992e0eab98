import KithEngine

extension FieldComparison {
  /// A postcode without its space: unit, sector (all but the last two letters), district.
  static func postcode(_ name: String, _ title: String) -> FieldComparison {
    FieldComparison(
      name, title, of: name, siblings: .learnt,
      levels: [
        .same(name, start: 0.8, siblings: 0.85),
        .same(name + "_sector", not: name, "sector", "the same sector", start: 0.03, siblings: 0.02),
        .oneCharacter(name, start: 0.03, siblings: 0.02),
        .same(
          name + "_district", not: name + "_sector", "district", "the same district", start: 0.02, siblings: 0.02),
        .differs(start: 0.12, siblings: 0.09),
      ])
  }

  /// The columns that the comparison of postcodes reads, of the column of the postcode.
  static func postcodeColumns(_ name: String) -> String {
    """
    left(\(name), length(\(name)) - 2) AS \(name)_sector, left(\(name), length(\(name)) - 3) AS \(name)_district
    """
  }

  /// A number or code given once to one person, such as a pupil number.
  static func personalCode(_ name: String, _ title: String) -> FieldComparison {
    FieldComparison(
      name, title, of: name, siblings: .byChance,
      levels: [
        .same(name, start: 0.95, siblings: 0.01), .oneCharacter(name, start: 0.02, siblings: 0.01),
        .differs(start: 0.03, siblings: 0.98),
      ])
  }

  /// A code that those who live together may share: a house number, a telephone number, a postcode of another country.
  static func sharedCode(_ name: String, _ title: String) -> FieldComparison {
    FieldComparison(
      name, title, of: name, siblings: .learnt, frequency: name + "_share",
      levels: [
        .same(name, start: 0.85, siblings: 0.8), .oneCharacter(name, start: 0.03, siblings: 0.02),
        .differs(start: 0.12, siblings: 0.18),
      ])
  }

  /// Sex, which says nothing of siblings, nor of those who bear the same given name.
  static func sex(_ name: String, _ title: String, given: String? = nil) -> FieldComparison {
    FieldComparison(
      name, title, of: name, toldBy: given, siblings: .byChance,
      levels: [.same(name, start: 0.99, siblings: 0.5), .differs(start: 0.01, siblings: 0.5)])
  }

  /// An ethnic group by the returns' code, whose first letter is the broad group.
  static func ethnicity(_ name: String, _ title: String) -> FieldComparison {
    FieldComparison(
      name, title, of: name, siblings: .learnt, frequency: name + "_share",
      levels: [
        .same(name, start: 0.9, siblings: 0.95),
        .same(name + "_group", not: name, "group", "the same broad group", start: 0.04, siblings: 0.02),
        .differs(start: 0.06, siblings: 0.03),
      ])
  }

  /// The column that the comparison of ethnic groups reads, of the column of the code.
  static func ethnicityColumns(_ name: String) -> String { "left(\(name), 1) AS \(name)_group" }

  /// One of a few values that those who live together share.
  static func category(_ name: String, _ title: String) -> FieldComparison {
    FieldComparison(
      name, title, of: name, siblings: .learnt, frequency: name + "_share",
      levels: [.same(name, start: 0.95, siblings: 0.95), .differs(start: 0.05, siblings: 0.05)])
  }
}

extension AgreementLevel {
  /// Codes of which one character differs, or is missing, or is too many (Levenshtein's distance, a function of both
  /// engines; asked only of codes that have an end in common, as it takes time).
  static func oneCharacter(_ column: String, start: Double, siblings: Double) -> AgreementLevel {
    AgreementLevel(
      "character", "one character differs",
      when: """
        CASE WHEN left(l.\(raw: column), 2) <> left(r.\(raw: column), 2)
          AND right(l.\(raw: column), 2) <> right(r.\(raw: column), 2) THEN FALSE
        ELSE levenshtein(l.\(raw: column), r.\(raw: column)) <= 1 END
        """, start: start, siblings: siblings)
  }
}
