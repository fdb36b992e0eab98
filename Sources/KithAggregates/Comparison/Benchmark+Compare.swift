import KithDisclosure
public import KithPlaces
import KithStatistics

extension Benchmark {
  /// An authority's comparison in a league; nil when the table does not have the authority.
  public func comparison(of code: AuthorityCode, in league: League) -> AuthorityComparison? {
    guard let place = table.place(of: .authority(code)) else { return nil }
    let region = region(of: code, in: league)
    let rank = rank(at: place, in: league)
    return AuthorityComparison(
      authority: code, measure: league.measure, period: league.period, own: figure(at: place, in: league),
      region: region, regional: figure(at: region.flatMap { table.place(of: .region($0)) }, in: league),
      england: figure(at: england, in: league), neighbours: neighbourFigures(of: code, in: league), rank: rank,
      band: band(at: place, rank: rank, in: league), spread: league.funnel?.finding(at: place),
      trend: trend(at: place, in: league))
  }

  /// The figure of a place in a league.
  public func figure(of area: Area, in league: League) -> PlaceFigure {
    figure(at: table.place(of: area), in: league)
  }

  private func figure(at place: Int?, in league: League) -> PlaceFigure {
    guard let place else { return PlaceFigure(cell: nil, number: nil, change: .noEarlierPeriod) }
    let now = league.numbers[place]
    return PlaceFigure(
      cell: table.cell(league.measure, period: league.current, place: place), number: now.isNaN ? nil : now,
      change: change(in: league) { earlier in
        (now, number(table.number(league.measure, period: earlier, place: place)))
      })
  }

  /// The difference of the two numbers that a closure gives for the earlier period's position.
  private func change(in league: League, _ numbers: (Int) -> (now: Double, before: Double)) -> Change {
    switch league.earlier {
    case .absent(let reason): return reason
    case .found(let earlier):
      let since = table.periods(of: league.measure)[earlier]
      let (now, before) = numbers(earlier)
      let difference = number(now - before)
      return difference.isNaN ? .notPublished(since) : .difference(difference, since: since)
    }
  }

  /// The region that an authority is set beside: London's half, or London where the half has no figure in the period.
  func region(of code: AuthorityCode, in league: League) -> Region? {
    guard let region = register[code]?.region else { return nil }
    switch region {
    case .innerLondon: return league.hasLondonHalves[0] ? region : .london
    case .outerLondon: return league.hasLondonHalves[1] ? region : .london
    default: return region
    }
  }

  private func rank(at place: Int, in league: League) -> Rank {
    let number = league.numbers[place]
    guard league.measure.polarity.canRank else { return .noPolarity }
    guard !number.isNaN else { return .noNumber }
    guard league.isRanked[place] else { return .notOpen }
    let standing = league.ranking.standing(of: number, highestFirst: league.measure.polarity == .high)
    return standing.map { .standing($0) } ?? .noNumber
  }

  private func band(at place: Int, rank: Rank, in league: League) -> Band? {
    guard rank.standing != nil, league.measure.hasBands,
      let quarter = league.quartiles?.quarter(of: league.numbers[place])
    else { return nil }
    return Band.allCases[league.measure.polarity == .low ? quarter : 3 - quarter]
  }
}
