public import KithStore
import KithTables
import KithEngine

/// What there is to be costed of the children in a store.
public struct CostHistory {
  let store: Store
  let window: CostWindow

  /// Looks at a store's histories in a window.
  public init(_ store: Store, in window: CostWindow) {
    self.store = store
    self.window = window
  }

  /// The quantities of all children looked after and in need, child by child.
  public func quantities() throws -> [CostQuantity] { try care() + events() + spells() }

  private func care() throws -> [CostQuantity] {
    let reviews = try reviewDays()
    var quantities: [CostQuantity] = []
    var child: [CostedEpisode] = []
    func close() {
      guard let first = child.first else { return }
      let key = first.authority + "-" + first.child
      quantities += CareQuantities(child, reviews: reviews[key] ?? [], in: window).all
    }
    for episode in try episodes() {
      if let first = child.first, first.child != episode.child || first.authority != episode.authority {
        close()
        child = []
      }
      child.append(episode)
    }
    close()
    return quantities
  }

  /// All episodes that began by the window's last day, the children's together.
  private func episodes() throws -> [CostedEpisode] {
    let result = try store.connection.query(
      """
      SELECT e.authority, e.child, p.born, e.started, e.ends, e.rne, e.ls, e.place, e.place_provider,
        CASE WHEN e.end_state = 'ended' THEN e.rec END AS rec
      FROM looked_after_episode AS e
      LEFT JOIN (SELECT authority, child, min(born) AS born FROM person_record WHERE collection = 'ssda903'
        GROUP BY authority, child) AS p ON p.authority = e.authority AND p.child = e.child
      WHERE e.started <= \(window.last) ORDER BY e.authority, e.child, e.started
      """)
    let (authorities, children) = (try result.text("authority"), try result.text("child"))
    let (born, starts, ends) = (try result.days("born"), try result.days("started"), try result.days("ends"))
    let (rne, ls, rec) = (try result.text("rne"), try result.text("ls"), try result.text("rec"))
    let (places, providers) = (try result.text("place"), try result.text("place_provider"))
    return (0..<result.rowCount).compactMap { row in
      guard let child = children[row], let authority = authorities[row], let start = starts[row] else { return nil }
      return CostedEpisode(
        child: child, authority: authority, born: born[row], start: start, end: ends[row], startCode: rne[row] ?? "",
        status: ls[row] ?? "", placement: places[row] ?? "", provider: providers[row] ?? "", endCode: rec[row] ?? "")
    }
  }

  private func reviewDays() throws -> [String: [Day]] {
    let result = try store.connection.query(
      """
      SELECT authority || '-' || child AS who, day FROM event
      WHERE kind = 'care reviewed' AND day BETWEEN \(window.first) AND \(window.last) ORDER BY day
      """)
    let (who, days) = (try result.text("who"), try result.days("day"))
    var reviews: [String: [Day]] = [:]
    for row in 0..<result.rowCount {
      if let child = who[row], let day = days[row] { reviews[child, default: []].append(day) }
    }
    return reviews
  }

  private static let processOfEvent: [(String, CostProcess)] = [
    ("referral", .referral), ("assessment authorised", .assessment), ("enquiry started", .enquiry),
    ("initial conference", .conference), ("protection plan reviewed", .planReview),
  ]

  private func events() throws -> [CostQuantity] {
    try Self.processOfEvent.flatMap { kind, process in
      try quantities(
        process,
        """
        SELECT authority, child, count(*)::BIGINT AS quantity FROM event
        WHERE kind = \(literal: kind) AND day BETWEEN \(window.first) AND \(window.last)
        GROUP BY authority, child ORDER BY authority, child
        """)
    }
  }

  private func spells() throws -> [CostQuantity] {
    try days(.need, of: "need_episode", "NOT is_no_further_action") + days(.plan, of: "protection_plan", "TRUE")
  }

  private func days(_ process: CostProcess, of view: String, _ condition: String) throws -> [CostQuantity] {
    let after = window.last.adding(days: 1)
    return try quantities(
      process,
      """
      SELECT authority, child, sum(date_diff('day', greatest(started, \(window.first)),
        least(coalesce(ends, \(after)), \(after))))::BIGINT AS quantity
      FROM \(raw: view)
      WHERE \(raw: condition) AND started <= \(window.last) AND coalesce(ends, \(after)) > greatest(started, \(window.first))
      GROUP BY authority, child ORDER BY authority, child
      """)
  }

  private func quantities(_ process: CostProcess, _ query: SQL) throws -> [CostQuantity] {
    let result = try store.connection.query(query)
    let (authorities, children) = (try result.text("authority"), try result.text("child"))
    let numbers = try result.integers("quantity")
    return (0..<result.rowCount).compactMap { row in
      guard let child = children[row], let authority = authorities[row], let number = numbers[row] else { return nil }
      return CostQuantity(child: child, authority: authority, process: process, quantity: Int(number))
    }
  }
}
