import CSequences

/// Both lengths less twice the longest common subsequence, 64 places in a step.
///
/// H. Hyyrö, "Bit-parallel LCS-length computation revisited", Proc. AWOCA (2004), figure 5. Sequences in order of their states begin alike, and
/// what they begin with is gone through once. Where no sequence is longer than 64, eight are compared with one at the same time.
struct SubsequenceKernel: SequenceKernel {
  /// How many sequences are compared with one at the same time.
  private static let lanes = 8
  private let sequences: JoinedSequences
  private let states: Int
  private let unit: Double

  init(_ sequences: StateSequences, unit: Double) {
    self.sequences = JoinedSequences(sequences.sequences)
    states = sequences.states.count
    self.unit = unit
  }

  func distances(_ range: Range<Int>) -> [Double] {
    var found = [Double](repeating: 0, count: range.reduce(0, +))
    var at = 0
    found.withUnsafeMutableBufferPointer { found in
      if sequences.longest <= 64 {
        for first in stride(from: range.lowerBound, to: range.upperBound, by: Self.lanes) {
          at = addEight(first..<min(first + Self.lanes, range.upperBound), found, at)
        }
      } else {
        for a in range { at = addOne(a, found, at) }
      }
    }
    return found
  }

  private func addEight(_ range: Range<Int>, _ found: UnsafeMutableBufferPointer<Double>, _ at: Int) -> Int {
    let lanes = Self.lanes
    var masks = [UInt64](repeating: 0, count: max(1, states) * lanes)
    var offsets = [Int](repeating: at, count: lanes)
    for (lane, a) in range.enumerated() {
      for place in 0..<sequences.length(a) {
        masks[Int(sequences.state(a, place)) * lanes + lane] |= 1 << UInt64(place)
      }
      if a + 1 < range.upperBound { offsets[lane + 1] = offsets[lane] + a }
    }
    let lengths = range.map { sequences.length($0) }
    var rows = [UInt64](repeating: ~0, count: (sequences.longest + 1) * lanes)
    // What lies beyond a sequence's own end was never in its masks, and is not common.
    var common = [UInt8](repeating: 0, count: lanes)
    sequences.states.withUnsafeBufferPointer { states in
      for b in 0..<range.upperBound - 1 {
        let (begin, length) = (sequences.begin(b), sequences.length(b))
        let own = UnsafeBufferPointer(rebasing: states[begin..<begin + length]).baseAddress
        csequences_common(masks, own, &rows, min(sequences.shared[b], length), length, &common)
        for lane in max(0, b + 1 - range.lowerBound)..<range.count {
          found[offsets[lane] + b] = Double(lengths[lane] + length - 2 * Int(common[lane])) * unit
        }
      }
    }
    return at + range.reduce(0, +)
  }

  private func addOne(_ a: Int, _ found: UnsafeMutableBufferPointer<Double>, _ at: Int) -> Int {
    let own = sequences.length(a)
    let words = max(1, (own + 63) / 64)
    var masks = [UInt64](repeating: 0, count: states * words)
    for place in 0..<own { masks[Int(sequences.state(a, place)) * words + place / 64] |= 1 << UInt64(place % 64) }
    var rows = [UInt64](repeating: ~0, count: (sequences.longest + 1) * words)
    masks.withUnsafeBufferPointer { masks in
      rows.withUnsafeMutableBufferPointer { rows in
        sequences.states.withUnsafeBufferPointer { states in
          for b in 0..<a {
            let (begin, length) = (sequences.begin(b), sequences.length(b))
            for place in min(sequences.shared[b], length)..<length {
              Self.step(rows, masks, from: place * words, mask: Int(states[begin + place]) * words, words)
            }
            let common = (0..<words).reduce(0) { $0 + (~rows[length * words + $1]).nonzeroBitCount }
            found[at + b] = Double(own + length - 2 * common) * unit
          }
        }
      }
    }
    return at + a
  }

  @inline(__always)
  private static func step(
    _ rows: UnsafeMutableBufferPointer<UInt64>, _ masks: UnsafeBufferPointer<UInt64>, from: Int, mask: Int, _ words: Int
  ) {
    var carry = false
    for word in 0..<words {
      let v = rows[from + word]
      let u = v & masks[mask + word]
      let (sum, over) = v.addingReportingOverflow(u)
      let (total, more) = sum.addingReportingOverflow(carry ? 1 : 0)
      carry = over || more
      rows[from + words + word] = total | (v & ~u)
    }
  }
}

/// Sequences one after the other in one list, so that going through them counts no references.
struct JoinedSequences: Sendable {
  let states: [UInt8]
  private let offsets: [Int]
  let longest: Int
  /// How many places each has in common with the one before it, from the beginning.
  let shared: [Int]

  init(_ sequences: [[UInt8]]) {
    states = sequences.flatMap { $0 }
    var offsets = [0]
    for sequence in sequences { offsets.append((offsets.last ?? 0) + sequence.count) }
    self.offsets = offsets
    longest = sequences.map(\.count).max() ?? 0
    shared = sequences.indices.map { index in
      guard index > 0 else { return 0 }
      let (a, b) = (sequences[index - 1], sequences[index])
      var common = 0
      while common < min(a.count, b.count), a[common] == b[common] { common += 1 }
      return common
    }
  }

  func begin(_ sequence: Int) -> Int { offsets[sequence] }
  func length(_ sequence: Int) -> Int { offsets[sequence + 1] - offsets[sequence] }
  func state(_ sequence: Int, _ place: Int) -> UInt8 { states[offsets[sequence] + place] }
}
