import CDice

/// Filters laid out so that eight are compared with a row at once: word by word, eight filters side by side.
struct GroupedFilters: Sendable {
  let width: Int
  let count: Int
  let ones: [Int32]
  private(set) var words: [UInt64]

  /// The number of groups of eight.
  var groups: Int { (count + 7) / 8 }

  init(_ encodings: Encodings) {
    width = encodings.width
    count = encodings.count
    ones = (0..<encodings.count).map { Int32(encodings.ones($0)) }
    words = Array(repeating: 0, count: (encodings.count + 7) / 8 * 8 * encodings.width)
    for row in 0..<count {
      let start = row / 8 * 8 * width + row % 8
      for word in 0..<width { words[start + word * 8] = encodings.words[row * width + word] }
    }
  }

  /// What each filter asks for, and what it asks for by the end of a number of words.
  func needs(_ part: (Int) -> Int64, prefix: Int) -> (whole: [Int64], early: [Int64]) {
    // No filter meets what is asked where there is none.
    var whole = Array(repeating: Int64.max / 4, count: groups * 8)
    var early = whole
    for row in 0..<count {
      whole[row] = part(Int(ones[row]))
      early[row] = whole[row] - Int64(onesBeyond(prefix, row))
    }
    return (whole, early)
  }

  /// How many bits a filter has set beyond a number of words.
  private func onesBeyond(_ prefix: Int, _ row: Int) -> Int {
    let start = row / 8 * 8 * width + row % 8
    return (prefix..<width).reduce(0) { $0 + words[start + $1 * 8].nonzeroBitCount }
  }

  /// A word of a filter.
  func word(_ word: Int, of row: Int) -> UInt64 { words[(row / 8 * width + word) * 8 + row % 8] }
}
