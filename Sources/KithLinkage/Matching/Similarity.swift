/// How alike two filters are, from 0 to 1, by the bits that they have set and have in common.
public enum Similarity: String, Hashable, Sendable, CaseIterable {
  /// Twice the common bits over the sum of both (Dice 1945).
  case dice
  /// The common bits over those that either has (Jaccard 1901).
  case jaccard
  /// The share of all bits that are alike, set or not (Hamming 1950).
  case hamming

  /// The similarity of two filters; 0 for Dice and Jaccard where neither has a bit.
  public func value(common: Int, ones: (Int, Int), length: Int) -> Double {
    let sum = ones.0 + ones.1
    switch self {
    case .dice: return sum == 0 ? 0 : Double(2 * common) / Double(sum)
    case .jaccard: return sum == 0 ? 0 : Double(common) / Double(sum - common)
    case .hamming: return Double(length - (sum - 2 * common)) / Double(length)
    }
  }

  /// How many common bits a filter with so many set asks for, of a pair that is to be as alike as a threshold: the pair
  /// needs at least the sum of its filters' parts. Rounded down, so that no pair is lost.
  func part(ofNeed threshold: Double, ones: Int, length: Int) -> Int64 {
    let need: Double
    switch self {
    case .dice: need = threshold / 2 * Double(ones)
    case .jaccard: need = threshold / (1 + threshold) * Double(ones)
    case .hamming: need = Double(ones) / 2 - (1 - threshold) * Double(length) / 4
    }
    return Int64((need - 1e-6).rounded(.down))
  }
}
