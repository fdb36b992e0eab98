/// Pairs of records drawn at random from a seed: the same on every machine (G. Steele, D. Lea and C. Flood, "Fast Splittable
/// Pseudorandom Number Generators", 2014).
struct SeededPairs {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Draws pairs of places below `left` and `right`.
  mutating func draw(_ count: Int, left: Int, right: Int) -> [(Int64?, Int64?)] {
    (0..<count).map { _ in (place(below: left), place(below: right)) }
  }

  private mutating func place(below limit: Int) -> Int64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int64((mixed ^ (mixed >> 31)).multipliedFullWidth(by: UInt64(limit)).high)
  }
}
