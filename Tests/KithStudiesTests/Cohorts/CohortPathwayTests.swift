import KithEngine
import KithStore
import KithTables
import KithTesting
import Testing

@testable import KithStudies

@Suite("Ways, careers, chances and costs of a cohort", .serialized)
struct CohortPathwayTests {
  private func cohort(_ origin: CohortDefinition.Origin, _ store: Store) throws -> Cohort {
    let from = try #require(Day(iso: "2023-04-01"))
    return try Cohort(
      try CohortDefinition(name: "x", origin: origin, from: from, to: from.adding(days: 300)), in: store)
  }

  private func store() throws -> Store { try Store(try #require(OutcomeStore.path), for: .reading) }

  @Test("days, weeks and months tell the same of the days that they share")
  func units() throws {
    let store = try store()
    let cohort = try cohort(.referral, store)
    let days = try cohort.pathways(210, .day, in: store)
    let weeks = try cohort.pathways(30, .week, in: store)
    #expect(days.members == weeks.members && days.days == 210 && weeks.days == 210)
    for (day, week) in zip(days.sequences.sequences, weeks.sequences.sequences) {
      #expect((1...30).allSatisfy { week[$0 - 1] == day[7 * $0 - 1] })
    }
    #expect(try cohort.pathways(6, in: store).sequences.sequences == cohort.sequences(months: 6, in: store).sequences)
    #expect(throws: StudyError.self) { try cohort.pathways(0, in: store) }
    #expect(throws: StudyError.self) { try cohort.pathways(732, .day, in: store) }
  }

  @Test("a placement career is at each moment the placement that SQL finds then")
  func careers() throws {
    let store = try store()
    let cohort = try cohort(.careEntry, store)
    let ways = try cohort.pathways(6, through: .placements, in: store)
    #expect(ways.sequences.states.count == PlacementGroup.allCases.count + 1)
    let found = try store.connection.query(
      """
      SELECT person, started, coalesce(ended, DATE '9999-12-31') AS ended, code FROM spell WHERE kind = 'placement'
      """)
    let (persons, codes) = (try found.text("person"), try found.text("code"))
    let (starts, ends) = (try found.days("started"), try found.days("ended"))
    var foster = 0
    for (way, place) in zip(ways.sequences.sequences, ways.members).prefix(40) {
      let member = cohort.members[place]
      let day = member.day.adding(days: 91)
      let own = (0..<found.rowCount).filter { row in
        persons[row] == member.person && (starts[row] ?? day) <= day && (ends[row] ?? day) > day
      }
      let groups = own.map { UInt8(PlacementGroup(code: codes[$0] ?? "").rawValue + 1) }
      #expect(way[2] == groups.max() ?? 0)
      foster += way[2] == 1 ? 1 : 0
    }
    #expect(foster > 5)
  }

  @Test("chances of levels are those of the ways where all can be followed, and add up to one")
  func chances() throws {
    let store = try store()
    let cohort = try cohort(.referral, store)
    let found = try cohort.levelChances(at: [0, 90, 180], in: store)
    let chances = found.chances
    for matrix in chances.matrices { for row in matrix { #expect(abs(row.reduce(0, +) - 1) < 1e-9) } }
    #expect(chances.matrices[0].indices.allSatisfy { chances.matrices[0][$0][$0] == 1 })
    #expect(found.began.reduce(0, +) == cohort.members.count)
    #expect(found.shown().allSatisfy { found.began[$0] >= 10 } && found.shown().contains(1))
    // Of those in need on the first day, the share in need on day 90, by looking at each; hardly any is censored so soon.
    let ways = try cohort.pathways(91, .day, in: store)
    let began = ways.sequences.sequences.indices.filter { ways.sequences.sequences[$0][0] == 1 }
    let share = Double(began.count { ways.sequences.sequences[$0][89] == 1 }) / Double(began.count)
    #expect(began.count > 100 && abs(chances.matrices[1][1][1] - share) < 0.05)
    #expect(throws: StudyError.self) { try cohort.levelChances(at: [], in: store) }
  }

  @Test("what ways cost is what the ledger of the same days says, child by child")
  func costs() throws {
    let store = try store()
    let cohort = try cohort(.careEntry, store)
    let ways = try cohort.pathways(6, in: store)
    let text = "process,placement,provider,authority,unit,unit_cost,price_year,source\nplacement,,,,day,100,2025,x\n"
    let card = try RateCard(try SeparatedText(Array(text.utf8)), name: "card")
    let costs = try PathwayCosts(ways, of: cohort, in: store, card)
    #expect(costs.pounds.count == ways.members.count && costs.unpricedDays == 0)
    let days = try store.connection.query(
      "SELECT person, started, coalesce(ended, DATE '9999-12-31') AS ended FROM period_of_care")
    let (persons, starts, ends) = (try days.text("person"), try days.days("started"), try days.days("ended"))
    for (pounds, place) in zip(costs.pounds, ways.members) {
      let member = cohort.members[place]
      let last = member.day.adding(days: ways.days)
      let total = (0..<days.rowCount).filter { persons[$0] == member.person }.reduce(0) { sum, row in
        sum + max(0, min(ends[row] ?? last, last).days(since: max(starts[row] ?? last, member.day)))
      }
      #expect(pounds == 100 * Double(total))
    }
  }

  @Test("every return is followed, the first of each child where the cohort's own spells have it")
  func recurrent() throws {
    let store = try store()
    let cohort = try cohort(.referral, store)
    let every = try RecurrentReturns(cohort, in: store)
    let first = try cohort.spells()
    #expect(every.spells.events > first.outcomes.count { $0 == 1 })
    for spell in every.children.indices where every.order[spell] == 1 {
      let child = every.children[spell]
      if first.outcomes[child] == 1, every.spells.outcomes[spell] == 1 {
        #expect(every.spells.stops[spell] == first.stops[child])
      }
    }
    let means = try every.means(at: [100, 300, 100_000])
    #expect((means[0].mean ?? 9) < (means[1].mean ?? 0) && means[2].mean == nil)
    let all = try CohortDefinition(
      name: "x", origin: .referral, from: try #require(Day(iso: "2023-04-01")),
      to: try #require(Day(iso: "2024-03-31")),
      every: true)
    #expect(throws: StudyError.self) { try RecurrentReturns(try Cohort(all, in: store), in: store) }
  }
}
