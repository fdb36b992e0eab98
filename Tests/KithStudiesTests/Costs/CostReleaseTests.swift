import KithDisclosure
import Testing

@testable import KithStudies

@Suite("Costs as they may be released")
struct CostReleaseTests {
  /// A quantity of one child: days in a placement, at 1,000 pounds a day.
  private func days(_ count: Int, _ child: Int, _ placement: String, in authority: String = "301") -> CostQuantity {
    CostQuantity(
      child: "C\(child)", authority: authority, process: .placement, placement: placement, provider: "PR1",
      quantity: count)
  }

  private let card = RateCard(
    [UnitCost(.placement, per: .day, pounds: 1_000, priceYear: 2025, source: "invented")])

  private func tables(_ quantities: [CostQuantity], _ policy: DisclosurePolicy = .childrenLookedAfter) throws
    -> [String: [[StudyTable.Cell]]]
  {
    let release = CostRelease(CostLedger(quantities, card), card, entries: [:])
    let found = try release.released(under: policy).tables
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.rows) })
  }

  @Test("pounds of enough children are shown to the nearest thousand, with their children")
  func shown() throws {
    let foster = (0..<20).map { days(10 + $0 % 3, $0, "U4") }
    let home = (20..<34).map { days(30, $0, "K2") }
    let rows = try #require(try tables(foster + home)["Placement fees by placement"])
    // 20 children at 10, 11 and 12 days in turn are 219 days.
    #expect(rows[1] == [.text("U4"), .count(20), .number(219_000, places: 0)])
    #expect(rows[0] == [.text("K2"), .count(14), .number(420_000, places: 0)])
    #expect(rows[2] == [.text("all"), .count(34), .number(639_000, places: 0)])
  }

  @Test("pounds of few are withheld, and so is another row, as the total less the rest is what they come to")
  func complementary() throws {
    let many = (0..<20).map { days(10, $0, "U4") } + (20..<34).map { days(30, $0, "K2") }
    let few = (40..<43).map { days(5, $0, "P1") }
    let rows = try #require(try tables(many + few)["Placement fees by placement"])
    let pounds = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[2]) })
    #expect(pounds[.text("P1")] == .text("c"))
    // The cheaper of the two others goes with it: together they are of 23 children.
    #expect(pounds[.text("U4")] == .text("c") && pounds[.text("K2")] == .number(420_000, places: 0))
    #expect(rows.first { $0[0] == .text("P1") }?[1] == .text("c"))
  }

  @Test("a row of which one child is nearly all is withheld, however many children it has")
  func dominance() throws {
    let many = (0..<20).map { days(10, $0, "U4") } + (20..<34).map { days(30, $0, "K2") }
    let costly = [days(364, 50, "K1")] + (51..<62).map { days(1, $0, "K1") }
    let rows = try #require(try tables(many + costly)["Placement fees by placement"])
    #expect(rows.first { $0[0] == .text("K1") }?[2] == .text("c"))
    #expect(rows.count { $0[2] == .text("c") } >= 2)
  }

  @Test("of fewer than ten children nothing is shown")
  func tooFew() {
    #expect(throws: StudyError.self) { try tables((0..<9).map { days(10, $0, "U4") }) }
  }

  @Test("cells for a secure room have each total with its two largest contributions")
  func outputs() {
    let ledger = CostLedger([days(3, 1, "U4"), days(5, 2, "U4"), days(1, 3, "U4")], card)
    let text = CostRelease(ledger, card, entries: [:]).outputs
    #expect(text.contains("Placement fees by placement,U4,pounds,total,3,9000.0,5000.0,3000.0\n"))
  }
}
