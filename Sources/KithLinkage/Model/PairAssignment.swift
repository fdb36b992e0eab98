/// Which pairs to take when each record may be in one only: those whose weights above a threshold sum to the most.
///
/// M. A. Jaro, "Advances in record-linkage methodology", JASA 84 (1989); solved exactly, in each group of records that pairs
/// connect, by shortest augmenting paths (D. F. Crouse, "On implementing 2D rectangular assignment algorithms", IEEE
/// Transactions on Aerospace and Electronic Systems 52 (2016)). Equal sums are decided by the order of the records.
struct PairAssignment {
  private let pairs: [ScoredPair]
  private let threshold: Double

  /// Takes from pairs whose weight is above the threshold.
  init(_ pairs: [ScoredPair], above threshold: Double) {
    self.pairs = pairs.filter { $0.weight > threshold }
    self.threshold = threshold
  }

  /// The pairs taken, in the order of their records.
  var best: [ScoredPair] {
    groups.flatMap { group -> [ScoredPair] in
      if group.count == 1 { return group }
      var problem = AssignmentProblem(group.map { ($0.left, $0.right, threshold - $0.weight) })
      return problem.solution().map { group[$0] }
    }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// The pairs by the groups of records that they connect.
  private var groups: [[ScoredPair]] {
    var sets = DisjointSets<SidedRecord>()
    for pair in pairs { sets.join(.left(pair.left), .right(pair.right)) }
    var (order, members): ([Int], [Int: [ScoredPair]]) = ([], [:])
    for pair in pairs {
      let group = sets.group(of: .left(pair.left))
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(pair)
    }
    return order.compactMap { members[$0] }
  }
}

/// A record of the first or the second table.
private enum SidedRecord: Hashable {
  case left(Int), right(Int)
}

/// Rows to be given a column each, at the least cost; a row may go without, at no cost.
struct AssignmentProblem {
  private let edges: [[(column: Int, cost: Double, place: Int)]]
  private let columns: Int
  private var rowPrice: [Double]
  private var columnPrice: [Double]
  private var columnOfRow: [Int]
  private var rowOfColumn: [Int]

  init(_ pairs: [(left: Int, right: Int, cost: Double)]) {
    let rows = Self.numbered(pairs.map(\.left))
    let ends = Self.numbered(pairs.map(\.right))
    var edges = Array(repeating: [(column: Int, cost: Double, place: Int)](), count: rows.count)
    for (place, pair) in pairs.enumerated() {
      edges[rows[pair.left] ?? 0].append((ends[pair.right] ?? 0, pair.cost, place))
    }
    // Each row has a column of its own that stands for going without.
    for row in edges.indices { edges[row].append((ends.count + row, 0, -1)) }
    self.edges = edges
    columns = ends.count + rows.count
    rowPrice = Array(repeating: 0, count: edges.count)
    columnPrice = Array(repeating: 0, count: columns)
    columnOfRow = Array(repeating: -1, count: edges.count)
    rowOfColumn = Array(repeating: -1, count: columns)
  }

  private static func numbered(_ records: [Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: Set(records).sorted().enumerated().map { ($1, $0) })
  }

  /// The places of the pairs taken.
  mutating func solution() -> [Int] {
    for row in edges.indices { place(row) }
    return edges.indices.compactMap { row in
      edges[row].first { $0.column == columnOfRow[row] }.flatMap { $0.place < 0 ? nil : $0.place }
    }
  }

  /// Gives a row a column along the shortest path of changes.
  private mutating func place(_ start: Int) {
    var reached: [Int: (distance: Double, from: Int)] = [:]
    var done: [Int: Double] = [:]
    var (row, distance, end) = (start, 0.0, -1)
    while end < 0 {
      for edge in edges[row] where done[edge.column] == nil {
        let length = distance + edge.cost - rowPrice[row] - columnPrice[edge.column]
        if length < reached[edge.column]?.distance ?? .infinity { reached[edge.column] = (length, row) }
      }
      guard let next = reached.filter({ done[$0.key] == nil }).min(by: { isBefore($0, $1) }) else { return }
      distance = next.value.distance
      done[next.key] = distance
      if rowOfColumn[next.key] < 0 { end = next.key } else { row = rowOfColumn[next.key] }
    }
    rowPrice[start] += distance
    for (column, length) in done {
      if rowOfColumn[column] >= 0 { rowPrice[rowOfColumn[column]] += distance - length }
      columnPrice[column] -= distance - length
    }
    change(to: end, from: start, reached)
  }

  private func isBefore(
    _ a: (key: Int, value: (distance: Double, from: Int)), _ b: (key: Int, value: (distance: Double, from: Int))
  ) -> Bool {
    (a.value.distance, rowOfColumn[a.key] < 0 ? 0 : 1, a.key) < (
      b.value.distance, rowOfColumn[b.key] < 0 ? 0 : 1, b.key
    )
  }

  private mutating func change(to end: Int, from start: Int, _ reached: [Int: (distance: Double, from: Int)]) {
    var column = end
    while let row = reached[column]?.from {
      let before = columnOfRow[row]
      rowOfColumn[column] = row
      columnOfRow[row] = column
      if row == start { return }
      column = before
    }
  }
}
