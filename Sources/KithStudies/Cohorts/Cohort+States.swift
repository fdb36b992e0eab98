public import KithDisclosure
public import KithStore
import KithTables

/// The chances of levels at some days, by the level on the first.
public struct LevelChances: Sendable {
  /// The chances; of a level on which nobody began they say nothing.
  public let chances: StateProbabilities
  /// How many children began at each level.
  public let began: [Int]

  /// The levels from which chances may be shown: of one or two children they would be these children's own ways.
  public func shown(_ checks: OutputChecks = OutputChecks()) -> [Int] {
    began.indices.filter { began[$0] > 0 && checks.objections(toCount: began[$0]).isEmpty }
  }
}

extension Cohort {
  /// The chance of being at each level of intervention at some days after the beginning, from each level on the first day: a multistate
  /// estimate (Aalen–Johansen), in which levels may be left and come back to.
  ///
  /// Unlike ways of a fixed length it takes in those who can be followed for a while only; the 18th birthday, death and the end of the
  /// returns censor.
  public func levelChances(at times: [Double], in store: Store) throws -> LevelChances {
    guard !times.isEmpty, times.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw StudyError(.column, "Say at what days the chances are wanted, as 182,365.")
    }
    let spells = try levelSpells(store)
    let own = members.map { self.stays(of: $0, spells[$0.person] ?? []) }
    let stays = own.flatMap { $0 }
    guard !stays.isEmpty else { throw StudyError(.tooLittle, "Nobody of the cohort was followed for a day.") }
    let first = own.compactMap { $0.first?.from }
    return LevelChances(
      chances: try StateProbabilities(stays, states: Self.levels.count, at: times),
      began: Self.levels.indices.map { level in first.count { $0 == level } })
  }

  private func stays(of member: Member, _ spells: [LevelSpell]) -> [StateProbabilities.Stay] {
    let end = min(member.knownUntil, min(member.born.adding(years: 18), member.died ?? member.knownUntil))
    guard end > member.day else { return [] }
    let marks = Set(spells.flatMap { [$0.start, $0.end ?? end] }).filter { $0 > member.day && $0 < end }.sorted()
    func level(_ day: Day) -> Int {
      spells.reduce(0) { level, spell in
        spell.start <= day && spell.end.map { day < $0 } ?? true ? max(level, Int(spell.level)) : level
      }
    }
    var stays: [StateProbabilities.Stay] = []
    var (state, from) = (level(member.day), member.day)
    for mark in marks where level(mark) != state {
      stays.append(self.stay(state, level(mark), from, mark, member.day))
      (state, from) = (level(mark), mark)
    }
    return stays + [stay(state, nil, from, end, member.day)]
  }

  private func stay(_ from: Int, _ to: Int?, _ start: Day, _ stop: Day, _ origin: Day) -> StateProbabilities.Stay {
    StateProbabilities.Stay(
      from: from, to: to, start: Double(start.days(since: origin)), stop: Double(stop.days(since: origin)))
  }
}
