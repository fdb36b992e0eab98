import KithReference
import KithPlaces
import KithReports
import KithReturns
import KithRules

/// Checks the returns that a user gives, each against its rules and both beside each other.
struct ReturnCheck: Sendable {
  private let postcodes: String?
  private let providers: Task<ProviderList?, any Error>
  private let largest: Int

  /// The check with the reference data of these settings, whose reading begins.
  init(_ settings: WebSettings) {
    postcodes = settings.postcodes
    largest = settings.largestUnpacked
    providers = Task { [paths = settings.providers] in try LookedAfterReference.providers(paths) }
  }

  /// What came of checking the returns.
  func parts(_ request: CheckRequest) async throws -> (owner: CheckedOwner, parts: [CheckedPart]) {
    let submissions = try Submission.readAll(request.paths, previous: request.previous, largest: largest)
    let owner = try CheckedOwner(request, submissions)
    let both = try await typed(submissions, owner, isNamed: request.authority != nil)
    var parts: [CheckedPart] = []
    for submission in submissions {
      switch submission.collection {
      case .lookedAfter:
        let book = try Self.book(LookedAfterRules.book(for: owner.year), LookedAfterRules.years, submission)
        parts.append(await part(submission, both.lookedAfter, book, LookedAfterRules.explanations, owner, request))
      case .inNeed:
        let book = try Self.book(InNeedRules.book(for: owner.year), InNeedRules.years, submission)
        parts.append(await part(submission, both.inNeed, book, InNeedRules.explanations, owner, request))
      }
    }
    if AcrossReturns.hasAnything(in: both), let book = AcrossReturns.book(for: owner.year) {
      parts.append(
        await part(.joining(submissions), both, book, AcrossReturns.explanations, owner, request, name: "across"))
    }
    return (owner, parts)
  }

  private func part<Collection: SubmittedReturn>(
    _ submission: Submission, _ collection: Collection, _ book: RuleBook<Collection>,
    _ explanations: [String: Explanation], _ owner: CheckedOwner, _ request: CheckRequest, name: String? = nil
  ) async -> CheckedPart {
    let report = CheckReport(
      collectionName: name ?? submission.collection.rawValue, submission: submission, collection: collection,
      authority: owner.code, book: book, check: await book.check(collection))
    return CheckedPart(report, explanations, request.context)
  }

  /// The returns, typed and linked together.
  private func typed(
    _ submissions: [Submission], _ owner: CheckedOwner, isNamed: Bool
  ) async throws -> BothReturns {
    var lookedAfter = LookedAfterReturn.Source()
    var inNeed = InNeedReturn.Source()
    for submission in submissions {
      switch submission.collection {
      case .lookedAfter:
        let reference = try LookedAfterReference.read(
          postcodes: postcodes, providers: try await providers.value, for: submission)
        lookedAfter = .init(
          authority: isNamed ? owner.onsCode : nil, tables: submission.tables, lastYear: submission.lastYear,
          isXML: submission.isXML, reference: reference)
      case .inNeed:
        inNeed = .init(authority: owner.code, tables: submission.tables, lastYear: submission.lastYear)
      }
    }
    return BothReturns(year: owner.year, lookedAfter: lookedAfter, inNeed: inNeed)
  }

  private static func book<Collection>(
    _ book: RuleBook<Collection>?, _ years: ClosedRange<Int>, _ submission: Submission
  ) throws -> RuleBook<Collection> {
    guard let book else {
      throw WebError.unusable(
        "There are no rules for that year",
        "There is a \(submission.collection.title) rule book for each year from \(years.lowerBound) to \(years.upperBound)."
      )
    }
    return book
  }
}
