import KithTables

/// A collection of which Kith reads the returns.
public enum CollectionKind: String, Sendable, CaseIterable {
  /// Children looked after: SSDA903.
  case lookedAfter = "ssda903"
  /// Children in need: the CIN Census.
  case inNeed = "cin"

  /// The collection's tables, in the order of the guidance.
  public var schemas: [TableSchema] {
    switch self {
    case .lookedAfter: LookedAfterSchema.tables
    case .inNeed: InNeedSchema.tables
    }
  }

  /// The collection's name as people write it.
  public var title: String {
    switch self {
    case .lookedAfter: "SSDA903"
    case .inNeed: "CIN Census"
    }
  }

  /// The element that holds a return in the collection's XML layout.
  var root: String {
    switch self {
    case .lookedAfter: LookedAfterXML.root
    case .inNeed: InNeedXML.root
    }
  }

  /// The collection whose XML layout the bytes begin with; nil when they begin with none.
  static func ofXML(_ bytes: [UInt8]) -> CollectionKind? {
    let text = String(decoding: bytes.prefix(4000), as: UTF8.self)
    return allCases.first { kind in
      text.split(separator: "<").contains { tag in
        let name = tag.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return name == kind.root || name.hasSuffix(":" + kind.root)
      }
    }
  }

  /// The tables of a document in the collection's XML layout, and the faults of its text.
  func readXML(_ bytes: [UInt8], file: String) throws(ReadError) -> ([TableName: RawTable], [ReadingProblem]) {
    switch self {
    case .lookedAfter: try LookedAfterXMLReader.read(bytes, file: file)
    case .inNeed: try InNeedXMLReader.read(bytes, file: file)
    }
  }

  /// The faults that show only when flat tables are read together, or as what they hold: rows that lead to no row of the
  /// table in whose rows they should stand, and texts that are not dates.
  ///
  /// Of an SSDA903 return both are found by rules.
  func problemsOfFlatTables(_ tables: [TableName: RawTable]) -> [ReadingProblem] {
    guard self == .inNeed else { return [] }
    let dates = schemas.flatMap { schema in
      tables[schema.name].map { $0.elementPath == nil ? $0.unreadableDates(schema.days) : [] } ?? []
    }
    return dates + InNeedHierarchy(tables).problems
  }
}

extension RawTable {
  /// The cells of these fields whose text is not a date.
  fileprivate func unreadableDates(_ fields: Set<Field>) -> [ReadingProblem] {
    fields.filter(has).sorted { $0.description < $1.description }.flatMap { field in
      ColumnReader(self, days: .either).days(field).unreadableRows.map { row in
        ReadingProblem(
          kind: .unreadableDate, table: name, isLastYear: false, file: file, line: line(ofRow: row), row: row,
          field: field, path: nil)
      }
    }
  }
}
