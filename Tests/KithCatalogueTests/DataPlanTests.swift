import KithCatalogue
import Testing

@Suite("From a question to data")
struct DataPlanTests {
  private func plan(_ words: String, _ kind: UserKind = .researcher) throws -> DataPlan {
    try DataPlan(words, for: kind)
  }

  @Test(
    "A question in somebody's own words is recognised",
    arguments: [
      ("I want to know how many children are referred again within a year", ["re-referral"]),
      ("school exclusion among children looked after", ["exclusion", "looked-after"]),
      ("Do care leavers find work?", ["care-leavers"]),
      ("does deprivation drive child protection plans", ["deprivation", "protection"]),
      ("re-referral", ["re-referral"]), ("offending after care", ["offending"]),
      ("What does a placement move cost?", ["spending"]), ("unacompanied children", ["uasc"]),
    ])
  func questions(_ words: String, _ topics: [String]) throws {
    let found = try plan(words).topics.map(\.id)
    #expect(Set(topics).isSubset(of: found), "\(found)")
  }

  @Test("A word within a longer phrase that means something else names nothing of its own")
  func phrases() throws {
    #expect(try plan("care leavers").topics.map(\.id) == ["care-leavers"])
    #expect(try plan("missing from care").topics.map(\.id) == ["missing"])
  }

  @Test("Routes are those of who asks")
  func kinds() throws {
    let ways = { (kind: UserKind) in
      try plan("re-referral", kind).dataSets[0].ways.map { [$0.route.id, $0.instead?.id ?? ""] }
    }
    #expect(try ways(.laAnalyst) == [["own-return", ""]])
    #expect(try ways(.regionalAlliance) == [["regional-agreement", ""]])
    #expect(try ways(.researcher) == [["ons-accreditation", ""], ["dfe-sharing", ""]])
    #expect(try ways(.governmentAnalyst) == [["inside-department", ""]])
    #expect(try ways(.anyone) == [["open-download", "ees-cin"]])
  }

  @Test("Every question has a plan for every kind of user")
  func all() throws {
    for question in Catalogue.england.questions {
      for kind in UserKind.allCases {
        let plan = try plan(question.id, kind)
        #expect(plan.topics.first?.id == question.id && !plan.dataSets.isEmpty)
        #expect(plan.dataSets.allSatisfy { planned in planned.ways.allSatisfy { $0.route.fewestMonths >= 0 } })
      }
    }
  }

  @Test("The keys between data sets are named, and applications run side by side")
  func keys() throws {
    let plan = try plan("attainment")
    #expect(plan.dataSets.map(\.dataSet.id) == ["npd", "cin-census", "ssda903"])
    #expect(plan.links.map(\.key) == [.child, .pupil, .pupil])
    let months = try #require(plan.months)
    #expect(months == (6, 18))
    #expect(plan.needsApplication)
    #expect(try self.plan("benchmark", .laAnalyst).months ?? (9, 9) == (0, 0))
  }

  @Test("What a kind of user cannot have is said, and no time is given")
  func unreachable() throws {
    let plan = try plan("earnings", .laAnalyst)
    #expect(plan.dataSets.map(\.ways.isEmpty) == [true])
    #expect(plan.months == nil)
    #expect(plan.published.map(\.id) == ["ees-cla"])
  }

  @Test("Studies on the subject come first")
  func studies() throws {
    #expect(try plan("re-referral").studies.prefix(4).contains { $0.id == "S11" })
    #expect(try plan("mortality").studies.first?.id == "S38")
  }

  @Test("A data set that is named is part of the plan")
  func named() throws {
    let plan = try plan("join SEN2 to the school census")
    #expect(plan.dataSets.map(\.dataSet.id).contains("school-census"))
    #expect(plan.links.contains { Set($0.ends) == ["school-census", "sen2"] && $0.key == .pupil })
  }

  @Test("Words that name nothing are an error that lists topics", arguments: ["", "the weather in Leeds"])
  func nothing(_ words: String) throws {
    let error = #expect(throws: CatalogueError.self) { try plan(words) }
    #expect("\(try #require(error))".contains("re-referral"))
  }
}
