/// The hazard added up to each time, Σ d / n, with the variance Σ d / n².
///
/// O. Aalen, "Nonparametric inference for a family of counting processes", Annals of Statistics 6 (1978), equations (3.5) and
/// (3.9); W. Nelson, "Theory and applications of hazard plotting for censored failure data", Technometrics 14 (1972).
public struct NelsonAalen: Sendable {
  /// Those at risk and what happened, by time.
  public let table: RiskTable
  /// The hazard added up to each time.
  public let hazard: [Double]
  /// Its standard error.
  public let standardError: [Double]

  /// The hazard of spells, any kind of event being the event.
  public init(_ spells: Spells) {
    table = RiskTable(spells)
    var hazard: [Double] = []
    var errors: [Double] = []
    var sum = 0.0
    var variance = 0.0
    for (n, d) in zip(table.atRisk, table.allEvents) {
      if d > 0 {
        sum += Double(d) / Double(n)
        variance += Double(d) / (Double(n) * Double(n))
      }
      hazard.append(sum)
      errors.append(variance.squareRoot())
    }
    self.hazard = hazard
    standardError = errors
  }

  /// The hazard added up to a time.
  public func hazard(at time: Double) -> Double { lastPlace(in: table.times, notAfter: time).map { hazard[$0] } ?? 0 }
}
