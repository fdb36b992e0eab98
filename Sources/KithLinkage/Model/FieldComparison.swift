import KithEngine

/// How two records, `l` and `r`, are compared in one field: levels from the most alike down, of which the first that holds
/// counts.
///
/// A pair in which either record lacks the field is compared in the others only (the level *missing*, 0).
public struct FieldComparison: Sendable {
  /// The field's name in documents for machines.
  public let name: String
  /// The field in words.
  public let title: String
  /// The levels, most alike first; the last is what is left.
  public let levels: [AgreementLevel]
  /// The column without which a record cannot be compared.
  let column: String
  /// The field whose same value tells this one, so that the pair then is not compared in it: a given name that both bear
  /// tells the sex. Nil where there is none.
  let toldBy: String?
  /// Fields, and their levels, without which a pair is not compared in this one: names that are salted by the year of
  /// birth, where the years differ; surnames, where names are in each other's place.
  let heardAt: [(field: String, levels: [String])]
  /// What siblings have in common.
  let siblings: SiblingAgreement
  /// The column with the share of all records that hold the record's value, where a rare value is to say more.
  let frequency: String?

  init(
    _ name: String, _ title: String, of column: String, toldBy: String? = nil,
    heardAt: [(field: String, levels: [String])] = [], siblings: SiblingAgreement, frequency: String? = nil,
    levels: [AgreementLevel]
  ) {
    precondition(levels.count > 1 && levels.last?.condition == nil, "the last level is what is left, and only it")
    self.name = name
    self.title = title
    self.column = column
    self.toldBy = toldBy
    self.heardAt = heardAt
    self.siblings = siblings
    self.frequency = frequency
    self.levels = levels
  }

  /// The expression whose value is the number of the level: 0 where it is missing, then from 1.
  var number: SQL {
    let above = levels.dropLast().enumerated().reduce(
      "CASE WHEN l.\(raw: column) IS NULL OR r.\(raw: column) IS NULL\(sql: besides) THEN 0" as SQL
    ) { text, level in
      guard let condition = level.element.condition else { return text }
      return text + " WHEN \(sql: condition) THEN \(raw: String(level.offset + 1))"
    }
    return above + " ELSE \(raw: String(levels.count)) END"
  }

  private var besides: SQL { toldBy.map { " OR l.\(raw: $0) = r.\(raw: $0)" } ?? "" }

  /// The number of the level of a name.
  func number(of level: String) -> Int {
    guard let place = levels.firstIndex(where: { $0.name == level }) else {
      preconditionFailure("\(name) has no level \(level)")
    }
    return place + 1
  }
}
