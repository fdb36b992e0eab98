/// The blocks of one rule that two parties share: runs of rows with equal tokens.
struct BlockJoin {
  /// Rows with equal tokens on either side.
  struct Block {
    let a: Range<Int>
    let b: Range<Int>
    var pairs: Int { a.count * b.count }
  }

  /// The rows of either side in the order of their tokens.
  let rowsA: [UInt32]
  let rowsB: [UInt32]
  private(set) var blocks: [Block] = []

  init(_ a: [UInt64], _ b: [UInt64]) {
    let (sortedA, sortedB) = (Self.sorted(a), Self.sorted(b))
    rowsA = sortedA.map(\.row)
    rowsB = sortedB.map(\.row)
    var (i, j) = (0, 0)
    while i < sortedA.count, j < sortedB.count {
      let (x, y) = (sortedA[i].token, sortedB[j].token)
      if x != y {
        if x < y { i += 1 } else { j += 1 }
        continue
      }
      let endA = Self.end(of: x, sortedA, from: i), endB = Self.end(of: x, sortedB, from: j)
      blocks.append(Block(a: i..<endA, b: j..<endB))
      (i, j) = (endA, endB)
    }
  }

  private static func sorted(_ tokens: [UInt64]) -> [(token: UInt64, row: UInt32)] {
    tokens.enumerated().filter { $0.element != 0 }.map { ($0.element, UInt32($0.offset)) }.sorted { $0 < $1 }
  }

  private static func end(of token: UInt64, _ items: [(token: UInt64, row: UInt32)], from start: Int) -> Int {
    var end = start + 1
    while end < items.count, items[end].token == token { end += 1 }
    return end
  }

  /// Takes out the blocks with more pairs than this; their first rows on side A tell which they were.
  mutating func dropBlocks(over most: Int) -> [Block] {
    let dropped = blocks.filter { $0.pairs > most }
    blocks.removeAll { $0.pairs > most }
    return dropped
  }
}
