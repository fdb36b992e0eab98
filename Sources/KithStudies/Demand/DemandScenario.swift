/// What is changed in a forecast: factors on how many come and how soon they leave.
public struct DemandScenario: Hashable, Sendable {
  /// How many children come, as a factor.
  public let entrants: Double
  /// How fast children leave care, as a factor; moves between placements stay as they are.
  public let leaving: Double
  /// The share of those who would go into a children's home that go into foster care in its place, 0 to 1.
  public let fosterForHomes: Double

  /// Things as they are.
  public static let asItIs = DemandScenario()

  /// Sets the factors.
  public init(entrants: Double = 1, leaving: Double = 1, fosterForHomes: Double = 0) {
    self.entrants = entrants
    self.leaving = leaving
    self.fosterForHomes = fosterForHomes
  }
}
