/// Which pairs of a row and a column to take so that each is in one at most and their weights add up to the most.
///
/// M. A. Jaro, "Advances in record-linkage methodology", JASA 84 (1989), asks for it; solved exactly by augmenting paths of the
/// least cost, by Dijkstra's method with potentials (J. Edmonds and R. M. Karp, "Theoretical improvements in algorithmic
/// efficiency for network flow problems", JACM 19 (1972)), one part of the graph after another. Weights are compared to nine
/// decimal places; of equal sums the one is taken that the order of rows and columns gives.
struct HeaviestMatching {
  /// The places of the pairs taken, in the order of rows.
  let chosen: [Int]

  /// Chooses among pairs, whose rows and columns are numbered from 0 and whose weights are above 0.
  init(_ pairs: [(row: Int, column: Int, weight: Double)]) {
    var graph = MatchingGraph(pairs)
    chosen = graph.solve()
  }
}

/// The graph of pairs that is being solved: rows on the left, columns on the right.
private struct MatchingGraph {
  private struct Edge {
    let column: Int
    let gain: Int64
    let pair: Int
  }

  private static let unit = 1e9
  private var edges: [[Edge]]
  private var matchOfRow: [Int?]
  private var matchOfColumn: [Int?]
  private var rowPotential: [Int64]
  private var columnPotential: [Int64]

  init(_ pairs: [(row: Int, column: Int, weight: Double)]) {
    let rows = (pairs.map(\.row).max() ?? -1) + 1
    let columns = (pairs.map(\.column).max() ?? -1) + 1
    edges = Array(repeating: [], count: rows)
    for (place, pair) in pairs.enumerated() {
      edges[pair.row].append(
        Edge(column: pair.column, gain: Int64((pair.weight * Self.unit).rounded()), pair: place))
    }
    for row in edges.indices { edges[row].sort { $0.column < $1.column } }
    matchOfRow = Array(repeating: nil, count: rows)
    matchOfColumn = Array(repeating: nil, count: columns)
    // Each row's potential is its greatest gain, so that all reduced costs begin at nought or above.
    rowPotential = edges.map { $0.map(\.gain).max() ?? 0 }
    columnPotential = Array(repeating: 0, count: columns)
  }

  /// The pairs that are taken, by their places.
  mutating func solve() -> [Int] {
    for row in edges.indices { augment(from: row) }
    return edges.indices.compactMap { row in matchOfRow[row].map { edges[row][$0].pair } }
  }

  /// Matches one row more where that adds to the sum, and moves others where they must.
  ///
  /// The search ends at a column that is free, or at a row that is better left alone: one whose potential is what its
  /// link is worth to it.
  private mutating func augment(from start: Int) {
    var search = PathSearch(start)
    var end: PathSearch.End?
    while let step = search.next() {
      if let end, end.distance <= step.distance { break }
      let (row, distance) = (step.row, step.distance)
      search.settle(row, distance)
      let alone = distance + rowPotential[row]
      if alone < end?.distance ?? .max { end = .init(distance: alone, row: row, column: nil) }
      for (place, edge) in edges[row].enumerated() where matchOfRow[row] != place {
        let reached = distance + rowPotential[row] + columnPotential[edge.column] - edge.gain
        guard reached < search.distance(of: edge.column) else { continue }
        search.reach(edge.column, reached, from: row, edge: place)
        if let next = matchOfColumn[edge.column] {
          search.open(next, reached)
        } else if reached < end?.distance ?? .max {
          end = .init(distance: reached, row: row, column: edge.column)
        }
      }
    }
    guard let end else { return }
    update(search, upTo: end.distance)
    apply(search, end, from: start)
  }

  private mutating func update(_ search: PathSearch, upTo distance: Int64) {
    for (row, settled) in search.settledRows where settled < distance { rowPotential[row] -= distance - settled }
    for (column, reached) in search.columns where reached.distance < distance {
      columnPotential[column] += distance - reached.distance
    }
  }

  private mutating func apply(_ search: PathSearch, _ end: PathSearch.End, from start: Int) {
    var column = end.column
    if column == nil {
      guard end.row != start, let left = matchOfRow[end.row] else { return }
      column = edges[end.row][left].column
      matchOfRow[end.row] = nil
    }
    while let current = column, let reached = search.columns[current] {
      let earlier = matchOfRow[reached.row].map { edges[reached.row][$0].column }
      matchOfColumn[current] = reached.row
      matchOfRow[reached.row] = reached.edge
      column = reached.row == start ? nil : earlier
    }
  }
}

/// A search for the cheapest path from one row, over columns and the rows that they are matched with.
private struct PathSearch {
  struct End {
    let distance: Int64
    let row: Int
    let column: Int?
  }

  struct Reached {
    let distance: Int64
    let row: Int
    let edge: Int
  }

  private(set) var columns: [Int: Reached] = [:]
  private(set) var settledRows: [Int: Int64] = [:]
  private var heap: [(distance: Int64, row: Int)]

  init(_ start: Int) { heap = [(0, start)] }

  func distance(of column: Int) -> Int64 { columns[column]?.distance ?? .max }

  mutating func reach(_ column: Int, _ distance: Int64, from row: Int, edge: Int) {
    columns[column] = Reached(distance: distance, row: row, edge: edge)
  }

  mutating func settle(_ row: Int, _ distance: Int64) { settledRows[row] = distance }

  mutating func open(_ row: Int, _ distance: Int64) {
    heap.append((distance, row))
    var child = heap.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// The nearest row that is not settled.
  mutating func next() -> (distance: Int64, row: Int)? {
    while let top = pop() {
      if settledRows[top.row] == nil { return top }
    }
    return nil
  }

  private mutating func pop() -> (distance: Int64, row: Int)? {
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBefore(child, least) { least = child }
      if least == parent { return top }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  private func isBefore(_ x: Int, _ y: Int) -> Bool {
    heap[x].distance != heap[y].distance ? heap[x].distance < heap[y].distance : heap[x].row < heap[y].row
  }
}
