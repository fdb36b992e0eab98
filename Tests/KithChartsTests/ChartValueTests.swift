import KithCharts
import KithDisclosure
import Testing

@Suite("Figures of charts")
struct ChartValueTests {
  @Test("a symbol stays a symbol, and is no number")
  func symbols() {
    let withheld = Gallery.cell("c")
    #expect(withheld.number == nil && withheld.symbol == .confidential && withheld.text == "c")
    #expect(Gallery.cell("").symbol == .blank)
    #expect(Gallery.cell("01:06").text == "01:06")
  }

  @Test("a number is written half up with commas, and its interval beside it")
  func digits() {
    #expect(Gallery.value(1234.25, 1200.05...1300).text == "1,234.3 (1,200.1 to 1,300.0)")
    #expect(Gallery.value(-0.04).text == "0.0")
    #expect(ChartDigits.text(-3.5, places: 0) == "−4")
  }

  @Test("what is not a number is not drawn")
  func notNumbers() {
    #expect(Gallery.value(.nan).number == nil)
    #expect(Gallery.value(.infinity).text == "")
    #expect(Gallery.value(5, 1...(.infinity)).interval == nil)
  }

  @Test("a figure of one's own records says that it is not for release, and so does its chart")
  func notForRelease() {
    let own = ChartValue(12, of: Disclosure.internalUse(12.0), places: 0)
    #expect(!own.isForRelease)
    let chart = BarChart(
      Gallery.head("Twelve"), heading: "Area", categories: ["Alder"], series: [ChartSeries("2025", [own])])
    #expect(!chart.isForRelease)
    #expect(ChartFigure(chart, id: "a").html.contains("Not for release"))
    #expect(chart.titledSpecification.json.contains("Not for release"))
  }

  @Test("a figure that passed an audit says that it is provisional")
  func audited() throws {
    let cells = ["Alder", "Birch"].map { CountCell($0, count: 120, area: .authority) }
    let release = try Disclosure.release(
      Publication(title: "Counts", cells: cells, relations: []), under: .departmentForEducation)
    let value = ChartValue(try #require(release.count("Alder")))
    #expect(value.text == "120")
    #expect(value.notice == Release.notice)
  }
}
