import KithPlaces
public import KithTables

/// An authority's SSDA903 return of one year, typed and linked, with last year's where it was given.
///
/// Tables keep the order of their files; a row that cannot be read in part is kept with what can be read.
public final class LookedAfterReturn: LinkedReturn {
  /// The calendar year in which the collection ends: 2026 for 1 April 2025 to 31 March 2026.
  public let year: Int
  /// The authority's nine-character code; nil when it was not given.
  public let authority: String?
  /// The authority's code, to compare with the authorities of placements and providers.
  public let ownAuthority: Label
  /// What was supplied besides the return.
  public let reference: LookedAfterReference
  /// Whether the tables came from the XML layout, which states some fields that the CSV tables leave to be derived.
  public let isXML: Bool
  /// Last year's return of the same authority.
  public let lastYear: LookedAfterReturn?
  /// The texts of this return and of last year's.
  public let texts: TextDictionary
  /// How many children the return and last year's have together.
  public let childCount: Int
  /// The identifier of each child, by the child's number.
  public let childIDs: [Label]

  /// The children's headers.
  public let headers: HeaderTable
  /// The episodes of care.
  public let episodes: EpisodeTable
  /// The reviews.
  public let reviews: ReviewTable
  /// The unaccompanied asylum-seeking children.
  public let uascs: UASCTable
  /// Outcomes of children looked after for twelve months.
  public let oc2s: OC2Table
  /// Care leavers.
  public let oc3s: OC3Table
  /// Children adopted in the year.
  public let ad1s: AD1Table
  /// Decisions to place for adoption.
  public let placedForAdoption: PlacedForAdoptionTable
  /// Earlier permanence arrangements.
  public let previousPermanence: PreviousPermanenceTable
  /// Times missing or away.
  public let absences: MissingTable
  /// Social workers.
  public let socialWorkers: SocialWorkerTable
  /// Deprivation of liberty orders.
  public let deprivationsOfLiberty: DeprivationOfLibertyTable

  /// The rows of each table where a field holds a text that is not a day.
  public let unreadable: [TableName: [Field: [Int]]]

  /// The seven letters X, which say that a placement has no number of Ofsted's.
  public let noURN: Label
  /// What Ofsted's list says of the numbers that the episodes use.
  let registrations: Registrations
  /// The postcodes of the episodes that are in the postcode file.
  let knownPostcodes: Set<UInt32>

  /// The first day of the collection year, 1 April.
  public let start: Cell<Day>
  /// The last day of the collection year, 31 March.
  public let end: Cell<Day>

  /// Types and links the tables of a return and, where given, of last year's; where placements lie is worked out for
  /// both from the postcode file, in the columns that a file does not hold.
  ///
  /// `authority` is the nine-character code at the end of the year; `days` are the collection's first and last, where
  /// these are not those of the year.
  public convenience init(
    year: Int, authority: String?, tables: [TableName: RawTable], lastYear: [TableName: RawTable]? = nil,
    isXML: Bool = false, reference: LookedAfterReference = .none, days: (first: Day, last: Day)? = nil
  ) {
    var texts = TextDictionary()
    var children = ChildNumbers()
    let source = Source(
      authority: authority, tables: tables, lastYear: lastYear, isXML: isXML, reference: reference, days: days)
    self.init(year: year, source, texts: &texts, children: &children)
  }

  /// What a return is made of.
  public struct Source: Sendable {
    /// The nine-character code at the end of the year; nil when it was not given.
    public var authority: String?
    /// The tables; none of a return that was not given.
    public var tables: [TableName: RawTable] = [:]
    /// Last year's tables; nil when none was given.
    public var lastYear: [TableName: RawTable]?
    /// Whether the tables came from the XML layout.
    public var isXML = false
    /// What was supplied besides the return.
    public var reference = LookedAfterReference.none
    /// The collection's first and last day, where these are not those of the year.
    public var days: (first: Day, last: Day)?

    /// What a return of these is made of.
    public init(
      authority: String? = nil, tables: [TableName: RawTable] = [:], lastYear: [TableName: RawTable]? = nil,
      isXML: Bool = false, reference: LookedAfterReference = .none, days: (first: Day, last: Day)? = nil
    ) {
      self.authority = authority
      self.tables = tables
      self.lastYear = lastYear
      self.isXML = isXML
      self.reference = reference
      self.days = days
    }
  }

  /// Types and links a return whose texts and children are numbered with those of another.
  convenience init(
    year: Int, _ source: Source, texts: inout TextDictionary, children: inout ChildNumbers
  ) {
    let context = Context(
      authority: source.authority, isXML: source.isXML, reference: source.reference, endOfYear: Day(31, 3, year))
    let before = source.lastYear.map {
      LookedAfterReturn(year - 1, $0, lastYear: nil, context, days: nil, texts: &texts, children: &children)
    }
    self.init(year, source.tables, lastYear: before, context, days: source.days, texts: &texts, children: &children)
  }

  /// What this year's tables and last year's have in common.
  private struct Context {
    let authority: String?
    let isXML: Bool
    let reference: LookedAfterReference
    /// The last day of this year.
    let endOfYear: Day?

    func completing(_ episodes: RawTable) -> RawTable {
      guard let postcodes = reference.postcodes, let endOfYear, episodes.isSubmitted else { return episodes }
      return PlacementDerivation(postcodes: postcodes, day: endOfYear, authority: authority).completing(episodes)
    }
  }

  private init(
    _ year: Int, _ tables: [TableName: RawTable], lastYear: LookedAfterReturn?, _ context: Context,
    days: (first: Day, last: Day)?, texts: inout TextDictionary, children: inout ChildNumbers
  ) {
    func raw(_ name: TableName) -> RawTable { tables[name] ?? .absent(name) }
    self.year = year
    authority = context.authority
    isXML = context.isXML
    reference = context.reference
    self.lastYear = lastYear
    start = days.map { Cell($0.first) } ?? .day(1, 4, year - 1)
    end = days.map { Cell($0.last) } ?? .day(31, 3, year)
    headers = HeaderTable(raw(.headers), texts: &texts, children: &children)
    episodes = EpisodeTable(context.completing(raw(.episodes)), texts: &texts, children: &children)
    reviews = ReviewTable(raw(.reviews), texts: &texts, children: &children)
    uascs = UASCTable(raw(.uascs), texts: &texts, children: &children)
    oc2s = OC2Table(raw(.oc2s), texts: &texts, children: &children)
    oc3s = OC3Table(raw(.oc3s), texts: &texts, children: &children)
    ad1s = AD1Table(raw(.ad1s), texts: &texts, children: &children)
    placedForAdoption = PlacedForAdoptionTable(raw(.placedForAdoption), texts: &texts, children: &children)
    previousPermanence = PreviousPermanenceTable(raw(.previousPermanence), texts: &texts, children: &children)
    absences = MissingTable(raw(.absences), texts: &texts, children: &children)
    socialWorkers = SocialWorkerTable(raw(.socialWorkers), texts: &texts, children: &children)
    deprivationsOfLiberty = DeprivationOfLibertyTable(
      raw(.deprivationsOfLiberty), texts: &texts, children: &children)
    unreadable = [
      .headers: headers.days, .episodes: episodes.days, .reviews: reviews.days, .uascs: uascs.days,
      .oc2s: oc2s.days, .oc3s: oc3s.days, .ad1s: ad1s.days, .placedForAdoption: placedForAdoption.days,
      .previousPermanence: previousPermanence.days, .absences: absences.days, .socialWorkers: socialWorkers.days,
      .deprivationsOfLiberty: deprivationsOfLiberty.days,
    ].mapValues { columns in
      Dictionary(uniqueKeysWithValues: columns.map { ($0, $1.unreadableRows) }).filter { !$0.value.isEmpty }
    }
    ownAuthority = context.authority.map { Label($0, &texts) } ?? .missing
    noURN = Label("XXXXXXX", &texts)
    registrations = Registrations(
      reference, of: episodes.urn, on: context.endOfYear ?? Day(number: 0), texts: &texts)
    knownPostcodes = episodes.postcodes(in: reference.postcodes, texts: texts)
    self.texts = texts
    childIDs = children.labels
    childCount = children.labels.count
  }
}

extension LookedAfterReturn {
  /// The text of a table as submitted.
  public func raw(_ name: TableName) -> RawTable {
    switch name {
    case .headers: headers.raw
    case .episodes: episodes.raw
    case .reviews: reviews.raw
    case .uascs: uascs.raw
    case .oc2s: oc2s.raw
    case .oc3s: oc3s.raw
    case .ad1s: ad1s.raw
    case .placedForAdoption: placedForAdoption.raw
    case .previousPermanence: previousPermanence.raw
    case .absences: absences.raw
    case .socialWorkers: socialWorkers.raw
    case .deprivationsOfLiberty: deprivationsOfLiberty.raw
    default: .absent(name)
    }
  }
}
