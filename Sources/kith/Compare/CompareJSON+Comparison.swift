import KithAggregates
import KithDisclosure
import KithPlaces
import KithStatistics

extension CompareJSON {
  struct Comparison: Encodable {
    let authority: Place
    let measure: MeasureItem
    let period: String
    let value: Figure
    let rank: RankItem?
    let noRankBecause: String?
    let band: String?
    let quartiles: [Double]?
    let neighbours: NeighbourItem
    let region: RegionItem?
    let england: Figure
    let funnel: FunnelItem?
    let trend: TrendItem?
    let series: SeriesItem?

    init(_ row: ComparisonTable.Row, register: AuthorityRegister) {
      let found = row.comparison
      authority = Place(code: String(found.authority.number), name: register[found.authority]?.name ?? "")
      measure = MeasureItem(found.measure, decimals: found.measure.shownDecimals(.corrected))
      period = found.period.label
      value = Figure(found.own)
      rank = found.rank.standing.map { RankItem(rank: $0.rank, tied: $0.tied, ranked: $0.ranked) }
      noRankBecause = Self.reason(found.rank)
      band = found.band?.rawValue
      quartiles = row.league.quartiles.map { [$0.least, $0.first, $0.second, $0.third, $0.greatest] }
      neighbours = NeighbourItem(found.neighbours)
      region = found.region.map { RegionItem(name: $0.name, value: Figure(found.regional)) }
      england = Figure(found.england)
      funnel = found.spread.map(FunnelItem.init)
      trend = found.trend.map { TrendItem(slope: $0.slope, chiSquare: $0.chiSquare, isSignificant: $0.isSignificant) }
      series = row.series.map(SeriesItem.init)
    }

    private static func reason(_ rank: Rank) -> String? {
      switch rank {
      case .standing: nil
      case .noPolarity: "neither high nor low is good"
      case .noNumber: "no number"
      case .notOpen: "not open at the period's end"
      }
    }
  }

  struct RankItem: Encodable {
    let rank: Int
    let tied: Int
    let ranked: Int
  }

  struct RegionItem: Encodable {
    let name: String
    let value: Figure
  }

  struct TrendItem: Encodable {
    let slope: Double
    let chiSquare: Double
    let isSignificant: Bool
  }

  struct NeighbourItem: Encodable {
    let mean: Double?
    let median: Double?
    let used: Int
    let total: Int
    let change: ChangeItem

    init(_ figures: NeighbourFigures) {
      mean = figures.mean
      median = figures.median
      used = figures.used
      total = figures.total
      change = ChangeItem(figures.change)
    }
  }

  struct FunnelItem: Encodable {
    let events: Double
    let total: Double
    let interval: [Double]
    let limits95: [Double]
    let limits998: [Double]
    let position: String

    init(_ finding: FunnelFinding) {
      events = finding.events
      total = finding.total
      interval = [finding.interval.lower, finding.interval.upper]
      limits95 = [finding.limits.lower, finding.limits.upper]
      limits998 = [finding.outerLimits.lower, finding.outerLimits.upper]
      position = finding.position.rawValue
    }
  }

  struct SeriesItem: Encodable {
    let periods: [String]
    let own: [String]
    let region: [String]
    let england: [String]
    let neighbourMeans: [Double?]

    init(_ series: AuthoritySeries) {
      periods = series.periods.map(\.label)
      own = series.own.map(\.text)
      region = series.regional.map(\.text)
      england = series.england.map(\.text)
      neighbourMeans = series.neighbourMeans
    }
  }
}
