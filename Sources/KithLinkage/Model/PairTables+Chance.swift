import KithEngine

/// How often any two records agree: what estimation takes as known.
struct ChanceAgreement {
  /// The shares of levels in pairs of any two records (u).
  let shares: AgreementShares
  /// The share of pairs in which each comparison is missing.
  let missing: [Double]

  /// The known shares, and what they leave over divided as in the sample.
  static func joined(_ known: [Double?], _ sampled: [Double]) -> [Double] {
    let rest = 1 - known.reduce(0) { $0 + ($1 ?? 0) }
    let unknown = zip(known, sampled).reduce(0) { $0 + ($1.0 == nil ? $1.1 : 0) }
    let shares = zip(known, sampled).map { known, sampled in
      max(known ?? rest * sampled / unknown, 1e-12)
    }
    return MatchModel.whole(shares)
  }
}

extension PairTables {
  /// How often any two records agree: exactly for levels at which a column is the same, and for the others from pairs drawn
  /// at random from a seed. Half a pair is added at each level, so that none is impossible.
  func chance(samples: Int, seed: UInt64) throws -> ChanceAgreement {
    let drawn = try randomCounts(samples, seed: seed)
    var (shares, missing): (AgreementShares, [Double]) = ([], [])
    for (place, comparison) in design.comparisons.enumerated() {
      let present = try (presentCount(comparison.column, left), presentCount(comparison.column, right))
      let (l, r) = try (rowCount(left), rowCount(right))
      missing.append(1 - share(present.0, l) * share(present.1, r))
      var sampled = comparison.levels.map { _ in 0.5 }
      for (pattern, count) in drawn {
        let level = design.space.level(place, of: pattern)
        if level > 0 { sampled[level - 1] += Double(count) }
      }
      let known = try comparison.levels.map { level in
        try level.column.map { column in
          let finer = try level.finer.map { try agreement(in: $0, of: present) } ?? 0
          return try max(0, agreement(in: column, of: present) - finer)
        }
      }
      shares.append(ChanceAgreement.joined(known, sampled))
    }
    return ChanceAgreement(shares: shares, missing: missing)
  }

  private func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  private func presentCount(_ column: String, _ table: String) throws -> Int {
    Int(
      try connection.query("SELECT count(\(identifier: column)) AS n FROM \(identifier: table)").integers("n")[0] ?? 0)
  }

  /// The share of pairs, of records that have the comparison's column, that hold the same value in a column.
  private func agreement(in column: String, of present: (Int, Int)) throws -> Double {
    let isWithin = left == right
    let pairs = Double(present.0) * Double(isWithin ? present.1 - 1 : present.1)
    guard pairs > 0 else { return 1e-12 }
    let counts = { (table: String) -> SQL in
      """
      SELECT \(identifier: column) AS v, count(*) AS n FROM \(identifier: table)
      WHERE \(identifier: column) IS NOT NULL GROUP BY \(identifier: column)
      """
    }
    let same: SQL =
      isWithin
      ? "SELECT CAST(sum(n * (n - 1)) AS DOUBLE) AS n FROM (\(sql: counts(left))) AS a"
      : """
      SELECT CAST(sum(a.n * b.n) AS DOUBLE) AS n
      FROM (\(sql: counts(left))) AS a JOIN (\(sql: counts(right))) AS b ON b.v = a.v
      """
    return max((try connection.query(same).doubles("n")[0] ?? 0) / pairs, 0.01 / pairs)
  }
}
