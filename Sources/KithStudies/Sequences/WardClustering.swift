/// Clusters that are joined two by two, those first that add least to the squared distances within.
///
/// J. H. Ward, "Hierarchical grouping to optimize an objective function", JASA 58 (1963), by the recurrence of G. N. Lance and W. T. Williams (1967) on
/// squared distances (R's ward.D2: F. Murtagh and P. Legendre, Journal of Classification 31 (2014)) and kept nearest neighbours
/// (M. R. Anderberg, Cluster Analysis for Applications (1973), section 6.2). Of several nearest pairs the first is joined. Children with the same
/// sequence weigh together.
public struct WardClustering: Sendable {
  /// One joining: the lowest members of the two clusters, and the height.
  public struct Merge: Hashable, Sendable {
    /// The lowest member of one of the clusters.
    public let first: Int
    /// The lowest member of the other.
    public let second: Int
    /// The height of the joining, on the scale of the distances.
    public let height: Double
  }

  /// The joinings, from the lowest.
  public let merges: [Merge]
  private let count: Int

  /// Joins what a distance matrix is of; weights tell how many children each stands for.
  public init(_ distances: DistanceMatrix, weights: [Int]? = nil) {
    count = distances.count
    var tree = WardTree(distances, weights ?? [Int](repeating: 1, count: distances.count))
    tree.join()
    merges = tree.merges
  }

  /// The cluster of each item, from zero in order of first members, when so many are left.
  public func clusters(_ wanted: Int) -> [Int] {
    var parent = Array(0..<count)
    func root(_ item: Int) -> Int {
      var item = item
      while parent[item] != item { item = parent[item] }
      return item
    }
    for merge in merges.prefix(max(0, count - wanted)) { parent[root(merge.second)] = root(merge.first) }
    var numbers: [Int: Int] = [:]
    return (0..<count).map { item in
      let top = root(item)
      let number = numbers[top] ?? numbers.count
      numbers[top] = number
      return number
    }
  }
}

/// The clusters that are left, the squared distances between them, and of each the nearest of those after it.
private struct WardTree {
  private var squares: [Double]
  private var sizes: [Double]
  private var isLeft: [Bool]
  private var nearest: [Int]
  private var least: [Double]
  private let count: Int
  var merges: [WardClustering.Merge] = []

  init(_ distances: DistanceMatrix, _ weights: [Int]) {
    count = distances.count
    sizes = weights.map(Double.init)
    isLeft = [Bool](repeating: true, count: count)
    nearest = [Int](repeating: -1, count: count)
    least = [Double](repeating: .infinity, count: count)
    squares = distances.pairs
    for a in 0..<count {
      for b in 0..<a {
        // An item of weight n stands for n children at one place, already joined.
        let (n, m) = (sizes[a], sizes[b])
        let factor = n == 1 && m == 1 ? 1 : 2 * n * m / (n + m)
        squares[a * (a - 1) / 2 + b] *= distances.pairs[a * (a - 1) / 2 + b] * factor
      }
    }
  }

  private func place(_ a: Int, _ b: Int) -> Int { a > b ? a * (a - 1) / 2 + b : b * (b - 1) / 2 + a }

  mutating func join() {
    for item in 0..<count { findNearest(item) }
    while merges.count < count - 1 {
      var best = -1
      for item in 0..<count - 1 where isLeft[item] && (best < 0 || least[item] < least[best]) { best = item }
      merge(best, nearest[best])
    }
  }

  private mutating func findNearest(_ item: Int) {
    (nearest[item], least[item]) = (-1, .infinity)
    for other in (item + 1)..<max(count, item + 1) where isLeft[other] {
      let square = squares[other * (other - 1) / 2 + item]
      if square < least[item] { (nearest[item], least[item]) = (other, square) }
    }
  }

  private mutating func merge(_ kept: Int, _ gone: Int) {
    let square = squares[place(kept, gone)]
    merges.append(WardClustering.Merge(first: kept, second: gone, height: max(0, square).squareRoot()))
    let (n, m) = (sizes[kept], sizes[gone])
    isLeft[gone] = false
    for other in 0..<count where other != kept && isLeft[other] {
      let l = sizes[other]
      let sum = (n + l) * squares[place(kept, other)] + (m + l) * squares[place(gone, other)] - l * square
      squares[place(kept, other)] = sum / (n + m + l)
      if other < kept, squares[place(kept, other)] < least[other] {
        (nearest[other], least[other]) = (kept, squares[place(kept, other)])
      }
    }
    sizes[kept] = n + m
    findNearest(kept)
    for other in 0..<count where isLeft[other] && (nearest[other] == kept || nearest[other] == gone) {
      findNearest(other)
    }
  }
}
