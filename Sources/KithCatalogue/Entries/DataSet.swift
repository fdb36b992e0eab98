/// A national data set as the catalogue describes it.
public struct DataSet: Decodable, Hashable, Sendable {
  /// The name by which commands know it, such as `cin-census`.
  public let id: String
  /// Its title.
  public let name: String
  /// Its title where there is little room; nil where the title itself is short.
  public let short: String?
  /// What else it is called.
  public let aka: [String]
  /// The family that it belongs to.
  public let group: Group
  /// Whether it holds records of persons, totals, or neither.
  public let levels: [Level]
  /// Whether it is itself made by linking others.
  public let isLinked: Bool
  /// The collection whose returns Kith reads, by its word for it; nil where Kith reads none.
  public let collection: String?
  /// Who answers for it.
  public let steward: String
  /// What a record is.
  public let unit: String
  /// Who or what is in it, where that needs saying.
  public let population: String?
  /// The years that it covers.
  public let coverage: String
  /// The first year that it covers, by the calendar year in which it ends; nil where it is not known.
  public let firstYear: Int?
  /// The places that it tells apart.
  public let geography: String
  /// How often it is made.
  public let frequency: String?
  /// The days to which a year's records refer.
  public let period: String?
  /// When it is published.
  public let published: String?
  /// The form of its files.
  public let form: String?
  /// What it holds by which records may be joined.
  public let identifiers: [String]
  /// What it tells.
  public let variables: [String]
  /// Words under which to look for it.
  public let topics: [String]
  /// Where a series cannot be read across.
  public let breaks: [Break]
  /// What it cannot tell, and where it misleads.
  public let limits: [String]
  /// What it has been used for.
  public let uses: [String]
  /// Who may have it, and how.
  public let access: [Access]
  /// The licence, in words.
  public let licence: String
  /// Whether anyone may download it.
  public let isOpen: Bool
  /// Whether its records are personal data.
  public let hasPersonalData: Bool
  /// Studies that show its use, by their identifiers.
  public let examples: [String]
  /// A public page about it; empty where there is none.
  public let page: String
  /// The commands of Kith that work on it.
  public let kith: [String]
  /// The day on which the entry was last compared with its evidence, as 2026-11-29.
  public let lastVerified: String
  /// What the entry was compared with.
  public let basis: Basis
  /// What of the entry is not verified, in words.
  public let unverified: [String]

  /// A family of data sets.
  public enum Group: String, Decodable, CaseIterable, Sendable {
    /// Returns that authorities and schools make of each child, pupil or worker.
    case returns
    /// Records of persons that researchers may apply for, linked or to be linked.
    case linked
    /// What authorities and regions hold themselves.
    case local
    /// Statistics that are published.
    case published
    /// Populations, places and lists to set others beside.
    case reference
  }

  /// What the records are of.
  public enum Level: String, Decodable, CaseIterable, Sendable {
    /// Persons.
    case individual
    /// Totals of areas or organisations.
    case aggregate
    /// Lists to look things up in.
    case reference
  }

  /// What an entry was compared with.
  public enum Basis: String, Decodable, CaseIterable, Sendable {
    /// The data set's own files or specification, as notes of them have it.
    case files
    /// Public pages about it, as notes of them have it.
    case pages
    /// Nobody has compared it: it is from memory.
    case memory
  }

  /// A point at which a series changes.
  public struct Break: Decodable, Hashable, Sendable {
    /// The first year of the new state, by the calendar year in which it ends; nil where there are several or none is known.
    public let year: Int?
    /// What changes.
    public let what: String
    /// True where nobody has confirmed it.
    public let isUnverified: Bool?
  }
}

extension DataSet {
  /// Whether nothing of the entry has been compared with anything.
  public var isFromMemory: Bool { basis == .memory }

  /// The steward's short name, where it has one: `DfE`.
  public var stewardShort: String {
    guard let open = steward.firstIndex(of: "("), let close = steward[open...].firstIndex(of: ")") else {
      return steward
    }
    return String(steward[steward.index(after: open)..<close])
  }

  /// The ways in which a kind of user may have it: that kind's own, else those of a researcher for government's analysts,
  /// else what anyone may have.
  public func access(for kind: UserKind) -> [Access] {
    let own = access.filter { $0.who.contains(kind) }
    if !own.isEmpty { return own }
    let open = access.filter { $0.who.contains(.anyone) }
    if kind == .governmentAnalyst, !isOpen {
      let asResearcher = access.filter { $0.who.contains(.researcher) }
      if !asResearcher.isEmpty { return asResearcher }
    }
    return open
  }
}

extension DataSet.Group {
  /// The family in words.
  public var title: String {
    switch self {
    case .returns: "Returns"
    case .linked: "Records for research"
    case .local: "Held by authorities and regions"
    case .published: "Published statistics"
    case .reference: "Populations, places and lists"
    }
  }
}

extension DataSet.Basis {
  /// What was done, in words.
  public var words: String {
    switch self {
    case .files: "compared with notes of its own files and specification"
    case .pages: "compared with notes of public pages"
    case .memory: "from memory: not compared with anything"
    }
  }
}
