import KithEngine

/// One way in which two records can agree, or not, in a field.
public struct AgreementLevel: Sendable {
  /// The level's name in documents for machines: `exact`, `swapped`.
  public let name: String
  /// The level in words, for a person who reads why a pair was linked.
  public let words: String
  /// What holds of records `l` and `r` at this level and at none above it; nil for what is left, and where the engine does
  /// not compare.
  let condition: SQL?
  /// The share of true pairs at this level that estimation starts from.
  let start: Double
  /// The share of pairs of siblings at this level that estimation starts from.
  let siblings: Double
  /// The column that holds the same value in both records at this level; nil where the level says it otherwise.
  let column: String?
  /// The column that differs at this level, and that is a finer division of the same thing; nil where there is none.
  let finer: String?

  private init(
    _ name: String, _ words: String, _ condition: SQL?, _ column: String?, finer: String? = nil, _ start: Double,
    _ siblings: Double
  ) {
    self.name = name
    self.words = words
    self.condition = condition
    self.column = column
    self.finer = finer
    self.start = start
    self.siblings = siblings
  }

  init(_ name: String, _ words: String, when condition: SQL, start: Double, siblings: Double) {
    self.init(name, words, condition, nil, start, siblings)
  }

  /// The records hold the same value in a column.
  static func same(
    _ column: String, _ name: String = "exact", _ words: String = "the same", start: Double, siblings: Double
  ) -> AgreementLevel {
    AgreementLevel(name, words, "l.\(raw: column) = r.\(raw: column)", column, start, siblings)
  }

  /// The records hold the same value in a column, and not in one that divides the same thing more finely.
  static func same(
    _ column: String, not finer: String, _ name: String, _ words: String, start: Double, siblings: Double
  ) -> AgreementLevel {
    AgreementLevel(name, words, "l.\(raw: column) = r.\(raw: column)", column, finer: finer, start, siblings)
  }

  /// A level of records that the engine does not compare; `column` where they hold the same value in it.
  init(_ name: String, _ words: String, sameIn column: String? = nil, start: Double, siblings: Double) {
    self.init(name, words, nil, column, start, siblings)
  }

  /// Whether both records hold the very same value, so that a rare one says more than a common one.
  var isSameValue: Bool { column != nil && finer == nil }

  /// What is left when no other level holds.
  static func differs(_ words: String = "different", start: Double, siblings: Double) -> AgreementLevel {
    AgreementLevel("differs", words, nil, nil, start, siblings)
  }
}

/// What siblings have in common in a field, for the class of pairs that are of one household and of two children.
public enum SiblingAgreement: Sendable {
  /// Nothing: they agree as often as any two children, as on given names and sex.
  case byChance
  /// Something, to be learnt from the data: surname, postcode, and birth dates, of which twins' are one.
  case learnt
}
