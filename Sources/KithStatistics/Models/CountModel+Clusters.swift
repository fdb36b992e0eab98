extension CountModel {
  /// The coefficients with standard errors that allow for rows of one cluster, as an area's years, being alike.
  ///
  /// K.-Y. Liang and S. L. Zeger, "Longitudinal data analysis using generalized linear models", Biometrika 73 (1986), equation 6, times
  /// G/(G − 1) for G clusters. For the logarithmic link only. Nil for fewer than two clusters.
  public func clustered(rows: [[Double]], counts: [Double], exposures: [Double], by clusters: [String])
    -> [Coefficient]?
  {
    let width = coefficients.count
    var scores: [String: [Double]] = [:]
    for (place, row) in rows.enumerated() where exposures[place] > 0 {
      let excess = (counts[place] - fitted[place]) / (1 + fitted[place] / theta)
      var score = scores[clusters[place]] ?? Array(repeating: 0, count: width)
      for column in 0..<width where row[column] != 0 { score[column] += excess * row[column] }
      scores[clusters[place]] = score
    }
    guard scores.count > 1 else { return nil }
    let factor = Double(scores.count) / Double(scores.count - 1)
    let ordered = scores.sorted { $0.key < $1.key }.map(\.value)
    return coefficients.indices.map { column in
      let variance = ordered.reduce(0) { sum, score in
        let move = zip(covariance[column], score).reduce(0) { $0 + $1.0 * $1.1 }
        return sum + move * move
      }
      return Coefficient(value: coefficients[column].value, standardError: (variance * factor).squareRoot())
    }
  }
}
