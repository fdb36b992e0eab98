import KithEngine

/// The features of encodings in which features stay apart, as a schema lays them out, and how pairs are compared in them.
public struct ApartFeatures: Sendable {
  let features: [ApartFeature]
  /// The word that tells records of one salt; nil where nothing is salted.
  let saltWord: Int?
  /// What is compared, and which of the schema's blocking keys levels can say.
  let design: LinkageDesign
  /// For each feature the one that tells it where it is the same, by place.
  let tellers: [Int?]

  /// The features of a schema; nil where they do not stay apart.
  public init?(_ schema: LinkageSchema) {
    guard let settings = schema.settings, settings.isApart, let shares = settings.shares else { return nil }
    features = Self.features(schema, settings, shares)
    saltWord = settings.salt == nil ? nil : schema.length / 64
    design = LinkageDesign(
      comparisons: features.map(\.comparison),
      rules: settings.blocking.map { Self.rule($0, salt: settings.salt, schema) })
    tellers = design.tellers
  }

  private static func features(_ schema: LinkageSchema, _ settings: KithSettings, _ shares: [Int: Int])
    -> [ApartFeature]
  {
    let positions = shares.keys.sorted()
    let kinds = positions.map { kind(schema.features[$0], settings.normalisation[$0]) }
    let names = positions.map { schema.features[$0].identifier }
    let given = zip(names, kinds).first { $0.1 == .given }?.0
    let (salt, interchange) = (settings.salt, settings.interchange)
    var start = 0
    return positions.indices.map { place in
      let words = start..<start + (shares[positions[place]] ?? 0) / 64
      start = words.upperBound
      let (name, kind, position) = (names[place], kinds[place], positions[place])
      if let salt, position == salt.part.feature {
        return ApartFeature(
          comparison: .saltFilters(name), words: words, steps: [0.7], interchange: nil, salting: .salt)
      }
      let isSalted = salt?.features.contains(position) == true
      var heardAt = [(field: String, levels: [String])]()
      if isSalted, let salt { heardAt.append((schema.features[salt.part.feature].identifier, ApartFeature.sameSalt)) }
      if position == interchange?.second, let first = interchange.flatMap({ positions.firstIndex(of: $0.first) }) {
        heardAt.append((names[first], ["exact"] + kinds[first].diceSteps.map { "alike \($0)" } + ["differs"]))
      }
      let other = position == interchange?.first ? interchange.flatMap { positions.firstIndex(of: $0.second) } : nil
      return ApartFeature(
        comparison: .filters(name, kind, isSwapped: other != nil, given: given, heardAt: heardAt), words: words,
        steps: kind.diceSteps, interchange: other, salting: isSalted ? .salted : .none)
    }
  }

  private static func kind(_ feature: Feature, _ normalisation: Normalisation?) -> FieldKind {
    switch normalisation {
    case .day: .birth
    case .postcode: .postcode
    case .sex: .sex
    case .name, .code, nil: FieldKind(columnName: feature.identifier) ?? (normalisation == .code ? .code : .text)
    }
  }

  /// A blocking key as a rule; its pairs count for estimation where levels say enough to know that the key brings them.
  private static func rule(_ key: BlockingKey, salt: Salt?, _ schema: LinkageSchema) -> BlockingRule {
    let parts = key.groups.joined()
    let name = { (part: FeaturePart) in schema.features[part.feature].identifier }
    var levels: [String: [String]] = [:]
    var isSayable = true
    for part in parts {
      if part.prefix == nil {
        levels[name(part)] = ["exact"]
      } else if part == salt?.part {
        levels[name(part)] = levels[name(part)] ?? ApartFeature.sameSalt
      } else {
        isSayable = false
      }
    }
    // A salted filter is only compared where the salts are the same, so the key must say that they are.
    let isHeard = parts.contains { $0.feature == salt?.part.feature }
    let isSalted = parts.contains { salt?.features.contains($0.feature) == true }
    return BlockingRule(
      parts.map(name).joined(separator: " and "), "FALSE", levels: isSayable && (isHeard || !isSalted) ? levels : nil)
  }
}
