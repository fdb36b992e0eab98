/// The CIN Census's XML layout: which elements stand where, and which cells they are.
enum InNeedXML {
  /// The element that holds the return.
  static let root = "Message"

  /// The whole layout.
  static let message = InNeedElement(root, .group) {
    [
      InNeedElement("Header", .row(.censusHeader)) {
        [
          InNeedElement("CollectionDetails", .group) {
            fields(of: .censusHeader, [.collectionName, .collectionYear, .referenceDate])
          },
          InNeedElement("Source", .group) {
            fields(
              of: .censusHeader,
              [.sourceLevel, .sendingAuthority, .softwareCode, .softwareRelease, .serialNumber, .madeAt])
          },
        ]
      },
      InNeedElement("Children", .group) { [child] },
    ]
  }

  private static let child = InNeedElement("Child", .child, repeats: true) {
    [
      InNeedElement("ChildIdentifiers", .row(.childIdentifiers)) {
        fields(
          of: .childIdentifiers,
          [
            .childIdentifier, .upn, .formerUPN, .upnUnknown, .birthDate, .expectedBirthDate, .gender, .personSex,
            .deathDate,
          ])
      },
      InNeedElement("ChildCharacteristics", .row(.childCharacteristics)) {
        fields(of: .childCharacteristics, [.ethnicGroup]) + [
          InNeedElement("Disabilities", .group) {
            [InNeedElement("Disability", .item(.disabilities, .disability), repeats: true)]
          }
        ]
      },
      details,
    ]
  }

  private static let details = InNeedElement("CINdetails", .row(.cinDetails), repeats: true) {
    fields(of: .cinDetails, [.referred, .referralSource, .primaryNeed, .closed, .closureReason, .conference]) + [
      InNeedElement("Assessments", .row(.assessments), repeats: true) {
        fields(of: .assessments, [.assessmentStart, .assessmentReview, .assessmentAuthorised]) + [
          InNeedElement("FactorsIdentifiedAtAssessment", .group) {
            [InNeedElement("AssessmentFactors", .item(.identifiedFactors, .factor), repeats: true)]
          }
        ]
      },
      InNeedElement("CINPlanDates", .row(.cinPlans), repeats: true) { fields(of: .cinPlans, [.planStart, .planEnd]) },
      InNeedElement("Section47", .row(.section47s), repeats: true) {
        fields(of: .section47s, [.enquiryStart, .conferenceTarget, .conference, .conferenceNotRequired])
      },
    ] + fields(of: .cinDetails, [.noFurtherAction]) + [
      InNeedElement("ChildProtectionPlans", .row(.childProtectionPlans), repeats: true) {
        fields(
          of: .childProtectionPlans, [.protectionStart, .protectionEnd, .initialAbuse, .latestAbuse, .previousPlans])
          + [
            InNeedElement("Reviews", .items(.reviews), repeats: true) {
              [InNeedElement("CPPreviewDate", .item(.reviews, .reviewed), repeats: true)]
            }
          ]
      }
    ]
  }

  /// The path of each field's element, by table.
  static let paths: [TableName: [Field: String]] = {
    var paths: [TableName: [Field: String]] = [.assessments: [:]]
    message.collect(into: &paths, path: root)
    let factor = paths[.identifiedFactors]?[.factor]
    paths[.assessments]?[.factors] = factor
    return paths
  }()

  private static func fields(of table: TableName, _ fields: [Field]) -> [InNeedElement] {
    fields.map { InNeedElement($0.description, .field(table, $0)) }
  }
}

/// An element of the layout, with those that may stand in it in their order.
final class InNeedElement: Sendable {
  /// What an element is.
  enum Kind: Sendable {
    /// A group that is no row.
    case group
    /// A child.
    case child
    /// A row of a table.
    case row(TableName)
    /// A cell of the row in which it stands, of this table.
    case field(TableName, Field)
    /// A row of a table that has one cell of its own.
    case item(TableName, Field)
    /// A group of such rows, which is a row with a blank cell where it holds none.
    case items(TableName)

    /// The table and the field that the element is of.
    var cell: (table: TableName, field: Field?)? {
      switch self {
      case .group, .child: nil
      case .row(let table), .items(let table): (table, nil)
      case .field(let table, let field), .item(let table, let field): (table, field)
      }
    }
  }

  /// The element's name.
  let name: String
  /// What it is.
  let kind: Kind
  /// Whether it may stand more than once in the same element.
  let repeats: Bool
  /// The place of its table among the schema's; 0 for an element that is of none.
  let table: Int
  /// The place of its field among the table's; 0 for an element that is no cell.
  let column: Int
  /// Whether its field holds a day.
  let isDay: Bool
  /// The elements that may stand in it, in their order.
  let elements: [InNeedElement]

  init(_ name: String, _ kind: Kind, repeats: Bool = false, _ elements: () -> [InNeedElement] = { [] }) {
    self.name = name
    self.kind = kind
    self.repeats = repeats
    self.elements = elements()
    let schemas = InNeedSchema.tables
    let place = kind.cell.flatMap { cell in schemas.firstIndex { $0.name == cell.table } } ?? 0
    table = place
    column = kind.cell?.field.flatMap { schemas[place].fields.firstIndex(of: $0) } ?? 0
    isDay = kind.cell?.field.map(schemas[place].days.contains) ?? false
  }

  /// Adds the paths of the fields that stand in the element.
  func collect(into paths: inout [TableName: [Field: String]], path: String) {
    if let (table, field) = kind.cell, let field { paths[table, default: [:]][field] = path }
    for element in elements { element.collect(into: &paths, path: path + "/" + element.name) }
  }
}
