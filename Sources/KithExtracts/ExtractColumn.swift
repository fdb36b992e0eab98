import KithEngine

/// A column of an extract: what it holds, and what was done to the value that it comes from.
public struct ExtractColumn: Sendable {
  /// What is done to a value.
  public enum Treatment: Hashable, Sendable {
    /// The person's keyed name stands in its place.
    case keyed
    /// A day becomes its month.
    case month
    /// A day becomes the age in whole months.
    case age
    /// A code stays, if it is on the list; anything else is left out.
    case code(ValueLabels)
    /// A number stays.
    case number
    /// A postcode becomes its sector.
    case sector
    /// A postcode becomes its area, or the area's decile.
    case area
    /// One of a few words of Kith's own, or an authority's three digits.
    case words
  }

  /// The column's name in the files.
  public let name: String
  /// What it holds, in words.
  public let meaning: String
  /// The fields of the guidance that it comes from, by which an agreement names it; none for what every extract has.
  public let fields: [String]
  /// The table of the store, and its collection, whose field it is, for years in which it was not collected.
  let source: (table: String, field: String)?
  /// What is done to the value.
  public let treatment: Treatment
  /// The value, of row `t` and person `p`.
  let value: SQL

  /// What every cell that is not blank has to look like.
  var form: String {
    switch treatment {
    case .keyed: "^[0-9a-f]{32}$"
    case .month: "^[0-9]{4}-[0-9]{2}$"
    case .age, .number: "^-?[0-9]+([.][0-9]+)?$"
    case .code: "^[A-Z0-9]{1,4}$"
    case .sector: "^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9]$"
    case .area: "^([A-Z][0-9]{8}|[0-9]{1,2})$"
    case .words: "^([a-z]+[0-9]*|[0-9A-Z]{3})$"
    }
  }

  /// The treatment in words.
  var treatmentWords: String {
    switch treatment {
    case .keyed: "keyed name, which differs from project to project"
    case .month: "day to month"
    case .age: "day to age in whole months"
    case .code: "code; what is not on the list is left out"
    case .number: "number"
    case .sector: "postcode to sector"
    case .area: "postcode to area"
    case .words: "as it is"
    }
  }
}

extension ExtractColumn {
  /// A column that every extract has.
  static func always(_ name: String, _ meaning: String, _ treatment: Treatment, _ value: SQL) -> ExtractColumn {
    ExtractColumn(name: name, meaning: meaning, fields: [], source: nil, treatment: treatment, value: value)
  }

  /// A code that stays where it is on the list.
  static func code(
    _ name: String, _ meaning: String, _ field: String, of table: String, _ set: String, _ column: String
  ) -> ExtractColumn {
    let labels = ValueLabels(set)
    let list = labels.labels.map { "'\($0.code)'" }.joined(separator: ", ")
    return ExtractColumn(
      name: name, meaning: meaning, fields: [field], source: (table, field), treatment: .code(labels),
      value: "CASE WHEN t.\(raw: column) IN (\(raw: list)) THEN t.\(raw: column) END")
  }

  /// A number that stays.
  static func number(
    _ name: String, _ meaning: String, _ field: String, of table: String, _ column: String
  ) -> ExtractColumn {
    ExtractColumn(
      name: name, meaning: meaning, fields: [field], source: (table, field), treatment: .number,
      value: "t.\(raw: column)")
  }

  /// A day, as the choices have it.
  static func day(
    _ stem: String, _ meaning: String, _ field: String, of table: String, _ column: String, _ choices: ExtractChoices
  ) -> ExtractColumn {
    let day = "t.\(column)"
    switch choices.dates {
    case .month:
      return ExtractColumn(
        name: stem + "_month", meaning: meaning + ", month", fields: [field], source: (table, field),
        treatment: .month, value: "strftime(\(raw: day), '%Y-%m')")
    case .age:
      return ExtractColumn(
        name: stem + "_age", meaning: meaning + ", age in whole months", fields: [field], source: (table, field),
        treatment: .age,
        value: """
          (year(\(raw: day)) - year(p.born)) * 12 + month(\(raw: day)) - month(p.born)
            - CASE WHEN day(\(raw: day)) < day(p.born) THEN 1 ELSE 0 END
          """)
    }
  }

  /// A postcode, as the choices have it: none, or several columns.
  static func places(
    _ stem: String, _ meaning: String, _ field: String, of table: String, _ column: String, _ choices: ExtractChoices
  ) -> [ExtractColumn] {
    let plain = "replace(upper(t.\(column)), ' ', '')"
    return choices.places.map { place in
      let (words, treatment, value): (String, Treatment, SQL) =
        switch place {
        case .none, .sector:
          (
            "postcode sector", .sector,
            """
            CASE WHEN regexp_full_match(\(raw: plain), '[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}')
              THEN left(\(raw: plain), length(\(raw: plain)) - 3) || ' ' || left(right(\(raw: plain), 3), 1) END
            """
          )
        case .lsoa: ("lower layer super output area", .area, Self.looked("lsoa", plain))
        case .decile: ("tenth of areas by deprivation, 1 the most deprived", .area, Self.looked("decile", plain))
        }
      return ExtractColumn(
        name: "\(stem)_\(place.rawValue)", meaning: "\(meaning), \(words)", fields: [field], source: (table, field),
        treatment: treatment, value: value)
    }
  }

  private static func looked(_ column: String, _ postcode: String) -> SQL {
    "(SELECT max(a.\(raw: column)) FROM extract_places AS a WHERE a.postcode = \(raw: postcode))"
  }
}
