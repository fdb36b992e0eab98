import KithEngine

extension FieldComparison {
  /// A date of birth, with the ways in which dates go wrong: day and month in each other's place, one digit, the first of
  /// January put for a day that nobody knows.
  ///
  /// The first of January agrees at a level of its own, which says less: many unaccompanied children have it. The columns
  /// that it reads are those of ``birthColumns(_:)``.
  static func birth(_ name: String, _ title: String) -> FieldComparison {
    FieldComparison(
      name, title, of: name, siblings: .learnt,
      levels: [
        .same(name + "_other", start: 0.9, siblings: 0.02),
        .same(name + "_january", "january", "the same first of January", start: 0.02, siblings: 0.001),
        AgreementLevel(
          "swapped", "day and month in each other's place", when: swapped(name), start: 0.01, siblings: 0.001),
        AgreementLevel("digit", "one digit differs", when: digit(name), start: 0.03, siblings: 0.01),
        AgreementLevel(
          "year january", "the same year, of which one has the first of January", when: yearAndJanuary(name),
          start: 0.01, siblings: 0.001),
        AgreementLevel("month", "about a month apart", when: month(name), start: 0.01, siblings: 0.01),
        AgreementLevel(
          "year", "the same year", when: "l.\(raw: name)_y = r.\(raw: name)_y", start: 0.01, siblings: 0.05),
        .differs(start: 0.01, siblings: 0.9),
      ])
  }

  /// The levels at which two dates of birth are the same day.
  static let sameBirth = ["exact", "january"]

  private static func swapped(_ n: String) -> SQL {
    "l.\(raw: n)_y = r.\(raw: n)_y AND l.\(raw: n)_m = r.\(raw: n)_d AND l.\(raw: n)_d = r.\(raw: n)_m"
  }

  private static func yearAndJanuary(_ n: String) -> SQL {
    """
    l.\(raw: n)_y = r.\(raw: n)_y AND (l.\(raw: n)_m = 1 AND l.\(raw: n)_d = 1 OR r.\(raw: n)_m = 1 AND r.\(raw: n)_d = 1)
    """
  }

  /// Months of 31 days each are near enough.
  private static func month(_ n: String) -> SQL {
    let days = { (side: String) in "(\(side).\(n)_y * 372 + \(side).\(n)_m * 31 + \(side).\(n)_d)" }
    return "abs(\(raw: days("l")) - \(raw: days("r"))) <= 31"
  }

  /// One digit of a date written `yyyymmdd` differs: in the year, the month or the day, of which the other two are the same.
  private static func digit(_ n: String) -> SQL {
    let widths = [("y", 4), ("m", 2), ("d", 2)]
    let cases = widths.map { part, width in
      let others = widths.filter { $0.0 != part }.map { "l.\(n)_\($0.0) = r.\(n)_\($0.0)" }
      let digits = (0..<width).map { oneDigit(at: $0, "l.\(n)_\(part)", "r.\(n)_\(part)") }
      return "WHEN \(others.joined(separator: " AND ")) THEN \(digits.joined(separator: " OR "))"
    }
    // Engines work out a case only where the ones before it fail, but all parts of an AND.
    return "CASE \(raw: cases.joined(separator: " ")) ELSE FALSE END"
  }

  /// The digits below a place are the same in two numbers, and those above.
  private static func oneDigit(at place: Int, _ l: String, _ r: String) -> String {
    let (low, high) = (power(place), power(place + 1))
    let above = "\(l) - \(l) % \(high) = \(r) - \(r) % \(high)"
    return place == 0 ? above : "\(l) % \(low) = \(r) % \(low) AND \(above)"
  }

  private static func power(_ places: Int) -> Int { (0..<places).reduce(1) { product, _ in product * 10 } }

  /// The columns that the comparison reads, of the column of the day.
  static func birthColumns(_ name: String) -> String {
    let isJanuary = "month(\(name)) = 1 AND day(\(name)) = 1"
    return """
      year(\(name)) AS \(name)_y, month(\(name)) AS \(name)_m, day(\(name)) AS \(name)_d,
      CASE WHEN NOT (\(isJanuary)) THEN \(name) END AS \(name)_other, CASE WHEN \(isJanuary) THEN \(name) END AS \(name)_january
      """
  }
}
