import KithStatistics
import KithTables

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

    /// How many were to be counted.
    let expected: Double

    /// The standard error of the difference, as far as chance in single families goes: a referral brings siblings, so
    /// counts vary by more than those of single events would.
    public var standardError: Double { (Calibration.clustering / max(expected, 1)).squareRoot() }

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
        counted: counted, expected: figure.value / scale)
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

  /// What studies found of children's lives, beside the same of the synthetic England: a name, the share published, the
  /// share achieved, and the children counted (`synthetic_targets.csv`, longitudinal).
  public var lives: [(name: String, published: Double, achieved: Double, counted: Int)] {
    // Children who became 18 in the year, of all of whom a share had been known.
    let grown = authorities.reduce(0) { $0 + $1.authority.population } / 18
    func share(_ name: String, _ whole: Int, _ published: Double) -> (String, Double, Double, Int) {
      (name, published, Double(total[name]) / Double(max(1, whole)), whole)
    }
    return [
      share("back in care within a year", total["left care, known for a year"], 0.144),
      share("back in care within 5 years", total["left care, known for 5 years"], 0.353),
      share("referred within a year of closure", total["closed, known for a year"], 0.32),
      share("referred within 6 years of closure", total["closed, known for 6 years"], 0.58),
      share("referred before 18", grown, 0.354), share("assessed before 18", grown, 0.323),
      share("in need before 18", grown, 0.253), share("under a protection plan before 18", grown, 0.069),
    ]
  }

  /// How a rate differs between authorities.
  public struct Dispersion: Sendable {
    /// What is counted, and of what.
    public let name: String
    /// The published rates that a tenth, half and nine tenths of the authorities are below.
    public let published: [Double]
    /// The same rates achieved.
    public let achieved: [Double]
  }

  /// How rates differ between authorities, per 10,000 children or as percentages.
  public var dispersion: [Dispersion] {
    PublishedFigures.dispersion.map { figure in
      let rates = authorities.map { authority, tally in
        let whole = figure.whole.map { Double(tally[$0]) / 100 } ?? Double(authority.population) / 10_000
        return Double(tally[figure.name]) / max(whole, 1e-9)
      }.sorted()
      return Dispersion(
        name: figure.name + (figure.whole.map { ", % of \($0)" } ?? ", per 10,000"),
        published: [figure.tenth, figure.half, figure.nineTenths],
        achieved: [0.1, 0.5, 0.9].map { quantile($0, ofSorted: rates) ?? 0 })
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
      for authority in authorities {
        // All who were ever known, since studies ask of those who left years before.
        group.addTask { (authority.place, history(of: authority, since: firstDay.adding(years: -20)).tally(in: year)) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    return Calibration(
      authorities.compactMap { authority in tallies[authority.place].map { (authority, $0) } }, year: year)
  }
}
