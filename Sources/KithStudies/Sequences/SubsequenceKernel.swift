/// Both lengths less twice the longest common subsequence, 64 places in a step.
///
/// H. Hyyrö, "Bit-parallel LCS-length computation revisited", Proc. AWOCA (2004), figure 5. Sequences in order of their states begin alike, and
/// what they begin with is gone through once.
struct SubsequenceKernel: SequenceKernel {
  private let sequences: [[UInt8]]
  /// How many places of each sequence are those of the one before it.
  private let shared: [Int]
  private let states: Int
  private let unit: Double

  init(_ sequences: StateSequences, unit: Double) {
    self.sequences = sequences.sequences
    states = sequences.states.count
    self.unit = unit
    shared = sharedBeginnings(sequences.sequences)
  }

  func distances(_ range: Range<Int>) -> [Double] {
    var found: [Double] = []
    found.reserveCapacity(range.reduce(0, +))
    let depth = (sequences.map(\.count).max() ?? 0) + 1
    for a in range { add(a, depth, &found) }
    return found
  }

  private func add(_ a: Int, _ depth: Int, _ found: inout [Double]) {
    let own = sequences[a]
    let words = max(1, (own.count + 63) / 64)
    var masks = [UInt64](repeating: 0, count: states * words)
    for (place, state) in own.enumerated() { masks[Int(state) * words + place / 64] |= 1 << UInt64(place % 64) }
    var rows = [UInt64](repeating: ~0, count: depth * words)
    masks.withUnsafeBufferPointer { masks in
      rows.withUnsafeMutableBufferPointer { rows in
        for b in 0..<a {
          sequences[b].withUnsafeBufferPointer { other in
            for place in min(shared[b], other.count)..<other.count {
              Self.step(rows, masks, from: place * words, mask: Int(other[place]) * words, words)
            }
            let common = Self.common(rows, other.count * words, words, own.count)
            found.append(Double(own.count + other.count - 2 * common) * unit)
          }
        }
      }
    }
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

  @inline(__always)
  private static func common(_ rows: UnsafeMutableBufferPointer<UInt64>, _ at: Int, _ words: Int, _ length: Int) -> Int
  {
    var common = 0
    for word in 0..<words {
      let bits = min(64, length - word * 64)
      let kept: UInt64 = bits >= 64 ? ~0 : (1 << UInt64(max(0, bits))) - 1
      common += (~rows[at + word] & kept).nonzeroBitCount
    }
    return common
  }
}

/// How many places each sequence has in common with the one before it, from the beginning.
func sharedBeginnings(_ sequences: [[UInt8]]) -> [Int] {
  sequences.indices.map { index in
    guard index > 0 else { return 0 }
    let (a, b) = (sequences[index - 1], sequences[index])
    var common = 0
    while common < min(a.count, b.count), a[common] == b[common] { common += 1 }
    return common
  }
}
