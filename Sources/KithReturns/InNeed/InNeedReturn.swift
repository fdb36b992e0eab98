public import KithTables

/// An authority's CIN Census of one year, typed and linked, with last year's where it was given.
///
/// Tables keep the order of the document; a row that cannot be read in part is kept with what can be read. A child is
/// known by its place in the document; the authority's identifier is a label, by which last year's child is found.
public final class InNeedReturn: LinkedReturn {
  /// The calendar year in which the collection ends: 2026 for 1 April 2025 to 31 March 2026.
  public let year: Int
  /// The authority's number or code; nil when neither the file nor the user gave it.
  public let authority: String?
  /// Last year's return of the same authority.
  public let lastYear: InNeedReturn?
  /// The texts of this return and of last year's.
  public let texts: TextDictionary
  /// How many children the return and last year's have together.
  public let childCount: Int
  /// The identifier of each child, by the child's number.
  public let childIDs: [Label]

  /// What the file says of itself.
  public let header: CensusHeaderTable
  /// The children: who each is.
  public let identifiers: ChildIdentifiersTable
  /// The children's ethnic groups.
  public let characteristics: ChildCharacteristicsTable
  /// The children's disabilities.
  public let disabilities: DisabilityTable
  /// The times in need.
  public let details: CINDetailsTable
  /// The assessments.
  public let assessments: AssessmentTable
  /// The factors that assessments found.
  public let factors: IdentifiedFactorTable
  /// The child in need plans.
  public let plans: CINPlanTable
  /// The enquiries under section 47.
  public let enquiries: Section47Table
  /// The child protection plans.
  public let protectionPlans: ChildProtectionPlanTable
  /// The review conferences.
  public let planReviews: PlanReviewTable

  /// The rows of each table where a field holds a text that is not a day.
  public let unreadable: [TableName: [Field: [Int]]]

  /// The identifiers that more than one child has.
  public let repeatedIdentifiers: RepeatedLabels
  /// The unique pupil numbers that more than one child has.
  public let repeatedUPNs: RepeatedLabels

  /// The first day of the collection year: a year before the day after the last.
  public let start: Cell<Day>
  /// The last day of the collection year: the file's reference date; 31 March where that cannot be read.
  public let end: Cell<Day>

  /// Types and links the tables of a return and, where given, of last year's.
  public convenience init(
    year: Int, authority: String?, tables: [TableName: RawTable], lastYear: [TableName: RawTable]? = nil
  ) {
    var texts = TextDictionary()
    var children = ChildNumbers()
    let source = Source(authority: authority, tables: tables, lastYear: lastYear)
    self.init(year: year, source, texts: &texts, children: &children)
  }

  /// What a return is made of.
  public struct Source: Sendable {
    /// The authority's number or code; nil when it is not known.
    public var authority: String?
    /// The tables; none of a return that was not given.
    public var tables: [TableName: RawTable]
    /// Last year's tables; nil when none was given.
    public var lastYear: [TableName: RawTable]?

    /// What a return of these is made of.
    public init(
      authority: String? = nil, tables: [TableName: RawTable] = [:], lastYear: [TableName: RawTable]? = nil
    ) {
      self.authority = authority
      self.tables = tables
      self.lastYear = lastYear
    }
  }

  /// Types and links a return whose texts and children are numbered with those of another.
  convenience init(
    year: Int, _ source: Source, texts: inout TextDictionary, children: inout ChildNumbers
  ) {
    let before = source.lastYear.map { tables in
      InNeedReturn(year - 1, source.authority, tables, lastYear: nil, texts: &texts, children: &children)
    }
    self.init(year, source.authority, source.tables, lastYear: before, texts: &texts, children: &children)
  }

  private init(
    _ year: Int, _ authority: String?, _ tables: [TableName: RawTable], lastYear: InNeedReturn?,
    texts: inout TextDictionary, children: inout ChildNumbers
  ) {
    let tables = InNeedHierarchy(tables).tables
    let links = InNeedLinks(tables, texts: &texts, children: &children)
    func raw(_ name: TableName) -> RawTable { tables[name] ?? .absent(name) }
    self.year = year
    self.authority = authority
    self.lastYear = lastYear
    header = CensusHeaderTable(raw(.censusHeader), links: links, texts: &texts)
    identifiers = ChildIdentifiersTable(raw(.childIdentifiers), links: links, texts: &texts)
    characteristics = ChildCharacteristicsTable(raw(.childCharacteristics), links: links, texts: &texts)
    disabilities = DisabilityTable(raw(.disabilities), links: links, texts: &texts)
    details = CINDetailsTable(raw(.cinDetails), links: links, texts: &texts)
    assessments = AssessmentTable(raw(.assessments), links: links, texts: &texts)
    factors = IdentifiedFactorTable(raw(.identifiedFactors), links: links, texts: &texts)
    plans = CINPlanTable(raw(.cinPlans), links: links, texts: &texts)
    enquiries = Section47Table(raw(.section47s), links: links, texts: &texts)
    protectionPlans = ChildProtectionPlanTable(raw(.childProtectionPlans), links: links, texts: &texts)
    planReviews = PlanReviewTable(raw(.reviews), links: links, texts: &texts)
    unreadable = [
      .censusHeader: header.days, .childIdentifiers: identifiers.days, .childCharacteristics: characteristics.days,
      .disabilities: disabilities.days, .cinDetails: details.days, .assessments: assessments.days,
      .identifiedFactors: factors.days, .cinPlans: plans.days, .section47s: enquiries.days,
      .childProtectionPlans: protectionPlans.days, .reviews: planReviews.days,
    ].mapValues { columns in
      Dictionary(uniqueKeysWithValues: columns.map { ($0, $1.unreadableRows) }).filter { !$0.value.isEmpty }
    }
    repeatedIdentifiers = RepeatedLabels(identifiers.childID)
    repeatedUPNs = RepeatedLabels(identifiers.upn)
    let stated = header.order.rowCount > 0 ? header.referenceDate[0] : .missing
    end = stated.or(.day(31, 3, year))
    start = end.adding(years: -1).adding(days: 1)
    self.texts = texts
    childIDs = children.labels
    childCount = children.labels.count
  }
}

extension InNeedReturn {
  /// The text of a table as submitted.
  public func raw(_ name: TableName) -> RawTable {
    switch name {
    case .censusHeader: header.raw
    case .childIdentifiers: identifiers.raw
    case .childCharacteristics: characteristics.raw
    case .disabilities: disabilities.raw
    case .cinDetails: details.raw
    case .assessments: assessments.raw
    case .identifiedFactors: factors.raw
    case .cinPlans: plans.raw
    case .section47s: enquiries.raw
    case .childProtectionPlans: protectionPlans.raw
    case .reviews: planReviews.raw
    default: .absent(name)
    }
  }

  /// The rows of a table by child.
  public func order(_ table: TableName) -> RowOrder? {
    switch table {
    case .censusHeader: header.order
    case .childIdentifiers: identifiers.order
    case .childCharacteristics: characteristics.order
    case .disabilities: disabilities.order
    case .cinDetails: details.order
    case .assessments: assessments.order
    case .identifiedFactors: factors.order
    case .cinPlans: plans.order
    case .section47s: enquiries.order
    case .childProtectionPlans: protectionPlans.order
    case .reviews: planReviews.order
    default: nil
    }
  }
}
