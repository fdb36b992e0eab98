import KithTables

/// A stream of chance that a seed decides: same seed, same draws, on any machine.
///
/// The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). Streams
/// of parts of the whole, such as a family, are derived from the seed and the part's numbers, so that no part depends
/// on what was drawn for another. Only the four operations on doubles are used: no function whose last digit differs
/// between systems.
struct Chance: Sendable {
  private var state: UInt64

  /// The stream of a part: the seed and the numbers that name the part.
  init(seed: UInt64, _ part: UInt64...) {
    state = part.reduce(Chance.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)) { Chance.mixed($0 ^ Chance.mixed($1 &+ 0xD1B5)) }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Chance.mixed(state)
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Whether something of this probability happens.
  mutating func happens(_ probability: Double) -> Bool { unit() < probability }

  /// A whole number from 0 up to a bound, which is left out.
  mutating func below(_ bound: Int) -> Int { Int(unit() * Double(max(1, bound))) }

  /// A whole number between two, both included.
  mutating func between(_ low: Int, _ high: Int) -> Int { low + below(max(0, high - low) + 1) }

  /// A number of the bell curve, from twelve even ones: mean 0, standard deviation 1, never beyond 6.
  mutating func bell() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + unit() } }

  /// A value between the points of a distribution.
  mutating func draw(_ quantiles: Quantiles) -> Double { quantiles.value(at: unit()) }

  /// A number of days.
  mutating func days(_ quantiles: Quantiles) -> Int { Int(draw(quantiles).rounded()) }

  /// One of a list by weight.
  mutating func pick<Item>(_ shares: Shares<Item>) -> Item { shares.item(at: unit()) }

  /// A whole number whose mean is a number, as near as can be.
  mutating func rounded(_ number: Double) -> Int {
    let whole = number.rounded(.down)
    return Int(whole) + (happens(number - whole) ? 1 : 0)
  }
}
