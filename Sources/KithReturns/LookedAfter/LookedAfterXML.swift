/// Where the fields of the SSDA903 tables stand in the XML layout.
enum LookedAfterXML {
  /// The element that holds the return.
  static let root = "EXPSSDA903"
  /// The element that holds a child.
  static let child = "CHILD"
  /// The element that holds what is said of a child once.
  static let header = "HEADER"

  /// The element of each table that has one of its own for a row; within the header but for episodes.
  static let rowElements: [String: TableName] = [
    "EPISODE": .episodes, "AREVIEW": .reviews, "AMISSING": .absences, "OC2": .oc2s, "PERMANENCE": .previousPermanence,
    "AD_PLACED": .placedForAdoption,
  ]

  /// The tables whose fields stand in the header itself, with the fields of which any makes a row.
  static let headerTables: [(table: TableName, fields: [Field])] = [
    (.uascs, [.unaccompanied, .statusCeased]), (.oc3s, [.inTouch, .activity, .accommodation]),
    (
      .ad1s,
      [.adoptionDecided, .matched, .adoptedByFosterCarer, .numberOfAdopters, .sexOfAdopters, .adoptersStatus]
    ),
  ]

  /// The tables that the layout holds.
  static let tables: [TableName] = [
    .headers, .episodes, .reviews, .uascs, .oc2s, .oc3s, .ad1s, .placedForAdoption, .previousPermanence, .absences,
  ]

  /// The fields that are read for a table: those of the schema and, for the header, the UASC flag.
  static func fields(of table: TableName) -> [Field] {
    let fields = LookedAfterSchema.tables.first { $0.name == table }?.fields ?? []
    return table == .headers ? fields + [.unaccompanied] : fields
  }

  /// The field of an element, whose names differ from the tables' in two places.
  static func field(ofElement name: String) -> Field {
    switch name {
    case "CHILDID": .child
    case "PL": .placement
    default: Field(name)
    }
  }

  /// The element of a field.
  static func element(of field: Field) -> String {
    switch field {
    case .child: "CHILDID"
    case .placement: "PL"
    default: field.description
    }
  }
}
