/// How well clusters part what a distance matrix is of.
public struct ClusterQuality: Hashable, Sendable {
  /// The silhouette of each item: how much nearer its own cluster is than the nearest other, from −1 to 1; 0 where it is alone.
  public let silhouettes: [Double]
  /// Their mean over children, ASW.
  public let averageSilhouette: Double
  /// The mean over each cluster's children.
  public let byCluster: [Double]

  /// P. J. Rousseeuw, "Silhouettes", Journal of Computational and Applied Mathematics 20 (1987), equation (2); weights as M. Studer, "WeightedCluster
  /// library manual", LIVES Working Papers 24 (2013), equation (12): a child is compared with the others of its cluster, same ones among them.
  public init(_ distances: DistanceMatrix, _ clusters: [Int], weights: [Int]? = nil) {
    let weights = weights ?? [Int](repeating: 1, count: distances.count)
    let size = (clusters.max() ?? -1) + 1
    var members = [Double](repeating: 0, count: size)
    for item in clusters.indices { members[clusters[item]] += Double(weights[item]) }
    silhouettes = clusters.indices.map { item in
      var sums = [Double](repeating: 0, count: size)
      for other in clusters.indices { sums[clusters[other]] += Double(weights[other]) * distances[item, other] }
      let own = clusters[item]
      guard members[own] > 1, size > 1 else { return 0 }
      let within = sums[own] / (members[own] - 1)
      let between = (0..<size).filter { $0 != own && members[$0] > 0 }.map { sums[$0] / members[$0] }.min() ?? 0
      let larger = max(within, between)
      return larger == 0 ? 0 : (between - within) / larger
    }
    let weighted = zip(silhouettes, weights).map { $0 * Double($1) }
    averageSilhouette = weighted.reduce(0, +) / Double(max(1, weights.reduce(0, +)))
    byCluster = (0..<size).map { cluster in
      let sum = clusters.indices.reduce(0.0) { clusters[$1] == cluster ? $0 + weighted[$1] : $0 }
      return members[cluster] == 0 ? 0 : sum / members[cluster]
    }
  }
}

/// How much of the discrepancy of sequences lies between groups.
///
/// M. Studer, G. Ritschard, A. Gabadinho and N. S. Müller, "Discrepancy analysis of state sequences", Sociological Methods & Research 40 (2011), equations
/// (6) to (9), on distances that are not squared, as TraMineR's dissassoc.
public struct Discrepancy: Hashable, Sendable {
  /// The share between groups.
  public let pseudoR2: Double
  /// The mean discrepancy between groups over that within.
  public let pseudoF: Double

  /// The discrepancy of items in groups; it throws where there is one group only.
  public init(_ distances: DistanceMatrix, groups: [Int]) throws(StudyError) {
    let members = Dictionary(grouping: groups.indices) { groups[$0] }
    guard groups.count == distances.count, members.count > 1, distances.count > members.count else {
      throw StudyError(.tooLittle, "There are too few sequences or groups to compare.")
    }
    let total = distances.pairs.reduce(0, +) / Double(distances.count)
    let within = members.values.reduce(0.0) { sum, items in
      var pairs = 0.0
      for (place, a) in items.enumerated() { for b in items[..<place] { pairs += distances[a, b] } }
      return sum + pairs / Double(items.count)
    }
    guard total > 0 else { throw StudyError(.tooLittle, "All sequences are the same, so there is nothing to explain.") }
    pseudoR2 = (total - within) / total
    let degrees = (Double(members.count - 1), Double(distances.count - members.count))
    pseudoF = within > 0 ? (total - within) / degrees.0 / (within / degrees.1) : .infinity
  }
}
