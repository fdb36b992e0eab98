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

/// The filters of a few records, one after another.
struct FilterRows {
  /// How many bits each has.
  let length: Int
  /// The words of all, as in ``Encodings``.
  let words: [UInt64]
  /// Whether a record has anything to encode.
  let isFilled: [Bool]

  /// How many words each takes.
  var width: Int { (length + 63) / 64 }

  /// Filters of which each bit is a byte, 0 or 1, in the order of its words' bits and to the end of its last word.
  init(length: Int, isFilled: [Bool], spread: UnsafeRawPointer) {
    self.length = length
    self.isFilled = isFilled
    var words = [UInt64](repeating: 0, count: isFilled.count * ((length + 63) / 64))
    words.withUnsafeMutableBufferPointer { words in
      for word in words.indices {
        for byte in 0..<8 {
          let few = UInt64(littleEndian: spread.loadUnaligned(fromByteOffset: 64 &* word &+ 8 &* byte, as: UInt64.self))
          // The product's highest byte has the lowest bit of each of the eight (Hacker's Delight, 7-4).
          words[word] |= ((few &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(8 &* byte)
        }
      }
    }
    self.words = words
  }

  private init(length: Int, isFilled: [Bool], words: [UInt64]) {
    self.length = length
    self.isFilled = isFilled
    self.words = words
  }

  /// The filter of a record; nil where it has nothing to encode.
  subscript(record: Int) -> Filter? { isFilled[record] ? filter(record) : nil }

  /// The filter of a record, filled or not.
  func filter(_ record: Int) -> Filter {
    Filter(length: length, words: Array(words[record * width..<(record + 1) * width]))
  }

  /// Other filters, made of those of the records.
  func map(_ change: (Int, Filter) -> Filter) -> FilterRows {
    let changed = isFilled.indices.map { change($0, filter($0)) }
    return FilterRows(length: changed[0].length, isFilled: isFilled, words: changed.flatMap(\.words))
  }
}
