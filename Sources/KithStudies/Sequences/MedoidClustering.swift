/// Clusters about items in their middle, medoids, such that the distances to them are least.
///
/// L. Kaufman and P. J. Rousseeuw, Finding Groups in Data (1990), chapter 2: medoids are built one by one and then exchanged for as long as that helps, all
/// exchanges being tried at once as in E. Schubert and P. J. Rousseeuw, "Fast and eager k-medoids clustering", Information Systems 101 (2021), algorithm 3.
/// Of equal choices the last is built, the first exchanged, and an item goes to the first of equally near medoids, as in R's cluster.
public struct MedoidClustering: Sendable {
  /// The medoids, by cluster.
  public let medoids: [Int]
  /// The cluster of each item.
  public let clusters: [Int]
  /// The mean distance to the medoids when they were built, and after exchanges.
  public let objective: (built: Double, exchanged: Double)

  /// Clusters what a distance matrix is of; weights tell how many children each stands for.
  public init(_ distances: DistanceMatrix, clusters wanted: Int, weights: [Int]? = nil) throws(StudyError) {
    guard wanted > 0, wanted <= distances.count else {
      throw StudyError(.tooLittle, "There are fewer different sequences than clusters asked for.")
    }
    var search = MedoidSearch(distances, weights ?? [Int](repeating: 1, count: distances.count))
    search.build(wanted)
    let built = search.mean
    search.exchange()
    objective = (built, search.mean)
    // Clusters are numbered as their first items come.
    var order: [Int] = []
    for item in 0..<distances.count where !order.contains(search.nearest[item]) { order.append(search.nearest[item]) }
    medoids = order.map { search.medoids[$0] }
    clusters = search.nearest.map { cluster in order.firstIndex(of: cluster) ?? 0 }
  }
}

/// Medoids, and how far each item is from its nearest and its second nearest.
private struct MedoidSearch {
  private let distances: DistanceMatrix
  private let weights: [Double]
  var medoids: [Int] = []
  private(set) var nearest: [Int]
  private var near: [Double]
  private var second: [Double]

  init(_ distances: DistanceMatrix, _ weights: [Int]) {
    self.distances = distances
    self.weights = weights.map(Double.init)
    nearest = [Int](repeating: 0, count: distances.count)
    near = [Double](repeating: .infinity, count: distances.count)
    second = near
  }

  var mean: Double { zip(near, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +) }

  mutating func build(_ wanted: Int) {
    while medoids.count < wanted {
      var (best, most) = (-1, -Double.infinity)
      for candidate in 0..<distances.count where !medoids.contains(candidate) {
        var gain = 0.0
        for item in 0..<distances.count {
          let distance = distances[candidate, item]
          gain += medoids.isEmpty ? -weights[item] * distance : weights[item] * max(0, near[item] - distance)
        }
        if gain >= most { (best, most) = (candidate, gain) }
      }
      medoids = (medoids + [best]).sorted()
      update()
    }
  }

  private mutating func update() {
    for item in 0..<distances.count {
      (near[item], second[item]) = (.infinity, .infinity)
      for (cluster, medoid) in medoids.enumerated() {
        let distance = distances[medoid, item]
        if distance < near[item] {
          second[item] = near[item]
          (near[item], nearest[item]) = (distance, cluster)
        } else if distance < second[item] {
          second[item] = distance
        }
      }
    }
  }

  mutating func exchange() {
    guard medoids.count > 0, medoids.count < distances.count else { return }
    while let (cluster, candidate) = bestExchange() {
      medoids[cluster] = candidate
      medoids.sort()
      update()
    }
  }

  private func bestExchange() -> (Int, Int)? {
    var best: (Int, Int)?
    var least = -1e-12 * max(1, mean)
    var losses = [Double](repeating: 0, count: medoids.count)
    for item in near.indices where medoids.count > 1 {
      losses[nearest[item]] += weights[item] * (second[item] - near[item])
    }
    for candidate in 0..<distances.count where !medoids.contains(candidate) {
      var change = medoids.count > 1 ? losses : losses.map { _ in 0 }
      var shared = 0.0
      for item in near.indices {
        let distance = distances[candidate, item]
        if medoids.count == 1 {
          shared += weights[item] * (distance - near[item])
        } else if distance < near[item] {
          shared += weights[item] * (distance - near[item])
          change[nearest[item]] += weights[item] * (near[item] - second[item])
        } else if distance < second[item] {
          change[nearest[item]] += weights[item] * (distance - second[item])
        }
      }
      for cluster in change.indices where change[cluster] + shared < least {
        (best, least) = ((cluster, candidate), change[cluster] + shared)
      }
    }
    return best
  }
}
