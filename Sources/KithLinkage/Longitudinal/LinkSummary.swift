import KithTables

/// What came of a run of linkage, in counts of the authorities' own records: not for release.
public struct LinkSummary: Sendable {
  /// Children of a collection and an authority, parts counted.
  public let records: Int
  /// Children of an authority, parts counted.
  public let children: Int
  /// Persons that they are.
  public let persons: Int
  /// Persons whom more than one authority knows.
  public let personsInSeveralAuthorities: Int
  /// How many pairs each rule linked.
  public let linked: [(rule: String, count: Int)]
  /// How many pairs of each rule a person is to look at.
  public let review: [(rule: String, count: Int)]
  /// How many pairs of each rule were refused.
  public let refused: [(rule: String, count: Int)]
  /// How many pairs were dropped, not weighed or not joined, because an adoption order stands between.
  public let dropped: Int
  /// How many children's rows an order parts.
  public let parted: Int
  /// How many records stand alone, by why.
  public let alone: [(reason: Alone, count: Int)]
  /// For each group, how many records there are, and how many are linked to a record of another authority.
  public let groups: [(group: Group, records: (all: Int, linked: Int))]
  /// What each template compared and learnt.
  public let templates: [Template]

  /// Groups of records that differ in what links them.
  public enum Group: String, CaseIterable, Sendable {
    /// A pupil number is known.
    case withNumber = "with a pupil number"
    /// None is known, and the child is five or older when last seen.
    case withoutNumber = "five or older, without a pupil number"
    /// None is known of a child under five.
    case young = "under five, without a pupil number"
    /// The birth is expected.
    case unborn = "not yet born"
    /// Neither a birth date nor an expected one.
    case undated = "without a birth date"
    /// Born on 1 January.
    case january = "born on 1 January"
    /// Came alone to seek asylum.
    case unaccompanied = "unaccompanied"

    static func of(_ child: KnownChild) -> [Group] {
      if child.isUnborn { return [.unborn] }
      guard let born = child.born else { return [.undated] }
      let (day, month, _) = born.civil
      let number: Group =
        child.hasPupilNumber ? .withNumber : born.age(on: child.seenUntil) < 5 ? .young : .withoutNumber
      return [number] + ((day, month) == (1, 1) ? [.january] : []) + (child.isUnaccompanied ? [.unaccompanied] : [])
    }
  }

  /// Why a record is linked to no other.
  public enum Alone: String, CaseIterable, Sendable {
    /// A pair with another was left out, because an adoption order stands between.
    case adoption = "an adoption order parts it from another"
    /// A pair with another waits for a person.
    case review = "waits for a person to decide"
    /// A pair with another was refused.
    case refused = "a surer link stands against another"
    /// The birth is expected, so that there is nothing but the authority's identifier to link by.
    case unborn = "not yet born"
    /// There is no birth date.
    case undated = "without a birth date"
    /// No other record is alike enough.
    case nothing = "no other record is alike enough"
  }

  /// What came of a template.
  public struct Template: Sendable {
    /// Its name.
    public let name: String
    /// How many pairs were compared.
    public let compared: Int
    /// How many of them an identifier joins.
    public let surePairs: Int
    /// How many pairs of one child the model expects; nil where nothing was learnt.
    public let expectedMatches: Double?
    /// Whether pairs were linked by weight: there were enough sure ones to learn from.
    public let linksByWeight: Bool

    init(_ name: String, _ pairs: WeighedPairs, _ settings: LinkSettings) {
      self.name = name
      compared = pairs.compared
      surePairs = pairs.surePairs
      expectedMatches = pairs.model?.expectedMatches
      linksByWeight = pairs.surePairs >= settings.surePairs
    }
  }
}
