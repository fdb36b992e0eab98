import KithReturns
import KithTables

/// Reads what SSDA903 returns say of a year.
struct CareReader {
  private let returns: [Int: LookedAfterReturn]
  private let days: CollectionDays
  /// Each child's times looked after, in order.
  private let times: [String: [CareTime]]
  private let facts: [String: CareFacts]

  init(_ returns: AuthorityReturns, _ days: CollectionDays) {
    self.returns = returns.care
    self.days = days
    times = CareEpisode.history(returns.care, upTo: days.year, years: YearsLookedBack.held).mapValues(CareTime.all)
    facts = returns.care[days.year].map { CareFacts.all(of: $0, days) } ?? [:]
  }

  private var isHeld: Bool { returns[days.year] != nil }

  private func facts(of child: String) -> CareFacts { facts[child] ?? CareFacts() }

  /// The children looked after at any time in the year.
  var children: [CareChild] {
    guard isHeld else { return [] }
    return times.compactMap { child, times in
      guard times.contains(where: { $0.episodes.contains { $0.meets(days) } }) else { return nil }
      return CareChild(facts(of: child), times, days)
    }
  }

  /// Children who began to be looked after in the year, at the first beginning.
  var started: [Starter] {
    guard isHeld else { return [] }
    return times.compactMap { child, times in
      let first = times.first { days.holds($0.start) && $0.placements[0].first.startReason == "S" }
      guard let day = first?.start else { return nil }
      let facts = facts(of: child)
      return Starter(groups: facts.groups(on: day), isUnaccompanied: facts.isUnaccompanied(on: day))
    }
  }

  /// Children who ceased to be looked after in the year, at the last end.
  var ceased: [Leaver] {
    guard isHeld else { return [] }
    return times.compactMap { child, times in
      let ended = times.filter { time in
        days.holds(time.end) && time.episodes.contains { $0.endsCare && $0.end == time.end }
      }
      return ended.last.flatMap { Leaver($0, facts(of: child)) }
    }
  }

  var newPlacements: [CountedPlacement] {
    placements {
      days.holds($0.start)
    } on: {
      $0.start
    }
  }

  var changedPlacements: [CountedPlacement] {
    placements {
      days.holds($0.end) && $0.last.endReason == "X1"
    } on: {
      $0.end ?? days.end
    }
  }

  private func placements(_ isCounted: (CarePlacement) -> Bool, on day: (CarePlacement) -> Day) -> [CountedPlacement] {
    guard isHeld else { return [] }
    return times.flatMap { child, times in
      times.flatMap(\.placements).filter { !$0.first.isTemporary && isCounted($0) }.map { placement in
        CountedPlacement(
          groups: facts(of: child).groups(on: day(placement)), location: placement.first.location,
          distance: placement.first.distance, changeReason: placement.last.changeReason)
      }
    }
  }

  /// The care leavers of 17 to 21 whom the year's return tells of.
  var careLeavers: [CareLeaver] {
    guard let own = returns[days.year] else { return [] }
    return own.all(OC3.self).compactMap { row in
      guard let born = row.dateOfBirth.value, (17...21).contains(born.age(on: days.end)) else { return nil }
      let child = own.texts[row.childID]
      return CareLeaver(row, born: born, sex: facts(of: child).sex, times[child] ?? [], days)
    }
  }
}

/// How far back the measures look.
enum YearsLookedBack {
  static let held = 8
}
