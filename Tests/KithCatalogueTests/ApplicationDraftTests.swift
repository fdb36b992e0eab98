import KithCatalogue
import Testing

@Suite("A draft of an application")
struct ApplicationDraftTests {
  private func draft(_ words: String, _ kind: UserKind = .researcher, years: ClosedRange<Int>? = nil) throws -> String {
    ApplicationDraft(try DataPlan(words, for: kind), years: years).markdown
  }

  @Test("It has its ten sections in order, whatever the question")
  func sections() throws {
    for question in Catalogue.england.questions {
      let numbers = try draft(question.id).split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
        $0.dropFirst(3).prefix { $0 != "." }
      }
      #expect(numbers == (1...10).map { Substring("\($0)") }, "\(question.id)")
    }
  }

  @Test("Each variable of a return says what it is, why no less would do, when it is collected and when it is blank")
  func variables() throws {
    let text = try draft("re-referral", years: 2019...2025)
    #expect(text.contains("| CINdetails.CINreferralDate | day of the referral | puts the event in its order"))
    #expect(text.contains("Less would be the month: take it, or say why it will not do: *to be written*"))
    #expect(text.contains("Needed for: a child's referrals in order, and when the case before was closed."))
    #expect(text.contains("RC8: RC9 split from it in 2022/23"))
    #expect(text.contains("| CIN Census | CINdetails.CINclosureDate | day | all | while it is open | – |"))
    #expect(text.contains("| Children in Need Census | Department for Education (DfE) |"))
    #expect(text.contains("| 2019 to 2025 | ONS Research Accreditation Service | 3 to 12 months (not verified) |"))
    for safe in ["projects", "people", "settings", "data", "outputs"] { #expect(text.contains("| Safe \(safe) |")) }
    #expect(!text.contains("Header.UPN"), "nothing is asked for that the question does not need")
  }

  @Test("Breaks are those of the years that are asked for")
  func breaks() throws {
    let text = try draft("re-referral", years: 2022...2023)
    #expect(text.contains("2023: closure reason RC9"))
    #expect(!text.contains("2025: sex takes the place of gender"))
    #expect(!text.contains("2009: the first return"))
    #expect(text.contains("authorities were divided or merged"))
  }

  @Test("A field that was not collected in a year asked for says so")
  func notCollected() throws {
    let text = try draft("deprivation of liberty", years: 2025...2027)
    #expect(text.contains("from 2027; not in 2025, 2026"))
  }

  @Test("What is not verified stands at the end, and only the applicant's words are left open")
  func unverified() throws {
    let text = try draft("earnings")
    #expect(text.contains("- Longitudinal Education Outcomes: the whole entry but the page to apply on: from memory"))
    #expect(text.contains("how long: an allowance of ours"))
    #expect(text.contains("| Title | *to be written* |"))
    #expect(try draft("re-referral") == draft("re-referral"))
  }

  @Test("A question cannot break the draft's tables")
  func markup() throws {
    #expect(try draft("re-referral | a\nb").contains("| Question | re-referral \\| a b |"))
  }
}
