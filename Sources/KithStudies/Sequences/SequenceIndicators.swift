import KithStatistics

/// What one sequence is like in itself.
public struct SequenceIndicators: Hashable, Sendable {
  /// How many times the state changes.
  public let transitions: Int
  /// −Σ p ln p over the shares of time in each state.
  public let entropy: Double
  /// The same over the greatest possible.
  public let normalisedEntropy: Double
  /// √(transitions / (length − 1) × normalised entropy): Gabadinho, Ritschard, Studer and Müller, "Indice de complexité pour le tri et la comparaison
  /// de séquences catégorielles", Revue des nouvelles technologies de l'information E-19 (2010).
  public let complexity: Double
  /// How many sequences of states can be had from that of the runs by leaving some out, the empty one among them.
  public let subsequences: Double
  /// log₂ [φ (s²max + 1) / (s² + 1)], φ being ``subsequences`` and s² the variance of the runs' lengths: C. H. Elzinga and A. C. Liefbroer,
  /// "De-standardization of family-life trajectories of young adults", European Journal of Population 23 (2007), equation (5).
  public let turbulence: Double
  /// Turbulence from 0 to 1, the latter for a sequence that goes through all states in turn, one unit each.
  public let normalisedTurbulence: Double

  /// The indicators of a sequence of states from so many.
  public init(_ sequence: [UInt8], states: Int) {
    let runs = StateRun.runs(of: sequence)
    var time = [Int](repeating: 0, count: states)
    for state in sequence { time[Int(state)] += 1 }
    let shares = time.filter { $0 > 0 }.map { Double($0) / Double(sequence.count) }
    transitions = max(0, runs.count - 1)
    entropy = max(0, -shares.reduce(0) { $0 + $1 * Mathematics.logarithm($1) })
    normalisedEntropy = states > 1 ? entropy / Mathematics.logarithm(Double(states)) : 0
    let rate = sequence.count > 1 ? Double(transitions) / Double(sequence.count - 1) : 0
    complexity = (rate * normalisedEntropy).squareRoot()
    subsequences = Self.subsequences(of: runs.map(\.state), states)
    turbulence = Self.turbulence(runs, states)
    let most = Self.turbulence((0..<sequence.count).map { StateRun(state: UInt8($0 % states), length: 1) }, states)
    normalisedTurbulence = most > 1 ? (turbulence - 1) / (most - 1) : 0
  }

  private static func turbulence(_ runs: [StateRun], _ states: Int) -> Double {
    guard !runs.isEmpty else { return 0 }
    let n = Double(runs.count)
    let mean = runs.reduce(0) { $0 + Double($1.length) } / n
    let variance = runs.reduce(0) { $0 + (Double($1.length) - mean) * (Double($1.length) - mean) } / n
    let most = (n - 1) * (1 - mean) * (1 - mean)
    let number = subsequences(of: runs.map(\.state), states) * (most + 1) / (variance + 1)
    return Mathematics.logarithm(number) / Mathematics.logarithm(2)
  }

  /// Each state doubles the number, less those that its last occurrence had made already.
  private static func subsequences(of states: [UInt8], _ size: Int) -> Double {
    var number = 1.0
    var before = [Double](repeating: 0, count: size)
    for state in states {
      let known = number
      number = 2 * number - before[Int(state)]
      before[Int(state)] = known
    }
    return number
  }
}

/// The states of all sequences, unit of time by unit of time.
public struct StateDistribution: Sendable {
  /// The mean time in each state.
  public let meanTimes: [Double]
  /// The share in each state (row) at each unit of time (column).
  public let shares: [[Double]]
  /// The entropy of each unit of time's shares, over the greatest possible.
  public let entropies: [Double]

  /// The distribution of sequences; at each unit of time, of those that reach it.
  public init(_ sequences: StateSequences) {
    let size = sequences.states.count
    let length = sequences.sequences.map(\.count).max() ?? 0
    var counts = [[Double]](repeating: [Double](repeating: 0, count: length), count: size)
    for sequence in sequences.sequences { for (time, state) in sequence.enumerated() { counts[Int(state)][time] += 1 } }
    let totals = (0..<length).map { time in counts.reduce(0) { $0 + $1[time] } }
    meanTimes = counts.map { $0.reduce(0, +) / Double(max(1, sequences.count)) }
    let shares = counts.map { row in row.indices.map { row[$0] / totals[$0] } }
    self.shares = shares
    entropies = (0..<length).map { time in
      let sum = shares.reduce(0.0) { $1[time] > 0 ? $0 - $1[time] * Mathematics.logarithm($1[time]) : $0 }
      return size > 1 ? sum / Mathematics.logarithm(Double(size)) : 0
    }
  }
}
