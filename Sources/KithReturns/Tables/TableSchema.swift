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

  init(_ name: TableName, _ fields: [Field], days: Set<Field>, derived: [Field] = [], years: YearSpan = .all) {
    self.name = name
    self.fields = fields
    self.days = days
    self.derived = derived
    self.years = years
  }
}

extension TableSchema {
  /// The table that a file's header belongs to: the one with the largest share of its fields there, if the header
  /// has more than half of them and one that few tables share; nil when no table fits.
  static func recognised(header: [Field], among schemas: [TableSchema]) -> TableSchema? {
    let names = Set(header)
    let candidates = schemas.map { schema in (schema, share: schema.share(of: names)) }
    guard let best = candidates.max(by: { $0.share < $1.share }), best.share > 0.5 else { return nil }
    let isAlone = candidates.filter { $0.share == best.share }.count == 1
    return isAlone && best.0.fields.contains { names.contains($0) && !sharedFields.contains($0) } ? best.0 : nil
  }

  private static let sharedFields: Set<Field> = [.child, .dateOfBirth, .sex]

  private func share(of names: Set<Field>) -> Double {
    Double(fields.filter(names.contains).count) / Double(fields.count)
  }
}
