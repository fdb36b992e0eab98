import KithReturns
import Testing

@testable import KithRules

/// After an adoption a child has a new identity: a new identifier and unique pupil number, and the old birth date and
/// sex. Nobody may learn from Kith that the two are one child.
@Suite("Never across an adoption")
struct NeverAcrossAdoptionTests {
  /// The findings of the book on tables in text.
  private func findings(_ text: String) async throws -> [String] {
    let tables = TablesInText(text, firstTable: .cinDetails.of(.inNeed))
    let book = try #require(AcrossReturns.book(for: 2026))
    let check = await book.check(BothReturns(year: 2026, tables))
    return check.findings.map { "\(book.rules[$0.rule].code) \($0.row.table) \($0.row.row ?? -1)" }
  }

  /// The child of before, X, open and on a plan last year, adopted on 1 June 2025; and the same child after, Y, whom the
  /// authority goes on helping. The codes say by which return the adoption is known; `upn` is Y's.
  private func returns(closure: String, end: String, upn: String, after: String = "Y") -> String {
    """
    CIN ChildIdentifiers
    LAchildID | UPN | FormerUPN | PersonBirthDate | Sex |
    X | A123456789012 |  | 2022-03-01 | F |
    \(after) | \(upn) |  | 2022-03-01 | F |
    CIN ChildCharacteristics
    LAchildID | Ethnicity |
    X | WBRI |
    \(after) | MWAS |
    CIN CINdetails
    LAchildID | CINdetailsID | CINreferralDate | PrimaryNeedCode | CINclosureDate | ReasonForClosure | ReferralNFA |
    X | 1 | 2024-05-01 | N1 | 2025-06-01 | \(closure) | false |
    \(after) | 1 | 2025-06-01 | N4 |  |  | false |
    CIN CINplanDates
    LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate |
    \(after) | 1 | 2025-07-01 |  |
    CIN ChildProtectionPlans
    LAchildID | CINdetailsID | CPPID | CPPstartDate | CPPendDate | InitialCategoryOfAbuse | NumberOfPreviousCPP |
    X | 1 | 1 | 2024-06-01 | 2024-12-01 | NEG | 2 |
    \(after) | 1 | 1 | 2025-07-01 |  | EMO | 0 |
    CIN Reviews
    LAchildID | CINdetailsID | CPPID | CPPreviewDate |
    \(after) | 1 | 1 | 2025-09-01 |
    CIN Assessments
    LAchildID | CINdetailsID | AssessmentID | AssessmentAuthorisationDate |
    CIN AssessmentFactorsList
    LAchildID | CINdetailsID | AssessmentID | AssessmentFactor |
    CIN ChildIdentifiers_last
    LAchildID | UPN | FormerUPN | PersonBirthDate | Sex |
    X | A123456789012 |  | 2022-03-01 | F |
    CIN CINdetails_last
    LAchildID | CINdetailsID | CINreferralDate | CINclosureDate | ReasonForClosure | ReferralNFA |
    X | 1 | 2024-05-01 |  |  | false |
    CIN ChildProtectionPlans_last
    LAchildID | CINdetailsID | CPPID | CPPstartDate | CPPendDate | InitialCategoryOfAbuse | NumberOfPreviousCPP |
    X | 1 | 1 | 2024-06-01 |  | NEG | 2 |
    CIN CINplanDates_last
    LAchildID | CINPlanStartDate |
    CIN Assessments_last
    LAchildID | AssessmentAuthorisationDate |
    SSDA903 Header
    CHILD | SEX | DOB | ETHNIC | UPN |
    X | F | 01/03/2022 | WBRI | A123456789012 |
    SSDA903 Episodes
    CHILD | DECOM | RNE | LS | CIN | PLACE | DEC | REC |
    X | 01/05/2024 | S | E1 | N1 | U1 | 01/06/2025 | \(end) |
    SSDA903 UASC
    CHILD | SEX | DOB |
    """
  }

  @Test("a child adopted and the child's new identity lead to no finding", arguments: ["E11", "E12"])
  func clean(end: String) async throws {
    #expect(try await findings(returns(closure: "RC1", end: end, upn: "Y123456789012")) == [])
  }

  @Test("nor do they where the new identity still has the number of the old, which would lead from one to the other")
  func sameUPN() async throws {
    #expect(try await findings(returns(closure: "RC1", end: "E11", upn: "A123456789012")) == [])
  }

  @Test("where only one return says that the child was adopted, the other is said to be wrong, and no more")
  func oneReturn() async throws {
    let asCensus = try await findings(returns(closure: "RC1", end: "E4A", upn: "A123456789012"))
    #expect(asCensus == ["X215 CIN CINdetails 0"])
    let asCare = try await findings(returns(closure: "RC7", end: "E11", upn: "A123456789012"))
    #expect(asCare == ["X215 CIN CINdetails 0"])
  }

  @Test("a new identity that was given the old identifier is not compared with what was before")
  func sameIdentifier() async throws {
    let text = returns(closure: "RC1", end: "E11", upn: "Y123456789012")
    let shared = text.replacing("\nY |", with: "\nX |")
    #expect(try await findings(shared) == [])
    let oneChild = shared.replacing("X | Y123456789012 |  | 2022-03-01 | F |\n", with: "")
      .replacing("X | 1 | 2025-06-01 | N4", with: "X | 2 | 2025-06-01 | N4")
      .replacing("X | 1 | 2025-07-01 |  |\n", with: "X | 2 | 2025-07-01 |  |\n")
      .replacing("X | 1 | 1 | 2025-07-01", with: "X | 2 | 1 | 2025-07-01")
      .replacing("X | 1 | 1 | 2025-09-01", with: "X | 2 | 1 | 2025-09-01")
    #expect(try await findings(oneChild) == [])
  }

  @Test("no finding leads from one identity to the other, whatever either return gets wrong")
  func whatever() async throws {
    for closure in ["RC1", "RC7", ""] {
      for end in ["E11", "E12"] {
        for upn in ["A123456789012", "Y123456789012", ""] {
          let text = returns(closure: closure, end: end, upn: upn)
            .replacing("Y | \(upn) |  | 2022-03-01", with: "Y | \(upn) |  | 2022-03-02")
          let both = BothReturns(year: 2026, TablesInText(text, firstTable: .cinDetails.of(.inNeed)))
          let book = try #require(AcrossReturns.book(for: 2026))
          for finding in await book.check(both).findings {
            let names = Set(([finding.row] + finding.linked).map { name($0, both) })
            #expect(names.count == 1 && !names.contains("Y"), "\(book.rules[finding.rule].code)")
          }
        }
      }
    }
  }

  private func name(_ row: RowReference, _ both: BothReturns) -> String {
    let source = row.isLastYear ? both.lastYear ?? both : both
    let number = row.row.flatMap { source.order(row.table)?.child(ofRow: $0) } ?? -1
    return source.childID(number, in: row.table)
  }

  @Test("a case closed for another reason, with nothing that says adopted, leads nowhere either where births agree")
  func unsaid() async throws {
    let text = """
      CIN ChildIdentifiers
      LAchildID | UPN | FormerUPN | PersonBirthDate | Sex |
      Y | A123456789012 |  | 2022-03-01 | F |
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReasonForClosure | ReferralNFA |
      Y | 2025-06-01 |  |  | false |
      CIN ChildIdentifiers_last
      LAchildID | UPN | FormerUPN | PersonBirthDate | Sex |
      X | A123456789012 |  | 2022-03-01 | F |
      CIN CINdetails_last
      LAchildID | CINreferralDate | CINclosureDate | ReasonForClosure | ReferralNFA |
      X | 2024-05-01 | 2025-03-01 | RC7 | false |
      SSDA903 Header
      CHILD | SEX | DOB | ETHNIC | UPN |
      X | F | 01/03/2022 | WBRI | A123456789012 |
      SSDA903 Episodes
      CHILD | DECOM | RNE | LS | CIN | PLACE | DEC | REC |
      X | 01/05/2024 | S | E1 | N1 | U1 | 01/06/2025 | E8 |
      """
    #expect(
      try await findings(text).filter { $0.hasPrefix("X1") || $0.hasPrefix("X209") || $0.hasPrefix("X210") } == [])
  }
}
