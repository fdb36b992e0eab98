import KithTables

extension LookedAfterWriter {
  /// Adds what is recorded beside a period of care.
  mutating func addRecords(of period: CarePeriod, _ career: Career) {
    let person = career.person
    let born = person.born.description
    for day in period.reviews where view.contains(day) {
      rows.add("Reviews", [career.label, born, day.description, participation(person, on: day)])
    }
    for absence in period.absences where view.overlaps(absence.start, absence.end) {
      rows.add(
        "Missing",
        [career.label, born, absence.code, absence.start.description, view.known(absence.end)?.description])
    }
    for order in period.orders where view.year >= 2027 && view.overlaps(order.start, order.end) {
      rows.add("DoLo", [career.label, born, order.start.description, view.known(order.end)?.description])
    }
    addDecisions(of: period, career)
    addAdoption(of: period, career)
  }

  private func participation(_ person: Person, on day: Day) -> String {
    guard day >= person.birthday(4) else { return "PN0" }
    var chance = Chance(seed: UInt64(person.number), 8, UInt64(UInt32(bitPattern: day.number)))
    return chance.pick(Self.participations)
  }

  private static let participations: Shares<String> = Shares([
    ("PN1", 0.5), ("PN2", 0.05), ("PN3", 0.03), ("PN4", 0.03), ("PN5", 0.1), ("PN6", 0.23), ("PN7", 0.06),
  ])

  /// Decisions that stand in the year, or were reversed in it.
  private mutating func addDecisions(of period: CarePeriod, _ career: Career) {
    for decision in period.decisions where decision.decided <= view.end {
      if let reversed = decision.reversed, reversed < view.start { continue }
      let reversed = decision.reversed.flatMap(view.known)
      rows.add(
        "PlacedAdoption",
        [
          career.label, career.person.born.description, decision.decided.description, reversed?.description,
          reversed == nil ? nil : decision.reversalReason,
        ])
    }
  }

  private mutating func addAdoption(of period: CarePeriod, _ career: Career) {
    guard let adoption = period.adoption, view.contains(period.end), let decision = period.decisions.last else {
      return
    }
    rows.add(
      "AD1",
      [
        career.label, career.person.born.description, decision.decided.description, adoption.matched.description,
        adoption.isByCarers ? "1" : "0", adoption.adopters.number, adoption.adopters.sex, adoption.adopters.status,
      ])
  }

  /// Social workers, from 2023/24: a chain of workers from the start of care on, who stay through a short absence from
  /// care.
  mutating func addWorkers(_ career: Career) {
    guard view.year >= 2024 else { return }
    for (place, chain) in Self.chains(career.care).enumerated() {
      for worker in Self.workers(chain, of: career.person, place) where view.overlaps(worker.start, worker.end) {
        rows.add(
          "SWEpisodes",
          [
            career.label, career.person.born.description, worker.id, worker.start.description,
            view.known(worker.end)?.description, worker.reason,
          ])
      }
    }
  }

  /// The times for which workers follow each other: periods of care that are less than 400 days apart are one.
  private static func chains(_ periods: [CarePeriod]) -> [(start: Day, end: Day)] {
    periods.reduce(into: []) { chains, period in
      if let last = chains.last, period.start.days(since: last.end) < 400 {
        chains[chains.count - 1].end = period.end
      } else {
        chains.append((period.start, period.end))
      }
    }
  }

  private typealias Worker = (id: String, start: Day, end: Day, reason: String)

  private static func workers(_ chain: (start: Day, end: Day), of person: Person, _ place: Int) -> [Worker] {
    var chance = Chance(seed: UInt64(person.number), 9, UInt64(place))
    var workers: [Worker] = []
    var day = chain.start
    while day < chain.end {
      let next = day.adding(days: max(5, Int(chance.draw(CareRates.worker) * CareRates.workerStretch)))
      let end = next.adding(days: 5) < chain.end ? next : chain.end
      let reason = workers.isEmpty ? "FCONTA" : chance.pick(reasons)
      let id = chance.happens(0.97) ? "SW9" + padded(chance.below(100_000), 6) : "XX" + padded(chance.below(10_000), 4)
      // A worker is there for three days at least, even for a child whom care kept for less.
      workers.append((id, workers.isEmpty && end.days(since: day) < 3 ? end.adding(days: -3) : day, end, reason))
      day = end
    }
    return workers
  }

  private static let reasons: Shares<String> = Shares([
    ("MANAGE", 0.2), ("LEFTRL", 0.3), ("ORGRST", 0.05), ("TSPROC", 0.3), ("ABSENC", 0.06), ("CHCHAN", 0.01),
    ("PCCHAN", 0.01), ("SWDIED", 0.001), ("OTHERS", 0.07),
  ])
}
