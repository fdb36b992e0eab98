import CDice

/// How one set of filters is compared with another: what each filter asks for, and after how many words most pairs can
/// be given up.
///
/// A pair is out once the bits that it has in common so far, and all those that the second filter has left, are too
/// few. However many words that takes, the pairs found are the same.
struct ComparisonPlan: Sendable {
  let rows: Encodings
  let rowOnes: [Int32]
  let rowNeeds: [Int64]
  let filters: GroupedFilters
  let needs: (whole: [Int64], early: [Int64])
  let prefix: Int
  let way: cdice_way

  init(
    _ rows: Encodings, _ filters: GroupedFilters, similarity: Similarity, threshold: Double,
    way: cdice_way = cdice_best(), prefix: Int? = nil
  ) {
    let part = { (ones: Int) in similarity.part(ofNeed: threshold, ones: ones, length: rows.length) }
    let ones = (0..<rows.count).map { Int32(rows.ones($0)) }
    let needs = ones.map { part(Int($0)) }
    self.rows = rows
    rowOnes = ones
    rowNeeds = needs
    self.filters = filters
    self.way = way
    self.prefix = prefix ?? Self.prefix(rows, needs, filters, part)
    self.needs = filters.needs(part, prefix: self.prefix)
  }

  /// The number of words after which it pays to see whether a tile of four rows and eight filters can be given up, from
  /// a sample of tiles.
  private static func prefix(
    _ rows: Encodings, _ needs: [Int64], _ filters: GroupedFilters, _ part: (Int) -> Int64
  ) -> Int {
    let width = rows.width
    guard rows.count >= 4, filters.groups >= 1, width > 2 else { return width }
    var outAfter = Array(repeating: 0, count: width + 1)
    for row in stride(from: 0, to: rows.count - 3, by: max(4, rows.count / 16)) {
      for group in stride(from: 0, to: filters.groups, by: max(1, filters.groups / 32)) {
        let pairs = (row..<row + 4).flatMap { row in
          (group * 8..<min(group * 8 + 8, filters.count)).map { (row, $0) }
        }
        let last = pairs.map {
          wordsUntilOut(rows, $0.0, filters, $0.1, need: needs[$0.0] + part(Int(filters.ones[$0.1])))
        }
        outAfter[last.max() ?? width] += 1
      }
    }
    let total = Double(outAfter.reduce(0, +))
    let cost = (1...width).map { words -> Double in
      let alive = Double(outAfter[(words + 1)...].reduce(0, +)) / total
      return Double(words) + 1 + (words < width ? alive * Double(width - words + 3) : 0)
    }
    return (cost.indices.min { cost[$0] < cost[$1] } ?? width - 1) + 1
  }

  /// After how many words a pair is out; all of them and no fewer where it never is.
  private static func wordsUntilOut(
    _ rows: Encodings, _ row: Int, _ filters: GroupedFilters, _ filter: Int, need: Int64
  ) -> Int {
    var possible = Int64(filters.ones[filter])
    for word in 0..<rows.width {
      let own = filters.word(word, of: filter)
      possible -= Int64((own & ~rows.words[row * rows.width + word]).nonzeroBitCount)
      if possible < need { return word + 1 }
    }
    return rows.width
  }
}

extension ComparisonPlan {
  /// The pairs of some rows with enough in common, given one after another in no particular order.
  func search(_ range: Range<Int>, _ found: (Int, Int, Int) -> Void) {
    let tile = 32
    let rowsAtOnce = 64
    var hits = Array(repeating: cdice_hit(), count: rowsAtOnce * tile * 8)
    for group in stride(from: 0, to: filters.groups, by: tile) {
      let groups = min(tile, filters.groups - group)
      for row in stride(from: range.lowerBound, to: range.upperBound, by: rowsAtOnce) {
        let count = search(row, min(rowsAtOnce, range.upperBound - row), group, groups, &hits)
        for hit in hits[..<count] {
          found(row + Int(hit.row), group * 8 + Int(hit.filter), Int(hit.common))
        }
      }
    }
  }

  private func search(
    _ row: Int, _ rowCount: Int, _ group: Int, _ groups: Int, _ hits: inout [cdice_hit]
  ) -> Int {
    rows.words.withUnsafeBufferPointer { rowWords in
      rowNeeds.withUnsafeBufferPointer { rowNeeds in
        filters.words.withUnsafeBufferPointer { words in
          needs.whole.withUnsafeBufferPointer { whole in
            needs.early.withUnsafeBufferPointer { early in
              guard let rowStart = rowWords.baseAddress, let rowNeed = rowNeeds.baseAddress,
                let start = words.baseAddress,
                let need = whole.baseAddress, let earlyNeed = early.baseAddress
              else { return 0 }
              return cdice_search(
                way, rows.width, prefix,
                cdice_rows(words: rowStart + row * rows.width, need: rowNeed + row, count: rowCount),
                cdice_groups(
                  words: start + group * 8 * rows.width, need: need + group * 8, early: earlyNeed + group * 8,
                  groups: groups), &hits)
            }
          }
        }
      }
    }
  }
}
