import KithReference
import KithReports
import KithReturns
import KithRules

extension CheckRequest {
  /// What came of checking the returns, and whose they are.
  /// - Parameter largest: The most bytes that their archives may hold when they are unpacked.
  func checked(
    _ references: ReferenceFiles, largest: Int
  ) async throws -> (owner: CheckedOwner, parts: [CheckedPart]) {
    let submissions = try Submission.readAll(paths, previous: previous, largest: largest)
    let owner = try CheckedOwner(self, submissions)
    let reference = try await references.reference(for: submissions)
    let check = try ReturnCheck(
      submissions, year: owner.year,
      owner: .init(code: owner.code, onsCode: owner.onsCode, isNamed: authority != nil), reference: reference)
    let parts = [
      await check.lookedAfterReport().map { CheckedPart($0, LookedAfterRules.explanations, context) },
      await check.inNeedReport().map { CheckedPart($0, InNeedRules.explanations, context) },
      await check.acrossReport().map { CheckedPart($0, AcrossReturns.explanations, context) },
    ]
    return (owner, parts.compactMap(\.self))
  }
}
