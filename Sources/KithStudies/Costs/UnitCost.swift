/// What one unit of something costs: a line of a rate card.
public struct UnitCost: Hashable, Sendable {
  /// What a unit is.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Each time that it happens.
    case once
    /// Seven days.
    case week
    /// A day.
    case day

    /// How many days a unit lasts; 1 where it is each time.
    var days: Double { self == .week ? 7 : 1 }
  }

  /// The process.
  public let process: CostProcess
  /// The placement code (PLACE) for which it holds; blank for any.
  public let placement: String
  /// The provider code (PLACE_PROVIDER) for which it holds; blank for any.
  public let provider: String
  /// The authority's three digits for which it holds; blank for any.
  public let authority: String
  /// What a unit is.
  public let unit: Unit
  /// Pounds for a unit.
  public let pounds: Double
  /// The financial year of the prices, by the calendar year in which it ends.
  public let priceYear: Int
  /// Where the figure is from.
  public let source: String

  /// A line of a rate card.
  public init(
    _ process: CostProcess, placement: String = "", provider: String = "", authority: String = "", per unit: Unit,
    pounds: Double, priceYear: Int, source: String
  ) {
    self.process = process
    self.placement = placement
    self.provider = provider
    self.authority = authority
    self.unit = unit
    self.pounds = pounds
    self.priceYear = priceYear
    self.source = source
  }

  /// How many of authority, placement and provider the line names, an authority first: the most particular line holds.
  var particularity: Int { (authority.isEmpty ? 0 : 4) + (placement.isEmpty ? 0 : 2) + (provider.isEmpty ? 0 : 1) }

  func holds(placement: String, provider: String, authority: String) -> Bool {
    (self.placement.isEmpty || self.placement == placement) && (self.provider.isEmpty || self.provider == provider)
      && (self.authority.isEmpty || self.authority == authority)
  }
}
