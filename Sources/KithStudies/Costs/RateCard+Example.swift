extension RateCard {
  /// What the source of each line of the example begins with.
  public static let exampleMark = "EXAMPLE"
  /// What every page made with the example says.
  public static let exampleNotice =
    "EXAMPLE UNIT COSTS: every price is invented to show the layout. Use it for no report."

  /// An invented card that shows the layout: no price in it is anybody's.
  public static let example = RateCard(
    fees.map { line($0.0, per: .week, $0.2, placement: $0.1) } + times.map { line($0.0, per: .once, $0.1) }
      + days.map { line($0.0, per: .week, $0.1) })

  private static let fees: [(CostProcess, String, Double)] = [
    (.placement, "", 1_000), (.placement, "U1", 400), (.placement, "U2", 400), (.placement, "U3", 400),
    (.placement, "U4", 600), (.placement, "U5", 600), (.placement, "U6", 600), (.placement, "K1", 6_000),
    (.placement, "K2", 5_000), (.placement, "R1", 2_000), (.placement, "H5", 1_000), (.placement, "P2", 500),
    (.placement, "P1", 0), (.placement, "A3", 100), (.placement, "A4", 100), (.placement, "A5", 100),
    (.placement, "A6", 100),
  ]
  private static let times: [(CostProcess, Double)] = [
    (.p1, 1_000), (.p2, 200), (.p4, 400), (.p5, 300), (.p6, 500), (.p7, 4_000), (.p8, 1_500), (.referral, 200),
    (.assessment, 700), (.enquiry, 600), (.conference, 500), (.planReview, 300),
  ]
  private static let days: [(CostProcess, Double)] = [(.p3, 80), (.need, 40), (.plan, 60)]

  private static func line(_ process: CostProcess, per unit: UnitCost.Unit, _ pounds: Double, placement: String = "")
    -> UnitCost
  {
    UnitCost(
      process, placement: placement, per: unit, pounds: pounds, priceYear: 2025, source: exampleMark + ": invented")
  }

  /// The card as the file that ``init(_:name:)`` reads.
  public var csv: String {
    let rows = lines.map { line in
      let pounds = line.pounds == line.pounds.rounded() ? "\(Int(line.pounds))" : "\(line.pounds)"
      return [
        line.process.rawValue, line.placement, line.provider, line.authority, line.unit.rawValue, pounds,
        "\(line.priceYear)", line.source,
      ].joined(separator: ",")
    }
    return ([Self.columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }
}
