import KithReturns
import KithTables

/// An episode of care as the latest return that holds it has it.
struct CareEpisode {
  let child: String
  let start: Day
  /// The first day that is no longer part of it; nil while it goes on.
  let end: Day?
  /// Whether the return gives its end. A lost episode, which a later return no longer holds, has none.
  let hasEnded: Bool
  let startReason: String?
  let legalStatus: String?
  let need: String?
  let place: String?
  let provider: String?
  let urn: String
  let postcode: String
  /// Whether the return says why it ended, and that another episode does not follow.
  let endsCare: Bool
  let endReason: String?
  let changeReason: String?
  let location: String?
  let distance: Double?

  init(_ row: Episode, start: Day, year: Int, lastYear: Int) {
    let texts = row.collection.texts
    child = texts[row.childID]
    self.start = start
    hasEnded = row.end.hasValue
    end = row.end.value ?? (year < lastYear ? Day(1, 4, year) : nil)
    startReason = row.startReason.text
    legalStatus = row.legalStatus.text
    need = row.need.text
    place = row.placement.text
    provider = row.provider.text
    urn = texts[row.urn]
    postcode = texts[row.placementPostcode]
    endsCare = row.end.hasValue && row.endReason != .x1
    endReason = row.endReason.text
    changeReason = row.changeReason.text
    location = row.placementLocation.text
    distance = row.placementDistance.value
  }

  /// Under an agreed series of short breaks, which is no time looked after.
  var isShortBreak: Bool { ["V3", "V4"].contains(legalStatus) }
  var isTemporary: Bool { ["T0", "T1", "T2", "T3", "T4"].contains(place) }
  var isForAdoption: Bool { ["A3", "A4", "A5", "A6"].contains(place) }
  var isFostered: Bool { ["U1", "U2", "U3", "U4", "U5", "U6"].contains(place) }

  func goesOn(at day: Day) -> Bool { start <= day && (end.map { $0 > day } ?? true) }

  /// Whether the child was looked after in the year: on one of its days, or until its first, when care ended.
  func meets(_ days: CollectionDays) -> Bool {
    guard start <= days.end else { return false }
    return end.map { $0 > days.start || hasEnded && $0 == days.start } ?? true
  }
}

extension CareEpisode {
  /// The episodes of each child in the returns up to a year, each once and in order.
  ///
  /// Of an episode in several returns, told by the child and the start, the latest counts; in one return, the one that goes on,
  /// or ends last.
  static func history(_ returns: [Int: LookedAfterReturn], upTo year: Int, years: Int) -> [String: [CareEpisode]] {
    let held = returns.keys.filter { $0 > year - years && $0 <= year }.sorted()
    var known: [String: [Day: (episode: CareEpisode, year: Int)]] = [:]
    for own in held {
      guard let tables = returns[own] else { continue }
      for row in tables.all(Episode.self) {
        guard let start = row.start.value, row.childID.isPresent else { continue }
        let episode = CareEpisode(row, start: start, year: own, lastYear: held.last ?? own)
        let other = known[episode.child]?[start]
        if other == nil || other?.year != own || !(other?.episode.outlasts(episode) ?? false) {
          known[episode.child, default: [:]][start] = (episode, own)
        }
      }
    }
    return known.mapValues { $0.values.map(\.episode).sorted { $0.start < $1.start } }
  }

  private func outlasts(_ other: CareEpisode) -> Bool {
    switch (hasEnded ? end : nil, other.hasEnded ? other.end : nil) {
    case (nil, let theirs): theirs != nil
    case (.some, nil): false
    case (let own?, let theirs?): own > theirs
    }
  }
}
