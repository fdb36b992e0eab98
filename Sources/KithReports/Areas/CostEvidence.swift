import KithCharts
import KithDisclosure
public import KithStore
public import KithStudies

/// What a year's care cost by the user's own unit costs, as totals that may be shown.
///
/// It takes no invented unit costs: pounds come from the user's rate card alone.
public struct CostEvidence: Sendable {
  private let table: ChartTable
  private let sentence: String
  private let source: String

  /// Prices a financial year of an authority. It throws where nothing happened in it, or where the unit costs are the example set.
  public init(_ store: Store, of authority: String, year: Int, card: RateCard) throws {
    guard !card.isExample else {
      throw StudyError(.unknown, "The unit costs are Kith's invented example; give your own rate card.")
    }
    guard let window = CostWindow(financialYear: year) else {
      throw StudyError(.unknown, "\(year) is no financial year.")
    }
    let quantities = try CostHistory(store, in: window).quantities().filter { $0.authority == authority }
    let ledger = CostLedger(quantities, card)
    let children = Set(ledger.lines.map(\.quantity.child)).count
    guard let found = Disclosure.estimate(ledger, restingOn: children, source: PublicationSource(title: "Costs")) else {
      throw StudyError(.tooLittle, "Fewer than 10 children stand behind the costs, so they are not shown.")
    }
    let pounds = ChartValue(Self.rounded(found.value.total), of: found, places: 0)
    let unpriced =
      found.value.placementDays > 0 ? Double(found.value.unpricedDays) / Double(found.value.placementDays) : 0
    let share = ChartValue(unpriced * 100, of: found, places: 0)
    let period = OwnEvidence.title(year)
    table = ChartTable(
      "Cost of care and of work with children, \(period), in pounds", ["What", period],
      [
        [.text("All that was priced, to the nearest 1,000 pounds"), .value(pounds)],
        [.text("Placement days without a price, per cent"), .value(share)],
      ])
    sentence =
      "By your unit costs the year came to \(pounds.text) pounds, with \(share.text) per cent of placement days without a price. "
      + "The total is as sure as the unit costs: a tenth more on each is a tenth more in all."
    source =
      "own returns and your rate card (price years \(card.priceYears.map { String($0) }.joined(separator: ", ")))"
  }

  private static func rounded(_ pounds: Double) -> Double { (pounds / 1_000).rounded() * 1_000 }

  /// The totals.
  public var exhibit: Exhibit { Exhibit(sentence, table: table, source: source) }
}
