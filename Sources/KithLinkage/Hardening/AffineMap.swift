/// What steps of hardening do that do the same to every record, put together: each bit of the result is the exclusive
/// or of some bits of the filter, turned or not.
///
/// A filter is taken four bits at a time, for whose sixteen values the results are kept (Arlazarov and others 1970).
struct AffineMap: Sendable {
  /// How many bits the result has.
  let length: Int
  private let width: Int
  private let constant: [UInt64]
  /// For each four bits of the filter, as they stand in its words, the sixteen results one after another.
  private let table: [UInt64]

  init(length input: Int, _ steps: [[HardeningStep.Source]]) {
    let sources = Self.composed(steps)
    length = sources.count
    let width = (sources.count + 63) / 64
    var constant = Array(repeating: UInt64(0), count: width)
    var images = Array(repeating: Array(repeating: UInt64(0), count: width), count: (input + 63) / 64 * 64)
    for (bit, source) in sources.enumerated() {
      if source.isTurned { constant[bit >> 6] |= Encodings.mask(bit) }
      // A bit stands in the filter's words where its mask has it.
      for place in source.bits { images[place ^ 7][bit >> 6] ^= Encodings.mask(bit) }
    }
    var table: [UInt64] = []
    table.reserveCapacity(images.count * 4 * width)
    for start in stride(from: 0, to: images.count, by: 4) {
      for value in 0..<16 {
        for word in 0..<width {
          table.append((0..<4).reduce(0) { $0 ^ (value >> $1 & 1 == 1 ? images[start + $1][word] : 0) })
        }
      }
    }
    self.width = width
    self.constant = constant
    self.table = table
  }

  /// What each bit of the last step's result is made of, in bits of the first step's filter.
  private static func composed(_ steps: [[HardeningStep.Source]]) -> [HardeningStep.Source] {
    guard var composed = steps.first else { return [] }
    for step in steps.dropFirst() {
      composed = step.map { source in
        source.bits.reduce(into: HardeningStep.Source(bits: [], isTurned: source.isTurned)) { whole, bit in
          whole.bits += composed[bit].bits
          whole.isTurned = whole.isTurned != composed[bit].isTurned
        }
      }
    }
    return composed
  }

  /// The result for a filter.
  func apply(to filter: [UInt64]) -> [UInt64] {
    var result = constant
    result.withUnsafeMutableBufferPointer { result in
      table.withUnsafeBufferPointer { table in
        var start = 0
        for word in filter {
          var rest = word
          for _ in 0..<16 {
            let value = Int(rest & 15)
            if value != 0 {
              let entry = start + value * width
              for place in 0..<width { result[place] ^= table[entry + place] }
            }
            rest >>= 4
            start += 16 * width
          }
        }
      }
    }
    return result
  }
}
