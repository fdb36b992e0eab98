import KithStatistics

/// Pairs of records drawn at random from a seed: the same on every machine.
struct SeededPairs {
  private var bits: SeededBits

  init(seed: UInt64) { bits = SeededBits(seed) }

  /// Draws pairs of places below `left` and `right`.
  mutating func draw(_ count: Int, left: Int, right: Int) -> [(Int64?, Int64?)] {
    (0..<count).map { _ in (place(below: left), place(below: right)) }
  }

  private mutating func place(below limit: Int) -> Int64 {
    Int64(bits.next().multipliedFullWidth(by: UInt64(limit)).high)
  }
}
