/// A stream of bits that a seed decides: the same on every machine.
///
/// SplitMix64: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators" (2014).
public struct SeededBits: Sendable {
  /// What the state grows by from one draw to the next.
  public static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var state: UInt64

  /// The stream that starts from a state.
  public init(_ state: UInt64) { self.state = state }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number whose every bit depends on every bit of another.
  public static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
