import KithStatistics
import Testing

@Suite("Summaries")
struct SummaryTests {
  @Test("a quantile of type 7 interpolates between its neighbours")
  func quantiles() {
    #expect(quantile(0.25, ofSorted: [1, 2, 3, 4]) == 1.75)
    #expect(quantile(0.5, ofSorted: [1, 2, 3]) == 2)
    #expect(quantile(1, ofSorted: [1, 2, 9]) == 9)
    #expect(quantile(0.5, ofSorted: []) == nil)
    #expect(median([4, 1, 3, 2]) == 2.5)
  }

  @Test("a number equal to a quartile lies in the lower quarter, and the first quarter holds the least number")
  func quarters() throws {
    let quartiles = try #require(Quartiles(ofSorted: [0, 1, 2, 3, 4]))
    #expect([0.0, 1, 1.5, 2, 3, 3.5, 4].map { quartiles.quarter(of: $0) } == [0, 0, 1, 1, 2, 3, 3])
    #expect(quartiles.quarter(of: 5) == nil)
  }

  @Test("equal numbers share the best rank, and what is missing is not ranked")
  func ranks() {
    let ranking = Ranking([10, 20, 20, 5, .nan])
    #expect(ranking.standing(of: 20, highestFirst: true) == Standing(rank: 1, tied: 2, ranked: 4))
    #expect(ranking.standing(of: 10, highestFirst: true) == Standing(rank: 3, tied: 1, ranked: 4))
    #expect(ranking.standing(of: 20, highestFirst: false) == Standing(rank: 3, tied: 2, ranked: 4))
    #expect(ranking.standing(of: .nan, highestFirst: true) == nil)
  }

  @Test(
    "half goes away from zero, though binary arithmetic hold it a hair lower",
    arguments: [
      (1.005, 2, 1.01), (2.675, 2, 2.68), (0.5, 0, 1), (-0.05, 1, -0.1), (-1.25, 1, -1.3), (2.5, 0, 3), (0.04, 1, 0),
    ])
  func halfUp(number: Double, places: Int, rounded: Double) {
    #expect(number.roundedHalfUp(places: places) == rounded)
  }

  @Test("noise of binary arithmetic goes, and what is published stays")
  func noise() {
    #expect((0.3 - 0.2 - 0.1).withoutNoise == 0)
    #expect((14.1 - 14.0).withoutNoise == 0.1)
    #expect(9.3699999999999992.withoutNoise == 9.37)
    #expect(343_979_364.5.withoutNoise == 343_979_364.5)
  }

  @Test("the mean loses nothing to a large number")
  func means() {
    #expect(mean([1e16, 1, -1e16]) == 1.0 / 3)
    #expect(mean([]) == nil)
  }
}
