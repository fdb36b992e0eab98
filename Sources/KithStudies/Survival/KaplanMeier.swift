public import KithStatistics

/// The share of spells that go on beyond each time, were there no censoring.
///
/// E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958), equation (2b):
/// S(t) = ∏ (1 − d/n), with M. Greenwood's variance S² Σ d / n(n − d) (1926). With late entry the risk set leaves out who has
/// not yet entered. Where another kind of event can come first, 1 − S overstates: use ``CumulativeIncidence``.
public struct KaplanMeier: Sendable {
  /// The scale on which an interval is symmetric.
  public enum Scale: String, Sendable, CaseIterable {
    /// S itself.
    case plain
    /// log S; what R's survfit uses unless told otherwise.
    case log
    /// log(−log S), J. D. Kalbfleisch and R. L. Prentice (1980), section 1.3; stays within 0 and 1.
    case logLog = "log-log"
  }

  /// Those at risk and what happened, by time.
  public let table: RiskTable
  /// The share that goes on beyond each time.
  public let survival: [Double]
  /// Greenwood's sum Σ d / n(n − d) up to each time.
  public let greenwood: [Double]

  /// The curve of spells, any kind of event being the event.
  public init(_ spells: Spells) { self.init(RiskTable(spells)) }

  /// The curve of what was counted already.
  public init(_ table: RiskTable) {
    let deaths = table.allEvents
    var survival = [Double](repeating: 1, count: deaths.count)
    var greenwood = survival
    var share = 1.0
    var sum = 0.0
    for place in deaths.indices {
      if deaths[place] > 0 {
        let n = Double(table.atRisk[place])
        let d = Double(deaths[place])
        share *= (n - d) / n
        sum += n > d ? d / (n * (n - d)) : 0
      }
      survival[place] = share
      greenwood[place] = sum
    }
    self.table = table
    self.survival = survival
    self.greenwood = greenwood
  }

  /// The distinct times.
  public var times: [Double] { table.times }

  /// The share that goes on beyond a time.
  public func survival(at time: Double) -> Double {
    lastPlace(in: times, notAfter: time).map { survival[$0] } ?? 1
  }

  /// Greenwood's standard error of the share at a place among the times.
  public func standardError(_ place: Int) -> Double { survival[place] * greenwood[place].squareRoot() }

  /// The interval about the share at a place among the times; nil where the share is zero, about which it says nothing.
  public func interval(_ place: Int, _ scale: Scale = .log, _ confidence: Confidence = .ninetyFive) -> Interval? {
    let share = survival[place]
    let spread = confidence.z * greenwood[place].squareRoot()
    guard share > 0 else { return nil }
    guard share < 1 else { return Interval(lower: 1, upper: 1) }
    if scale == .plain {
      return Interval(lower: max(0, share * (1 - spread)), upper: min(1, share * (1 + spread)))
    }
    if scale == .log {
      let factor = Mathematics.exponential(spread)
      return Interval(lower: share / factor, upper: min(1, share * factor))
    }
    let power = Mathematics.exponential(spread / -Mathematics.logarithm(share))
    return Interval(lower: Mathematics.power(share, power), upper: Mathematics.power(share, 1 / power))
  }
}
