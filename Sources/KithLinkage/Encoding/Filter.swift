/// One filter, for the steps that take it as a row of bits.
struct Filter: Hashable {
  /// How many bits it has.
  let length: Int
  /// Its words, as in ``Encodings``.
  var words: [UInt64]

  init(length: Int, words: [UInt64]) {
    self.length = length
    self.words = words
  }

  init(length: Int) { self.init(length: length, words: Array(repeating: 0, count: (length + 63) / 64)) }

  /// A filter of which each bit is a byte, 0 or 1, in the order of its words' bits and to the end of its last word.
  init(length: Int, spread: UnsafeRawPointer) {
    let count = (length + 63) / 64
    self.init(
      length: length,
      words: Array(unsafeUninitializedCapacity: count) { words, filled in
        for word in 0..<count {
          var bits: UInt64 = 0
          for byte in 0..<8 {
            let few = UInt64(
              littleEndian: spread.loadUnaligned(fromByteOffset: 64 &* word &+ 8 &* byte, as: UInt64.self))
            // The product's highest byte has the lowest bit of each of the eight (Hacker's Delight, 7-4).
            bits |= ((few &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(8 &* byte)
          }
          words.initializeElement(at: word, to: bits)
        }
        filled = count
      })
  }

  subscript(bit: Int) -> Bool {
    get { words[bit >> 6] & Encodings.mask(bit) != 0 }
    set {
      if newValue { words[bit >> 6] |= Encodings.mask(bit) } else { words[bit >> 6] &= ~Encodings.mask(bit) }
    }
  }

  /// The filter with its halves put together by exclusive or, so many times (Schnell and Borgs 2016).
  func folded(_ times: Int) -> Filter {
    guard times > 0 else { return self }
    var half = Filter(length: length / 2)
    if half.length % 64 == 0 {
      for word in half.words.indices { half.words[word] = words[word] ^ words[word + half.words.count] }
    } else {
      for bit in 0..<half.length { half[bit] = self[bit] != self[bit + half.length] }
    }
    return half.folded(times - 1)
  }
}
