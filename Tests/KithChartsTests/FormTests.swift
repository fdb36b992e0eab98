import Foundation
import KithCharts
import KithPlaces
import Testing

@Suite("Forms of charts")
struct FormTests {
  /// The rows of every layer of a specification.
  private func rows(_ chart: any Chart) throws -> [[[String: Any]]] {
    let parsed = try JSONSerialization.jsonObject(with: Data(chart.specification.json.utf8)) as? [String: Any]
    let layers = try #require(parsed?["layer"] as? [[String: Any]])
    return layers.compactMap { ($0["data"] as? [String: Any])?["values"] as? [[String: Any]] }
  }

  @Test("a line breaks at a withheld point and at a new definition, and the symbol stands at the foot")
  func line() throws {
    let lines = try rows(Gallery.line).flatMap { $0 }.filter {
      $0["series"] as? String == "Alder" && $0["segment"] != nil
    }
    let segments = Dictionary(grouping: lines) { $0["segment"] as? String ?? "" }
      .mapValues { Set($0.compactMap { $0["period"] as? String }).sorted() }
    #expect(segments.values.sorted { $0[0] < $1[0] } == [["2021"], ["2022"], ["2024", "2025"]])
    let marks = try rows(Gallery.line).flatMap { $0 }.compactMap { $0["mark"] as? String }
    #expect(marks == ["c"])
  }

  @Test("a withheld figure is drawn nowhere as 0")
  func withheld() throws {
    for chart in [Gallery.bar as any Chart, Gallery.stacked, Gallery.dot, Gallery.gradient] {
      let drawn = try rows(chart).flatMap { $0 }.filter { $0["words"] != nil && ($0["mark"] as? String) != "c" }
      #expect(drawn.allSatisfy { ($0["value"] as? Double) != 0 })
    }
    let flow = Gallery.flow.specification.json
    #expect(!flow.contains("Assessment to Not in need"))
    #expect(Gallery.flow.table.rows.contains { $0.map(\.text) == ["Assessment", "Not in need", "c"] })
    #expect(try rows(Gallery.stacked).flatMap { $0 }.contains { $0["mark"] as? String == "Supported accommodation: c" })
  }

  @Test("of more than four lines only those in focus have colours")
  func crowded() throws {
    let json = Gallery.crowdedLine.specification.json
    #expect(json.contains(#""domain":["Area 2"]"#))
    #expect(json.contains("#b8b8b8"))
    #expect(Gallery.crowdedLine.table.rows.count == 7)
  }

  @Test("a control chart marks the points that say more than chance, and its table has a row for each period and limit")
  func process() throws {
    let drawn = try rows(Gallery.process).flatMap { $0 }
    #expect(drawn.contains { $0["series"] as? String == "More than chance" && $0["value"] as? Double == 44 })
    #expect(!drawn.contains { $0["series"] as? String == "More than chance" && $0["value"] as? Double == 21 })
    let table = Gallery.process.table
    #expect(table.rows.count == 7 && table.columns.count == 3)
    #expect(table.rows[2].map(\.text) == ["July", "c", "no more than chance"])
    #expect(table.rows[3][2].text == "above the upper limit" && table.rows[4][0].text == "Upper limit")
  }

  @Test("the spine turns a measure of which low is good")
  func spine() throws {
    let marks = try rows(Gallery.spine).flatMap { $0 }.filter { $0["state"] != nil }
    let places = Dictionary(
      uniqueKeysWithValues: marks.map { ($0["measure"] as? String ?? "", $0["from"] as? Double ?? 9) })
    #expect(places["Re-referrals within 12 months"] == -0.25)
    #expect(places["Assessments within 45 days"] == 0.375)
    #expect(places["Care leavers in suitable homes"] == nil)
  }

  @Test("the map has every authority that is open, each on a tile of its own")
  func tiles() {
    let tiles = TileMap.england.tiles
    let open = AuthorityRegister.england.authorities.filter { $0.closed == nil }.map(\.code.description)
    #expect(tiles.map(\.code) == open.sorted())
    #expect(Set(tiles.map { [$0.column, $0.row] }).count == 153)
    #expect(Set(tiles.map(\.label)).count == 153)
    // Tiles that are narrowed to a telephone's page hide each other's letters.
    #expect(
      Gallery.tiles.specification.json.contains("keepsWidth") && !Gallery.bar.specification.json.contains("keepsWidth"))
  }

  @Test("the table of a heat map says the level in words beside the figure")
  func heat() {
    #expect(Gallery.heat.table.rows[0].map(\.text) == ["Re-referrals", "12.0, A", "22.0, C", "c"])
  }

  @Test("each step of a waterfall begins where the one before it ended, and is said to add or to take away")
  func waterfall() throws {
    let bars = try rows(Gallery.waterfall)[0]
    #expect(bars.map { $0["start"] as? Double } == [0, -10, -1, 7, 0])
    #expect(bars.map { $0["end"] as? Double } == [-10, -1, 7, 6, 6])
    #expect(
      bars.map { $0["series"] as? String } == ["takes away", "adds", "adds", "takes away", "altogether"])
    #expect(bars.map { $0["category"] as? String } == ["any pair", "name", "name (2)", "born", "weight"])
    #expect(Gallery.waterfall.table.rows.map { $0[2].text } == ["−10.0", "9.0", "8.0", "−1.0", "6.0"])
  }

  @Test("a step without a number, and those that follow it, are not drawn, and stand in the table")
  func brokenWaterfall() throws {
    let chart = WaterfallChart(
      Gallery.head("Not known", "Bits"), headings: (step: "Compared", words: "Agreement"),
      steps: [
        .init("name", "", Gallery.value(2)), .init("born", "", Gallery.cell("c")), .init("sex", "", Gallery.value(1)),
      ], total: .init("weight", "", Gallery.cell("c")))
    #expect(try rows(chart)[0].map { $0["category"] as? String } == ["name"])
    #expect(chart.table.rows.map { $0[2].text } == ["2.0", "c", "1.0", "c"])
  }
}
