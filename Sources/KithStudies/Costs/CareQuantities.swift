public import KithTables

/// What happened to one child's care in a window, in the processes that cost.
public struct CareQuantities {
  private let episodes: [CostedEpisode]
  private let reviews: [Day]
  private let window: CostWindow

  /// Looks at all episodes of one child of one authority, and at its reviews. Short breaks (V3, V4) are left out: they are no time
  /// looked after, and are to be costed as short breaks.
  public init(_ episodes: [CostedEpisode], reviews: [Day], in window: CostWindow) {
    self.episodes = episodes.filter { !$0.isShortBreak }.sorted { $0.start < $1.start }
    self.reviews = reviews.filter(window.contains)
    self.window = window
  }

  /// The quantities that are not nought.
  public var all: [CostQuantity] {
    guard let first = episodes.first else { return [] }
    let fees = episodes.map { ($0.placement, $0.provider, window.days(from: $0.start, until: $0.end)) }
    let days = fees.reduce(0) { $0 + $1.2 }
    let times: [(CostProcess, Int)] = [
      (.p1, starts.count), (.p2, starts.count + reviews.count), (.p3, days), (.p4, ends), (.p5, moves),
      (.p6, reviews.count), (.p7, newStatuses), (.p8, sixteenths),
    ]
    let placements = fees.map { (CostProcess.placement, $0.0, $0.1, $0.2) }
    return (placements + times.map { ($0.0, "", "", $0.1) }).filter { $0.3 > 0 }.map {
      CostQuantity(
        child: first.child, authority: first.authority, process: $0.0, placement: $0.1, provider: $0.2, quantity: $0.3)
    }
  }

  private var starts: [CostedEpisode] { episodes.filter { $0.startCode == "S" && window.contains($0.start) } }

  private var ends: Int {
    episodes.count { episode in
      !episode.endCode.isEmpty && episode.endCode != "X1" && episode.end.map(window.contains) == true
    }
  }

  private var moves: Int {
    episodes.count { ["P", "T", "B", "U"].contains($0.startCode) && window.contains($0.start) }
  }

  /// Episodes that begin in the window with a status of C1, C2 or E1 that the episode before did not have.
  private var newStatuses: Int {
    episodes.indices.count { place in
      let episode = episodes[place]
      guard window.contains(episode.start), ["C1", "C2", "E1"].contains(episode.status) else { return false }
      let isFirst = place == 0 || episode.startCode == "S"
      return isFirst || episodes[place - 1].status != episode.status
    }
  }

  private var sixteenths: Int {
    guard let day = episodes.compactMap(\.born).first?.adding(years: 16), window.contains(day) else { return 0 }
    return episodes.contains { $0.start <= day && ($0.end.map { day < $0 } ?? true) } ? 1 : 0
  }
}
