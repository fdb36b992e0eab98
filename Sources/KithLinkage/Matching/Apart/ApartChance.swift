/// How often features of any two records agree, and how common the value of each record is.
struct ApartChance {
  let agreement: ChanceAgreement
  /// For each feature that asks for it, the share of the records that hold the first party's record's value: of all, or of
  /// those of its salt.
  let frequencies: [[Double]?]

  init(_ pairs: ApartPairs, samples: Int, seed: UInt64) {
    let (layout, design) = (pairs.layout, pairs.layout.design)
    let drawn = pairs.randomCounts(samples, seed: seed)
    var (shares, missing, frequencies): (AgreementShares, [Double], [[Double]?]) = ([], [], [])
    for (place, feature) in layout.features.enumerated() {
      let values = FeatureValues(feature, layout.saltWord, pairs.a.encodings, pairs.b.encodings)
      var sampled = feature.comparison.levels.map { _ in 0.5 }
      for (pattern, count) in drawn {
        let level = design.space.level(place, of: pattern)
        if level > 0 { sampled[level - 1] += Double(count) }
      }
      shares.append(ChanceAgreement.joined([values.agreement] + sampled.dropFirst().map { _ in nil }, sampled))
      missing.append(values.missing)
      frequencies.append(feature.comparison.frequency == nil ? nil : values.frequencies)
    }
    agreement = ChanceAgreement(shares: shares, missing: missing)
    self.frequencies = frequencies
  }
}

/// How often each filter of a feature comes among the records of two parties.
private struct FeatureValues {
  /// The share of pairs, of records that have the feature and can be compared in it, that hold the same filter.
  let agreement: Double
  /// The share of pairs in which a record lacks the feature.
  let missing: Double
  /// The share of records that hold each record of the first party's value.
  let frequencies: [Double]

  private struct Value: Hashable {
    let words: ArraySlice<UInt64>
    let salt: UInt64
  }

  init(_ feature: ApartFeature, _ saltWord: Int?, _ a: Encodings, _ b: Encodings) {
    let isSalted = if case .salted = feature.salting { true } else { false }
    let values = [a, b].map { Self.values(feature, isSalted ? saltWord : nil, $0) }
    let counts = values.map { $0.reduce(into: [Value: Int]()) { if let value = $1 { $0[value, default: 0] += 1 } } }
    let salts = counts.map { $0.reduce(into: [UInt64: Int]()) { $0[$1.key.salt, default: 0] += $1.value } }
    let pairs = salts[0].reduce(0.0) { $0 + Double($1.value) * Double(salts[1][$1.key] ?? 0) }
    // Whole numbers below 2^53 add up the same in any order.
    let same = counts[0].reduce(0.0) { $0 + Double($1.value) * Double(counts[1][$1.key] ?? 0) }
    agreement = pairs > 0 ? max(same, 0.01) / pairs : 1e-12
    let present = values.map { list in list.isEmpty ? 0 : Double(list.count { $0 != nil }) / Double(list.count) }
    missing = 1 - present[0] * present[1]
    frequencies = values[0].map { value in
      guard let value else { return 1 }
      let count = (counts[0][value] ?? 0) + (counts[1][value] ?? 0)
      return Double(count) / Double(max(1, (salts[0][value.salt] ?? 0) + (salts[1][value.salt] ?? 0)))
    }
  }

  private static func values(_ feature: ApartFeature, _ saltWord: Int?, _ encodings: Encodings) -> [Value?] {
    (0..<encodings.count).map { row in
      let start = row * encodings.width
      let words = encodings.words[start + feature.words.lowerBound..<start + feature.words.upperBound]
      let salt = saltWord.map { encodings.words[start + $0] } ?? 1
      return salt == 0 || words.allSatisfy { $0 == 0 } ? nil : Value(words: words, salt: salt)
    }
  }
}
