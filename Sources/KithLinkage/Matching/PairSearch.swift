import CDice

/// What counts as a candidate: how pairs are compared, how alike they must be, and how many a record may have.
public struct PairSearch: Hashable, Sendable {
  /// How pairs are compared.
  public let similarity: Similarity
  /// How alike a pair must be at least.
  public let threshold: Double
  /// How many candidates a record may have with each other party, the most alike; nil for all.
  public let most: Int?
  /// No more candidates than this are held; a search that finds more is stopped.
  public let limit: Int

  /// A search.
  public init(_ similarity: Similarity = .dice, threshold: Double, most: Int? = nil, limit: Int = 100_000_000) {
    self.similarity = similarity
    self.threshold = threshold
    self.most = most
    self.limit = limit
  }

  /// The candidates among the encodings of two or more parties, the most alike first, from comparing every record with
  /// every record of the other parties.
  public func candidates(among parties: [Encodings]) async throws(LinkageError) -> [CandidatePair] {
    var found: [CandidatePair] = []
    for (first, second) in Self.combinations(parties.count) {
      let pairs = try await candidates(parties[first], parties[second], limit: limit - found.count)
      found += pairs.map { $0.pair(first, second) }
    }
    return limited(found)
  }

  static func combinations(_ count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { first in (first + 1..<max(first + 1, count)).map { (first, $0) } }
  }

  /// The candidates in order, of which a record keeps the best so many with each other party.
  func limited(_ pairs: [CandidatePair]) -> [CandidatePair] {
    let sorted = pairs.sorted(by: CandidatePair.precedes)
    guard let most else { return sorted }
    var counts: [Slot: Int] = [:]
    return sorted.filter { pair in
      counts[Slot(record: pair.a, other: pair.b.party), default: 0] += 1
      counts[Slot(record: pair.b, other: pair.a.party), default: 0] += 1
      return counts[Slot(record: pair.a, other: pair.b.party), default: 0] <= most
        && counts[Slot(record: pair.b, other: pair.a.party), default: 0] <= most
    }
  }

  private struct Slot: Hashable {
    let record: RecordPlace
    let other: UInt32
  }
}

/// A pair of two parties' records by their positions.
struct FoundPair: Sendable {
  let similarity: Double
  let row: UInt32
  let filter: UInt32

  func pair(_ first: Int, _ second: Int) -> CandidatePair {
    CandidatePair(
      similarity: similarity, RecordPlace(party: first, row: Int(row)), RecordPlace(party: second, row: Int(filter)))
  }
}

extension PairSearch {
  /// The pairs of two parties, found on all processors; their order does not depend on how the work is shared out.
  func candidates(_ a: Encodings, _ b: Encodings, limit: Int) async throws(LinkageError) -> [FoundPair] {
    guard a.length == b.length else {
      throw LinkageError(.encodings, "Encodings of \(a.length) and of \(b.length) bits cannot be compared.")
    }
    let plan = ComparisonPlan(a, GroupedFilters(b), similarity: similarity, threshold: threshold)
    // Stripes are small enough to share out evenly, and large enough that a tile of filters is used often.
    let stripe = 2048
    let stripes = stride(from: 0, to: a.count, by: stripe).map { $0..<min($0 + stripe, a.count) }
    var found = Array(repeating: [FoundPair](), count: stripes.count)
    var isOver = false
    await withTaskGroup(of: (Int, [FoundPair]).self) { group in
      for (number, stripe) in stripes.enumerated() {
        group.addTask { (number, pairs(plan, stripe, limit: limit)) }
      }
      var total = 0
      for await (number, pairs) in group {
        found[number] = pairs
        total += pairs.count
        if total > limit {
          isOver = true
          group.cancelAll()
        }
      }
    }
    if isOver { throw tooMany }
    return found.flatMap { $0 }
  }

  var tooMany: LinkageError {
    LinkageError(
      .tooMany, "Over \(limit) pairs are as alike as \(threshold); raise the threshold, or keep fewer for each record.")
  }

  /// The pairs of a stripe of rows; of too many for the limit, the first.
  private func pairs(_ plan: ComparisonPlan, _ stripe: Range<Int>, limit: Int) -> [FoundPair] {
    var found: [FoundPair] = []
    var best = most.map { BestOfRows(first: stripe.lowerBound, count: stripe.count, most: $0) }
    if Task.isCancelled { return [] }
    plan.search(stripe) { row, filter, common in
      let ones = (Int(plan.rowOnes[row]), Int(plan.filters.ones[filter]))
      let value = similarity.value(common: common, ones: ones, length: plan.rows.length)
      guard value >= threshold, found.count <= limit else { return }
      let pair = FoundPair(similarity: value, row: UInt32(row), filter: UInt32(filter))
      if best == nil { found.append(pair) } else { best?.add(pair) }
    }
    return best?.pairs ?? found
  }
}

/// The pairs of each row that are most alike; of equals, those that come first among the filters.
struct BestOfRows {
  private let first: Int
  private let most: Int
  private var rows: [[FoundPair]]

  init(first: Int, count: Int, most: Int) {
    self.first = first
    self.most = most
    rows = Array(repeating: [], count: count)
  }

  mutating func add(_ pair: FoundPair) {
    let row = Int(pair.row) - first
    let place = rows[row].firstIndex { Self.precedes(pair, $0) } ?? rows[row].count
    guard place < most else { return }
    rows[row].insert(pair, at: place)
    if rows[row].count > most { rows[row].removeLast() }
  }

  private static func precedes(_ x: FoundPair, _ y: FoundPair) -> Bool {
    x.similarity != y.similarity ? x.similarity > y.similarity : x.filter < y.filter
  }

  var pairs: [FoundPair] { rows.flatMap { $0 } }
}
