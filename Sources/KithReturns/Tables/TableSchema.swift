/// The fields of a table and the collection years in which the table is collected.
public struct TableSchema: Sendable {
  /// The table's name.
  public let name: TableName
  /// The fields that the authority submits, in the guidance's order.
  public let fields: [Field]
  /// The fields that hold a day.
  public let days: Set<Field>
  /// Fields that are worked out rather than submitted; a file may still hold them.
  public let derived: [Field]
  /// The years in which the table is collected.
  public let years: YearSpan
  /// The fields that are collected in some years only, with these.
  public let fieldYears: [Field: YearSpan]
  /// Where the rows stand, for tables of a layout whose rows stand in each other.
  public let nesting: Nesting?

  /// Where the rows of a table stand in a layout whose rows stand in each other.
  public struct Nesting: Sendable {
    /// The table in whose rows they stand; nil for the outermost.
    public let parent: TableName?
    /// The fields that tell rows apart in flat tables, those of the parent's first.
    public let key: [Field]
    /// The path of a row's element.
    public let path: String
  }

  init(
    _ name: TableName, _ fields: [Field], days: Set<Field>, derived: [Field] = [], years: YearSpan = .all,
    fieldYears: [Field: YearSpan] = [:], nesting: Nesting? = nil
  ) {
    self.name = name
    self.fields = fields
    self.days = days
    self.derived = derived
    self.years = years
    self.fieldYears = fieldYears
    self.nesting = nesting
  }

  /// The fields that are collected in every year.
  var lastingFields: [Field] { fields.filter { fieldYears[$0] == nil } }

  /// The table's fields by their names in capitals, as which the headings of files are compared.
  var fieldsByHeading: [String: Field] {
    Dictionary(uniqueKeysWithValues: (fields + derived).map { ($0.description.uppercased(), $0) })
  }
}

extension TableSchema {
  /// The table that a file's header belongs to: the one with the largest share of its fields there, if the header
  /// has more than half of them and one that few tables share; nil when no table fits.
  static func recognised(header: [String], among schemas: [TableSchema]) -> TableSchema? {
    let names = Set(header.map { $0.uppercased() })
    let candidates = schemas.map { schema in (schema, share: schema.share(of: names)) }
    guard let best = candidates.max(by: { $0.share < $1.share }), best.share > 0.5 else { return nil }
    let isAlone = candidates.filter { $0.share == best.share }.count == 1
    let isTelling = best.0.fields.contains {
      names.contains($0.description.uppercased()) && !sharedFields.contains($0)
    }
    return isAlone && isTelling ? best.0 : nil
  }

  private static let sharedFields: Set<Field> = [
    .child, .dateOfBirth, .sex, .childIdentifier, .detailsNumber, .assessmentNumber, .protectionPlanNumber,
  ]

  private func share(of names: Set<String>) -> Double {
    let fields = lastingFields
    return Double(fields.count { names.contains($0.description.uppercased()) }) / Double(fields.count)
  }
}
