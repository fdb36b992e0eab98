import KithStatistics
import KithStudies
import KithTables
import Testing

@Suite("Simulated demand")
struct DemandSimulationTests {
  private let first = Day(1, 4, 2015) ?? Day(number: 0)
  private let last = Day(31, 3, 2025) ?? Day(number: 0)

  /// An invented authority: children come at a steady rate at ages 0 to 15, and leave at a rate of their own, which is no step function of
  /// time, so that the model's bands are not those that made the data.
  private func authority(_ name: String, yearly: Double, seed: UInt64) -> [CareTime] {
    var chance = SeededChance(seed: seed)
    var times: [CareTime] = []
    var day = Day(1, 4, 2000) ?? first
    while day < last {
      day = day.adding(days: 1 + Int(chance.exponential() * 365 / yearly))
      let born = day.adding(days: -chance.below(16 * 365))
      let stay = Int(900 * chance.gamma(shape: 0.6)) + 1
      let end = min(day.adding(days: stay), born.adding(years: 18))
      guard day < last else { break }
      times.append(
        CareTime(
          authority: name, born: born, group: chance.unit() < 0.8 ? .foster : .home, start: day,
          end: end <= last ? end : nil, next: nil, isEntry: true))
    }
    // What ended before the returns begin is not in them.
    return times.filter { $0.end.map { $0 > first } ?? true }
  }

  private func history(_ count: Int, seed: UInt64 = 3) -> CareTimes {
    CareTimes(
      (0..<count).flatMap { authority("A\($0)", yearly: 40, seed: seed + UInt64($0)) }, first: first, last: last)
  }

  @Test("the same seed gives the same runs, another seed others")
  func seeds() {
    let history = history(2)
    func runs(_ seed: UInt64) -> [[[Int]]] {
      DemandSimulation(history, of: "A0", from: last, years: 2, runs: 20, seed: seed).counts
    }
    #expect(runs(1) == runs(1))
    #expect(runs(1) != runs(2))
  }

  @Test("a child is there on the day before the 18th birthday and not on it")
  func birthdays() {
    let horizon = Day(31, 3, 2026) ?? last
    for (born, expected) in [(horizon.adding(years: -18), 0), (horizon.adding(years: -18).adding(days: 1), 1)] {
      let child = CareTime(
        authority: "A", born: born, group: .foster, start: first, end: nil, next: nil, isEntry: true)
      let runs = DemandSimulation(
        CareTimes([child], first: first, last: last), of: "A", from: last, years: 1, runs: 50, seed: 1,
        scenario: DemandScenario(entrants: 0, leaving: 0))
      let counts = runs.sorted(yearsAhead: 1) { _, _ in true }
      #expect(counts.last == Double(expected))
      // Leaving care is turned off; what is left of leaving is the moves that a lone child's rates borrow from nowhere.
      #expect(counts.first == Double(expected))
    }
  }

  @Test(
    "without entrants there are fewer, with faster leaving fewer still, and foster care takes what homes would have had"
  )
  func scenarios() {
    let history = history(3)
    func median(_ scenario: DemandScenario) -> Double {
      let runs = DemandSimulation(history, of: "A0", from: last, years: 2, runs: 100, seed: 1, scenario: scenario)
      return quantile(0.5, ofSorted: runs.sorted(yearsAhead: 2) { _, _ in true }) ?? 0
    }
    let none = median(DemandScenario(entrants: 0))
    #expect(none < median(.asItIs))
    #expect(median(DemandScenario(entrants: 0, leaving: 2)) < none)
    #expect(median(DemandScenario(entrants: 1.5)) > median(.asItIs))
  }

  @Test("in a steady world the 80 % interval of the back-test holds the outcome about 8 times in 10")
  func coverage() throws {
    let history = history(9)
    let tests = BackTest.all(history, years: 1, runs: 60, seed: 9)
    let year = try #require(tests.first)
    #expect(year.forecasts >= 60)
    #expect((0.7...0.95).contains(year.coverage), "\(year.coverage)")
    #expect(try #require(year.skill).isFinite)
  }

  @Test("an authority is shrunk to its region where the store holds three of it, else to all")
  func region() {
    func times(_ names: [String]) -> CareTimes {
      CareTimes(names.flatMap { authority($0, yearly: 5, seed: 1) }, first: first, last: last)
    }
    // 301, 302 and 303 are in London, 330 is not.
    #expect(times(["301", "302", "303", "330"]).region(of: "301").authorities == ["301", "302", "303"])
    #expect(times(["301", "302", "330"]).region(of: "301").authorities == ["301", "302", "330"])
    #expect(times(["010", "011"]).region(of: "010").authorities == ["010", "011"])
  }

  @Test("with too few forecasts there is no skill to believe, and nobody in care is said")
  func tooLittle() throws {
    let short = CareTimes(
      authority("A0", yearly: 20, seed: 1), first: last.adding(years: -3).adding(days: 1), last: last)
    let tests = BackTest.all(short, years: 2, runs: 50, seed: 1)
    #expect(tests.allSatisfy { !$0.hasSkill })
    let forecast = try DemandForecast(
      short, of: "A0", years: 2, runs: 50, seed: 1, scenario: .asItIs, backTests: tests)
    #expect(forecast.total(yearsAhead: 1).value == Double(forecast.stock))
    #expect(forecast.total(yearsAhead: 1).interval80 == nil)
    let empty = CareTimes([], first: first, last: last)
    #expect(
      reason {
        try DemandForecast(
          empty, of: "A0", years: 1, runs: 50, seed: 1, scenario: .asItIs,
          backTests: BackTest.all(empty, years: 1, runs: 50, seed: 1))
      } == .tooLittle)
  }
}
