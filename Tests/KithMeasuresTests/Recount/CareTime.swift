import KithTables

/// A time for which a child was looked after without a gap.
struct CareTime {
  let placements: [CarePlacement]

  var episodes: [CareEpisode] { placements.flatMap(\.episodes) }
  var start: Day { placements[0].start }
  /// The first day on which the child is no longer looked after; nil while care goes on.
  var end: Day? {
    let ends = episodes.compactMap(\.end)
    return ends.count == episodes.count ? ends.max() : nil
  }

  /// The times of one child, in order, short breaks left out.
  ///
  /// Times are parted by a gap of a day or more. A placement goes on through a change of legal status (L) and of the placement's
  /// status with the same carers (T, U).
  static func all(of episodes: [CareEpisode]) -> [CareTime] {
    var times: [[[CareEpisode]]] = []
    var reached: Day?
    var isOpen = false
    for episode in episodes where !episode.isShortBreak {
      let follows = !times.isEmpty && (isOpen || reached.map { episode.start <= $0 } ?? false)
      if !follows {
        times.append([[episode]])
      } else if ["L", "T", "U"].contains(episode.startReason) {
        times[times.count - 1][times[times.count - 1].count - 1].append(episode)
      } else {
        times[times.count - 1].append([episode])
      }
      isOpen = isOpen || episode.end == nil
      reached = [reached, episode.end].compactMap { $0 }.max()
    }
    return times.map { CareTime(placements: $0.map(CarePlacement.init)) }
  }
}

/// A time with one carer or in one home.
struct CarePlacement {
  let episodes: [CareEpisode]

  var first: CareEpisode { episodes[0] }
  var last: CareEpisode { episodes[episodes.count - 1] }
  var start: Day { first.start }
  var end: Day? {
    let ends = episodes.compactMap(\.end)
    return ends.count == episodes.count ? ends.max() : nil
  }

  /// Whether it lasted for a day or longer, and had a day between these, both among them; holidays, hospital and respite do not
  /// count.
  func counts(from first: Day, to last: Day) -> Bool {
    guard !self.first.isTemporary, start <= last else { return false }
    return end.map { $0 > first && $0 > start } ?? true
  }

  /// Whether the child came back to the same carers: the kind of placement, the provider, its number and its postcode.
  func isSame(as other: CarePlacement) -> Bool {
    let (a, b) = (first, other.first)
    return a.place != nil && a.place == b.place && a.provider != nil && a.provider == b.provider && a.urn == b.urn
      && a.postcode == b.postcode
  }
}

extension CareTime {
  /// How many placements there were between two days.
  func placements(from first: Day, to last: Day) -> Int { placements.count { $0.counts(from: first, to: last) } }

  /// Whether the child has been with the same carers for two years at the end of the year, or is placed for adoption and the
  /// placement before and this one are two years together.
  func isStable(at days: CollectionDays) -> Bool {
    let stays = stays(at: days.end)
    guard let last = stays.last, let start = last.first?.start else { return false }
    if start <= days.twoYearsBeforeEnd { return true }
    guard last.last?.last.isForAdoption == true, let before = stays.dropLast().last?.first?.start else { return false }
    return before <= days.twoYearsBeforeEnd
  }

  /// The placements up to a day, those with the same carers together; holidays, hospital and respite between are left out.
  private func stays(at day: Day) -> [[CarePlacement]] {
    var stays: [[CarePlacement]] = []
    var wasAway = false
    for placement in placements where placement.start <= day {
      if placement.first.isTemporary {
        wasAway = true
      } else if wasAway, let last = stays.last?.last, placement.isSame(as: last) {
        stays[stays.count - 1].append(placement)
        wasAway = false
      } else {
        stays.append([placement])
        wasAway = false
      }
    }
    return stays
  }
}
