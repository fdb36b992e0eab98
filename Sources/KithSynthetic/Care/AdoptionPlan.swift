import KithTables

/// The way to an adoption: the decision, the order, the match, the placement, the adoption.
struct AdoptionPlan {
  let decided: Day
  let ordered: Day
  let matched: Day
  let placed: Day
  let end: Day
  /// Whether the foster carers adopt the child.
  let isByCarers: Bool
  /// Whether the parents consent, so that no order is needed.
  let isByConsent: Bool
  private let adopters: (number: String, sex: String, status: String)

  /// The plan; nil where there is none, or no time for one.
  ///
  /// The times are fitted to those from entry to decision, order, match, placement and adoption (2024/25, adoption
  /// average durations).
  init?(_ isWanted: Bool, from start: Day, person: Person, chance: inout Chance) {
    guard isWanted else { return nil }
    decided = start.adding(days: chance.between(120, 380))
    ordered = decided.adding(days: chance.between(5, 60))
    let days = max(65, chance.days(CareRates.decisionToMatch))
    matched = decided.adding(days: days)
    placed = matched.adding(days: chance.between(5, 50))
    end = placed.adding(days: max(75, Int(chance.draw(CareRates.placedToAdoption) * CareRates.placedStretch)))
      .notYearEnd(
        before: person.birthday(18))
    guard end < person.birthday(17) else { return nil }
    isByConsent = chance.happens(CareRates.adoptionByConsent)
    isByCarers = chance.happens(isByConsent ? CareRates.carersByConsent : CareRates.carersByOrder)
    adopters = chance.pick(Self.couples)
  }

  /// Those who adopt (2024/25, adoption).
  private static let couples: Shares<(number: String, sex: String, status: String)> = Shares([
    (("2", "MF", "L11"), 0.66), (("2", "MF", "L3"), 0.08), (("2", "MM", "L12"), 0.07), (("2", "FF", "L12"), 0.06),
    (("2", "MM", "L2"), 0.02), (("2", "FF", "L4"), 0.02), (("1", "F1", "L0"), 0.08), (("1", "M1", "L0"), 0.01),
  ])

  /// The code of the adoptive placement.
  var placement: String { isByConsent ? (isByCarers ? "A3" : "A4") : (isByCarers ? "A5" : "A6") }

  /// The legal statuses on the way.
  func statuses(from start: Day, chance: inout Chance) -> [CareMaker.StatusChange] {
    if isByConsent { return [(start, "V2")] }
    return [(start, chance.happens(0.85) ? "C1" : "V2"), (ordered, "E1")]
  }

  /// Writes the decision and the adoption into the period.
  func record(in period: inout CarePeriod) {
    period.decisions = [AdoptionDecision(decided: decided, reversed: nil, reversalReason: nil)]
    period.adoption = Adoption(matched: matched, isByCarers: isByCarers, adopters: adopters)
    if isByConsent, let last = period.episodes.indices.last { period.episodes[last].endReason = "E11" }
  }
}
