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
    /// How many links are expected that are at least as alike.
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

  /// How many records are compared with the others of their own file.
  static let strangers = 2000
  /// How many records of the first party are linked to see what thresholds give.
  static let linked = 20_000

  /// Weighs the links of a sample of the first party's records.
  ///
  /// - Parameters:
  ///   - links: The similarities of links of one to one, in falling order.
  ///   - sampled: How many records of the first party were linked.
  ///   - strangers: The nearest strangers in the first party's own file.
  ///   - counts: How many records either party has.
  init(links: [Double], of sampled: Int, strangers: NearestNeighbours, counts: (Int, Int)) {
    let thresholds = Self.thresholds(links)
    let found = thresholds.map { threshold in Double(links.prefixCount { $0 >= threshold }) }
    let expectedFalse = { (records: Int, matches: Double) -> [Double] in
      thresholds.map { threshold in
        let left = max(0, Double(records) - matches)
        return left * strangers.share(atLeast: threshold, among: max(0, Double(counts.1) - matches))
      }
    }
    let right = { (matches: Double) in zip(found, expectedFalse(sampled, matches)).map { max(0, $0 - $1) } }
    var matches = 0.0
    for _ in 0..<30 { matches = right(matches).max() ?? 0 }
    let scale = sampled > 0 ? Double(counts.0) / Double(sampled) : 0
    let all = matches * scale
    rows = zip(thresholds, zip(right(matches), expectedFalse(counts.0, all))).map { threshold, part in
      let (right, wrong) = (part.0 * scale, part.1)
      return Row(
        threshold: threshold, links: Int((right + wrong).rounded()), expectedFalse: wrong,
        precision: right + wrong > 0 ? right / (right + wrong) : 0, recall: all > 0 ? min(1, right / all) : 0)
    }
    expectedMatches = all
    // Of thresholds that are expected to do equally well, the least: it loses no link.
    threshold = rows.reversed().max { $0.f1 < $1.f1 }?.threshold ?? 1
  }

  /// The thresholds at which something is linked, 0.005 apart.
  private static func thresholds(_ links: [Double]) -> [Double] {
    guard let least = links.last else { return [1] }
    return (Int((least * 200).rounded(.up))...200).reversed().map { Double($0) / 200 }
  }
}
