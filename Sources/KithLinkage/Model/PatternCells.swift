import KithStatistics

/// The patterns that pairs show and how often, laid out flat for the sums of estimation.
struct PatternCells: Sendable {
  /// For each pattern and comparison, the place of its level among all levels of all comparisons, *missing* first in each.
  private let places: [Int32]
  private let counts: [Double]
  /// How many levels each comparison has, *missing* among them.
  private let widths: [Int]
  /// The number of pairs.
  let total: Double

  init(_ patterns: [(levels: [Int], count: Double)], of design: LinkageDesign) {
    let widths = design.comparisons.map { $0.levels.count + 1 }
    let starts = widths.indices.map { widths[..<$0].reduce(0, +) }
    let (told, tellers, hearers) = (Int32(widths.reduce(0, +)), design.tellers, design.hearers)
    self.widths = widths
    counts = patterns.map(\.count)
    total = counts.reduce(0, +)
    places = patterns.flatMap { pattern in
      pattern.levels.indices.map { field in
        // What another field tells is neither compared nor missing: it says nothing of the class.
        let isTold = tellers[field].map { pattern.levels[$0] == 1 } == true
        let isUnheard = hearers[field].contains { !$0.levels.contains(pattern.levels[$0.place]) }
        return pattern.levels[field] == 0 && (isTold || isUnheard) ? told : Int32(starts[field] + pattern.levels[field])
      }
    }
  }

  /// Divides the pairs among classes that have these shares at each place and these weights, adds them up by place, and
  /// gives the logarithm of the likelihood and the number of pairs in each class.
  func expect(_ shares: [[Double]], _ weights: [Double], into sums: inout [[Double]]) -> (Double, [Double]) {
    let (fields, classes) = (widths.count, shares.count)
    var (likelihood, wholes) = (0.0, Array(repeating: 0.0, count: classes))
    var parts = Array(repeating: 0.0, count: classes)
    for row in counts.indices {
      let start = row * fields
      var sum = 0.0
      for one in 0..<classes {
        var product = weights[one]
        for field in start..<(start + fields) { product *= shares[one][Int(places[field])] }
        parts[one] = product
        sum += product
      }
      guard sum > 0 else { continue }
      likelihood += counts[row] * Mathematics.logarithm(sum)
      let factor = counts[row] / sum
      for one in 0..<classes {
        let pairs = parts[one] * factor
        wholes[one] += pairs
        for field in start..<(start + fields) { sums[one][Int(places[field])] += pairs }
      }
    }
    return (likelihood, wholes)
  }

  /// Numbers by place as numbers by comparison and level.
  func unflattened(_ flat: [Double]) -> [[Double]] {
    var start = 0
    return widths.map { width in
      defer { start += width }
      return Array(flat[start..<(start + width)])
    }
  }
}
