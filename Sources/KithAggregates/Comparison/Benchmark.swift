import KithDisclosure
public import KithPlaces
import KithStatistics

/// By whose rules figures are compared.
public enum ComparisonMode: String, Sendable {
  /// Kith's: only authorities that exist are ranked, change is between neighbouring periods, noise is rounded away.
  case corrected
  /// LAIT's own, its defects with it, for those who ask why LAIT differs. See `docs/divergences.md`.
  case lait
}

/// A publication's figures, ready to compare authorities by.
public struct Benchmark: Sendable {
  /// The figures.
  public let table: PublishedMeasures
  /// The register of authorities.
  public let register: AuthorityRegister
  /// Who is compared with whom.
  public let neighbours: NeighbourEdition
  /// By whose rules.
  public let mode: ComparisonMode
  /// The last year to use figures of; nil for all.
  ///
  /// A period counts by the year in which it ends; in LAIT's mode by the year in which it starts, as LAIT reads labels.
  public let asOf: Int?
  /// Whether funnels allow for the spread between authorities beyond chance. Without it they flag most authorities: 104 of
  /// 151 on the looked-after rate of 2025, where 2 lie outside the widened limits.
  public let widensFunnels: Bool

  /// The places of each authority's neighbours among the table's areas, nil for one that it does not have.
  let neighbourPlaces: [AuthorityCode: [Int?]]
  let england: Int?

  /// Makes figures ready.
  public init(
    _ table: PublishedMeasures, neighbours: NeighbourEdition, register: AuthorityRegister = .england,
    mode: ComparisonMode = .corrected, asOf: Int? = nil, widensFunnels: Bool = true
  ) {
    self.table = table
    self.register = register
    self.neighbours = neighbours
    self.mode = mode
    self.asOf = asOf
    self.widensFunnels = widensFunnels
    let pairs = table.authorities.map { code in
      (code, neighbours.neighbours(of: code).map { table.place(of: .authority($0.code)) })
    }
    neighbourPlaces = Dictionary(uniqueKeysWithValues: pairs)
    england = table.place(of: .england)
  }

  /// The same figures by LAIT's rules.
  var inLAITMode: Benchmark {
    Benchmark(
      table, neighbours: neighbours, register: register, mode: .lait, asOf: asOf, widensFunnels: widensFunnels)
  }

  /// A number as the mode reads it.
  func number(_ number: Double) -> Double { mode == .lait ? number : number.withoutNoise }

  /// The positions of a measure's periods that may be used, oldest first.
  func usable(_ measure: Measure) -> [Int] {
    let periods = table.periods(of: measure)
    return periods.indices.filter { index in
      let period = periods[index]
      switch mode {
      case .lait: return asOf.map { period.firstYear <= $0 } ?? true
      case .corrected: return period.isKnown && (asOf.map { period.lastYear <= $0 } ?? true)
      }
    }
  }
}

extension PublishedMeasures {
  /// The authorities that the table has figures for, in the order of their codes.
  public var authorities: [AuthorityCode] {
    areas.compactMap { if case .authority(let code) = $0 { code } else { nil } }.sorted()
  }
}
