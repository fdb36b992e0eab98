import Dispatch
import Synchronization

/// Pieces of work that several threads take one after the other, each with something of its own to do them with.
package final class OrderedWork<Piece: Sendable, Outcome: Sendable>: Sendable {
  private struct State {
    var taken = 0
    var hasFailed = false
    var outcomes: [Int: Result<Outcome, any Error>] = [:]
  }

  private let pieces: [Piece]
  private let state = Mutex(State())

  /// Pieces that nobody has taken yet.
  package init(_ pieces: [Piece]) { self.pieces = pieces }

  /// What comes of each piece, in their order. No piece is begun after one has failed, and the first piece's failure is thrown.
  package func outcomes<Tool>(
    threads: Int, with tool: @Sendable () throws -> Tool, of work: @Sendable (Tool, Piece) throws -> Outcome
  ) throws -> [Outcome] {
    DispatchQueue.concurrentPerform(iterations: min(threads, pieces.count)) { _ in
      let tool = Result { try tool() }
      while let number = take() {
        put(Result { try work(try tool.get(), pieces[number]) }, number)
      }
    }
    return try state.withLock { try $0.outcomes.sorted { $0.key < $1.key }.map { try $0.value.get() } }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard !state.hasFailed, state.taken < pieces.count else { return nil }
      state.taken += 1
      return state.taken - 1
    }
  }

  private func put(_ outcome: Result<Outcome, any Error>, _ number: Int) {
    state.withLock { state in
      state.outcomes[number] = outcome
      if case .failure = outcome { state.hasFailed = true }
    }
  }
}
