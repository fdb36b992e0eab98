import Foundation
import KithCharts
import KithDisclosure
import Testing

@Suite("Specifications of charts")
struct SpecificationTests {
  @Test("names are sorted, whole numbers have no decimals, and nothing can end the script element")
  func bytes() {
    let value: SpecificationValue = ["b": 1, "a": [1.5, true, "</script>\"\\\n"], "c": .number(.nan)]
    #expect(value.json == #"{"a":[1.5,true,"\u003c/script\u003e\"\\\u000a"],"b":1,"c":null}"#)
  }

  @Test("every form is JSON, the same each time, without a number that is none", arguments: Gallery.all.indices)
  func whole(_ place: Int) throws {
    let chart = Gallery.all[place]
    let json = chart.specification.json
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(parsed["$schema"] != nil)
    #expect(json == chart.specification.json)
    #expect(!json.lowercased().contains("nan") && !json.contains("Infinity") && !json.contains("<"))
    #expect(chart.altText.contains(chart.head.finding))
    #expect(chart.hasFigures)
  }

  @Test("a picture that leaves the page has its title, its source and what must be said of it")
  func titled() {
    let json = Gallery.line.titledSpecification.json
    #expect(json.contains("Alder's rate rose above England's"))
    #expect(json.contains("Source: invented figures"))
  }

  @Test("charts without a figure, of one period, or of no series draw nothing that is not there")
  func degenerate() {
    let empty = LineChart(Gallery.head("Nothing"), periods: [], series: [])
    #expect(!empty.hasFigures)
    #expect(!empty.specification.json.contains("nan"))
    let one = LineChart(
      Gallery.head("One"), periods: ["2025"], series: [ChartSeries("Alder", Gallery.values([5]))])
    #expect(one.hasFigures)
    let symbols = BarChart(
      Gallery.head("Withheld"), heading: "Area", categories: ["Alder"],
      series: [ChartSeries("2025", [Gallery.cell("c")])])
    #expect(!symbols.hasFigures)
    #expect(!ChartFigure(symbols, id: "a").html.contains("<script"))
    let flow = FlowChart(
      Gallery.head("None"), stages: [["a"], ["b"]], flows: [.init(from: "a", to: "z", Gallery.cell("5"))])
    #expect(!flow.specification.json.contains("\"path\":\"M"))
  }
}
