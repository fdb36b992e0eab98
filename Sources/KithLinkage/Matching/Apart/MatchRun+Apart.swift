extension MatchRun {
  /// Matches the encodings of two or more parties in which features stay apart, by the model of Fellegi and Sunter: what
  /// chance does is counted, what true pairs do is learnt, and nothing is set by hand.
  ///
  /// Pairs that share a blocking token are compared; their similarity is the probability that they are of one child, and a
  /// threshold that is not given is 0.5. Links are one to one between each two parties unless all are asked for.
  public init(
    _ parties: [BlockedRecords], _ layout: ApartFeatures, _ request: MatchRequest, samples: Int = 1_000_000,
    seed: UInt64 = 1
  ) async throws(LinkageError) {
    let least = request.threshold ?? 0.5
    var (candidates, rules, models): ([CandidatePair], [BlockingCount], [MatchModel]) = ([], [], [])
    let combinations = PairSearch.combinations(parties.count)
    for (first, second) in combinations {
      let pairs = try ApartPairs(layout, parties[first], parties[second])
      let (counts, brought) = await pairs.counts()
      let chance = ApartChance(pairs, samples: samples, seed: seed)
      let model = Self.model(pairs, counts, chance.agreement)
      let taken = await Self.taken(pairs, model, chance, counts, atLeast: least, request.solving)
      candidates += taken.map {
        CandidatePair(
          similarity: $0.probability, RecordPlace(party: first, row: $0.left),
          RecordPlace(party: second, row: $0.right))
      }
      rules = rules.isEmpty ? brought : zip(rules, brought).map { $0 + $1 }
      models.append(model)
    }
    candidates.sort(by: CandidatePair.precedes)
    self.init(
      thresholds: combinations.map { _ in least }, models: models, rules: rules, candidates: candidates, request)
  }

  private static func model(
    _ pairs: ApartPairs, _ counts: [(pattern: Int, count: Int)], _ chance: ChanceAgreement
  ) -> MatchModel {
    let (left, right) = (Double(pairs.a.encodings.count), Double(pairs.b.encodings.count))
    let known = PairCounts(counts, of: pairs.layout.design, total: left * right)
    return MatchModel.fitted(
      to: known, of: pairs.layout.design, others: chance.shares, missing: chance.missing,
      matches: max(1, min(left, right) / 2))
  }

  /// The pairs of at least a probability, of one to one unless all are asked for.
  private static func taken(
    _ pairs: ApartPairs, _ model: MatchModel, _ chance: ApartChance, _ counts: [(pattern: Int, count: Int)],
    atLeast probability: Double, _ solving: MatchRequest.Solving
  ) async -> [ScoredPair] {
    let space = pairs.layout.design.space
    let floor = weight(ofProbability: probability)
    let least = solving == .all ? floor : floor - OneToOneOdds.most
    let rarest = 1 / Double(max(1, pairs.a.encodings.count + pairs.b.encodings.count))
    let best = chance.frequencies.map { $0 == nil ? nil : rarest }
    let wanted = counts.map(\.pattern).filter { model.weight(levels: space.levels(of: $0), frequencies: best) >= least }
    let levels = Dictionary(uniqueKeysWithValues: wanted.map { ($0, space.levels(of: $0)) })
    let scored = await pairs.pairs(showing: Set(wanted)).compactMap { pair -> ScoredPair? in
      guard let levels = levels[pair.pattern] else { return nil }
      let frequencies = chance.frequencies.map { $0?[pair.a] }
      let weight = model.weight(levels: levels, frequencies: frequencies)
      return weight < least
        ? nil : ScoredPair(left: pair.a, right: pair.b, levels: levels, frequencies: frequencies, weight: weight)
    }
    guard solving != .all else { return scored }
    return OneToOneOdds(records: (pairs.a.encodings.count, pairs.b.encodings.count)).assigned(scored, above: floor)
  }
}
