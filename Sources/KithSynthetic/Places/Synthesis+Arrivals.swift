import KithTables

extension Synthesis {
  /// Unaccompanied children who arrive, and those whom another authority takes over from the port's.
  func arrivals(at authority: SyntheticAuthority) -> [Career] {
    years(before: 5).flatMap { year -> [Career] in
      let own =
        (0..<count(
          CareRates.arrivals * authority.effects.arrivals,
          Self.share(CareRates.arrivalYears, year, CareRates.arrivalsBefore),
          year, authority, 5)).map {
          arrival($0, year, authority)
        }
      return own + transferred(to: authority, year).map(\.there)
        + (authority.place == Places.port ? england.authorities.flatMap { transferred(to: $0, year).map(\.port) } : [])
    }
  }

  private func years(before count: Int) -> ClosedRange<Int> { years.lowerBound - count...years.upperBound }

  /// A year's share of 2025's: that of the table, or of the years before it begins, or 1 after it ends.
  private static func share(_ years: [Int: Double], _ year: Int, _ before: Double) -> Double {
    years[year] ?? (year < 2021 ? before : 1)
  }

  private func count(
    _ rate: Double, _ share: Double, _ year: Int, _ authority: SyntheticAuthority, _ stream: UInt64
  ) -> Int {
    var chance = Chance(seed: seed, stream, UInt64(authority.place), UInt64(year))
    return chance.rounded(Double(authority.population) * rate * share)
  }

  private func arrival(_ place: Int, _ year: Int, _ authority: SyntheticAuthority) -> Career {
    let family = 200_000 + (year - 2_000) * 2_000 + place
    let (person, day, chance) = child(family, year, authority, CareRates.arrivalSeventeen)
    var need = NeedMaker(authority: authority, chance: chance)
    return need.arrival(of: person, on: day, label: family * 5, leaves: nil)
  }

  /// Who arrives in a year, and when; a share of them at 17.
  private func child(_ family: Int, _ year: Int, _ authority: SyntheticAuthority, _ seventeen: Double) -> (
    Person, Day, Chance
  ) {
    var maker = FamilyMaker(seed: seed, authority: authority.place, family: family)
    var chance = Chance(seed: seed, 6, UInt64(authority.place), UInt64(family))
    let day = Day.yearStart(year).adding(days: chance.below(365))
    let isSeventeen = chance.happens(seventeen)
    let age = isSeventeen ? 17 + 0.9 * chance.unit() : chance.draw(CareRates.arrivalAge)
    let born = day.adding(days: -Int(age * 365.25))
    return (maker.arrival(born: born, on: day), day, chance)
  }

  /// The children whom an authority takes over from the port's in a year, as both know them.
  private func transferred(to authority: SyntheticAuthority, _ year: Int) -> [(port: Career, there: Career)] {
    guard authority.place != Places.port else { return [] }
    let port = england.authorities[Places.port]
    let share = Self.share(CareRates.transferYears, year, CareRates.transfersBefore)
    return (0..<count(CareRates.transfers, share, year, authority, 13)).map { place in
      let number = (year - 2_000) * 200 + place
      let (person, day, chance) = child(270_000 + number, year, authority, CareRates.transferSeventeen)
      let leaves = min(day.adding(days: 4 + number % 37), person.birthday(18).adding(days: -25))
      var (here, there) = (NeedMaker(authority: port, chance: chance), NeedMaker(authority: authority, chance: chance))
      let label = 60_000_000 + authority.place * 30_000 + number * 5
      return (
        here.arrival(of: person, on: min(day, leaves.adding(days: -3)), label: label, leaves: leaves),
        there.arrival(of: person, on: leaves, label: (270_000 + number) * 5, leaves: nil)
      )
    }
  }
}

extension NeedMaker {
  /// A child who came alone: need and care until 18, or until another authority takes over.
  mutating func arrival(of person: Person, on day: Day, label: Int, leaves: Day?) -> Career {
    var episode = NeedEpisode(
      referred: day, source: chance.happens(0.5) ? "6" : "8", need: "N8", closed: day, reason: "RC7",
      assessments: [assessment(from: day)])
    if chance.happens(Mix.arrivalFactor) { episode.assessments[0].factors = ["9A"] }
    var maker = CareMaker(authority: authority, person: person, chance: chance)
    let care = maker.period(from: day, need: "N8", isUnaccompanied: true)
    chance = maker.chance
    settle(&episode, around: [care], of: person)
    var career = Career(
      person: person, authority: authority.place, label: "SYN\(authority.code)" + padded(label, 8), episodes: [episode],
      care: [care])
    if let leaves { career.end(on: leaves, need: "RC5", care: "E3") }
    return career
  }
}
