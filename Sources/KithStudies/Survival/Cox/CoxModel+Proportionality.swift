extension CoxModel {
  /// Whether each covariate's effect changes with time, and whether any does.
  ///
  /// P. M. Grambsch and T. M. Therneau, "Proportional hazards tests and diagnostics based on weighted residuals", Biometrika 81 (1994), as the
  /// exact score test of β + γ g(t), with g(t) the share that had the event before t (one less Kaplan–Meier); R survival's
  /// cox.zph since version 3.
  public func proportionality() async throws(StudyError) -> (byCovariate: [SurvivalTest], overall: SurvivalTest) {
    guard ties != .exact || !data.events.contains(where: { $0 > 1 }) else {
      throw StudyError(.tooLittle, "The exact likelihood has no test of proportional hazards; use Efron's.")
    }
    let p = names.count
    let scale = shareBefore()
    var eventSums = [Double](repeating: 0, count: data.times.count * p)
    for row in data.isEvent.indices where data.isEvent[row] {
      for j in 0..<p { eventSums[Int(data.bucket[row]) * p + j] += data.x[row * p + j] }
    }
    var slope = [Double](repeating: 0, count: p)
    let zero = [[Double]](repeating: slope, count: p)
    var (plain, once, twice) = (zero, zero, zero)
    _ = await data.scan(coefficients) { place, risk in
      let steps = risk.steps(ties)
      let g = scale[place]
      for j in 0..<p { slope[j] += g * (eventSums[place * p + j] - risk.mean(j, steps)) }
      risk.addVariance(steps, to: &plain)
      risk.addVariance(steps, to: &once, times: g)
      risk.addVariance(steps, to: &twice, times: g * g)
    }
    func test(_ places: [Int]) -> SurvivalTest {
      let top = (0..<p).map { row in plain[row] + places.map { once[row][$0] } }
      let bottom = places.map { row in once[row] + places.map { twice[row][$0] } }
      let score = [Double](repeating: 0, count: p) + places.map { slope[$0] }
      let matrix = InformationMatrix(top + bottom)
      return SurvivalTest(matrix.quadratic(score), places.count)
    }
    return ((0..<p).map { test([$0]) }, test(Array(0..<p)))
  }

  /// One less Kaplan–Meier of all spells just before each event time, less its mean over events.
  private func shareBefore() -> [Double] {
    let order = data.times.indices.sorted { data.times[$0] < data.times[$1] }
    let curve = KaplanMeier(allSpells)
    var shares = [Double](repeating: 0, count: order.count)
    var (sum, events) = (0.0, 0)
    for place in order {
      let at = lastPlace(in: curve.times, notAfter: data.times[place].nextDown)
      shares[place] = 1 - (at.map { curve.survival[$0] } ?? 1)
      sum += shares[place] * Double(data.events[place])
      events += data.events[place]
    }
    return shares.map { $0 - sum / Double(events) }
  }
}
