import KithStatistics

/// A sample of cases for people to read, drawn in the proportions of the strata.
///
/// Proportional allocation by largest remainders, at least one of each stratum where the size allows: W. G. Cochran, "Sampling Techniques"
/// (1977), section 5.3. The same seed draws the same cases, whatever the order in which they are given.
public struct AuditSample: Sendable {
  /// A case of a stratum.
  public struct Case: Hashable, Sendable {
    /// What names the case to the authority's own staff.
    public let name: String
    /// The stratum.
    public let stratum: String

    /// A case of a stratum.
    public init(name: String, stratum: String) {
      self.name = name
      self.stratum = stratum
    }
  }

  /// The cases drawn, by stratum and name.
  public let drawn: [Case]
  /// For each stratum its cases, and how many were drawn.
  public let strata: [(name: String, cases: Int, drawn: Int)]

  /// Draws a sample of a size.
  public init(_ cases: [Case], size: Int, seed: UInt64) throws(StudyError) {
    guard !cases.isEmpty, size > 0 else {
      throw StudyError(
        .tooLittle, "There is no case to draw from, or nothing to draw; look at the year and the authority.")
    }
    let strata = Dictionary(grouping: Set(cases), by: \.stratum).mapValues { $0.sorted { $0.name < $1.name } }
      .sorted { $0.key < $1.key }
    let counts = strata.map(\.value.count)
    let shares = Self.allocated(min(size, counts.reduce(0, +)), among: counts)
    var drawn: [Case] = []
    for (place, stratum) in strata.enumerated() {
      var chance = SeededChance(seed: seed, part: UInt64(place))
      var left = stratum.value
      for _ in 0..<shares[place] { drawn.append(left.remove(at: chance.below(left.count))) }
    }
    self.drawn = drawn.sorted { ($0.stratum, $0.name) < ($1.stratum, $1.name) }
    self.strata = strata.indices.map { (strata[$0].key, counts[$0], shares[$0]) }
  }

  private static func allocated(_ size: Int, among counts: [Int]) -> [Int] {
    let whole = counts.reduce(0, +)
    let exact = counts.map { Double(size) * Double($0) / Double(whole) }
    var shares = exact.map { Int($0) }
    if size >= counts.count { shares = shares.map { max(1, $0) } }
    let order = counts.indices.sorted { (exact[$0] - Double(shares[$0]), $1) > (exact[$1] - Double(shares[$1]), $0) }
    var place = 0
    while shares.reduce(0, +) < size {
      let stratum = order[place % order.count]
      if shares[stratum] < counts[stratum] { shares[stratum] += 1 }
      place += 1
    }
    for stratum in order.reversed() where shares.reduce(0, +) > size && shares[stratum] > 1 {
      shares[stratum] -= min(shares[stratum] - 1, shares.reduce(0, +) - size)
    }
    return shares
  }
}
