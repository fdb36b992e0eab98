public import KithDisclosure

/// The ways that children took through states, put together; raw figures, not for release.
public struct PathwayStudy: Sendable {
  /// A cluster of sequences.
  public struct Cluster: Codable, Hashable, Sendable {
    /// How many children there are in it.
    public let children: Int
    /// The states of the child in its middle, in order, without how long each lasted; none where too few of the cluster have that order.
    public let states: [String]?
    /// How many of the cluster have these states in this order; none where too few.
    public let alike: Int?
    /// The mean silhouette.
    public let silhouette: Double
    /// The mean time in each state.
    public let meanTimes: [Double]
  }

  /// The names of states.
  public let states: [String]
  /// How many children there are.
  public let children: Int
  /// How many different sequences they have.
  public let distinct: Int
  /// How many times each state (row) was followed by each (column).
  public let transitions: [[Int]]
  /// The share of each state's successors.
  public let rates: [[Double]]
  /// The mean time in each state.
  public let meanTimes: [Double]
  /// The share in each state (row) at each unit of time (column).
  public let shares: [[Double]]
  /// The entropy of each unit of time's shares.
  public let entropies: [Double]
  /// The means over children of entropy, turbulence, complexity and changes of state.
  public let means: (entropy: Double, turbulence: Double, complexity: Double, transitions: Double)
  /// The sum of the distances between each two different sequences: what tells whether two programs agree.
  public let distanceSum: Double
  /// The clusters, by Ward's method.
  public let clusters: [Cluster]
  /// The mean silhouette.
  public let averageSilhouette: Double

  /// How many different sequences there may be, as the distances of each two have to be held.
  public static let most = 30_000

  /// Puts sequences together.
  public init(
    _ sequences: StateSequences, _ measure: Dissimilarity, clusters wanted: Int, checks: OutputChecks = OutputChecks()
  ) async throws(StudyError) {
    guard sequences.count > 0 else { throw StudyError(.tooLittle, "There is no sequence.") }
    let (distinct, weights, _) = sequences.distinct
    guard distinct.count <= Self.most else {
      throw StudyError(
        .unsettled,
        "There are \(distinct.count) different sequences, more than \(Self.most): take fewer children or longer units of time."
      )
    }
    guard wanted <= distinct.count else {
      throw StudyError(
        .tooLittle, "There are \(distinct.count) different sequences, fewer than the clusters asked for.")
    }
    let distances = try await DistanceMatrix.between(distinct, measure)
    let rates = TransitionRates(sequences)
    let distribution = StateDistribution(sequences)
    let indicators = distinct.sequences.map { SequenceIndicators($0, states: sequences.states.count) }
    func mean(_ value: (SequenceIndicators) -> Double) -> Double {
      zip(indicators, weights).reduce(0) { $0 + value($1.0) * Double($1.1) } / Double(sequences.count)
    }
    states = sequences.states
    children = sequences.count
    self.distinct = distinct.count
    transitions = rates.counts
    self.rates = rates.rates
    meanTimes = distribution.meanTimes
    shares = distribution.shares
    entropies = distribution.entropies
    means = (
      mean(\.normalisedEntropy), mean(\.turbulence), mean(\.complexity), mean { Double($0.transitions) }
    )
    distanceSum = distances.pairs.reduce(0, +)
    guard wanted > 0 else {
      (clusters, averageSilhouette) = ([], 0)
      return
    }
    let tree = WardClustering(distances, weights: weights).clusters(wanted)
    let quality = ClusterQuality(distances, tree, weights: weights)
    averageSilhouette = quality.averageSilhouette
    clusters = (0..<wanted).map { cluster in
      let members = distinct.sequences.indices.filter { tree[$0] == cluster }
      return Self.cluster(members, distinct, weights, distances, quality.byCluster[cluster], checks)
    }
  }

  private static func cluster(
    _ members: [Int], _ distinct: StateSequences, _ weights: [Int], _ distances: DistanceMatrix, _ silhouette: Double,
    _ checks: OutputChecks
  ) -> Cluster {
    let sums = members.map { item in members.reduce(0.0) { $0 + Double(weights[$1]) * distances[item, $1] } }
    let medoid = members[sums.indices.min { sums[$0] < sums[$1] } ?? 0]
    let order = StateRun.runs(of: distinct.sequences[medoid]).map(\.state)
    let alike = members.filter { StateRun.runs(of: distinct.sequences[$0]).map(\.state) == order }
      .reduce(0) { $0 + weights[$1] }
    let isShown = checks.objections(toCount: alike).isEmpty
    let children = members.reduce(0) { $0 + weights[$1] }
    var times = [Double](repeating: 0, count: distinct.states.count)
    for item in members { for state in distinct.sequences[item] { times[Int(state)] += Double(weights[item]) } }
    return Cluster(
      children: children, states: isShown ? order.map { distinct.states[Int($0)] } : nil, alike: isShown ? alike : nil,
      silhouette: silhouette, meanTimes: times.map { $0 / Double(children) })
  }
}
