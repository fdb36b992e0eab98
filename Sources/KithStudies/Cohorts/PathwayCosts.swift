import KithEngine
public import KithStore
import KithTables

/// What each child's way cost, over the days for which it is followed.
public struct PathwayCosts: Sendable {
  /// Pounds of each child of the ways, in their order.
  public let pounds: [Double]
  /// Days of placement without a fee in the unit costs, all children together.
  public let unpricedDays: Int

  /// Prices the days and events of children from their beginning, in whichever authorities know them.
  public init(_ pathways: CohortPathways, of cohort: Cohort, in store: Store, _ card: RateCard) throws {
    let wanted = Set(pathways.members.map { cohort.members[$0].person })
    let history = try PersonCosts(store, wanted)
    var (pounds, unpriced) = ([Double](), 0)
    for place in pathways.members {
      let member = cohort.members[place]
      guard let window = CostWindow(member.day, member.day.adding(days: pathways.days - 1)) else { continue }
      let ledger = CostLedger(history.quantities(of: member.person, in: window), card)
      pounds.append(ledger.total)
      unpriced += ledger.unpricedDays
    }
    self.pounds = pounds
    unpricedDays = unpriced
  }
}

/// What there is to be costed of persons, at any time.
private struct PersonCosts {
  private var episodes: [String: [[CostedEpisode]]] = [:]
  private var times: [String: [(authority: String, process: CostProcess, start: Day, end: Day?)]] = [:]
  private var events: [String: [(authority: String, process: CostProcess?, day: Day)]] = [:]

  private static let processes: [String: CostProcess] = [
    "in need": .need, "child protection plan": .plan, "referral": .referral, "assessment authorised": .assessment,
    "enquiry started": .enquiry, "initial conference": .conference, "protection plan reviewed": .planReview,
  ]

  init(_ store: Store, _ wanted: Set<String>) throws {
    let care = try store.connection.query(
      """
      SELECT e.person, e.authority, e.child, p.born, e.started, e.ends, e.rne, e.ls, e.place, e.place_provider,
        CASE WHEN e.end_state = 'ended' THEN e.rec END AS rec
      FROM looked_after_episode AS e LEFT JOIN person AS p ON p.person = e.person
      ORDER BY e.person, e.authority, e.child, e.started
      """)
    let names = ["person", "authority", "child", "rne", "ls", "place", "place_provider", "rec"]
    let texts = try names.map { try care.text($0) }
    let (born, starts, ends) = (try care.days("born"), try care.days("started"), try care.days("ends"))
    for row in 0..<care.rowCount {
      let cells = texts.map { $0[row] ?? "" }
      guard wanted.contains(cells[0]), let start = starts[row] else { continue }
      let episode = CostedEpisode(
        child: cells[2], authority: cells[1], born: born[row], start: start, end: ends[row], startCode: cells[3],
        status: cells[4], placement: cells[5], provider: cells[6], endCode: cells[7])
      if let last = episodes[cells[0]]?.last?.last, last.child == episode.child, last.authority == episode.authority {
        episodes[cells[0], default: []][(episodes[cells[0]]?.count ?? 1) - 1].append(episode)
      } else {
        episodes[cells[0], default: []].append([episode])
      }
    }
    try readNeed(store, wanted)
  }

  private mutating func readNeed(_ store: Store, _ wanted: Set<String>) throws {
    let spells = try store.connection.query(
      """
      SELECT person, authority, kind, started, ended FROM spell
      WHERE kind IN ('in need', 'child protection plan') AND started IS NOT NULL
      """)
    let (persons, authorities, kinds) = (
      try spells.text("person"), try spells.text("authority"), try spells.text("kind")
    )
    let (starts, ends) = (try spells.days("started"), try spells.days("ended"))
    for row in 0..<spells.rowCount {
      guard let person = persons[row], wanted.contains(person), let start = starts[row],
        let process = Self.processes[kinds[row] ?? ""]
      else { continue }
      times[person, default: []].append((authorities[row] ?? "", process, start, ends[row]))
    }
    let days = try store.connection.query(
      """
      SELECT person, authority, kind, day FROM event WHERE day IS NOT NULL AND kind IN ('referral', 'assessment authorised',
        'enquiry started', 'initial conference', 'protection plan reviewed', 'care reviewed')
      """)
    let (whose, places, what, on) = (
      try days.text("person"), try days.text("authority"), try days.text("kind"), try days.days("day")
    )
    for row in 0..<days.rowCount {
      guard let person = whose[row], wanted.contains(person), let day = on[row] else { continue }
      events[person, default: []].append((places[row] ?? "", Self.processes[what[row] ?? ""], day))
    }
  }

  /// What happened to a person in a window, in the processes that cost. A review of care has no process of its own here: it is one of the
  /// reviews from which care's processes are counted.
  func quantities(of person: String, in window: CostWindow) -> [CostQuantity] {
    let own = events[person] ?? []
    let care = (episodes[person] ?? []).flatMap { episodes in
      CareQuantities(
        episodes.filter { $0.start <= window.last },
        reviews: own.filter { $0.process == nil && $0.authority == episodes[0].authority }.map(\.day), in: window
      ).all
    }
    let spells = (times[person] ?? []).map { time in
      CostQuantity(
        child: person, authority: time.authority, process: time.process,
        quantity: window.days(from: time.start, until: time.end))
    }
    let days = own.compactMap { event -> CostQuantity? in
      guard let process = event.process, window.contains(event.day) else { return nil }
      return CostQuantity(child: person, authority: event.authority, process: process, quantity: 1)
    }
    return (care + spells + days).filter { $0.quantity > 0 }
  }
}
