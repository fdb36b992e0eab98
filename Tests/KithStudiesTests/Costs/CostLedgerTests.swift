import Foundation
import KithStudies
import KithTables
import KithTesting
import Testing

@Suite("Costs of care")
struct CostLedgerTests {
  private struct Prices: Decodable {
    let weekly_placement_fee: [String: Double]
    let process_unit_costs: [String: Double]
  }

  private struct Known: Decodable {
    struct Child: Decodable {
      let placement_days: Int
      let placement_fee: Double
      let process_cost: [String: Double]
      let total: Double
    }
    struct TopDown: Decodable {
      let expenditure: Double
      let placements_31_march: Int
      let days_in_year: Int
      let s251_weekly_unit_cost_rounded5: Double
      let per_placement_week_from_days: Double
    }
    struct Total: Decodable {
      let total: Double
      let placement_days: Int
    }
    struct Prices: Decodable {
      let base_2019_20: Double
      let y2024_25: Double
      let cost_2019_20: Double
      let cost_2024_25_prices: Double
    }
    let per_child: [String: Child]
    let total: Total
    let top_down: [TopDown]
    let gdp_deflator_example: Prices
  }

  private func read<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    let path = SharedFolder.path("cases/analysis/costing/" + name)
    return try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path)))
  }

  private func rows(_ name: String) throws -> [[String]] {
    let path = SharedFolder.path("cases/analysis/costing/" + name)
    return try SeparatedText([UInt8](Data(contentsOf: URL(filePath: path)))).records
  }

  private func card() throws -> RateCard {
    let prices = try read("unit_costs.json", as: Prices.self)
    let fees = prices.weekly_placement_fee.map { key, pounds in
      let parts = key.split(separator: "|").map(String.init)
      return UnitCost(
        .placement, placement: parts[0], provider: parts[1], per: .week, pounds: pounds, priceYear: 2025, source: "case"
      )
    }
    let processes = prices.process_unit_costs.compactMap { key, pounds -> UnitCost? in
      let isWeekly = key.hasSuffix("_per_week")
      return CostProcess(rawValue: String(key.prefix(2))).map {
        UnitCost($0, per: isWeekly ? .week : .once, pounds: pounds, priceYear: 2025, source: "case")
      }
    }
    return RateCard(fees + processes)
  }

  private func ledger() throws -> CostLedger {
    let window = try #require(CostWindow(financialYear: 2025))
    let episodes = try rows("episodes.csv").map { row in
      CostedEpisode(
        child: row[0], authority: "301", born: Day(iso: row[1]), start: try #require(Day(iso: row[2])),
        end: Day(iso: row[7]), startCode: row[3], status: row[4], placement: row[5], provider: row[6], endCode: row[8])
    }
    let reviews = try rows("reviews.csv").map { ($0[0], try #require(Day(iso: $0[1]))) }
    let quantities = Dictionary(grouping: episodes, by: \.child).sorted { $0.key < $1.key }.flatMap { child, own in
      CareQuantities(own, reviews: reviews.filter { $0.0 == child }.map(\.1), in: window).all
    }
    return CostLedger(quantities, try card())
  }

  // Needs the worked example, which the project does not hold.
  @Test("each child's days, fees and processes are those of the worked example", .enabled(if: SharedFolder.isPresent))
  func workedExample() throws {
    let known = try read("costing_expected.json", as: Known.self)
    let ledger = try ledger()
    for (child, expected) in known.per_child {
      let own = ledger.lines.filter { $0.quantity.child == child }
      let fees = own.filter { $0.quantity.process == .placement }
      #expect(fees.reduce(0) { $0 + $1.quantity.quantity } == expected.placement_days)
      #expect(abs(fees.reduce(0) { $0 + $1.pounds } - expected.placement_fee) < 1e-6)
      for (process, pounds) in expected.process_cost {
        let ours = own.filter { $0.quantity.process.rawValue == process }.reduce(0) { $0 + $1.pounds }
        #expect(abs(ours - pounds) < 1e-6, "\(child) \(process)")
      }
      #expect(abs(own.reduce(0) { $0 + $1.pounds } - expected.total) < 1e-5)
    }
    #expect(abs(ledger.total - known.total.total) < 1e-5)
    #expect(ledger.placementDays == known.total.placement_days && ledger.unpricedDays == 0)
  }

  // Needs the worked example, which the project does not hold.
  @Test(
    "weekly costs from spending, and prices of another year, are those of the example",
    .enabled(if: SharedFolder.isPresent))
  func topDown() throws {
    let known = try read("costing_expected.json", as: Known.self)
    for service in known.top_down {
      let ours = TopDownCost(
        expenditure: service.expenditure, placements: service.placements_31_march, days: service.days_in_year)
      #expect(ours.weeklyByPlacements == service.s251_weekly_unit_cost_rounded5)
      #expect(abs((ours.weeklyByDays ?? 0) - service.per_placement_week_from_days) < 1e-8)
    }
    let prices = known.gdp_deflator_example
    let card = RateCard([UnitCost(.p1, per: .once, pounds: prices.cost_2019_20, priceYear: 2020, source: "case")])
    let later = try card.inPrices(of: 2025, [2020: prices.base_2019_20, 2025: prices.y2024_25])
    #expect(abs(later.lines[0].pounds - prices.cost_2024_25_prices) < 1e-9)
    #expect(reason { try card.inPrices(of: 2026, [2020: 100]) } == .unknown)
  }

  @Test("no placement and no day give no weekly cost")
  func nothingSpentOn() {
    let none = TopDownCost(expenditure: 100, placements: 0, days: 0)
    #expect(none.weeklyByPlacements == nil && none.weeklyByDays == nil)
  }

  @Test("the most particular line of a card holds, an authority's own before all")
  func particular() {
    func line(_ pounds: Double, _ placement: String = "", _ provider: String = "", _ authority: String = "") -> UnitCost
    {
      UnitCost(
        .placement, placement: placement, provider: provider, authority: authority, per: .week, pounds: pounds,
        priceYear: 2025, source: "case")
    }
    let card = RateCard([line(1), line(2, "U6"), line(3, "U6", "PR1"), line(4, "", "", "301")])
    #expect(card.unitCost(of: .placement, placement: "U6", provider: "PR1", authority: "302")?.pounds == 3)
    #expect(card.unitCost(of: .placement, placement: "U6", provider: "PR4", authority: "302")?.pounds == 2)
    #expect(card.unitCost(of: .placement, placement: "U6", provider: "PR1", authority: "301")?.pounds == 4)
    #expect(card.unitCost(of: .p1) == nil)
  }

  @Test("what the card does not price is counted, not left out")
  func unpriced() {
    let days = CostQuantity(
      child: "A", authority: "301", process: .placement, placement: "Z1", provider: "PR0", quantity: 30)
    let ledger = CostLedger([days], RateCard([]))
    #expect(ledger.total == 0 && ledger.placementDays == 30 && ledger.unpricedDays == 30)
  }

  @Test("the example card reads back as itself, and says that it is an example")
  func example() throws {
    let back = try RateCard(SeparatedText(Array(RateCard.example.csv.utf8)), name: "card.csv")
    #expect(back == RateCard.example && back.isExample)
    #expect(try back.inPrices(of: 2025, [:]) == back)
  }

  @Test(
    "a line that cannot be read is named by its column, and its value is not shown",
    arguments: [
      ("P9,,,,once,1,2025,x", "process"), ("P1,,,,week,1,2025,x", "unit"), ("P1,,,,once,-1,2025,x", "unit_cost"),
      ("P1,,,,once,1,25,x", "price_year"), ("P1,,,,once,1,2025,", "source"),
    ])
  func badLine(text: String, column: String) throws {
    let table = try SeparatedText(
      Array(("process,placement,provider,authority,unit,unit_cost,price_year,source\n" + text).utf8))
    do {
      _ = try RateCard(table, name: "card.csv")
      Issue.record("it was read")
    } catch {
      #expect(error.reason == .column && error.description.hasPrefix("card.csv, line 2, \(column):"))
    }
  }
}
