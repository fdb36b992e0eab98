import KithStatistics

/// The share of children who have had a first event by each age, where some come to be known late.
///
/// The Aalen–Johansen estimate takes each child into account from the age at which observation begins; the life table is
/// 1 − ∏ exp(−m), m being first events by person-years at each age (S. H. Preston, P. Heuveline and M. Guillot, Demography (2001),
/// equation 3.14 at constant hazard); the naive share of all children is too low where observation is cut short.
public struct AgeIncidence: Sendable {
  /// The ages, in years, by which the shares are.
  public let ages: [Int]
  /// The Aalen–Johansen estimate by each age.
  public let share: [Double]
  /// Its standard error.
  public let standardError: [Double]
  /// The life table's share by each age.
  public let lifeTable: [Double]
  /// First events at each year of age.
  public let events: [Int]
  /// Years at risk at each year of age.
  public let personYears: [Double]

  /// The share with the first kind of event by each age up to an age, from spells in years of age.
  public init(_ spells: Spells, to age: Int = 18) {
    let curve = CumulativeIncidence(spells)
    let ages = Array(1...max(1, age))
    var events = [Int](repeating: 0, count: ages.count)
    var years = [Double](repeating: 0, count: ages.count)
    for spell in 0..<spells.count where !spells.isOfNoLength(spell) {
      let start = spells.starts?[spell] ?? 0
      let stop = spells.stops[spell]
      for index in ages.indices { years[index] += max(0, min(stop, Double(index + 1)) - max(start, Double(index))) }
      // An event on a birthday ends the year of age before it, as being at risk does.
      let index = max(0, Int(stop.rounded(.up)) - 1)
      if spells.outcomes[spell] == 1, index < ages.count { events[index] += 1 }
    }
    var hazard = 0.0
    lifeTable = ages.indices.map { index in
      if years[index] > 0 { hazard += Double(events[index]) / years[index] }
      return 1 - Mathematics.exponential(-hazard)
    }
    self.ages = ages
    share = ages.map { curve.incidence(of: 1, at: Double($0)) }
    standardError = ages.map { curve.standardError(of: 1, at: Double($0)) }
    self.events = events
    personYears = years
  }
}
