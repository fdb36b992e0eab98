/// Numbers that a key decides, the same wherever the program runs: BLAKE2b of a counter.
struct KeyedStream {
  private let key: [UInt8]
  private let context: [UInt8]
  private var block: UInt64 = 0
  private var bytes: [UInt8] = []
  private var place = 0

  /// The stream of a key for something.
  init(_ key: [UInt8], _ context: [UInt8] = []) {
    self.key = key
    self.context = context
  }

  /// The next sixteen bits.
  mutating func next16() -> UInt16 {
    if place == bytes.count { refill() }
    defer { place += 2 }
    return UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
  }

  private mutating func refill() {
    bytes = KeyedBlake.hash(context + withUnsafeBytes(of: block.littleEndian) { Array($0) }, key: key)
    block += 1
    place = 0
  }

  /// A whole number below another, each as likely.
  mutating func below(_ bound: Int) -> Int {
    let bound = UInt64(bound)
    let most = UInt64.max - (UInt64.max % bound + 1) % bound
    while true {
      let number = (0..<4).reduce(UInt64(0)) { number, _ in number << 16 | UInt64(next16()) }
      if number <= most { return Int(number % bound) }
    }
  }

  /// The numbers from nought to one below another in some order (Fisher and Yates; Knuth, algorithm 3.4.2 P).
  mutating func order(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, below(last + 1)) }
    return order
  }

  /// So many different numbers below another, in some order.
  mutating func sample(_ size: Int, below count: Int) -> [Int] {
    var order = Array(0..<count)
    for place in 0..<min(size, count) { order.swapAt(place, place + below(count - place)) }
    return Array(order.prefix(size))
  }

  /// The same for few of many.
  mutating func differentNumbers(_ size: Int, below count: Int) -> [Int] {
    var numbers: [Int] = []
    while numbers.count < min(size, count) {
      let number = below(count)
      if !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }
}
