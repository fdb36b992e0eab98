import KithStatistics

/// What a service costs a week by dividing its yearly spending, as in Section 251 outturn.
public struct TopDownCost: Hashable, Sendable {
  /// The year's spending in pounds.
  public let expenditure: Double
  /// Placements on 31 March.
  public let placements: Int
  /// Days of placement in the year.
  public let days: Int

  /// Spending over the placements of a day and over the days of the year.
  public init(expenditure: Double, placements: Int, days: Int) {
    self.expenditure = expenditure
    self.placements = placements
    self.days = days
  }

  /// The Department's unit cost: spending / placements on 31 March / 365 × 7, to the nearest £5 (Department for Education, *Section 251
  /// outturn: unit costs*). It is wrong where the number of placements moves in the year. Nil without a placement.
  public var weeklyByPlacements: Double? {
    guard placements > 0 else { return nil }
    return (expenditure / Double(placements) / 365 * 7 / 5).roundedHalfUp(places: 0) * 5
  }

  /// Spending for each week of placement that there was. Nil without a day.
  public var weeklyByDays: Double? { days > 0 ? expenditure / (Double(days) / 7) : nil }
}
