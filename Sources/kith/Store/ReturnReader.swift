import KithPlaces
import KithReference
import KithReturns
import KithStore

/// Reads returns that are to be loaded, checks them, and lays their rows out as the store has them.
struct ReturnReader: Sendable {
  /// The year, where the user says it.
  let year: Int?
  /// The authority, where the user says it.
  let authority: String?
  /// Whether the user says that the returns are synthetic.
  let isSynthetic: Bool
  let asOf: String?
  /// The reference data that the user gave.
  let files: ReferenceFiles
  /// Whether returns are checked.
  let isChecked: Bool

  /// A return that was read, and the name of the authority that it is of.
  struct Found: Sendable {
    let prepared: PreparedLoad
    let name: String?
  }

  /// The returns at these paths, of which the place says the year and authority where neither user nor file does.
  func read(_ paths: [String], _ place: ReturnPlace?) async throws -> [Found] {
    Progress.say("Reading \(paths.joined(separator: ", "))")
    var found: [Found] = []
    for submission in try Submission.readAll(paths) {
      let isSynthetic = try isSynthetic(submission)
      let owner = try owner(of: submission, place, isSynthetic: isSynthetic)
      let isCare = submission.collection == .lookedAfter
      let reference = isCare ? try await files.reference(for: submission) : .none
      let request = LoadRequest(
        submission, tables: reference.completing(submission.tables, year: owner.year, authority: owner.onsCode),
        year: owner.year, authority: owner.code, check: try await summary(of: submission, owner, reference),
        isSynthetic: isSynthetic, asOf: asOf)
      found.append(Found(prepared: PreparedLoad(request), name: owner.name))
    }
    return found
  }

  /// What a check of the return finds; nil where it is not to be checked.
  private func summary(
    of submission: Submission, _ owner: ReturnOwner, _ reference: LookedAfterReference
  ) async throws -> LoadRequest.CheckSummary? {
    guard isChecked else { return nil }
    Progress.say("Checking \(submission.collection.title) of \(owner.code)")
    return try await LoadCheck(reference: reference).summary(of: submission, year: owner.year, onsCode: owner.onsCode)
  }

  /// Whether a return is synthetic: the user or its files say so.
  private func isSynthetic(_ submission: Submission) throws -> Bool {
    let marked = submission.files.count { $0.isSynthetic }
    guard isSynthetic || marked == 0 || marked == submission.files.count else {
      throw UsageFault("Some of these files are marked as synthetic and some are not; load them apart.")
    }
    return isSynthetic || marked > 0
  }

  private func owner(of submission: Submission, _ place: ReturnPlace?, isSynthetic: Bool) throws -> ReturnOwner {
    let facts = submission.collection == .inNeed ? CensusFacts(submission.tables) : nil
    guard let year = year ?? facts?.year ?? place?.year else {
      throw UsageFault("Say which collection this is: --year 2026 for 2025/26; the files do not.")
    }
    guard let owner = authority ?? facts?.authority ?? place?.authority else {
      throw UsageFault("Say whose return this is: --la 301; the files do not.")
    }
    return try ReturnOwner(owner, year: year, isSynthetic: isSynthetic)
  }
}

/// The authority and year that a return is of.
struct ReturnOwner {
  let year: Int
  let code: String
  let onsCode: String?
  let name: String?

  /// The authority that is named; of a synthetic return, any three digits.
  init(_ text: String, year: Int, isSynthetic: Bool) throws {
    self.year = year
    do {
      let authority = try ReturningAuthority(text, year: year)
      code = authority.code
      onsCode = authority.onsCode
      name = AuthorityCode(parsing: authority.code).flatMap { AuthorityRegister.england[$0]?.name }
    } catch  where isSynthetic && text.utf8.count == 3 && text.utf8.allSatisfy({ (48...57).contains($0) }) {
      code = text
      onsCode = nil
      name = nil
    }
  }
}
