public import KithDisclosure
public import KithPlaces
public import KithStatistics

/// A figure of one place, with its change.
public struct PlaceFigure: Hashable, Sendable {
  /// The cell as published; nil when the table does not have the place.
  public let cell: PublishedCell?
  /// Its number, where it shows one.
  public let number: Double?
  /// Its change from the earlier period.
  public let change: Change
}

/// The figures of an authority's statistical neighbours taken together.
public struct NeighbourFigures: Hashable, Sendable {
  /// The mean of the neighbours that have a number, each counting once, as LAIT has it.
  public let mean: Double?
  /// The median of the same, as the Department for Education's dashboard of children's social care has it.
  public let median: Double?
  /// How many neighbours have a number.
  public let used: Int
  /// How many neighbours there are.
  public let total: Int
  /// The change of the mean: between the same neighbours in both periods, save in LAIT's mode.
  public let change: Change
}

/// Where an authority stands, or why it has no rank.
public enum Rank: Hashable, Sendable {
  /// Its rank, the best first.
  case standing(Standing)
  /// Neither high nor low is good, so there is no best.
  case noPolarity
  /// It has no number.
  case noNumber
  /// It was not open on the period's last day.
  case notOpen

  /// The rank, the ties and the number ranked, where there is a rank.
  public var standing: Standing? { if case .standing(let standing) = self { standing } else { nil } }
}

/// A quarter of the ranked authorities, A the best.
public enum Band: String, Sendable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
}

/// One authority on one measure, beside its neighbours, its region and England.
public struct AuthorityComparison: Hashable, Sendable {
  /// The authority.
  public let authority: AuthorityCode
  /// The measure.
  public let measure: Measure
  /// The period compared.
  public let period: Period
  /// The authority's figure.
  public let own: PlaceFigure
  /// Its region: London's half, or London where the halves have no figure.
  public let region: Region?
  /// Its region's published figure.
  public let regional: PlaceFigure
  /// England's published figure.
  public let england: PlaceFigure
  /// Its neighbours' figures.
  public let neighbours: NeighbourFigures
  /// Its rank.
  public let rank: Rank
  /// Its quartile band; nil without a rank, and where the publication shows no bands.
  public let band: Band?
  /// Its place in the funnel, where counts are known.
  public let spread: FunnelFinding?
  /// Its trend over five periods, where counts are known.
  public let trend: TrendTest?
}
