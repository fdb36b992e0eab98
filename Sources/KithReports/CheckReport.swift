public import KithReturns
public import KithRules

/// A return, what it was checked against and what came of it: all that a report of a check shows.
public struct CheckReport<Collection: SubmittedReturn>: Sendable {
  /// The collection's name in machine output: `ssda903`.
  public let collectionName: String
  /// The files that were read.
  public let submission: Submission
  /// The return.
  public let collection: Collection
  /// The authority's code as it is shown; nil when it was not given.
  public let authority: String?
  /// The rules.
  public let book: RuleBook<Collection>
  /// What failed and what could not be checked.
  public let check: Check

  /// A report of a check.
  public init(
    collectionName: String, submission: Submission, collection: Collection, authority: String?,
    book: RuleBook<Collection>, check: Check
  ) {
    self.collectionName = collectionName
    self.submission = submission
    self.collection = collection
    self.authority = authority
    self.book = book
    self.check = check
  }
}

extension CheckReport {
  /// The collection year as people write it: `2025/26` for the year that ends in 2026.
  public var yearTitle: String { "\(book.year - 1)/\(String(book.year).suffix(2))" }

  /// Whether nothing was found wrong.
  public var isClean: Bool { check.findings.isEmpty && submission.problems.isEmpty }

  /// How often a rule failed.
  public struct RuleCount: Sendable {
    /// The rule.
    public let rule: Rule<Collection>
    /// How many findings it has.
    public let findings: Int
    /// How many children they concern.
    public let children: Int
  }

  /// The rules that failed, most findings first.
  public var ruleCounts: [RuleCount] {
    Dictionary(grouping: check.findings, by: \.rule).map { place, findings in
      RuleCount(rule: book.rules[place], findings: findings.count, children: children(in: findings).count)
    }
    .sorted { ($1.findings, RuleCode($0.rule.code)) < ($0.findings, RuleCode($1.rule.code)) }
  }

  /// How many findings, failed rules, children and rows a check has.
  public struct Counts: Codable, Sendable, Equatable {
    /// Findings, those on the files' text included.
    public let findings: Int
    /// Rules with a finding.
    public let rules: Int
    /// Children with a finding.
    public let children: Int
    /// Rows with a finding.
    public let rows: Int
  }

  /// The counts of the check.
  public var counts: Counts {
    let rows = Set(check.findings.flatMap { [$0.row] + $0.linked }.map { RowKey(table: $0.table, row: $0.row) })
    return Counts(
      findings: check.findings.count + submission.problems.count, rules: Set(check.findings.map(\.rule)).count,
      children: children(in: check.findings).count, rows: rows.count)
  }

  private struct RowKey: Hashable {
    let table: TableName
    let row: Int
  }

  private func children(in findings: [Check.Finding]) -> Set<Int> {
    var orders: [TableName: RowOrder] = [:]
    var children: Set<Int> = []
    for finding in findings {
      let table = finding.row.table
      guard let order = orders[table] ?? collection.order(table) else { continue }
      orders[table] = order
      children.insert(order.child(ofRow: finding.row.row))
    }
    return children.subtracting([-1])
  }
}

extension Check.Reason {
  /// Why a rule could not be checked, and what to supply, as people read it.
  public var advice: String {
    switch self {
    case .noTable(let table): "the table \(table) was not given"
    case .noColumn(let table, let field): "the file of \(table) has no column \(field)"
    case .noLastYear(let table): "last year's \(table) was not given (--previous, or a folder prev)"
    case .notSupplied(.authority): "the authority was not given (--la)"
    case .notSupplied(.postcodes): "no postcode file was given (--postcodes)"
    case .notSupplied(.providers): "no list of providers was given (--providers)"
    case .unreadableDay: "a date on these rows, or on others of the same child, cannot be read"
    }
  }
}

extension ReadingProblem.Kind {
  /// The code under which the fault is reported.
  public var code: String {
    switch self {
    case .blankLine: "F01"
    case .tooManyCells: "F02"
    case .tooFewCells: "F03"
    case .openQuote: "F04"
    case .whiteSpace: "F05"
    case .missingColumn: "F06"
    case .doubledColumn: "F07"
    case .unknownElement: "F08"
    case .doubledElement: "F09"
    }
  }

  /// How serious the fault is: a query where the text is sure to have been read as meant.
  public var severity: Severity { self == .blankLine || self == .whiteSpace ? .query : .error }
}

extension CheckReport {
  /// The SHA-256 of each file that was read, by table and year.
  var inputHashes: [String: String] {
    Dictionary(
      submission.files.map { ("\($0.table)\($0.isLastYear ? "_last" : "") \($0.name)", $0.sha256) },
      uniquingKeysWith: { first, _ in first })
  }
}
