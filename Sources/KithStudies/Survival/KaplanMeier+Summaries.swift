public import KithStatistics

extension KaplanMeier {
  /// The time by which a share of spells has had the event, and its interval; nil for what is not reached.
  ///
  /// R. Brookmeyer and J. Crowley, "A confidence interval for the median survival time", Biometrics 38 (1982): the times at
  /// which the curve and its limits pass 1 − p; half-way to the next step where one lies on it exactly.
  public func quantile(
    _ p: Double, _ scale: Scale = .log, _ confidence: Confidence = .ninetyFive
  ) -> (time: Double?, lower: Double?, upper: Double?) {
    let limits = survival.indices.map { interval($0, scale, confidence) }
    return (
      passing(1 - p, survival), passing(1 - p, limits.map { $0?.lower ?? 0 }),
      passing(1 - p, limits.map { $0?.upper ?? 1 })
    )
  }

  private func passing(_ level: Double, _ curve: [Double]) -> Double? {
    let slack = 1e-8
    guard let place = curve.firstIndex(where: { $0 <= level + slack }) else { return nil }
    guard abs(curve[place] - level) < slack else { return times[place] }
    return curve[place...].firstIndex { $0 < level - slack }.map { (times[place] + times[$0]) / 2 } ?? times[place]
  }

  /// The mean time without the event up to a limit, and its standard error: the area under the curve.
  ///
  /// P. K. Andersen, M. G. Hansen and J. P. Klein, "Regression analysis of restricted mean survival time", Lifetime Data
  /// Analysis 10 (2004), section 2; the variance is Σ A(t)² d / n(n − d), where A is the area from t to the limit.
  public func restrictedMean(to limit: Double) -> (mean: Double, standardError: Double) {
    let deaths = table.allEvents
    let within = times.indices.filter { times[$0] <= limit }
    var area = 0.0
    var variance = 0.0
    var end = limit
    for place in within.reversed() {
      area += survival[place] * (end - times[place])
      end = times[place]
      let n = Double(table.atRisk[place])
      let d = Double(deaths[place])
      if d > 0, n > d { variance += area * area * d / (n * (n - d)) }
    }
    return (area + end, variance.squareRoot())
  }
}
