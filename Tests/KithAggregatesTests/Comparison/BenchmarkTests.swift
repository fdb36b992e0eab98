import KithAggregates
import KithDisclosure
import KithPlaces
import KithStatistics
import Testing

@Suite("Comparisons")
struct BenchmarkTests {
  @Test("change is not counted over a gap, save in LAIT's mode")
  func gap() throws {
    let table = try Invented("2022 301 10\n2024 301 13")
    #expect(table.comparison(301)?.own.change == .gap(since: Period(label: "2022")))
    #expect(table.comparison(301, mode: .lait)?.own.change.difference == 3)
  }

  @Test("periods that share years are not subtracted; the last one that shares none is")
  func overlap() throws {
    let short = try Invented("2018-20 301 10\n2019-21 301 13")
    #expect(short.comparison(301)?.own.change == .overlapping(Period(label: "2018-20")))
    #expect(short.comparison(301, mode: .lait)?.own.change.difference == 3)
    let long = try Invented("2016-18 301 8\n2018-20 301 10\n2019-21 301 13")
    #expect(long.comparison(301)?.own.change == .difference(5, since: Period(label: "2016-18")))
  }

  @Test("a figure that is not published has no change, and says so")
  func notPublished() throws {
    let table = try Invented("2023 301 -\n2024 301 13")
    #expect(table.comparison(301)?.own.change == .notPublished(Period(label: "2023")))
    #expect(try Invented("2024 301 13").comparison(301)?.own.change == .noEarlierPeriod)
  }

  @Test("a label that names no year is not a period, save in LAIT's mode")
  func noYear() throws {
    let table = try Invented("0 301 10\n2024 301 13")
    #expect(table.comparison(301)?.own.change == .noEarlierPeriod)
    #expect(table.comparison(301, mode: .lait)?.own.change.difference == 3)
    #expect(try Invented("0 301 10").comparison(301) == nil)
  }

  @Test("as of a year, a split year counts by its end; in LAIT's mode by its start")
  func asOf() throws {
    let table = try Invented("2019/20 301 10\n2020/21 301 13", kind: "Academic Year")
    #expect(table.comparison(301, asOf: 2020)?.period.label == "2019/20")
    #expect(table.comparison(301, mode: .lait, asOf: 2020)?.period.label == "2020/21")
  }

  @Test("a council that was not open on the period's last day has no rank, and does not lower others'")
  func closed() throws {
    let table = try Invented("2024 928 0\n2024 301 5\n2024 302 6\n2024 942 7")
    #expect(table.comparison(928)?.rank == .notOpen)
    #expect(table.comparison(301)?.rank == .standing(Standing(rank: 1, tied: 1, ranked: 3)))
    #expect(table.comparison(301, mode: .lait)?.rank.standing?.rank == 2)
    let earlier = try Invented("2023 942 7\n2023 909 5")
    #expect(earlier.comparison(942)?.rank == .notOpen)
    #expect(earlier.comparison(909)?.rank.standing?.rank == 1)
  }

  @Test("figures that differ by noise alone are tied")
  func noise() throws {
    let table = try Invented("2024 301 0.30000000000000004\n2024 302 0.3")
    #expect(table.comparison(301)?.rank.standing?.rank == 1)
    #expect(table.comparison(301)?.rank.standing?.tied == 2)
    #expect(table.comparison(301, mode: .lait)?.rank.standing?.rank == 2)
  }

  @Test("a value equal to a quartile lies in the lower band: the better where low is good, the worse where high is")
  func bands() throws {
    let rows = "2024 301 0\n2024 302 1\n2024 303 2\n2024 304 3\n2024 305 4"
    let low = try Invented(rows)
    let high = try Invented(rows, polarity: "High")
    #expect([301, 302, 303, 304, 305].map { low.comparison($0)?.band } == [.a, .a, .b, .c, .d])
    #expect([301, 302, 303, 304, 305].map { high.comparison($0)?.band } == [.d, .d, .c, .b, .a])
    #expect(try Invented(rows, polarity: "-").comparison(301)?.rank == .noPolarity)
  }

  @Test("the neighbours' mean says how many it rests on, and its change rests on the same ones")
  func neighbours() throws {
    let table = try Invented("2023 301 1\n2023 308 10\n2023 313 -\n2024 301 1\n2024 308 12\n2024 313 20")
    let found = try #require(table.comparison(301)?.neighbours)
    #expect(found.mean == 16 && found.median == 16 && found.used == 2 && found.total == 2)
    #expect(found.change.difference == 2)
    #expect(table.comparison(301, mode: .lait)?.neighbours.change.difference == 6)
    let missing = try Invented("2024 301 1\n2024 308 -")
    #expect(missing.comparison(301)?.neighbours.mean == nil)
    #expect(missing.comparison(301)?.neighbours.used == 0)
  }

  @Test("London stands in for its half where the half has no figure")
  func london() throws {
    let half = try Invented("2024 301 1\n2024 986 5\n2024 988 6")
    #expect(half.comparison(301)?.region == .outerLondon)
    #expect(half.comparison(301)?.regional.number == 6)
    let whole = try Invented("2024 301 1\n2024 986 5\n2024 988 -")
    #expect(whole.comparison(301)?.region == .london)
    #expect(whole.comparison(301)?.regional.number == 5)
  }

  @Test("a withheld figure has no number, no rank and no band")
  func withheld() throws {
    let found = try #require(try Invented("2024 301 c\n2024 302 5").comparison(301))
    #expect(found.own.cell?.text == "c")
    #expect(found.own.number == nil && found.rank == .noNumber && found.band == nil)
  }
}
