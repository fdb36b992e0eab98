public import KithReturns
import KithStore

/// A field of a return that Kith reads, as an application and its codebook have it.
public struct ReturnField: Hashable, Sendable {
  /// The collection.
  public let collection: CollectionKind
  /// The table.
  public let table: TableName
  /// The field.
  public let field: Field
  /// What it is.
  public let meaning: String
  /// When it is blank.
  public let blank: String
  /// The coarser form that serves most questions; empty where there is none.
  public let coarser: String

  /// The name by which a question asks for it: `Episodes.DECOM`.
  public var name: String { "\(table).\(field)" }

  private var schema: TableSchema? { collection.schemas.first { $0.name == table } }

  /// Whether the table, as the year's specification has it, holds the field.
  public var isOfItsTable: Bool { schema?.fields.contains(field) ?? false }

  /// Whether it holds a day.
  public var isDay: Bool { schema?.days.contains(field) ?? false }

  /// Whether it is collected in a year, by the calendar year in which the collection ends.
  public func isCollected(in year: Int) -> Bool {
    guard let schema else { return false }
    return schema.years.contains(year) && (schema.fieldYears[field] ?? .all).contains(year)
  }

  /// The years in which it is collected, in words.
  public var years: String {
    guard let schema else { return "" }
    let first = [schema.years.first, schema.fieldYears[field]?.first].compactMap(\.self).max()
    let last = [schema.years.last, schema.fieldYears[field]?.last].compactMap(\.self).min()
    switch (first, last) {
    case (let first?, let last?): return "\(first) to \(last)"
    case (let first?, nil): return "from \(first)"
    case (nil, let last?): return "to \(last)"
    case (nil, nil): return "all"
    }
  }

  /// What changed in its codes from year to year.
  public var codeChanges: [String] {
    var seen: Set<String> = []
    return Harmonisation.standard.mappings
      .filter { $0.collection == collection && $0.table == table.description && $0.field == field.description }
      .map(\.why).filter { seen.insert($0).inserted }
  }
}
