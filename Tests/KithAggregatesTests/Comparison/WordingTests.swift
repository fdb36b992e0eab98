import KithAggregates
import KithStatistics
import Testing

@Suite("Words for comparisons")
struct WordingTests {
  @Test(
    "places in an order are said as people say them",
    arguments: [
      (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
      (101, "101st"),
      (111, "111th"), (153, "153rd"),
    ])
  func ordinals(number: Int, words: String) { #expect(Wording.ordinal(number) == words) }

  @Test("a rank says how many are ranked, and how many share it")
  func ranks() {
    #expect(Wording.rank(.standing(Standing(rank: 12, tied: 4, ranked: 150))) == "12th of 150 (4 tied)")
    #expect(Wording.rank(.standing(Standing(rank: 1, tied: 1, ranked: 9))) == "1st of 9")
    #expect(Wording.rank(.noPolarity) == "-")
  }

  @Test("a direction is better or worse by the measure's polarity, and level is neither")
  func judgements() {
    #expect(Wording.judgement(.up, .high) == "better")
    #expect(Wording.judgement(.up, .low) == "worse")
    #expect(Wording.judgement(.up, .neither).isEmpty)
    #expect(Wording.judgement(.level, .high).isEmpty)
  }

  @Test("small negatives that round to nothing are 0, and -0 in LAIT's mode")
  func minusZero() {
    #expect(NumberDisplay.text(-0.04, decimals: 1) == "0.0")
    #expect(NumberDisplay.text(-0.04, decimals: 1, keepsMinus: true) == "-0.0")
    #expect(NumberDisplay.text(-0.05, decimals: 1) == "-0.1")
  }
}
