import KithTables

extension LookedAfterWriter {
  /// Health, behaviour and convictions of a child looked after throughout the year (2024/25, CLA 12 months+).
  mutating func addOutcomes(_ career: Career, _ periods: [CarePeriod]) {
    guard periods.contains(where: { $0.start <= view.start && $0.end >= view.end }) else { return }
    var chance = view.chance(career)
    let person = career.person
    let sdq = questionnaire(person, &chance)
    let age = person.born.age(on: view.end)
    let misuses = age >= 10 && chance.happens(0.0402)
    let received = chance.happens(0.416)
    func answer(_ share: Double) -> String { chance.happens(share) ? "1" : "0" }
    rows.add(
      "OC2",
      [
        career.label, person.born.description, sdq.score, sdq.reason, age >= 10 ? answer(0.0195) : nil,
        age < 5 ? answer(0.877) : nil, answer(0.84), answer(0.81), answer(0.898), misuses ? "1" : "0",
        misuses ? (received ? "1" : "0") : nil, misuses && !received ? answer(0.76) : nil,
      ])
  }

  /// The score of the questionnaire of a child of 4 to 16, or why there is none.
  private func questionnaire(_ person: Person, _ chance: inout Chance) -> (score: String?, reason: String?) {
    let isOldEnough = person.birthday(4) <= view.end
    guard isOldEnough, person.birthday(17) >= view.start else { return (nil, nil) }
    let isDue = person.birthday(4) <= view.start && person.birthday(17) > view.end
    guard isDue else { return chance.happens(0.4) ? ("\(score(&chance))", nil) : (nil, "SDQ1") }
    if chance.happens(0.79) { return ("\(score(&chance))", nil) }
    return (nil, chance.pick(Self.noScore))
  }

  /// A score: 45 % normal, 13 % borderline, 42 % a cause for concern, with a mean of 14.9.
  private func score(_ chance: inout Chance) -> Int {
    min(40, Int(chance.draw(Quantiles((0, 0), (0.12, 6), (0.448, 14), (0.576, 17), (0.85, 23), (1, 34)))))
  }

  private static let noScore: Shares<String> = Shares([("SDQ2", 0.2), ("SDQ3", 0.1), ("SDQ4", 0.6), ("SDQ5", 0.1)])

  /// The row of a care leaver of 17 to 21 who has left care for good, as far as is known; nil for others.
  func careLeaver(_ career: Career) -> [String?]? {
    let person = career.person
    let age = person.born.age(on: view.end)
    guard (17...21).contains(age), isCareLeaver(career, birthday: person.birthday(age)) else { return nil }
    var chance = view.chance(career)
    let status = chance.pick(age < 19 ? Self.earlyContact : Self.contact)
    let isKnown = status != "DIED" && status != "RHOM" && (status == "YES" || chance.happens(0.2))
    let accommodation = isKnown ? accommodation(age, &chance) : "0"
    let activity = isKnown ? chance.pick(age < 19 ? Self.earlyActivities : Self.activities) : "0"
    return [career.label, person.born.description, status, activity, accommodation]
  }

  /// Whether the young person was looked after for 13 weeks since 14 and at 16 or later, and left before the birthday.
  private func isCareLeaver(_ career: Career, birthday: Day) -> Bool {
    guard let last = career.care.last(where: { $0.start <= view.end }), last.end < birthday else { return false }
    guard !["E11", "E12", "E2", "E3", "E15", "E16"].contains(last.endReason) else { return false }
    let person = career.person
    func days(since day: Day) -> Int {
      career.care.reduce(0) { $0 + max(0, $1.end.days(since: max($1.start, day))) }
    }
    return days(since: person.birthday(14)) >= 91 && days(since: person.birthday(16)) >= 1
  }

  private func accommodation(_ age: Int, _ chance: inout Chance) -> String {
    let kind = chance.pick(age < 19 ? Self.earlyHomes : Self.homes)
    if kind == "S2" || kind == "X2" { return kind }
    return kind + (["V", "W"].contains(kind) || chance.happens(0.015) ? "2" : "1")
  }

  private static let earlyContact: Shares<String> = Shares([
    ("YES", 0.93), ("NO", 0.035), ("REFU", 0.015), ("NREQ", 0.01), ("RHOM", 0.01),
  ])
  private static let contact: Shares<String> = Shares([
    ("YES", 0.92), ("NO", 0.04), ("REFU", 0.018), ("NREQ", 0.018), ("RHOM", 0.004),
  ])
  /// Activity (2024/25, care leavers activity).
  private static let earlyActivities: Shares<String> = Shares([
    ("F2", 6450), ("P2", 700), ("F1", 400), ("P1", 20), ("F4", 260), ("P4", 20), ("F5", 1290), ("P5", 300), ("G4", 520),
    ("G5", 3710), ("G6", 260),
  ])
  private static let activities: Shares<String> = Shares([
    ("F2", 6930), ("P2", 1100), ("F1", 2310), ("P1", 80), ("F4", 690), ("P4", 50), ("F5", 7300), ("P5", 2300),
    ("G4", 3390),
    ("G5", 10290), ("G6", 1610),
  ])
  private static let earlyHomes: Shares<String> = Shares([
    ("B", 0.13), ("C", 0.05), ("D", 0.42), ("E", 0.06), ("U", 0.18), ("Y", 0.12), ("V", 0.01), ("W", 0.005),
    ("S2", 0.005),
    ("X2", 0.02),
  ])
  private static let homes: Shares<String> = Shares([
    ("B", 0.11), ("C", 0.02), ("D", 0.19), ("E", 0.03), ("K", 0.01), ("T", 0.01), ("U", 0.40), ("Y", 0.05), ("Z", 0.12),
    ("V", 0.010), ("W", 0.007), ("S2", 0.009), ("X2", 0.016),
  ])
}
