/// Pieces of work whose outcomes are taken in order, of which some are under way while others wait.
struct ReadingAhead<Outcome: Sendable> {
  private var waiting: ArraySlice<@Sendable () async throws -> Outcome>
  private var underWay: [Task<Outcome, any Error>] = []

  /// How many are under way or done before the first of them is taken.
  private static var ahead: Int { 3 }

  init(_ work: [@Sendable () async throws -> Outcome]) { waiting = work[...] }

  /// The outcome of the next piece of work, of which there must be one.
  mutating func next() async throws -> Outcome {
    while underWay.count < Self.ahead, let work = waiting.popFirst() { underWay.append(Task { try await work() }) }
    return try await underWay.removeFirst().value
  }
}
