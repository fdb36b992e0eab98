public import KithReturns
public import KithRules

/// The returns that somebody submits together, linked, to be checked each by its own rules of the year, and both beside
/// each other and beside last year's.
public struct ReturnCheck: Sendable {
  /// Whose returns they are.
  public struct Owner: Sendable {
    /// The authority's three digits; nil where nobody says whose they are.
    public let code: String?
    /// Its ONS code at the end of the year.
    public let onsCode: String?
    /// Whether somebody says so: a CIN Census that states its authority does not say whose the SSDA903 return beside it is.
    public let isNamed: Bool

    /// An authority as somebody says, or as a CIN Census states it.
    public init(code: String?, onsCode: String?, isNamed: Bool) {
      self.code = code
      self.onsCode = onsCode
      self.isNamed = isNamed
    }
  }

  /// The name of what is checked across returns and years.
  public static let across = "across"

  private let submissions: [Submission]
  private let year: Int
  private let owner: Owner
  private let returns: BothReturns

  /// Types the returns and links their children.
  /// - Throws: Where the year has no rule book.
  public init(
    _ submissions: [Submission], year: Int, owner: Owner, reference: LookedAfterReference
  ) throws(NoRuleBook) {
    for submission in submissions { try NoRuleBook.check(submission.collection, year) }
    self.submissions = submissions
    self.year = year
    self.owner = owner
    var lookedAfter = LookedAfterReturn.Source()
    var inNeed = InNeedReturn.Source()
    for submission in submissions {
      switch submission.collection {
      case .lookedAfter:
        lookedAfter = .init(
          authority: owner.isNamed ? owner.onsCode : nil, tables: submission.tables, lastYear: submission.lastYear,
          isXML: submission.isXML, reference: reference)
      case .inNeed:
        inNeed = .init(authority: owner.code, tables: submission.tables, lastYear: submission.lastYear)
      }
    }
    returns = BothReturns(year: year, lookedAfter: lookedAfter, inNeed: inNeed)
  }

  /// Checks the SSDA903 return; nil where there is none.
  public func lookedAfterReport() async -> CheckReport<LookedAfterReturn>? {
    guard let book = LookedAfterRules.book(for: year), let submission = submission(.lookedAfter) else { return nil }
    return await report(
      submission.collection.rawValue, submission, returns.lookedAfter, book, owner.isNamed ? owner.code : nil)
  }

  /// Checks the CIN Census; nil where there is none.
  public func inNeedReport() async -> CheckReport<InNeedReturn>? {
    guard let book = InNeedRules.book(for: year), let submission = submission(.inNeed) else { return nil }
    return await report(submission.collection.rawValue, submission, returns.inNeed, book, owner.code)
  }

  /// Checks the returns beside each other and beside last year's; nil where there is nothing to set beside another.
  public func acrossReport() async -> CheckReport<BothReturns>? {
    guard AcrossReturns.hasAnything(in: returns), let book = AcrossReturns.book(for: year) else { return nil }
    return await report(Self.across, .joining(submissions), returns, book, owner.code)
  }

  private func submission(_ kind: CollectionKind) -> Submission? { submissions.first { $0.collection == kind } }

  private func report<Collection: SubmittedReturn>(
    _ name: String, _ submission: Submission, _ collection: Collection, _ book: RuleBook<Collection>,
    _ authority: String?
  ) async -> CheckReport<Collection> {
    CheckReport(
      collectionName: name, submission: submission, collection: collection, authority: authority, book: book,
      check: await book.check(collection))
  }
}
