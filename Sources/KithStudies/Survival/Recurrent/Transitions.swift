/// The chance of being in each state at a time, from each state at the beginning, where states may be left and come back to.
///
/// O. Aalen and S. Johansen (1978), equation (3.1): P(0, t) = ∏ (I + dA), the hazards being transitions over those in the state.
public struct StateProbabilities: Sendable {
  /// The times asked for.
  public let times: [Double]
  /// At each of the times: from each state, the chance of being in each.
  public let matrices: [[[Double]]]

  /// One child's time in one state, and the state that it then went to; nil where it was censored.
  public struct Stay: Hashable, Sendable {
    let from: Int
    let to: Int?
    let start: Double
    let stop: Double

    /// A stay in a state, numbered from zero, from a start to a stop.
    public init(from: Int, to: Int?, start: Double, stop: Double) {
      self.from = from
      self.to = to
      self.start = start
      self.stop = stop
    }
  }

  /// The chances at some times, by ascending time.
  public init(_ stays: [Stay], states: Int, at times: [Double]) throws(StudyError) {
    guard
      stays.allSatisfy({
        $0.stop >= $0.start && (0..<states).contains($0.from) && $0.to.map { (0..<states).contains($0) } ?? true
      })
    else { throw StudyError(.column, "A stay stops before it starts, or is in a state that there is not.") }
    let stays = stays.filter { $0.stop > $0.start }
    let distinct = DistinctTimes(stays.map(\.stop))
    var risk = [[Double]](repeating: [Double](repeating: 0, count: distinct.times.count), count: states)
    var moves = [[Int]](repeating: [], count: distinct.times.count)
    for (index, stay) in stays.enumerated() {
      let place = Int(distinct.places[index])
      risk[stay.from][place] += 1
      if let entry = lastPlace(in: distinct.times, notAfter: stay.start) { risk[stay.from][entry] -= 1 }
      if stay.to != nil { moves[place].append(index) }
    }
    for state in 0..<states {
      for place in stride(from: distinct.times.count - 2, through: 0, by: -1) {
        risk[state][place] += risk[state][place + 1]
      }
    }
    var current = (0..<states).map { row in (0..<states).map { row == $0 ? 1.0 : 0 } }
    var place = 0
    var found: [[[Double]]] = []
    for time in times.sorted() {
      while place < distinct.times.count, distinct.times[place] <= time {
        Self.move(&current, moves[place].map { stays[$0] }, risk.map { $0[place] })
        place += 1
      }
      found.append(current)
    }
    self.times = times.sorted()
    matrices = found
  }

  private static func move(_ current: inout [[Double]], _ moves: [Stay], _ risk: [Double]) {
    guard !moves.isEmpty else { return }
    for row in current.indices {
      let before = current[row]
      for stay in moves {
        guard let to = stay.to else { continue }
        let step = before[stay.from] / risk[stay.from]
        current[row][stay.from] -= step
        current[row][to] += step
      }
    }
  }
}
