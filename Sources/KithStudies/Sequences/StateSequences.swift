/// The states that each of some children were in, from one unit of time to the next.
public struct StateSequences: Sendable {
  /// The states, by number.
  public let states: [String]
  /// The sequences: a number for each unit of time. A gap is a state of its own, if it is to count.
  public let sequences: [[UInt8]]

  /// Sequences of numbered states; it throws where a number is not a state.
  public init(states: [String], _ sequences: [[UInt8]]) throws(StudyError) {
    guard !states.isEmpty, states.count <= 250 else { throw StudyError(.column, "There have to be 1 to 250 states.") }
    guard sequences.allSatisfy({ $0.allSatisfy { Int($0) < states.count } }) else {
      throw StudyError(.column, "A sequence has a state that is not among the states.")
    }
    self.states = states
    self.sequences = sequences
  }

  /// How many sequences there are.
  public var count: Int { sequences.count }

  /// The sequences without repetition, in order of their states, with how many children have each; and which is each child's.
  public var distinct: (sequences: StateSequences, weights: [Int], places: [Int]) {
    let order = sequences.indices.sorted { sequences[$0].lexicographicallyPrecedes(sequences[$1]) }
    var kept: [[UInt8]] = []
    var weights: [Int] = []
    var places = [Int](repeating: 0, count: count)
    for child in order {
      if kept.last != sequences[child] {
        kept.append(sequences[child])
        weights.append(0)
      }
      weights[kept.count - 1] += 1
      places[child] = kept.count - 1
    }
    return (StateSequences(unchecked: states, kept), weights, places)
  }

  init(unchecked states: [String], _ sequences: [[UInt8]]) {
    self.states = states
    self.sequences = sequences
  }
}

/// A run of one state in a sequence.
struct StateRun: Hashable, Sendable {
  let state: UInt8
  let length: Int

  /// The runs of a sequence, in order.
  static func runs(of sequence: [UInt8]) -> [StateRun] {
    var runs: [StateRun] = []
    var from = 0
    while from < sequence.count {
      var to = from + 1
      while to < sequence.count, sequence[to] == sequence[from] { to += 1 }
      runs.append(StateRun(state: sequence[from], length: to - from))
      from = to
    }
    return runs
  }
}
