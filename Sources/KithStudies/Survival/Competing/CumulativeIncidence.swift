public import KithStatistics

/// The share of spells that have had each kind of event by each time, where each kind keeps the others from happening.
///
/// O. Aalen and S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored observations",
/// Scandinavian Journal of Statistics 5 (1978), for one step: F(t) = Σ S(t−) d / n. The standard error is the infinitesimal
/// jackknife, the sum of squares of what each spell weighs in F (T. Therneau, E. Atkinson and C. Crowson, "Multi-state survival
/// analysis in R", section on variance), which is R survfit's.
public struct CumulativeIncidence: Sendable {
  /// Those at risk and what happened, by time.
  public let table: RiskTable
  /// The share without any event beyond each time.
  public let free: [Double]
  /// The share with each kind of event, by kind from the first, at each time.
  public let incidence: [[Double]]
  /// The standard error of ``free``.
  public let standardErrorOfFree: [Double]
  /// The standard errors of ``incidence``.
  public let standardErrors: [[Double]]

  /// The incidence of each kind of event among spells.
  public init(_ spells: Spells) {
    let distinct = DistinctTimes(spells.stops)
    let table = RiskTable(spells, distinct)
    let curve = KaplanMeier(table)
    let influence = IncidenceInfluence(spells, distinct, table, curve.survival)
    self.table = table
    free = curve.survival
    incidence = influence.incidence
    standardErrors = influence.incidence.indices.map { influence.standardErrors(ofKind: $0) }
    standardErrorOfFree = influence.standardErrorOfFree
  }

  /// The distinct times.
  public var times: [Double] { table.times }

  /// The place among the times of the last that is not after a time; nil before the first.
  public func place(at time: Double) -> Int? { lastPlace(in: times, notAfter: time) }

  /// The share with a kind of event, from 1, by a time.
  public func incidence(of kind: Int, at time: Double) -> Double {
    place(at: time).map { incidence[kind - 1][$0] } ?? 0
  }

  /// The standard error of the share with a kind of event, from 1, by a time.
  public func standardError(of kind: Int, at time: Double) -> Double {
    place(at: time).map { standardErrors[kind - 1][$0] } ?? 0
  }

  /// The interval about the share with a kind of event, from 1, by a time, on the scale log(−log F); nil where the share is zero.
  ///
  /// J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data (1980), section 1.3, for F.
  public func interval(of kind: Int, at time: Double, _ confidence: Confidence = .ninetyFive) -> Interval? {
    let share = incidence(of: kind, at: time)
    guard share > 0 else { return nil }
    guard share < 1 else { return Interval(lower: 1, upper: 1) }
    let spread = confidence.z * standardError(of: kind, at: time) / (share * -Mathematics.logarithm(share))
    let power = Mathematics.exponential(spread)
    return Interval(lower: Mathematics.power(share, power), upper: Mathematics.power(share, 1 / power))
  }
}
