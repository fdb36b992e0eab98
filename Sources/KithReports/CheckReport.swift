public import KithReturns
public import KithRules

/// A return, what it was checked against and what came of it: all that a report of a check shows.
public struct CheckReport<Collection: SubmittedReturn>: Sendable {
  /// The name of what was checked: `ssda903`, `cin`, or `across` for checks across returns.
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

  /// What was checked, as people write it.
  var subject: String {
    switch collectionName {
    case CollectionKind.lookedAfter.rawValue: "SSDA903 return"
    case CollectionKind.inNeed.rawValue: CollectionKind.inNeed.title
    default: Set(submission.files.map(\.table.collection)).count > 1 ? "CIN Census and SSDA903 return" : "CIN Census"
    }
  }

  /// Whether the check was across returns.
  var isAcross: Bool { Collection.self == BothReturns.self }

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

  /// The counts of the check.
  public var counts: CheckCounts {
    let scope = scope
    return CheckCounts(
      findings: check.findings.count + submission.problems.count, rules: Set(check.findings.map(\.rule)).count,
      children: scope.children.count, rows: scope.rows.count)
  }

  /// The children and rows with a finding.
  var scope: CheckScope {
    let rows = check.findings.flatMap { [$0.row] + $0.linked }.compactMap { reference in
      reference.row.map { row in
        let table = reference.table
        return CheckScope.Row(
          table: table.collection == nil ? table.of(submission.collection) : table, isLastYear: reference.isLastYear,
          row: row)
      }
    }
    return CheckScope(children: children(in: check.findings), rows: Set(rows))
  }

  private func children(in findings: [Check.Finding]) -> Set<Int> {
    var children: Set<Int> = []
    for finding in findings {
      let source = finding.row.isLastYear ? collection.lastYear : collection
      guard let row = finding.row.row, let order = source?.order(finding.row.table) else { continue }
      children.insert(order.child(ofRow: row))
    }
    return children.subtracting([-1])
  }
}

/// The children and rows that a check's findings concern.
struct CheckScope: Sendable {
  /// A row of this year or of last.
  struct Row: Hashable, Sendable {
    let table: TableName
    let isLastYear: Bool
    let row: Int
  }

  /// The numbers of the children.
  var children: Set<Int> = []
  /// The rows.
  var rows: Set<Row> = []

  /// What either concerns.
  func union(_ other: CheckScope) -> CheckScope {
    CheckScope(children: children.union(other.children), rows: rows.union(other.rows))
  }
}

extension Check.Reason {
  /// Why a rule could not be checked, and what to supply, as people read it.
  public var advice: String {
    switch self {
    case .noTable(let table): "the table \(table) was not given"
    case .noColumn(let table, let field): "the file of \(table) has no column \(field)"
    case .noLastYear(let table): "last year's \(table) was not given (--previous, or a folder prev)"
    case .notSupplied(.authority): "the authority was not given (--la 318, or its ONS code)"
    case .notSupplied(.postcodes), .notSupplied(.postcodeFile):
      "no postcode file was given (--postcodes FILE: the ONS Postcode Directory as CSV or Parquet)"
    case .notSupplied(.providers):
      "no list of providers was given (--providers FILE: Ofsted's list as an Excel workbook or CSV)"
    case .notSupplied(.bankHolidays): "the bank holidays around the reference date are not known to this version"
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
    case .wrongOrder: "F09"
    case .missingElement: "F10"
    case .repeatedElement: "F11"
    case .unreadableDate: "F12"
    case .noParent: "F13"
    }
  }

  /// How serious the fault is: a query where the text is sure to have been read as meant.
  public var severity: Severity {
    [.blankLine, .whiteSpace, .wrongOrder].contains(self) ? .query : .error
  }
}

extension CheckReport {
  /// The SHA-256 of each file that was read, by table and year.
  var inputHashes: [String: String] {
    Dictionary(
      submission.files.map { ("\($0.table)\($0.isLastYear ? "_last" : "") \($0.name)", $0.sha256) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// How many findings, failed rules, children and rows a check has.
public struct CheckCounts: Codable, Sendable, Equatable {
  /// Findings, those on the files' text included.
  public let findings: Int
  /// Rules with a finding.
  public let rules: Int
  /// Children with a finding.
  public let children: Int
  /// Rows with a finding.
  public let rows: Int
}
