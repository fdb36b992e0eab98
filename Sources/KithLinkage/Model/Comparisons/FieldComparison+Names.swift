import KithEngine

extension FieldComparison {
  /// A given name: siblings have theirs in common by chance only.
  ///
  /// Similarity is Jaro and Winkler's (W. E. Winkler, "String comparator metrics and enhanced decision rules in the
  /// Fellegi–Sunter model of record linkage" (1990)), a function of both engines. `surname` is the column of surnames, so
  /// that names in each other's place are seen.
  static func givenName(_ name: String, _ title: String, surname: String?) -> FieldComparison {
    FieldComparison(
      name, title, of: name, siblings: .byChance, frequency: name + "_share",
      levels: [.same(name, start: 0.85, siblings: 0.01)] + swapped(name, surname)
        + [
          AgreementLevel(
            "part", "one begins the other", when: begins(name), start: 0.03, siblings: 0.01),
          .alike("very like", "spelt very much alike", name, 0.92, start: 0.04, siblings: 0.01),
          .alike("like", "spelt alike", name, 0.85, start: 0.02, siblings: 0.02),
          .differs(start: 0.05, siblings: 0.95),
        ])
  }

  /// A surname, which siblings mostly share and a child may change.
  static func surname(_ name: String, _ title: String, given: String?) -> FieldComparison {
    FieldComparison(
      name, title, of: name, siblings: .learnt, frequency: name + "_share",
      levels: [.same(name, start: 0.85, siblings: 0.88)] + swapped(name, given)
        + [
          AgreementLevel(
            "part", "one is part of the other's double name", when: isPart(name), start: 0.03, siblings: 0.03),
          .alike("very like", "spelt very much alike", name, 0.92, start: 0.05, siblings: 0.04),
          .alike("like", "spelt alike", name, 0.85, start: 0.02, siblings: 0.01),
          .differs(start: 0.05, siblings: 0.04),
        ])
  }

  /// Text that is not a name of a person: a street, a town.
  static func text(_ name: String, _ title: String) -> FieldComparison {
    FieldComparison(
      name, title, of: name, siblings: .learnt, frequency: name + "_share",
      levels: [
        .same(name, start: 0.8, siblings: 0.7),
        .alike("very like", "spelt very much alike", name, 0.92, start: 0.08, siblings: 0.06),
        .alike("like", "spelt alike", name, 0.85, start: 0.02, siblings: 0.02),
        .differs(start: 0.1, siblings: 0.22),
      ])
  }

  private static func swapped(_ name: String, _ other: String?) -> [AgreementLevel] {
    guard let other else { return [] }
    return [
      AgreementLevel(
        "swapped", "given name and surname in each other's place",
        when: "l.\(raw: name) = r.\(raw: other) AND l.\(raw: other) = r.\(raw: name)", start: 0.01, siblings: 0.001)
    ]
  }

  private static func begins(_ name: String) -> SQL {
    """
    CASE WHEN l.\(raw: name)_initial <> r.\(raw: name)_initial THEN FALSE
    ELSE left(l.\(raw: name), length(r.\(raw: name))) = r.\(raw: name)
      OR left(r.\(raw: name), length(l.\(raw: name))) = l.\(raw: name) END
    """
  }

  private static func isPart(_ name: String) -> SQL {
    let cases = [("l", "r"), ("r", "l")].flatMap { whole, part in
      ["first", "last"].map { "\(whole).\(name)_\($0) = \(part).\(name)" }
    }
    return "(\(raw: cases.joined(separator: " OR ")))"
  }

  /// The columns that the comparison of given names reads, of the column of the name.
  static func givenNameColumns(_ name: String) -> String {
    "left(\(name), 1) AS \(name)_initial, left(\(name), 3) AS \(name)_start"
  }

  /// The columns that the comparison of surnames reads, of the column of the name: the first and the last part of one that
  /// has several.
  static func surnameColumns(_ name: String) -> String {
    let isDouble = "position(' ' IN \(name)) > 0"
    return """
      left(\(name), 3) AS \(name)_start,
      CASE WHEN \(isDouble) THEN left(\(name), position(' ' IN \(name)) - 1) END AS \(name)_first,
      CASE WHEN \(isDouble) THEN right(\(name), position(' ' IN reverse(\(name))) - 1) END AS \(name)_last
      """
  }
}

extension AgreementLevel {
  /// Texts whose similarity by Jaro and Winkler reaches a bound.
  fileprivate static func alike(
    _ name: String, _ words: String, _ column: String, _ bound: Double, start: Double, siblings: Double
  ) -> AgreementLevel {
    AgreementLevel(
      name, words, when: "jaro_winkler_similarity(l.\(raw: column), r.\(raw: column)) >= \(raw: String(bound))",
      start: start, siblings: siblings)
  }
}
