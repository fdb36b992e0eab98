import KithTables
import Testing

@Suite("Days with unknown parts")
struct PartialDayTests {
  @Test(
    "the latest day is the last that the known parts allow",
    arguments: [
      ("05/06/2019", Day(5, 6, 2019)), ("5/6/2019", Day(5, 6, 2019)), ("ZZ/02/2020", Day(29, 2, 2020)),
      ("ZZ/ZZ/2019", Day(31, 12, 2019)), ("12/ZZ/2019", Day(12, 12, 2019)), ("ZZ/ZZ/ZZZZ", Day(31, 12, 2000)),
      ("29/02/ZZZZ", Day(29, 2, 2000)), ("ZZ/05/ZZZZ", Day(31, 5, 2000)),
    ])
  func latest(text: String, day: Day?) throws {
    let partial = try #require(PartialDay(returnText: text.utf8))
    #expect(partial.latest(inUnknownYear: 2000) == day)
  }

  @Test(
    "a text that no day could be is refused",
    arguments: [
      "", "2019", "ZZ/ZZ/ZZ", "Z/05/2019", "XX/10/2011", "01/13/2000", "30/02/2020", "31/02/ZZZZ", "32/ZZ/2019",
      "0/05/2019", "05/06/19", "05/06/2019/", "05-06-2019", "05/06/0900",
    ])
  func refused(text: String) { #expect(PartialDay(returnText: text.utf8) == nil) }

  @Test("an unknown part is nil")
  func parts() throws {
    let partial = try #require(PartialDay(returnText: "ZZ/05/ZZZZ".utf8))
    #expect(partial.day == nil)
    #expect(partial.month == 5)
    #expect(partial.year == nil)
  }
}
