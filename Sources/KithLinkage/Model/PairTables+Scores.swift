import KithEngine

extension PairTables {
  /// The pairs whose weight reaches a floor, in the order of their records.
  ///
  /// The engine hands over only pairs whose pattern can reach it; the weights are worked out here, so that they are the same
  /// whatever the engine's order of work.
  func scores(_ model: MatchModel, atLeast floor: Double) throws -> [ScoredPair] {
    let counts = try counts()
    let rarest = 1 / Double(max(1, try rowCount(left) + (left == right ? 0 : rowCount(right))))
    let best = design.comparisons.map { $0.frequency == nil ? nil : rarest }
    let able = counts.map(\.pattern).filter {
      model.weight(levels: design.space.levels(of: $0), frequencies: best) >= floor
    }
    guard !able.isEmpty else { return [] }
    let wanted = name + "_pattern"
    try connection.keep([.integers("pattern", able.map { Optional(Int64($0)) })], as: wanted)
    let result = try connection.query(
      """
      SELECT c.l, c.r, c.pattern\(raw: frequencyColumns) FROM \(identifier: compared) AS c
      JOIN \(identifier: wanted) AS w ON w.pattern = c.pattern
      JOIN \(identifier: shares) AS l ON l.id = c.l ORDER BY c.l, c.r
      """)
    return try pairs(in: result, model, floor)
  }

  private var frequencyColumns: String {
    design.comparisons.enumerated().compactMap { place, comparison in
      comparison.frequency.map { ", l.\($0) AS f\(place)" }
    }.joined()
  }

  private func pairs(in result: ResultTable, _ model: MatchModel, _ floor: Double) throws -> [ScoredPair] {
    let (l, r) = (try result.integers("l").values, try result.integers("r").values)
    let patterns = try result.integers("pattern").values
    let frequencies = try design.comparisons.enumerated().map { place, comparison in
      comparison.frequency == nil ? nil : try result.doubles("f\(place)").values
    }
    var levels: [Int: [Int]] = [:]
    return l.indices.compactMap { row in
      let pattern = Int(patterns[row] ?? 0)
      let known = levels[pattern] ?? design.space.levels(of: pattern)
      levels[pattern] = known
      let shares = frequencies.map { $0?[row] }
      let weight = model.weight(levels: known, frequencies: shares)
      guard weight >= floor else { return nil }
      return ScoredPair(
        left: Int(l[row] ?? 0), right: Int(r[row] ?? 0), levels: known, frequencies: shares, weight: weight)
    }
  }
}
