import KithTables

extension CareMaker {
  /// A decision on adoption that was reversed, for some small children in care for longer.
  ///
  /// The child is under a placement order from soon after the decision to the reversal.
  mutating func addReversedDecision(to period: inout CarePeriod, _ start: Day) {
    guard person.age(on: start) < 5, chance.happens(CareRates.reversed),
      let last = period.episodes.last, last.legal == "C2", last.placement.isFoster,
      last.end.days(since: last.start) > 420
    else { return }
    let decided = last.start.adding(days: chance.between(0, 40))
    let ordered = decided.adding(days: chance.between(5, 40))
    let reversed = ordered.adding(days: chance.between(90, 300))
    period.decisions = [AdoptionDecision(decided: decided, reversed: reversed, reversalReason: reversalReason())]
    var (before, under, after) = (last, last, last)
    (before.end, before.endReason) = (ordered, "X1")
    (under.start, under.startReason, under.legal, under.end, under.endReason) = (ordered, "L", "E1", reversed, "X1")
    (after.start, after.startReason) = (reversed, "L")
    period.episodes.removeLast()
    period.episodes += [before, under, after]
  }

  private mutating func reversalReason() -> String { "RD\(chance.pick(Self.reversals))" }

  private static let reversals: Shares<Int> = Shares([(1, 0.2), (2, 0.2), (3, 0.35), (4, 0.25)])

  /// Reviews, times missing, orders and earlier permanence.
  mutating func addRecords(to period: inout CarePeriod) {
    addReviews(to: &period)
    addAbsences(to: &period)
    addOrders(to: &period)
    addPermanence(to: &period)
  }

  private mutating func addReviews(to period: inout CarePeriod) {
    var day = period.start.adding(days: chance.between(17, 28))
    var gap = chance.between(75, 91)
    while day < period.end {
      period.reviews.append(day)
      day = day.adding(days: gap)
      gap = chance.between(140, 182)
    }
  }

  /// Times missing and away, of teenagers: 11 % and 3 % of children in a year (2024/25).
  private mutating func addAbsences(to period: inout CarePeriod) {
    let isMissingOften = chance.happens(0.32)
    for episode in period.episodes where isMissingOften && !episode.placement.isTemporary {
      var day = max(episode.start, person.birthday(11)).adding(days: chance.between(2, 90))
      let code = chance.happens(0.86) ? "M" : "A"
      while day.adding(days: 25) < episode.end, period.absences.count < 120 {
        let length = chance.happens(0.9) ? chance.between(0, 2) : chance.between(3, 20)
        period.absences.append(Absence(code: code, start: day, end: day.adding(days: length)))
        day = day.adding(days: length + chance.between(3, 260))
      }
    }
  }

  private mutating func addOrders(to period: inout CarePeriod) {
    for episode in period.episodes where episode.placement.code == "K2" {
      let start = max(episode.start, person.birthday(11)).adding(days: 5)
      guard chance.happens(0.08), start.adding(days: 70) < episode.end else { continue }
      let end = min(start.adding(days: chance.between(40, 180)), episode.end.adding(days: -5))
      period.orders.append(LibertyOrder(start: start, end: end))
    }
  }

  private mutating func addPermanence(to period: inout CarePeriod) {
    let age = person.age(on: period.start)
    guard !person.isUnaccompanied, age > 3, chance.happens(0.05) else {
      period.permanence = ("Z1", "", "")
      return
    }
    let code = chance.pick(Self.arrangements)
    let year = period.start.adding(days: -chance.between(400, Int(age * 365) - 300)).year
    let date =
      chance.happens(0.4)
      ? "ZZ/ZZ/\(year - 1)" : "\(padded(chance.between(1, 28), 2))/\(padded(chance.between(1, 12), 2))/\(year - 1)"
    period.permanence = (code, chance.happens(0.9) ? "999" : "WAL", date)
  }

  private static let arrangements: Shares<String> = Shares([("P1", 0.18), ("P2", 0.5), ("P3", 0.25), ("P4", 0.07)])
}
