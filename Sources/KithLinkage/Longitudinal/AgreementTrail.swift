import KithStatistics
public import KithStore

/// How two records agree, and what each agreement adds to the weight, in bits.
///
/// The store keeps it as text that holds no value of a record: `start:-13.20; born=exact:+11.02; upn=missing:+0.00; rivals:-0.01`.
/// `rivals` is what it takes from the weight that others are alike too, of whom one at most is right; with it the steps sum
/// to the odds of the pair's probability.
public struct AgreementTrail: Hashable, Sendable {
  /// The steps, in words.
  public let steps: [WeightStep]
  /// The steps as the store keeps them.
  public let text: String

  init(_ model: MatchModel, _ pair: ScoredPair, rivals: Double) {
    let found = model.steps(levels: pair.levels, frequencies: pair.frequencies)
    let levels = Dictionary(
      uniqueKeysWithValues: zip(model.design.comparisons, pair.levels).map { comparison, level in
        (comparison.name, level == 0 ? "missing" : comparison.levels[level - 1].name)
      })
    let lost = -Mathematics.logarithm(1 + rivals) / Mathematics.logarithm(2)
    let parts =
      found.map { step in
        step.field + (levels[step.field].map { "=" + $0 } ?? "") + ":" + Self.written(step.weight)
      } + ["rivals:" + Self.written(lost)]
    self.init(parts.joined(separator: "; "))
  }

  /// Reads what the store keeps; empty for a pair that was not weighed.
  public init(_ text: String) {
    self.text = text
    steps = text.split(separator: ";").compactMap { Self.step(String($0.drop { $0 == " " })) }
  }

  private static func step(_ text: String) -> WeightStep? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let weight = Double(parts[1]) else { return nil }
    let names = parts[0].split(separator: "=").map { String($0) }
    guard names.count == 2 else {
      return WeightStep(field: names[0], title: titles[names[0]] ?? names[0], level: "", weight: weight)
    }
    let comparison = LinkTemplate.comparisons.first { $0.name == names[0] }
    let level = comparison?.levels.first { $0.name == names[1] }
    return WeightStep(
      field: names[0], title: comparison?.title ?? names[0], level: level?.words ?? names[1], weight: weight)
  }

  private static let titles = [
    "start": "any pair, before anything is compared", "siblings": "brothers and sisters agree so too",
    "rivals": "others who are alike, of whom one at most is right",
  ]

  /// A weight with two places and its sign.
  private static func written(_ weight: Double) -> String {
    let hundredths = Int((min(max(weight, -9_999), 9_999) * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    return "\(hundredths < 0 ? "-" : "+")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension LinkEvidence {
  /// How the weight of the pair came about; without steps where it was not weighed.
  public var trail: AgreementTrail { AgreementTrail(agreement) }
}
