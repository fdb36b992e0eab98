/// How near the synthetic England comes to the published one.
public struct Calibration: Sendable {
  /// A published figure beside the one achieved.
  public struct Line: Sendable {
    /// What is counted.
    public let name: String
    /// The published figure.
    public let published: Double
    /// The collection year that it is of.
    public let year: Int
    /// The figure achieved, of a population as large as England's.
    public let achieved: Double
    /// How many were counted to get it.
    public let counted: Int

    /// The difference as a share of the published figure.
    public var difference: Double { achieved / published - 1 }

    /// The standard error of the difference, as far as chance in single families goes: a referral brings siblings, so
    /// counts vary by more than those of single events would.
    public var standardError: Double { counted == 0 ? 1 : (Calibration.clustering / Double(counted)).squareRoot() }

    /// Whether the difference is at most 1 %, or within two standard errors.
    public var isWithinTolerance: Bool { abs(difference) <= max(0.01, 2 * standardError) }
  }

  /// By how much families raise the variance of counts.
  static let clustering = 2.0

  /// The figures.
  public let lines: [Line]
  /// Counts by authority, for its dispersion.
  let authorities: [(authority: SyntheticAuthority, tally: Tally)]
  /// Counts of all.
  let total: Tally

  init(_ authorities: [(authority: SyntheticAuthority, tally: Tally)], year: Int) {
    self.authorities = authorities
    var total = Tally(year: year)
    for (_, tally) in authorities { total.add(tally) }
    self.total = total
    let population = authorities.reduce(0) { $0 + $1.authority.population }
    let scale = Double(Places.englandPopulation) / Double(max(1, population))
    lines = PublishedFigures.all.map { figure in
      let counted = total[figure.name]
      return Line(
        name: figure.name, published: figure.value, year: figure.year, achieved: Double(counted) * scale,
        counted: counted)
    }
  }

  /// Identities that hold in every year and authority: a name, and the difference, which is 0.
  public var identities: [(name: String, difference: Int)] {
    [
      (
        "referrals = no further action + not in need + episodes starting",
        total["referrals"] - total["no further action"] - total["not in need"] - total["episodes starting"]
      )
    ]
  }

  /// An authority's figures per 10,000 children: the mean over authorities, and the standard deviation beside it.
  public var dispersion:
    [(name: String, mean: Double, deviation: Double, publishedMean: Double, publishedDeviation: Double)]
  {
    PublishedFigures.dispersion.map { figure in
      let rates = authorities.map { 10_000 * Double($0.tally[figure.name]) / Double(max(1, $0.authority.population)) }
      let mean = rates.reduce(0, +) / Double(max(1, rates.count))
      let variance = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, rates.count - 1))
      return (figure.name, mean, variance.squareRoot(), figure.mean, figure.deviation)
    }
  }
}

extension AuthorityHistory {
  /// Counts of a year.
  func tally(in year: Int) -> Tally {
    var tally = Tally(year: year)
    for career in careers { tally.add(career) }
    tally.addOutcomes(careers.filter { !$0.care.isEmpty })
    return tally
  }
}

extension Synthesis {
  /// How near a year of the first so many authorities comes to the published figures.
  public func calibration(authorities count: Int, year: Int) async -> Calibration {
    let authorities = england.authorities.prefix(count)
    let tallies = await withTaskGroup(of: (Int, Tally).self) { group in
      for authority in authorities { group.addTask { (authority.place, history(of: authority).tally(in: year)) } }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    return Calibration(
      authorities.compactMap { authority in tallies[authority.place].map { (authority, $0) } }, year: year)
  }
}
