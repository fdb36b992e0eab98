public import KithReturns
import KithTables

/// An authority's returns of one year.
public struct SyntheticReturn: Sendable {
  /// The calendar year in which the collection ends.
  public let year: Int
  /// The tables of the SSDA903 return.
  public let lookedAfter: [TableName: RawTable]
  /// The tables of the CIN Census.
  public let inNeed: [TableName: RawTable]

  /// The files of the SSDA903 return, by name.
  public var lookedAfterFiles: [(name: String, text: String)] {
    LookedAfterSchema.tables.compactMap { schema in
      lookedAfter[schema.name].map { ("synthetic_\(Self.file(schema.name)).csv", $0.csv) }
    }
  }

  /// The file of the CIN Census, by name.
  public var inNeedFile: (name: String, text: String) { ("synthetic_cin_\(year).xml", InNeedXMLDocument(inNeed).xml) }

  /// The name that a table's file has after `synthetic_`.
  static func file(_ table: TableName) -> String {
    switch table.description {
    case "PlacedAdoption": "placed_for_adoption"
    case "PrevPerm": "previous_permanence"
    case "SWEpisodes": "sw_episodes"
    default: table.description.lowercased()
    }
  }
}

extension AuthorityHistory {
  /// The authority's returns of a collection year.
  public func returns(in year: Int) -> SyntheticReturn {
    let view = YearView(year)
    var care = LookedAfterWriter(view)
    var need = InNeedWriter(view, authority: authority)
    for career in careers {
      care.add(career)
      need.add(career)
    }
    return SyntheticReturn(
      year: year, lookedAfter: care.rows.tables(LookedAfterSchema.tables, in: year, isNested: false),
      inNeed: need.rows.tables(InNeedSchema.tables, in: year, isNested: true))
  }
}

extension ReturnRows {
  /// The tables of a collection that are collected in a year, empty ones too.
  func tables(_ schemas: [TableSchema], in year: Int, isNested: Bool) -> [TableName: RawTable] {
    var tables: [TableName: RawTable] = [:]
    for schema in schemas where schema.years.contains(year) {
      let own = self[schema.name.description]
      var builder = RawTableBuilder()
      for (place, cells) in own.rows.enumerated() {
        builder.append(cells, line: place + 2, in: own.parents.isEmpty ? nil : own.parents[place])
      }
      tables[schema.name] = builder.table(
        schema.name, file: "synthetic_\(SyntheticReturn.file(schema.name)).csv", fields: schema.fields)
    }
    return tables
  }
}
