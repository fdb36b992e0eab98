import KithStudies
import Testing

@Suite("Cells of a study's tables")
struct StudyTableTests {
  @Test(
    "a number is written to its places, half up, without a minus before nought",
    arguments: [
      (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-3.25, 1, "-3.3"), (1234567.0, 0, "1234567"), (0.007, 3, "0.007"),
      (12.0, 2, "12.00"),
    ])
  func number(number: Double, places: Int, text: String) {
    #expect(StudyTable.Cell.number(number, places: places).plain == text)
  }

  @Test("what is not finite is nothing, which reads as a dash and is blank in a file")
  func nothing() {
    for number in [Double.nan, .infinity, -.infinity] {
      #expect(StudyTable.Cell.maybe(number, places: 1) == .none)
    }
    #expect(StudyTable.Cell.none.words == "–" && StudyTable.Cell.none.plain.isEmpty)
    #expect(StudyTable.Cell.text("a").isText && !StudyTable.Cell.count(1).isText)
  }
}
