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
    /// What a child's way cost on average, in pounds; none where no unit costs were given, or where a secure room would object.
    public let poundsAChild: Double?
  }

  /// How clusters come about.
  public enum Clustering: String, Sendable, CaseIterable {
    /// Joined two by two (Ward).
    case ward
    /// About medoids (PAM, Kaufman and Rousseeuw).
    case pam
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
  /// The clusters.
  public let clusters: [Cluster]
  /// The mean silhouette.
  public let averageSilhouette: Double
  /// The orders of states that enough children had, for an index plot.
  public let ways: [Way]

  /// How many different sequences there may be, as the distances of each two have to be held.
  public static let most = 30_000

  /// How many steps the distances may take at most: some minutes' work.
  static let mostSteps = 2e12

  /// Puts sequences together; `pounds` are what each cost.
  public init(
    _ sequences: StateSequences, _ measure: Dissimilarity, clusters wanted: Int, by clustering: Clustering = .ward,
    pounds: [Double]? = nil, checks: OutputChecks = OutputChecks()
  ) async throws(StudyError) {
    guard sequences.count > 0 else { throw StudyError(.tooLittle, "There is no sequence.") }
    let (distinct, weights, places) = sequences.distinct
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
    let length = Double(distinct.sequences.map(\.count).max() ?? 0)
    let steps = Double(distinct.count) * Double(distinct.count) / 2 * (measure.isByPlace ? length : length * length)
    guard steps <= Self.mostSteps else {
      throw StudyError(
        .unsettled, "The distances would take too long: take weeks or months, fewer children, or the distance hamming.")
    }
    let distances = try await DistanceMatrix.between(distinct, measure)
    let rates = TransitionRates(sequences)
    let distribution = StateDistribution(sequences)
    let indicators = distinct.sequences.map { SequenceIndicators($0, states: sequences.states.count) }
    func mean(_ value: (SequenceIndicators) -> Double) -> Double {
      zip(indicators, weights).reduce(0) { $0 + value($1.0) * Double($1.1) } / Double(sequences.count)
    }
    states = sequences.states
    ways = Self.ways(distinct, weights, least: checks.threshold)
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
    let tree =
      try clustering == .ward
      ? WardClustering(distances, weights: weights).clusters(wanted)
      : MedoidClustering(distances, clusters: wanted, weights: weights).clusters
    let quality = ClusterQuality(distances, tree, weights: weights)
    averageSilhouette = quality.averageSilhouette
    clusters = (0..<wanted).map { cluster in
      let members = distinct.sequences.indices.filter { tree[$0] == cluster }
      let costs = pounds.map { pounds in pounds.indices.filter { tree[places[$0]] == cluster }.map { pounds[$0] } }
      return Self.cluster(members, distinct, weights, distances, quality.byCluster[cluster], checks, costs)
    }
  }

  private static func cluster(
    _ members: [Int], _ distinct: StateSequences, _ weights: [Int], _ distances: DistanceMatrix, _ silhouette: Double,
    _ checks: OutputChecks, _ costs: [Double]?
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
      silhouette: silhouette, meanTimes: times.map { $0 / Double(children) },
      poundsAChild: costs.flatMap { costs in
        costs.isEmpty || !checks.objections(toTotalOf: costs).isEmpty ? nil : costs.reduce(0, +) / Double(costs.count)
      })
  }
}

extension Dissimilarity {
  /// Whether sequences are compared place by place, without moving.
  fileprivate var isByPlace: Bool {
    switch self {
    case .hamming, .dynamicHamming, .longestCommonPrefix: true
    default: false
    }
  }
}
