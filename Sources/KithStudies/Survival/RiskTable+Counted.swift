extension RiskTable {
  /// The counts of spells that all begin at zero and stop at whole numbers within a moderate range, in two passes; nil of others.
  static func counted(_ spells: Spells) -> RiskTable? {
    guard spells.starts == nil, let low = spells.stops.first else { return nil }
    var (lowest, highest, isWhole) = (low, low, true)
    for stop in spells.stops {
      lowest = min(lowest, stop)
      highest = max(highest, stop)
      isWhole = isWhole && stop.rounded(.towardZero) == stop
    }
    guard isWhole, highest - lowest < Double(max(1 << 16, spells.count)) else { return nil }
    let width = max(1, spells.kinds) + 1
    var counts = [Int](repeating: 0, count: (Int(highest - lowest) + 1) * width)
    counts.withUnsafeMutableBufferPointer { counts in
      spells.stops.withUnsafeBufferPointer { stops in
        spells.outcomes.withUnsafeBufferPointer { outcomes in
          for spell in stops.indices { counts[Int(stops[spell] - lowest) * width + Int(outcomes[spell])] += 1 }
        }
      }
    }
    return RiskTable(counts, width, lowest)
  }

  /// The table of counts by time and, at each, by outcome.
  private init(_ counts: [Int], _ width: Int, _ lowest: Double) {
    let rows = stride(from: 0, to: counts.count, by: width).filter { row in
      (row..<row + width).contains { counts[$0] > 0 }
    }
    var left = counts.reduce(0, +)
    let atRisk = rows.map { row in
      defer { for place in row..<row + width { left -= counts[place] } }
      return left
    }
    self.init(
      times: rows.map { lowest + Double($0 / width) }, atRisk: atRisk,
      events: (1..<width).map { kind in rows.map { counts[$0 + kind] } }, censored: rows.map { counts[$0] })
  }
}
