extension RiskTable {
  /// The counts of spells that all begin at zero and stop at whole numbers within a moderate range, in two passes; nil of others.
  static func counted(_ spells: Spells) -> RiskTable? {
    guard spells.starts == nil, !spells.stops.isEmpty else { return nil }
    let (lowest, highest) = spells.stops.withUnsafeBufferPointer(Self.ends)
    let range = highest - lowest
    guard range < Double(max(1 << 16, spells.count)), Int(exactly: lowest) != nil else { return nil }
    let width = max(1, spells.kinds) + 1
    var counts = [Int](repeating: 0, count: (Int(range) + 1) * width)
    let areWhole = counts.withUnsafeMutableBufferPointer { counts in
      spells.stops.withUnsafeBufferPointer { stops in
        spells.outcomes.withUnsafeBufferPointer { outcomes in
          for spell in stops.indices {
            // From 2^52 on a number has no fraction, and the lowest bits of it are the whole number that was added.
            let time = stops[spell] - lowest
            let whole = time + 0x1p52
            guard whole - 0x1p52 == time else { return false }
            let place = Int(truncatingIfNeeded: whole.bitPattern & 0xFFFF_FFFF)
            counts[place &* width &+ Int(outcomes[spell])] &+= 1
          }
          return true
        }
      }
    }
    return areWhole ? RiskTable(counts, width, lowest) : nil
  }

  /// The least and the greatest of some numbers, four at a time.
  private static func ends(_ numbers: UnsafeBufferPointer<Double>) -> (Double, Double) {
    var least = SIMD4<Double>(repeating: numbers[0])
    var greatest = least
    for first in stride(from: 0, to: numbers.count & ~3, by: 4) {
      let four = SIMD4(numbers[first], numbers[first + 1], numbers[first + 2], numbers[first + 3])
      least.replace(with: four, where: four .< least)
      greatest.replace(with: four, where: four .> greatest)
    }
    for number in numbers[(numbers.count & ~3)...] {
      least[0] = min(least[0], number)
      greatest[0] = max(greatest[0], number)
    }
    return (least.min(), greatest.max())
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
