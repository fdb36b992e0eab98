import CDice
import KithStatistics

/// How alike a sample of a party's records is to the most alike of its own other records.
///
/// In a file that has nobody twice, these are the similarities of the nearest strangers: brothers, sisters, twins and
/// namesakes among them.
struct NearestNeighbours: Sendable {
  /// The similarities, the greatest first.
  let similarities: [Double]
  /// How many others each record was compared with.
  let others: Int

  init(in encodings: Encodings, sample: Int, _ similarity: Similarity) async {
    let count = min(sample, encodings.count)
    others = encodings.count - 1
    let rows = (0..<count).map { $0 * encodings.count / max(1, count) }
    let ones = (0..<encodings.count).map { encodings.ones($0) }
    let parts = stride(from: 0, to: rows.count, by: 64).map { $0..<min($0 + 64, rows.count) }
    similarities = await withTaskGroup(of: [Double].self) { group in
      for part in parts {
        group.addTask { rows[part].compactMap { Self.nearest(to: $0, in: encodings, ones, similarity) } }
      }
      var found: [Double] = []
      for await values in group { found += values }
      return found.sorted(by: >)
    }
  }

  private static func nearest(to row: Int, in encodings: Encodings, _ ones: [Int], _ similarity: Similarity) -> Double?
  {
    encodings.words.withUnsafeBufferPointer { words in
      guard let start = words.baseAddress, encodings.count > 1 else { return nil }
      var best = 0.0
      for other in 0..<encodings.count where other != row {
        let common = cdice_common(start + row * encodings.width, start + other * encodings.width, encodings.width)
        let value = similarity.value(common: Int(common), ones: (ones[row], ones[other]), length: encodings.length)
        if value > best { best = value }
      }
      return best
    }
  }

  /// The share of records whose nearest stranger among so many others is at least as alike as this.
  func share(atLeast threshold: Double, among count: Double) -> Double {
    guard !similarities.isEmpty, others > 0 else { return 0 }
    let own = Double(similarities.prefixCount { $0 >= threshold }) / Double(similarities.count)
    return 1 - Mathematics.power(1 - own, count / Double(others))
  }

  /// The similarity that this share of records reaches with their nearest stranger.
  func threshold(ofShare share: Double) -> Double {
    guard !similarities.isEmpty else { return 0 }
    return similarities[min(similarities.count - 1, Int(share * Double(similarities.count)))]
  }
}

extension Array {
  /// How many elements at the front meet a condition, in an array whose elements that meet it stand at the front.
  func prefixCount(_ isMet: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isMet(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
