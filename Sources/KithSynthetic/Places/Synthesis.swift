public import KithTables

/// The synthetic England of a seed: what its authorities know of the children who live there.
///
/// An authority's children depend on the seed and on nothing drawn for another authority, so that authorities can be
/// made one at a time, in any order and at once.
public struct Synthesis: Sendable {
  /// The seed.
  public let seed: UInt64
  /// The collection years, each named by the calendar year in which it ends.
  public let years: ClosedRange<Int>
  /// The authorities.
  public let england: SyntheticEngland

  /// A synthesis of these collection years.
  ///
  /// With `children`, every authority has about so many children in its yearly CIN Census.
  public init(seed: UInt64, years: ClosedRange<Int>, children: Int? = nil) {
    self.seed = seed
    self.years = years
    england = SyntheticEngland(seed: seed, children: children)
  }

  /// The first day of the first year.
  public var firstDay: Day { Day.yearStart(years.lowerBound) }
  /// The last day of the last year.
  public var lastDay: Day { Day.yearEnd(years.upperBound) }

  /// What an authority knows of children in the years, in the order of their labels.
  public func history(of authority: SyntheticAuthority) -> AuthorityHistory { history(of: authority, since: firstDay) }

  /// What an authority knows of children of whom anything goes on since a day.
  func history(of authority: SyntheticAuthority, since day: Day) -> AuthorityHistory {
    let careers = residents(of: authority, since: day) + incomers(to: authority) + arrivals(at: authority)
    return AuthorityHistory(authority: authority, careers: careers.filter { $0.lastDay >= day })
  }

  /// The families of an area: their index children are born evenly over the time in which children can be known.
  private func families(of authority: SyntheticAuthority) -> (count: Int, born: (Int) -> Day) {
    let first = firstDay.adding(days: -9_400)
    let span = lastDay.adding(days: 200).days(since: first)
    let perDay = Double(authority.population) / 18 / 365.25 * Rates.familiesPerBirth * authority.effects.referrals
    let count = Int(perDay * Double(span))
    return (count, { first.adding(days: Int((Double($0) + 0.5) / Double(count) * Double(span))) })
  }

  /// Families who live in the area, of whom anything goes on since a day; some of them move away some day.
  private func residents(of authority: SyntheticAuthority, since day: Day) -> [Career] {
    let count = families(of: authority).count
    return (0..<count).flatMap { family -> [Career] in
      if family % Rates.movers == 0 { return moving(family, of: authority).here }
      // Those that ended before are let go of at once: there may be as many as of those that go on.
      return life(of: family, authority, until: lastDay.adding(days: 1)).map { $0.known.filter { $0.lastDay >= day } }
        ?? []
    }
  }

  /// Families who move in from the areas of the three authorities before this one.
  private func incomers(to authority: SyntheticAuthority) -> [Career] {
    (1...3).flatMap { step -> [Career] in
      let origin = england.authorities[(authority.place + SyntheticEngland.count - step) % SyntheticEngland.count]
      let movers = stride(from: 0, to: families(of: origin).count, by: Rates.movers)
      return movers.filter { Self.step(of: $0) == step }.flatMap { moving($0, of: origin).there }
    }
  }

  /// How many authorities further a family moves.
  private static func step(of family: Int) -> Int { family / Rates.movers % 3 + 1 }

  /// A family that moves: what is known of its children where it lived, and where it moves to.
  private func moving(_ family: Int, of origin: SyntheticAuthority) -> (here: [Career], there: [Career]) {
    var chance = Chance(seed: seed, 11, UInt64(origin.place), UInt64(family))
    guard let known = firstDay(of: family, origin) else { return ([], []) }
    let day = known.adding(days: chance.between(40, 1_400))
    guard var life = life(of: family, origin, until: day) else { return ([], []) }
    guard day < lastDay else { return (life.known, []) }
    let target = england.authorities[(origin.place + Self.step(of: family)) % SyntheticEngland.count]
    var there = life.move(to: target, on: day, label: 50_000_000 + origin.place * 30_000 + family / Rates.movers * 5)
    there.live(from: day.adding(days: chance.between(10, 900)), childAt: 0, until: lastDay.adding(days: 1))
    there.meetDeaths(chance: &chance)
    return (life.known, there.known)
  }

  /// The day of a family's first referral.
  private func firstDay(of family: Int, _ authority: SyntheticAuthority) -> Day? {
    var chance = Chance(seed: seed, 12, UInt64(authority.place), UInt64(family))
    let band = chance.pick(Self.ages)
    let age = band.from + (band.to - band.from) * chance.unit()
    let known = families(of: authority).born(family).adding(days: Int(age * 365.25))
    return known <= lastDay ? known : nil
  }

  private static let ages: Shares<(from: Double, to: Double, share: Double)> = Shares(
    Rates.ageWhenKnown.map { ($0, $0.share) })

  private func life(of family: Int, _ authority: SyntheticAuthority, until horizon: Day) -> FamilyLife? {
    guard let known = firstDay(of: family, authority) else { return nil }
    var maker = FamilyMaker(seed: seed, authority: authority.place, family: family)
    var chance = Chance(seed: seed, 4, UInt64(authority.place), UInt64(family))
    let (children, place) = maker.children(around: families(of: authority).born(family))
    var life = FamilyLife(children, authority: authority, seed: seed, family: family, chance: chance)
    life.live(from: known, childAt: place, until: horizon)
    if horizon > lastDay { life.meetDeaths(chance: &chance) }
    return life
  }
}

extension FamilyLife {
  /// The children whom the authority knows.
  fileprivate var known: [Career] { careers.filter { !$0.episodes.isEmpty } }
}

extension Day {
  /// 1 April of the collection year that ends in a calendar year.
  static func yearStart(_ year: Int) -> Day { Day(1, 4, year - 1) ?? Day(number: 0) }
  /// 31 March of it.
  static func yearEnd(_ year: Int) -> Day { Day(31, 3, year) ?? Day(number: 0) }
}

/// What an authority knows of children.
public struct AuthorityHistory: Sendable {
  /// The authority.
  public let authority: SyntheticAuthority
  /// What it knows of each child.
  let careers: [Career]

  /// How many children it knows.
  public var childCount: Int { careers.count }
}
