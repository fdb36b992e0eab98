import KithEngine
public import KithReturns
import KithTables

/// A table of a return as the store holds it: the guidance's fields by their names in small letters, typed, with the
/// submission and the row's place before them and mapped values after them.
public struct StoredTable: Sendable {
  /// The collection.
  public let collection: CollectionKind
  /// The table's schema in the return.
  public let schema: TableSchema
  /// The table's name in the store: `ssda903_episodes`.
  public let name: String
  package let columns: [StoredColumn]

  /// Every table of both returns, in the order of the guidance.
  public static let all: [StoredTable] = CollectionKind.allCases.flatMap { kind in
    kind.schemas.map { StoredTable($0, of: kind) }
  }

  /// The tables of a collection.
  public static func tables(of collection: CollectionKind) -> [StoredTable] {
    all.filter { $0.collection == collection }
  }

  init(_ schema: TableSchema, of collection: CollectionKind) {
    self.collection = collection
    self.schema = schema
    name = collection.rawValue + "_" + schema.name.description.lowercased()
    let fields = (schema.fields + schema.derived).map { field in
      StoredColumn(name: field.description.lowercased(), kind: .of(field, in: schema), fields: [field])
    }
    let mapped = Harmonisation.standard.columns(of: schema.name, collection).map { stem, fields in
      StoredColumn(name: stem + "_mapped", kind: .mapped, fields: fields)
    }
    columns = fields + mapped
  }

  /// The names of the columns in the store, in order.
  public var columnNames: [String] { ["submission", "position", "line", "parent_position"] + columns.map(\.name) }

  /// The statement that makes the table.
  var creation: SQL {
    let list = columns.map { "\"\($0.name)\" \($0.kind.type)" }.joined(separator: ", ")
    return """
      CREATE TABLE \(identifier: name) (
        submission BIGINT NOT NULL, position BIGINT NOT NULL, line BIGINT, parent_position BIGINT, \(raw: list))
      """
  }
}

/// A column of a stored table and the fields of the return that fill it.
package struct StoredColumn: Sendable {
  package let name: String
  package let kind: Kind
  package let fields: [Field]

  package enum Kind: Sendable {
    case day, whole, number, text, mapped

    static func of(_ field: Field, in schema: TableSchema) -> Kind {
      if schema.days.contains(field) { return .day }
      if wholeFields.contains(field) { return .whole }
      return field == .placementDistance ? .number : .text
    }

    private static let wholeFields: Set<Field> = [.sdqScore, .previousPlans, .collectionYear]

    package var type: String {
      switch self {
      case .day: "DATE"
      case .whole: "BIGINT"
      case .number: "DOUBLE"
      case .text, .mapped: "VARCHAR"
      }
    }
  }
}
