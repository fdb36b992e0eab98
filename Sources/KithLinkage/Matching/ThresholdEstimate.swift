/// A threshold that is chosen without the truth, and what it is expected to give.
///
/// Strangers tell it: how alike a record is to the nearest of its own file (which has nobody twice) shows how alike the
/// nearest stranger in the other file will be. From that and from the links at each threshold follow how many links are
/// false, how many people are in both files, and so the threshold at which F1 is expected to be greatest.
public struct ThresholdEstimate: Hashable, Sendable {
  /// What a threshold is expected to give.
  public struct Row: Hashable, Sendable {
    /// The threshold.
    public let threshold: Double
    /// Links that are at least as alike.
    public let links: Int
    /// How many of them are expected to be false.
    public let expectedFalse: Double
    /// The share of links that is expected to be true.
    public let precision: Double
    /// The share of the people in both files that is expected to be linked.
    public let recall: Double

    /// The harmonic mean of both.
    public var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
  }

  /// The threshold at which F1 is expected to be greatest.
  public let threshold: Double
  /// How many people are expected to be in both files.
  public let expectedMatches: Double
  /// What thresholds are expected to give, the greatest first.
  public let rows: [Row]

  /// What is expected of the threshold that was chosen.
  public var chosen: Row? { rows.first { $0.threshold == threshold } }

  /// How many records of a party are looked at.
  static let sample = 2000

  /// Weighs links that were found at any threshold, the most alike first.
  ///
  /// - Parameters:
  ///   - links: The similarities of links of one to one, in falling order.
  ///   - strangers: The nearest strangers in the first party's own file.
  ///   - counts: How many records either party has.
  init(links: [Double], strangers: NearestNeighbours, counts: (Int, Int)) {
    let thresholds = Self.thresholds(links)
    let found = thresholds.map { threshold in links.prefixCount { $0 >= threshold } }
    let expectedFalse = { (matches: Double) -> [Double] in
      zip(thresholds, found).map { threshold, links in
        let (left, right) = (Double(counts.0) - matches, Double(counts.1) - matches)
        return min(Double(links), left * strangers.share(atLeast: threshold, among: max(0, right)))
      }
    }
    var matches = 0.0
    for _ in 0..<30 { matches = zip(found, expectedFalse(matches)).map { Double($0) - $1 }.max() ?? 0 }
    let wrong = expectedFalse(matches)
    rows = thresholds.indices.map { place in
      let (links, wrong) = (Double(found[place]), wrong[place])
      return Row(
        threshold: thresholds[place], links: found[place], expectedFalse: wrong,
        precision: links > 0 ? (links - wrong) / links : 0, recall: matches > 0 ? min(1, (links - wrong) / matches) : 0)
    }
    expectedMatches = matches
    // Of thresholds that are expected to do equally well, the least: it loses no link.
    threshold = rows.reversed().max { $0.f1 < $1.f1 }?.threshold ?? 1
  }

  /// The thresholds at which something is linked, 0.005 apart.
  private static func thresholds(_ links: [Double]) -> [Double] {
    guard let least = links.last else { return [1] }
    return (Int((least * 200).rounded(.up))...200).reversed().map { Double($0) / 200 }
  }
}
