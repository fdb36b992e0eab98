public import KithReturns
import KithTables

/// A file of a synthesis.
public struct SyntheticFile: Sendable {
  /// Its name, without its folder.
  public let name: String
  /// What it holds, in UTF-8.
  public let bytes: [UInt8]

  /// What it holds.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A file of a text.
  public init(_ name: String, text: String) { self.init(name, Array(text.utf8)) }
}

/// An authority's returns of one year.
public struct SyntheticReturn: Sendable {
  /// The calendar year in which the collection ends.
  public let year: Int
  /// The tables of the SSDA903 return.
  public let lookedAfter: [TableName: RawTable]
  /// The tables of the CIN Census.
  public let inNeed: [TableName: RawTable]

  /// The files of the SSDA903 return, by name.
  public var lookedAfterFiles: [SyntheticFile] {
    LookedAfterSchema.tables.compactMap { schema in
      lookedAfter[schema.name].map { SyntheticFile("synthetic_\(Self.file(schema.name)).csv", $0.csvBytes) }
    }
  }

  /// The file of the CIN Census, by name.
  public var inNeedFile: SyntheticFile {
    SyntheticFile("synthetic_cin_\(year).xml", InNeedXMLDocument(inNeed).bytes)
  }

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
      year: year, lookedAfter: care.rows.tables(LookedAfterSchema.tables, in: year),
      inNeed: need.rows.tables(InNeedSchema.tables, in: year))
  }
}

extension ReturnRows {
  /// The tables of a collection that are collected in a year, empty ones too.
  func tables(_ schemas: [TableSchema], in year: Int) -> [TableName: RawTable] {
    var tables: [TableName: RawTable] = [:]
    for schema in schemas where schema.years.contains(year) {
      tables[schema.name] = self[schema.name.description].table(
        schema.name, file: "synthetic_\(SyntheticReturn.file(schema.name)).csv", fields: schema.fields)
    }
    return tables
  }
}
