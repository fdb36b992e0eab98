/// A small generator of random numbers, the same on every machine for the same seed (G. Steele, D. Lea and C. Flood,
/// "Fast Splittable Pseudorandom Number Generators", 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The generator that starts from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SplitMix64 {
  /// A whole number from one to another, both included.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// True so many times in a thousand.
  public mutating func chance(_ inThousand: Int) -> Bool { number(0...999) < inThousand }

  /// One of some things.
  public mutating func pick<T>(_ items: [T]) -> T { items[number(0...items.count - 1)] }

  /// Some things in another order.
  public mutating func shuffled<T>(_ items: [T]) -> [T] {
    var items = items
    for last in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(last, number(0...last)) }
    return items
  }
}
