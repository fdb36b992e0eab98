import Crypto
public import KithReturns
import KithTables

/// Tables of one collection, year and authority to be loaded, and what is known of them besides.
public struct LoadRequest: Sendable {
  /// The collection.
  public let collection: CollectionKind
  /// The tables.
  public private(set) var tables: [TableName: RawTable]
  /// The files that the tables come from.
  public let files: [File]
  /// The calendar year in which the collection ends.
  public let year: Int
  /// The authority's three digits; an extract may have other names for authorities.
  public let authority: String
  /// What a check of it found; nil when it was not checked.
  public var check: CheckSummary?
  /// Whether the return is synthetic.
  public var isSynthetic: Bool
  /// The day or occasion to which the user says that it belongs. Kith asks no clock.
  public var asOf: String?
  /// The extract that it is part of; nil for a return as an authority submits it.
  public var extract: ExtractNote?

  /// A file that a table comes from.
  public struct File: Hashable, Sendable {
    /// The file's name, without its folder.
    public let name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public let sha256: String
    /// The table that it holds.
    public let table: TableName
    /// How many rows of it are loaded.
    public let rows: Int
  }

  /// What a check of a return came to.
  public struct CheckSummary: Hashable, Sendable {
    /// The rule book, in words.
    public let ruleBook: String
    /// How many findings are errors.
    public let errors: Int
    /// How many are queries.
    public let queries: Int
    /// How many there are of each rule.
    public let rules: [RuleCount]

    /// The outcome of a check.
    public init(ruleBook: String, errors: Int, queries: Int, rules: [RuleCount] = []) {
      self.ruleBook = ruleBook
      self.errors = errors
      self.queries = queries
      self.rules = rules
    }
  }

  /// What is known of the extract that tables are part of.
  public struct ExtractNote: Sendable {
    /// The edition, marked where its columns are unverified.
    public let edition: String
    /// What the extract has in place of what the return has, by table and field: `month only`.
    let states: [TableName: [Field: String]]
  }

  /// A return to be loaded; with `tables`, those are taken for its own, as those with where each placement lies.
  public init(
    _ submission: Submission, tables: [TableName: RawTable]? = nil, year: Int, authority: String,
    check: CheckSummary? = nil, isSynthetic: Bool = false, asOf: String? = nil
  ) {
    collection = submission.collection
    self.tables = tables ?? submission.tables
    files = submission.files.filter { !$0.isLastYear }.map {
      File(name: $0.name, sha256: $0.sha256, table: $0.table, rows: $0.rows)
    }
    self.year = year
    self.authority = authority
    self.check = check
    self.isSynthetic = isSynthetic
    self.asOf = asOf
  }

  /// Last year's return, given beside a return to be compared with; nil where none was given.
  public init?(lastYearOf submission: Submission, year: Int, authority: String, isSynthetic: Bool = false) {
    guard let lastYear = submission.lastYear else { return nil }
    collection = submission.collection
    tables = lastYear
    files = submission.files.filter(\.isLastYear).map {
      File(name: $0.name, sha256: $0.sha256, table: $0.table, rows: $0.rows)
    }
    self.year = year
    self.authority = authority
    self.isSynthetic = isSynthetic
  }

  init(
    _ collection: CollectionKind, _ tables: [TableName: RawTable], files: [File], year: Int, authority: String,
    extract: ExtractNote, asOf: String?
  ) {
    self.collection = collection
    self.tables = tables
    self.files = files
    self.year = year
    self.authority = authority
    self.extract = extract
    self.asOf = asOf
    isSynthetic = false
  }

  /// The request without its tables, for those who ask what it was about.
  var withoutTables: LoadRequest {
    var request = self
    request.tables = [:]
    return request
  }

  /// One hash of the files, whatever their names and order.
  var filesHash: String {
    let lines = files.map { "\($0.table) \($0.sha256)" }.sorted()
    return SHA256.hash(data: Array(lines.joined(separator: "\n").utf8)).hexadecimal
  }
}

/// What became of a return that was to be loaded.
public enum LoadOutcome: Hashable, Sendable {
  /// It was loaded as this submission.
  case loaded(id: Int, version: Int, rows: Int, superseded: Int?)
  /// The current submission is of the very same files, and nothing was done.
  case alreadyThere(id: Int)
}
