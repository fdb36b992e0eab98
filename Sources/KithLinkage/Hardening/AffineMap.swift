/// What steady steps of hardening do, put together: each bit of the result is the exclusive or of some bits of the
/// filter, turned or not.
///
/// Balancing, folding, rule 90 and diffusion are all of this kind, and so is one after another. A filter is taken four
/// bits at a time, for whose sixteen values the results are kept (Arlazarov and others 1970).
struct AffineMap {
  private let width: Int
  private let constant: [UInt64]
  /// For each four bits of the filter, as they stand in its words, the sixteen results one after another.
  private let table: [UInt64]
  let length: Int

  init(length input: Int, _ apply: (Filter) -> Filter) {
    let zero = apply(Filter(length: input))
    length = zero.length
    width = zero.words.count
    constant = zero.words
    var table: [UInt64] = []
    for nibble in 0..<(input + 63) / 64 * 16 {
      let images = (0..<4).map { offset -> [UInt64] in
        var single = Filter(length: input)
        let word = nibble / 16
        let bit = ((nibble % 16 * 4 + offset) ^ 7) + word * 64
        guard bit < input else { return Array(repeating: 0, count: zero.words.count) }
        single[bit] = true
        return zip(apply(single).words, zero.words).map { $0 ^ $1 }
      }
      for value in 0..<16 {
        table += zero.words.indices.map { word in
          (0..<4).reduce(UInt64(0)) { $0 ^ (value >> $1 & 1 == 1 ? images[$1][word] : 0) }
        }
      }
    }
    self.table = table
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
