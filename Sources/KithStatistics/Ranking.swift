/// The standing of a number among others.
public struct Standing: Hashable, Sendable {
  /// One more than the count of numbers before it: numbers that are equal share a rank ("1, 2, 2, 4").
  public let rank: Int
  /// How many numbers are equal to it, itself too.
  public let tied: Int
  /// How many numbers are ranked.
  public let ranked: Int

  /// A standing of a rank, shared by some, among some.
  public init(rank: Int, tied: Int, ranked: Int) {
    self.rank = rank
    self.tied = tied
    self.ranked = ranked
  }
}

/// Numbers in order, ready to say where any of them stands.
public struct Ranking: Sendable {
  /// The ranked numbers, least first.
  public let sorted: [Double]

  /// Ranks numbers; those that are not numbers (NaN) are left out.
  public init(_ numbers: some Sequence<Double>) { sorted = numbers.filter { !$0.isNaN }.sorted() }

  /// Where a number stands, the highest first or the lowest first; nil for what is not a number.
  public func standing(of number: Double, highestFirst: Bool) -> Standing? {
    guard !number.isNaN else { return nil }
    let below = firstIndex { $0 >= number }
    let upTo = firstIndex { $0 > number }
    let before = highestFirst ? sorted.count - upTo : below
    return Standing(rank: before + 1, tied: upTo - below, ranked: sorted.count)
  }

  private func firstIndex(where isPast: (Double) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
