/// The CIN Census's XML layout: which elements stand where, and which cells they are.
enum InNeedXML {
  /// The element that holds the return.
  static let root = "Message"

  /// The whole layout.
  static let message = InNeedElement(root, .group) {
    [
      InNeedElement("Header", .row(.censusHeader)) {
        [
          InNeedElement("CollectionDetails", .group) { fields([.collectionName, .collectionYear, .referenceDate]) },
          InNeedElement("Source", .group) {
            fields([.sourceLevel, .sendingAuthority, .softwareCode, .softwareRelease, .serialNumber, .madeAt])
          },
        ]
      },
      InNeedElement("Children", .group) { [child] },
    ]
  }

  private static let child = InNeedElement("Child", .child, repeats: true) {
    [
      InNeedElement("ChildIdentifiers", .row(.childIdentifiers)) {
        fields([
          .childIdentifier, .upn, .formerUPN, .upnUnknown, .birthDate, .expectedBirthDate, .gender, .personSex,
          .deathDate,
        ])
      },
      InNeedElement("ChildCharacteristics", .row(.childCharacteristics)) {
        fields([.ethnicGroup]) + [
          InNeedElement("Disabilities", .group) {
            [InNeedElement("Disability", .item(.disabilities, .disability), repeats: true)]
          }
        ]
      },
      details,
    ]
  }

  private static let details = InNeedElement("CINdetails", .row(.cinDetails), repeats: true) {
    fields([.referred, .referralSource, .primaryNeed, .closed, .closureReason, .conference]) + [
      InNeedElement("Assessments", .row(.assessments), repeats: true) {
        fields([.assessmentStart, .assessmentReview, .assessmentAuthorised]) + [
          InNeedElement("FactorsIdentifiedAtAssessment", .group) {
            [InNeedElement("AssessmentFactors", .item(.identifiedFactors, .factor), repeats: true)]
          }
        ]
      },
      InNeedElement("CINPlanDates", .row(.cinPlans), repeats: true) { fields([.planStart, .planEnd]) },
      InNeedElement("Section47", .row(.section47s), repeats: true) {
        fields([.enquiryStart, .conferenceTarget, .conference, .conferenceNotRequired])
      },
    ] + fields([.noFurtherAction]) + [
      InNeedElement("ChildProtectionPlans", .row(.childProtectionPlans), repeats: true) {
        fields([.protectionStart, .protectionEnd, .initialAbuse, .latestAbuse, .previousPlans]) + [
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
    message.collect(into: &paths, table: nil, path: root)
    let factor = paths[.identifiedFactors]?[.factor]
    paths[.assessments]?[.factors] = factor
    return paths
  }()

  private static func fields(_ fields: [Field]) -> [InNeedElement] {
    fields.map { InNeedElement($0.description, .field($0)) }
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
    /// A cell of the row in which it stands.
    case field(Field)
    /// A row of a table that has one cell of its own.
    case item(TableName, Field)
    /// A group of such rows, which is a row with a blank cell where it holds none.
    case items(TableName)
  }

  /// The element's name.
  let name: String
  /// What it is.
  let kind: Kind
  /// Whether it may stand more than once in the same element.
  let repeats: Bool
  /// The elements that may stand in it, in their order.
  let elements: [InNeedElement]

  init(_ name: String, _ kind: Kind, repeats: Bool = false, _ elements: () -> [InNeedElement] = { [] }) {
    self.name = name
    self.kind = kind
    self.repeats = repeats
    self.elements = elements()
  }

  /// Adds the paths of the fields that stand in the element.
  func collect(into paths: inout [TableName: [Field: String]], table: TableName?, path: String) {
    var table = table
    switch kind {
    case .group, .child, .items: break
    case .row(let name): table = name
    case .field(let field): if let table { paths[table, default: [:]][field] = path }
    case .item(let name, let field): paths[name, default: [:]][field] = path
    }
    for element in elements { element.collect(into: &paths, table: table, path: path + "/" + element.name) }
  }
}
