public import KithStore
import KithTables

extension Cohort {
  /// The chance of being at each level of intervention at some days after the beginning, from each level on the first day: a multistate
  /// estimate (Aalen–Johansen), in which levels may be left and come back to.
  ///
  /// Unlike ways of a fixed length it takes in those who can be followed for a while only; the 18th birthday, death and the end of the
  /// returns censor.
  public func stateProbabilities(at times: [Double], in store: Store) throws -> StateProbabilities {
    guard !times.isEmpty, times.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw StudyError(.column, "Say at what days the chances are wanted, as 182,365.")
    }
    let spells = try levelSpells(store)
    let stays = members.flatMap { self.stays(of: $0, spells[$0.person] ?? []) }
    guard !stays.isEmpty else { throw StudyError(.tooLittle, "Nobody of the cohort was followed for a day.") }
    return try StateProbabilities(stays, states: Self.levels.count, at: times)
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
