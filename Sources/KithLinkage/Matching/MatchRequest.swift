/// How the encodings of parties are matched.
public struct MatchRequest: Hashable, Sendable {
  /// Which pairs are compared.
  public enum Blocking: Hashable, Sendable {
    /// All.
    case none
    /// Those that share one of the tokens that came with the encodings.
    case tokens
    /// Those that share one sample, of so many, of so many bits of their encodings.
    case samples(tables: Int, bits: Int, seed: String)
    /// Those that share a token or a sample.
    case tokensAndSamples(tables: Int, bits: Int, seed: String)
  }

  /// What becomes of candidates.
  public enum Solving: String, Hashable, Sendable, CaseIterable {
    /// The most alike first, and a record in one group only.
    case greedy
    /// Links of one to one whose similarities add up to the most; for two parties.
    case optimal
    /// All candidates are given.
    case all
  }

  /// How pairs are compared.
  public var similarity: Similarity
  /// How alike a pair must be at least; nil where that is to be estimated.
  public var threshold: Double?
  /// How many candidates a record may have with each other party; nil for all.
  public var most: Int?
  /// Which pairs are compared.
  public var blocking: Blocking
  /// What becomes of candidates.
  public var solving: Solving
  /// The share of the pairs between two groups that must be candidates for them to become one.
  public var share: Double

  /// A way of matching.
  public init(
    _ similarity: Similarity = .dice, threshold: Double? = nil, most: Int? = nil, blocking: Blocking = .none,
    solving: Solving = .greedy, share: Double = 1
  ) {
    self.similarity = similarity
    self.threshold = threshold
    self.most = most
    self.blocking = blocking
    self.solving = solving
    self.share = share
  }
}

/// What matching the encodings of parties came to.
public struct MatchRun: Sendable {
  /// The threshold that was used for each two parties, in order: 1 and 2, 1 and 3, 2 and 3.
  public let thresholds: [Double]
  /// How each was estimated; none where they were given.
  public let estimates: [ThresholdEstimate]
  /// How many pairs were compared.
  public let compared: Int
  /// What each blocking rule brought; none where all pairs were compared.
  public let rules: [BlockingCount]
  /// How many pairs were alike enough.
  public let candidates: Int
  /// The pairs that are taken to be one person, the most alike first.
  public let links: [CandidatePair]
  /// The groups that are taken to be one person; none where all candidates are given.
  public let groups: [[RecordPlace]]
  /// What was learnt of each two parties whose encodings keep features apart; none for others.
  public let models: [MatchModel]
}

extension MatchRun {
  /// Matches the encodings of two or more parties.
  public init(_ parties: [BlockedRecords], _ request: MatchRequest) async throws(LinkageError) {
    if case .optimal = request.solving, parties.count != 2 {
      throw LinkageError(.encodings, "Optimal links are of two parties; with more, groups are formed greedily.")
    }
    let parties = Self.blocked(parties, request.blocking)
    if let threshold = request.threshold {
      let count = PairSearch.combinations(parties.count).count
      try await self.init(parties, request, Array(repeating: threshold, count: count), estimates: [])
    } else {
      let estimates = try await Self.estimates(parties, request)
      try await self.init(parties, request, estimates.map(\.threshold), estimates: estimates)
    }
  }

  private init(
    _ parties: [BlockedRecords], _ request: MatchRequest, _ thresholds: [Double], estimates: [ThresholdEstimate]
  ) async throws(LinkageError) {
    var candidates: [CandidatePair] = []
    var rules: [BlockingCount] = []
    for ((first, second), threshold) in zip(PairSearch.combinations(parties.count), thresholds) {
      let (pairs, counts) = try await Self.candidates([parties[first], parties[second]], request, threshold)
      candidates += pairs.map { $0.among(first, second) }
      rules = rules.isEmpty ? counts : zip(rules, counts).map { $0 + $1 }
    }
    candidates.sort(by: CandidatePair.precedes)
    self.init(thresholds: thresholds, estimates: estimates, rules: rules, candidates: candidates, request, of: parties)
  }

  /// What candidates, the most alike first, come to.
  init(
    thresholds: [Double], estimates: [ThresholdEstimate] = [], models: [MatchModel] = [], rules: [BlockingCount],
    candidates: [CandidatePair], _ request: MatchRequest, of parties: [BlockedRecords] = []
  ) {
    self.thresholds = thresholds
    self.estimates = estimates
    self.models = models
    self.rules = rules
    self.candidates = candidates.count
    let sizes = parties.map(\.encodings.count)
    compared =
      request.blocking == .none && models.isEmpty
      ? PairSearch.combinations(sizes.count).reduce(0) { $0 + sizes[$1.0] * sizes[$1.1] }
      : rules.reduce(0) { $0 + $1.pairs }
    switch request.solving {
    case .all: (links, groups) = (candidates, [])
    case .optimal:
      links = OneToOne(candidates).links.sorted(by: CandidatePair.precedes)
      groups = links.map { [$0.a, $0.b] }.sorted { $0[0] < $1[0] }
    case .greedy:
      groups = RecordGroups(candidates, share: request.share, onePerParty: true).groups
      links = Self.within(groups, candidates)
    }
  }

  private static func blocked(_ parties: [BlockedRecords], _ blocking: MatchRequest.Blocking) -> [BlockedRecords] {
    switch blocking {
    case .none, .tokens: parties
    case .samples(let tables, let bits, let seed):
      parties.map { BlockedRecords(sampling: $0.encodings, tables: tables, bits: bits, seed: seed) }
    case .tokensAndSamples(let tables, let bits, let seed):
      parties.map { $0.adding(BlockedRecords(sampling: $0.encodings, tables: tables, bits: bits, seed: seed)) }
    }
  }

  private static func candidates(
    _ parties: [BlockedRecords], _ request: MatchRequest, _ threshold: Double
  ) async throws(LinkageError) -> ([CandidatePair], [BlockingCount]) {
    let search = PairSearch(request.similarity, threshold: threshold, most: request.most)
    guard request.blocking == .none else {
      guard parties.contains(where: { !$0.tokens.isEmpty }) else {
        throw LinkageError(
          .encodings, "The encodings came without blocking tokens; compare all pairs, or block by samples.")
      }
      let (pairs, rules) = try await search.candidates(among: parties)
      return (pairs, rules)
    }
    return (try await search.candidates(among: parties.map(\.encodings)), [])
  }

  /// The candidates whose records are in one group.
  private static func within(_ groups: [[RecordPlace]], _ candidates: [CandidatePair]) -> [CandidatePair] {
    var numbers: [RecordPlace: Int] = [:]
    for (number, group) in groups.enumerated() { for record in group { numbers[record] = number } }
    return candidates.filter { pair in numbers[pair.a].map { $0 == numbers[pair.b] } ?? false }
  }

  /// The estimates for each two parties.
  private static func estimates(
    _ parties: [BlockedRecords], _ request: MatchRequest
  ) async throws(LinkageError) -> [ThresholdEstimate] {
    var estimates: [ThresholdEstimate] = []
    for (first, second) in PairSearch.combinations(parties.count) {
      let strangers = await NearestNeighbours(
        in: parties[first].encodings, sample: ThresholdEstimate.strangers, request.similarity)
      // Below what the nearest stranger of every third record reaches, no threshold is worth weighing.
      let floor = strangers.threshold(ofShare: 0.3)
      let sample = parties[first].sample(ThresholdEstimate.linked)
      var wide = request
      wide.most = min(request.most ?? 5, 5)
      let (candidates, _) = try await candidates([sample, parties[second]], wide, floor)
      let links = within(RecordGroups(candidates, onePerParty: true).groups, candidates)
      estimates.append(
        ThresholdEstimate(
          links: links.map(\.similarity), of: sample.encodings.count, strangers: strangers,
          counts: (parties[first].encodings.count, parties[second].encodings.count)))
    }
    return estimates
  }
}
