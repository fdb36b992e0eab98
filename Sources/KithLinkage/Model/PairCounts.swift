/// How many pairs show each pattern of agreement, among those that the blocking rules find, and how many pairs there are.
public struct PairCounts: Sendable {
  /// The number of all pairs, compared or not.
  public let total: Double
  let space: PatternSpace
  let cells: PatternCells
  let blocks: BlockUnion

  /// Keeps the patterns that the rules which levels can say find; pairs of other rules alone do not count here.
  init(_ counts: [(pattern: Int, count: Int)], of design: LinkageDesign, total: Double) {
    let (space, blocks) = (design.space, BlockUnion(design.sets, space: design.space))
    self.space = space
    self.blocks = blocks
    cells = PatternCells(
      counts.compactMap { pattern, count in
        let levels = space.levels(of: pattern)
        return blocks.contains(levels) ? (levels, Double(count)) : nil
      }, of: design)
    self.total = max(total, cells.total)
  }

  /// The number of pairs that the rules find.
  var compared: Double { cells.total }
}
