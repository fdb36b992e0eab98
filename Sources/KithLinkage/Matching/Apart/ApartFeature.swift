/// A feature of encodings in which features stay apart, and how it is compared.
struct ApartFeature: Sendable {
  /// How it is compared; the first level is that the filters are the same.
  let comparison: FieldComparison
  /// The words of an encoding that are its filter.
  let words: Range<Int>
  /// The least Dice coefficients of the levels after the first.
  let steps: [Double]
  /// The feature that it may change places with, by its place; nil for none.
  let interchange: Int?
  /// What the salt has to do with it.
  let salting: Salting

  enum Salting: Sendable {
    /// Nothing.
    case none
    /// Its filter can only be compared with one of the same salt.
    case salted
    /// The salt is a part of it, so its levels say whether the salts are the same.
    case salt
  }

  /// The level of two features that are in each other's place, and the least Dice coefficient of it.
  static let swapped = (name: "swapped", number: 2, dice: 0.7)

  /// The levels of the feature that is the salt at which two records have the same salt.
  static let sameSalt = ["exact", "like", "year"]
}

extension FieldComparison {
  /// The comparison of filters of a feature that holds values of a kind.
  ///
  /// Levels are steps of the Dice coefficient of runs of two characters: a digit of a date, or a letter of a name, leaves
  /// about 0.7. What each level is worth is learnt.
  ///
  /// - Parameters:
  ///   - isSwapped: Whether it has a level for values in the place of another feature.
  ///   - given: The given name, which tells the sex.
  static func filters(
    _ name: String, _ kind: FieldKind, isSwapped: Bool = false, given: String? = nil,
    heardAt: [(field: String, levels: [String])] = []
  ) -> FieldComparison {
    let (same, between) = kind.startingShares
    let swapped =
      isSwapped
      ? [AgreementLevel(ApartFeature.swapped.name, "in each other's place", start: 0.03, siblings: 0.001)] : []
    let alike = kind.diceSteps.map {
      AgreementLevel("alike \($0)", "alike by \($0) or more", start: between.0, siblings: between.1)
    }
    return FieldComparison(
      name, name, of: name, toldBy: kind == .sex ? given : nil, heardAt: heardAt,
      siblings: kind.isOnesOwn ? .byChance : .learnt, frequency: kind.isOnesOwn && kind != .given ? nil : name,
      levels: [AgreementLevel("exact", "the same", sameIn: name, start: same.0, siblings: same.1)] + swapped + alike
        + [.differs(start: 1 - same.0 - 0.03, siblings: 1 - same.1 - 0.03)])
  }

  /// The comparison of filters of the dates that are also the salt.
  static func saltFilters(_ name: String) -> FieldComparison {
    FieldComparison(
      name, name, of: name, siblings: .learnt,
      levels: [
        AgreementLevel("exact", "the same", sameIn: name, start: 0.92, siblings: 0.02),
        AgreementLevel("like", "alike, of the same salt", start: 0.03, siblings: 0.02),
        AgreementLevel("year", "of the same salt", start: 0.01, siblings: 0.05),
        AgreementLevel("like otherwise", "alike, of another salt", start: 0.02, siblings: 0.05),
        .differs(start: 0.02, siblings: 0.86),
      ])
  }
}

extension FieldKind {
  /// Whether brothers and sisters have it in common by chance only.
  fileprivate var isOnesOwn: Bool { [.given, .sex, .number].contains(self) }

  /// The shares of true pairs and of siblings that estimation starts from: at the same value, and at each level between.
  fileprivate var startingShares: (same: (Double, Double), between: (Double, Double)) {
    switch self {
    case .given: ((0.85, 0.01), (0.03, 0.01))
    case .surname: ((0.85, 0.88), (0.03, 0.03))
    case .birth: ((0.92, 0.02), (0.03, 0.03))
    case .sex: ((0.97, 0.47), (0.01, 0.01))
    case .number: ((0.95, 0.01), (0.02, 0.01))
    case .postcode, .ethnicity, .code, .text, .category: ((0.8, 0.85), (0.03, 0.03))
    }
  }

  /// The least Dice coefficients of the levels between the same and different.
  var diceSteps: [Double] {
    switch self {
    case .given, .surname, .text: [0.85, 0.7, 0.5]
    case .birth: [0.7]
    case .postcode: [0.8, 0.6]
    case .number, .code: [0.8]
    case .sex, .ethnicity, .category: []
    }
  }
}
