extension FineGrayLikelihood {
  /// The sum of squares of each spell's score η + ψ (Fine and Gray, 1999, equations 7 and 8).
  func squaredScores(_ beta: [Double]) -> [[Double]] {
    let weights = weights(beta)
    let steps = steps(weights)
    let censoring = censoringScores(weights, steps)
    var squares = [[Double]](repeating: [Double](repeating: 0, count: p), count: p)
    for row in outcome.indices {
      let score = (0..<p).map { j in
        eta(row, j, weights[row], steps) + censoring.atRisk[place[row] * p + j]
          + (outcome[row] == 0 ? censoring.own[place[row] * p + j] : 0)
      }
      for j in 0..<p { for k in 0..<p { squares[j][k] += score[j] * score[k] } }
    }
    return squares
  }

  /// Hazards and hazards by the mean, added up to each time; the same times G, from each time on; and the means themselves.
  struct Steps {
    var hazard: [Double], weighted: [Double], later: [Double], laterWeighted: [Double], mean: [Double]
  }

  private func steps(_ weights: [Double]) -> Steps {
    let zero = [Double](repeating: 0, count: rows.count)
    let wide = [Double](repeating: 0, count: rows.count * p)
    var steps = Steps(
      hazard: zero, weighted: wide, later: zero + [0], laterWeighted: wide + [Double](repeating: 0, count: p),
      mean: wide)
    scan(weights) { time, sums in
      let d = Double(rows[time].count { outcome[$0] == kind })
      steps.hazard[time] = d / sums[0]
      for j in 0..<p {
        steps.mean[time * p + j] = sums[1 + j] / sums[0]
        steps.weighted[time * p + j] = d / sums[0] * sums[1 + j] / sums[0]
      }
    }
    for time in rows.indices.reversed() {
      steps.later[time] = steps.later[time + 1] + uncensored[time] * steps.hazard[time]
      for j in time * p..<(time + 1) * p {
        steps.laterWeighted[j] = steps.laterWeighted[j + p] + uncensored[time] * steps.weighted[j]
      }
    }
    for time in rows.indices.dropFirst() {
      steps.hazard[time] += steps.hazard[time - 1]
      for j in time * p..<(time + 1) * p { steps.weighted[j] += steps.weighted[j - p] }
    }
    return steps
  }

  private func eta(_ row: Int, _ j: Int, _ weight: Double, _ steps: Steps) -> Double {
    let time = place[row]
    let value = x[row * p + j]
    var score = -weight * (value * steps.hazard[time] - steps.weighted[time * p + j])
    if outcome[row] == kind { score += value - steps.mean[time * p + j] }
    if isOther(row) {
      let later = value * steps.later[time + 1] - steps.laterWeighted[(time + 1) * p + j]
      score -= weight * later / uncensored[time]
    }
    return score
  }

  /// What estimating the chance of being censored adds: for a censored spell at its time, and for all at risk by then.
  private func censoringScores(_ weights: [Double], _ steps: Steps) -> (own: [Double], atRisk: [Double]) {
    var own = [Double](repeating: 0, count: rows.count * p)
    var atRisk = own
    var others = [Double](repeating: 0, count: 1 + p)
    var sum = [Double](repeating: 0, count: p)
    for time in rows.indices {
      let n = Double(outcome.count - rows[time].lowerBound)
      let censored = Double(rows[time].count { outcome[$0] == 0 })
      for j in 0..<p {
        let q = others[1 + j] * steps.later[time] - others[0] * steps.laterWeighted[time * p + j]
        own[time * p + j] = q / n
        sum[j] -= censored * q / (n * n)
        atRisk[time * p + j] = sum[j]
      }
      for row in rows[time] where isOther(row) {
        let weight = weights[row] / uncensored[time]
        others[0] += weight
        for j in 0..<p { others[1 + j] += weight * x[row * p + j] }
      }
    }
    return (own, atRisk)
  }
}
