import KithReturns
import Testing

@testable import KithRules

@Suite("Rules on numbers that swing from year to year")
struct SwingTests {
  /// A table of rows, each with a day of this year or of last in a field.
  private func rows(_ table: String, _ field: String, now: Int, before: Int) -> String {
    func lines(_ count: Int, _ day: String) -> [String] { (0..<count).map { "C\($0) | \(day) |" } }
    return
      (["CIN \(table)", "LAchildID | \(field) |"] + lines(now, "2025-06-01")
      + ["CIN \(table)_last", "LAchildID | \(field) |"] + lines(before, "2024-06-01")).joined(separator: "\n")
  }

  @Test(
    "a number fails beyond its ratio in either direction, and not at it",
    arguments: [
      ("X114", "CINdetails", "CINreferralDate", 150, 100),
      ("X115", "Assessments", "AssessmentAuthorisationDate", 150, 100),
      ("X116", "CINplanDates", "CINPlanStartDate", 180, 100),
      ("X117", "ChildProtectionPlans", "CPPstartDate", 200, 120),
      ("X118", "CINdetails", "CINclosureDate", 180, 100),
    ])
  func ratio(code: String, table: String, field: String, high: Int, low: Int) async throws {
    try await expectAcross(code, rows(table, field, now: high, before: low))
    try await expectAcross(code, rows(table, field, now: low, before: high))
    try await expectAcross(code, failsWhole: true, rows(table, field, now: high + 1, before: low))
    try await expectAcross(code, failsWhole: true, rows(table, field, now: low, before: high + 1))
  }

  @Test("a small authority's numbers fail only beyond chance")
  func chance() async throws {
    try await expectAcross("X114", rows("CINdetails", "CINreferralDate", now: 8, before: 1))
    try await expectAcross("X114", rows("CINdetails", "CINreferralDate", now: 12, before: 4))
    try await expectAcross("X114", failsWhole: true, rows("CINdetails", "CINreferralDate", now: 24, before: 4))
    try await expectAcross("X114", rows("CINdetails", "CINreferralDate", now: 0, before: 9))
    try await expectAcross("X114", failsWhole: true, rows("CINdetails", "CINreferralDate", now: 0, before: 10))
  }

  @Test("only days of each return's own year count, and blanks do not")
  func ownYear() async throws {
    let blanks = (0..<40).map { "B\($0) |  |" } + (0..<40).map { "D\($0) | 2024-06-01 |" }
    let text = (["CIN CINdetails", "LAchildID | CINreferralDate |"] + blanks).joined(separator: "\n")
    try await expectAcross("X114", text + "\nCIN CINdetails_last\nLAchildID | CINreferralDate |")
  }
}
