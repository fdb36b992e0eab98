public import KithDisclosure
public import KithPlaces

/// An authority's figures over the periods of a measure, beside its neighbours, its region and England.
public struct AuthoritySeries: Sendable {
  /// The periods, oldest first.
  public let periods: [Period]
  /// The authority's cells.
  public let own: [PublishedCell]
  /// The region used, the same in all periods.
  public let region: Region?
  /// The region's published cells; none where the table does not have the region.
  public let regional: [PublishedCell]
  /// England's published cells; none where the table does not have England.
  public let england: [PublishedCell]
  /// The means of the neighbours that have a number in each period.
  public let neighbourMeans: [Double?]
}

extension Benchmark {
  /// An authority's figures over time; nil when the table does not have the authority.
  public func series(of code: AuthorityCode, _ measure: Measure) -> AuthoritySeries? {
    guard let place = table.place(of: .authority(code)), let league = league(measure) else { return nil }
    let region = region(of: code, in: league)
    let cells = { (place: Int?) -> [PublishedCell] in
      place.map { place in league.usable.map { table.cell(measure, period: $0, place: place) } } ?? []
    }
    return AuthoritySeries(
      periods: league.usable.map { table.periods(of: measure)[$0] }, own: cells(place), region: region,
      regional: cells(region.flatMap { table.place(of: .region($0)) }), england: cells(england),
      neighbourMeans: league.usable.map { neighbourMean(of: code, measure, period: $0) })
  }
}
