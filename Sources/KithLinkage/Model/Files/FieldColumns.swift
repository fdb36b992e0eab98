import KithEngine

/// A field as the tables of records hold it: its columns, how it is compared, and the keys by which pairs are found.
struct FieldColumns {
  let field: LinkField
  /// The stem of its columns' names.
  let name: String

  /// The column itself, of a raw column's text.
  func column(of raw: String) -> String {
    let text = Self.plain(raw)
    let value =
      switch field.kind {
      case .given, .surname, .text, .category: text
      case .birth: Self.day(raw)
      case .sex: "nullif(left(\(text), 1), 'U')"
      case .postcode: Self.postcode(raw)
      case .ethnicity: "CASE WHEN \(text) NOT IN ('REFU', 'NOBT') THEN \(text) END"
      case .number, .code: "replace(\(text), ' ', '')"
      }
    return "\(value) AS \(name)"
  }

  /// The columns that are made of it, with a comma before each.
  var derived: String {
    switch field.kind {
    case .given: ", \(FieldComparison.givenNameColumns(name))"
    case .surname: ", \(FieldComparison.surnameColumns(name))"
    case .birth: ", \(FieldComparison.birthColumns(name))"
    case .postcode: ", \(FieldComparison.postcodeColumns(name))"
    case .ethnicity: ", \(FieldComparison.ethnicityColumns(name))"
    case .text: ", left(\(name), 4) AS \(name)_start"
    case .sex, .number, .code, .category: ""
    }
  }

  /// The column whose values' shares are to be known; nil where rare values say no more than common ones.
  var shared: String? {
    [.given, .surname, .text, .code, .ethnicity, .category].contains(field.kind) ? name : nil
  }

  /// How the field is compared; names are also compared with each other.
  func comparison(given: String?, surname: String?) -> FieldComparison {
    switch field.kind {
    case .given: .givenName(name, field.left, surname: surname)
    case .surname: .surname(name, field.left, given: given)
    case .birth: .birth(name, field.left)
    case .sex: .sex(name, field.left, given: given)
    case .postcode: .postcode(name, field.left)
    case .ethnicity: .ethnicity(name, field.left)
    case .number: .personalCode(name, field.left)
    case .code: .sharedCode(name, field.left)
    case .text: .text(name, field.left)
    case .category: .category(name, field.left)
    }
  }

  /// The keys, finest first, with the share of true pairs that may be expected to agree on each.
  var keys: [FindingKey] {
    let same = field.kind == .birth ? FieldComparison.sameBirth : ["exact"]
    func key(_ columns: [String], _ title: String, _ share: Double, levels: [String]? = nil) -> FindingKey {
      FindingKey(field: name, columns: columns, title: title, share: share, levels: levels)
    }
    let title = field.left
    switch field.kind {
    case .given, .surname:
      return [key([name], title, 0.78, levels: same), key([name + "_start"], "the start of \(title)", 0.88)]
    case .birth:
      return [
        key([name], title, 0.93, levels: same), key([name + "_y", name + "_m"], "the month of \(title)", 0.95),
        key([name + "_y"], "the year of \(title)", 0.97),
      ]
    case .sex: return [key([name], title, 0.99)]
    case .postcode:
      return [
        key([name], title, 0.78, levels: same), key([name + "_sector"], "the sector of \(title)", 0.8),
        key([name + "_district"], "the district of \(title)", 0.83),
      ]
    case .ethnicity, .number, .category: return [key([name], title, 0.9, levels: same)]
    case .code: return [key([name], title, 0.8, levels: same)]
    case .text: return [key([name], title, 0.75, levels: same), key([name + "_start"], "the start of \(title)", 0.85)]
    }
  }
}

extension FieldColumns {
  /// Text in capitals without accents and apostrophes; what is neither letter nor digit is one space. Nothing for a blank.
  static func plain(_ raw: String) -> String {
    """
    nullif(trim(regexp_replace(regexp_replace(strip_accents(upper(\(raw))), '[''’`]', '', 'g'), '[^\\p{L}\\p{N}]+', ' ', 'g')), '')
    """
  }

  /// The letters and digits of a postcode, where there are enough of them.
  private static func postcode(_ raw: String) -> String {
    "nullif(regexp_extract(regexp_replace(upper(\(raw)), '[^A-Z0-9]+', '', 'g'), '^.{5,7}$'), '')"
  }

  /// A day in any of three forms.
  private static func day(_ raw: String) -> String {
    "CAST(try_strptime(trim(\(raw)), ['%Y-%m-%d', '%d/%m/%Y', '%Y%m%d', '%d-%m-%Y']) AS DATE)"
  }
}

/// Columns on which pairs may be made to agree, so as to be found.
struct FindingKey: Hashable {
  /// The field.
  let field: String
  /// The columns.
  let columns: [String]
  /// In words.
  let title: String
  /// The share of true pairs that may be expected to agree on it.
  let share: Double
  /// The levels of the field's comparison that mean the same; nil where none do.
  let levels: [String]?

  /// The key where only this share of pairs has the field at all.
  func foundShare(_ present: Double) -> FindingKey {
    FindingKey(field: field, columns: columns, title: title, share: share * present, levels: levels)
  }

  /// What holds of two records that agree on it.
  var condition: String { columns.map { "l.\($0) = r.\($0)" }.joined(separator: " AND ") }
}
