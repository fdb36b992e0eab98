import KithTables
import Testing

@testable import KithLinkage

@Suite("Days as the schema's formats write them")
struct DatePatternTests {
  @Test(
    "a text is the day that Python's strptime reads",
    arguments: [
      ("%Y-%m-%d", "2011-02-28", "2011-02-28"), ("%Y-%m-%d", "2011-2-8", "2011-02-08"),
      ("%d%m%Y", "1112011", "2011-01-11"),
      ("%d/%m/%y", "05/11/68", "2068-11-05"), ("%d/%m/%y", "05/11/69", "1969-11-05"), ("%Y%j", "2012366", "2012-12-31"),
      ("%Y%j", "2011366", "2012-01-01"), ("%d %b %Y", "5  jul 2011", "2011-07-05"),
      ("%d %B %Y", "5 MAY 2011", "2011-05-05"),
      ("%Y-%m-%d %H:%M:%S", "2011-02-28 23:59:59", "2011-02-28"), ("%d%m%Y", "112011", "2011-01-01"),
      ("%Y", "2011", "2011-01-01"), ("%d%%%Y", "1%2011", "2011-01-01"),
      ("%Y-%m-%d", "2011-02- 3", "2011-02-03"),
    ])
  func read(pattern: String, text: String, day: String) throws {
    #expect(try #require(DatePattern(pattern)).day(text)?.iso == day)
  }

  @Test(
    "what is no day is none",
    arguments: [
      ("%Y-%m-%d", "2011-02-29"), ("%Y-%m-%d", "2011-02-28 "), ("%Y-%m-%d", ""), ("%Y-%m-%d", "11-02-28"),
      ("%Y-%m-%d", "0999-01-01"), ("%d %b %Y", "5jul 2011"), ("%Y%j", "2011000"),
    ])
  func refuse(pattern: String, text: String) throws {
    #expect(try #require(DatePattern(pattern)).day(text) == nil)
  }

  @Test("a pattern without a year, with something twice or with an unknown directive is none")
  func patterns() {
    for text in ["%d/%m", "%Y %y", "%Y-%m-%d %d", "%Y %U", "%Y%", "%Y %b %m"] { #expect(DatePattern(text) == nil) }
  }

  @Test("a day is written as the pattern has it")
  func write() throws {
    let day = try #require(Day(5, 7, 2011))
    #expect(try #require(DatePattern("%d %B %Y")).text(day) == "05 July 2011")
    #expect(try #require(DatePattern("%y%m%d")).text(day) == "110705")
    #expect(try #require(DatePattern("%Y%j")).text(day) == "2011186")
  }
}
