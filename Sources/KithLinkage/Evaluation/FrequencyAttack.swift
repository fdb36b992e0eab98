/// What someone without the key recovers by lining up how often encodings and names occur.
///
/// Niedermeyer, Steinmetzer, Kroll and Schnell, "Cryptanalysis of basic Bloom filters used for privacy preserving
/// record linkage" (2014), and Christen, Schnell, Vatsalan and Ranbaduge, "Efficient cryptanalysis of Bloom filters"
/// (2017), begin so: the most frequent encoding is taken for the most frequent name, and so on. It is run against
/// encodings of invented people only: to identify people from de-identified data without leave is an offence (Data
/// Protection Act 2018, section 171).
public struct FrequencyAttack: Hashable, Sendable {
  /// How many records there are.
  public let records: Int
  /// How many were given their true name.
  public let recovered: Int

  /// The share of records that were given their true name.
  public var share: Double { records == 0 ? 0 : Double(recovered) / Double(records) }

  /// Attacks encodings.
  ///
  /// - Parameters:
  ///   - encodings: The encoding of each record; nil for one without.
  ///   - truth: The name of each record.
  ///   - reference: The names of another sample of the same population.
  ///   - groups: What the attacker knows of each record and of each of the reference, such as the year of birth; names
  ///     are lined up group by group.
  public init<Encoding: Hashable>(
    _ encodings: [Encoding?], truth: [String], reference: [String], groups: (own: [String], reference: [String])? = nil
  ) {
    let own = Dictionary(grouping: encodings.indices) { groups?.own[$0] ?? "" }
    let other = Dictionary(grouping: reference.indices) { groups?.reference[$0] ?? "" }
    records = encodings.count
    recovered = own.reduce(0) { sum, group in
      let names = Self.byFrequency((other[group.key] ?? []).map { reference[$0] }.filter { !$0.isEmpty })
      let found = Self.byFrequency(group.value.compactMap { encodings[$0] })
      let guess = Dictionary(zip(found, names)) { first, _ in first }
      return sum
        + group.value.count { row in
          encodings[row].flatMap { guess[$0] }.map { $0 == truth[row] } ?? false
        }
    }
  }

  /// Values, the most frequent first; of equals, the one that comes first.
  private static func byFrequency<Value: Hashable>(_ values: [Value]) -> [Value] {
    var counts: [Value: (count: Int, first: Int)] = [:]
    for (place, value) in values.enumerated() { counts[value, default: (0, place)].count += 1 }
    return counts.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.value.first < $1.value.first
    }
    .map(\.key)
  }
}
