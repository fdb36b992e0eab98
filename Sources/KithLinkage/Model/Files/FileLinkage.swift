public import KithEngine

/// Two records of files that were linked, and why.
public struct FileLink: Hashable, Sendable {
  /// The identifier of the record of the first file.
  public let left: String
  /// The identifier of the record of the second file.
  public let right: String
  /// How they agree, and the weight; its numbers are the records' places in the files.
  public let pair: ScoredPair
}

/// Links between the records of files that hold names and other identifiers in clear, by the model of Fellegi and Sunter,
/// with nothing set by hand: what chance does is counted, what true pairs do is learnt.
public struct FileLinkage: Sendable {
  /// What was learnt.
  public let model: MatchModel
  /// How many pairs were compared.
  public let compared: Int
  /// How many records the files have.
  public let records: (left: Int, right: Int)
  /// The links, in the order of the first file's records, then of the second's.
  public let links: [FileLink]

  /// Links the files, on a connection whose tables named `link_…` and `f…` may be replaced. Each step is said as it
  /// begins.
  public init(
    _ request: FileLinkRequest, on connection: Connection, saying step: (String) -> Void = { _ in }
  ) throws {
    step("reading")
    let tables = try RecordTables(request, on: connection)
    step("choosing how to find pairs")
    let pairs = PairTables(
      connection, try tables.design(), tables.names.left, tables.names.right, shares: tables.shares)
    step("finding pairs")
    try pairs.find()
    step("comparing")
    try pairs.compare()
    model = try Self.model(of: pairs, request, saying: step)
    compared = try pairs.rowCount(pairs.compared)
    let left = try tables.identifiers(tables.names.left)
    let right = request.right == nil ? left : try tables.identifiers(tables.names.right)
    records = (left.count, right.count)
    let floor = weight(ofProbability: request.threshold)
    step("choosing links")
    let taken: [ScoredPair]
    if request.right == nil {
      // Pairs that speak against a group are asked for too.
      taken = RecordClusters(try pairs.scores(model, atLeast: -1_000), above: floor).pairs
    } else {
      let scored = try pairs.scores(model, atLeast: floor - OneToOneOdds.most)
      taken = OneToOneOdds(records: records).assigned(scored, above: floor)
    }
    links = taken.map { FileLink(left: left[$0.left], right: right[$0.right], pair: $0) }
  }

  /// The steps that lead to the weight of a link; the last is that neither record has another fellow.
  public func steps(of link: FileLink) -> [WeightStep] {
    guard !link.pair.levels.isEmpty else { return [] }
    let steps = model.steps(levels: link.pair.levels, frequencies: link.pair.frequencies)
    let rest = link.pair.weight - steps.reduce(0) { $0 + $1.weight }
    guard abs(rest) > 1e-6 else { return steps }
    return steps + [
      WeightStep(
        field: "one to one", title: "one to one", level: "neither record is linked to another", weight: rest)
    ]
  }

  private static func model(of pairs: PairTables, _ request: FileLinkRequest, saying step: (String) -> Void) throws
    -> MatchModel
  {
    step("seeing what chance does")
    let chance = try pairs.chance(samples: request.samples, seed: request.seed)
    let (l, r) = try (Double(pairs.rowCount(pairs.left)), Double(pairs.rowCount(pairs.right)))
    let isWithin = request.right == nil
    let counts = PairCounts(
      try pairs.counts(), of: pairs.design, total: isWithin ? l * (l - 1) / 2 : l * r)
    step("learning")
    return MatchModel.fitted(
      to: counts, of: pairs.design, others: chance.shares, missing: chance.missing,
      matches: max(1, min(l, r) / (isWithin ? 4 : 2)),
      most: isWithin ? .infinity : max(1, min(l, r)))
  }
}
