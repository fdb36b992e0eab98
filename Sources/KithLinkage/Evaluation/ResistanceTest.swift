public import KithTables

/// Tries the frequency attack on encodings of people who do not exist, in each way of encoding, and says what it
/// recovers.
public struct ResistanceTest: Sendable {
  /// A way of encoding, and what the attack recovers of given names.
  public struct Row: Sendable {
    /// The way of encoding, in words.
    public let encoding: String
    /// What the attacker knows beside the encodings and how common names are.
    public let knowing: String?
    /// What was recovered.
    public let attack: FrequencyAttack
  }

  /// The ways of encoding, the most open first.
  public let rows: [Row]
  /// The share of people who have the most common given name: what guessing it for everyone gets right.
  public let commonest: Double

  /// People as the test takes them: their fields in the order of ``LinkageSchema/children(project:isSaltedByYear:)``.
  public struct Sample: Sendable {
    let records: [[String]]

    /// People who were invented.
    public init(_ people: InventedPeople) { records = people.people.map(\.fields) }

    /// People from a file that has the columns `given_name`, `surname`, `dob`, `sex` and `postcode`.
    public init(_ table: SeparatedText, name: String) throws(LinkageError) {
      let columns = InventedPeople.header.compactMap(table.column)
      guard columns.count == InventedPeople.header.count else {
        throw LinkageError(
          .evaluation, "\(name) is to have the columns \(InventedPeople.header.joined(separator: ", ")).")
      }
      records = table.records.map { row in columns.map { row[$0] } }
    }

    var given: [String] { records.map { $0[0] } }
    var years: [String] { records.map { String($0[2].prefix(4)) } }
  }

  /// Tries the attack on a sample, with another sample of the same population to go by.
  public init(_ sample: Sample, reference: Sample) throws(LinkageError) {
    let key = LinkageKey(secret: Array("a key that the attacker does not have".utf8))
    let years = (sample.years, reference.years)
    let attack = { (encodings: [[UInt64]?], knowsYear: Bool) in
      FrequencyAttack(encodings, truth: sample.given, reference: reference.given, groups: knowsYear ? years : nil)
    }
    var rows: [Row] = []
    for way in NameEncoding.allCases {
      let encodings = try way.encodings(of: sample, key)
      rows.append(Row(encoding: way.rawValue, knowing: nil, attack: attack(encodings, false)))
      if way == .salted {
        rows.append(Row(encoding: way.rawValue, knowing: "each year of birth", attack: attack(encodings, true)))
      }
    }
    for (words, hardening) in Self.hardenings {
      let schema = try Self.children(hardening)
      let encodings = try Self.encode(sample.records, schema, key)
      rows.append(Row(encoding: words, knowing: nil, attack: attack(encodings, false)))
      if hardening == [.diffusion(3)] {
        rows.append(Row(encoding: words, knowing: "each year of birth", attack: attack(encodings, true)))
      }
    }
    self.rows = rows
    let counts = Dictionary(grouping: sample.given) { $0 }.mapValues(\.count)
    commonest = Double(counts.values.max() ?? 0) / Double(max(1, sample.given.count))
  }

  /// Ways of hardening a filter of the whole record.
  private static let hardenings: [(String, [Hardening])] = [
    ("whole record, not hardened", []), ("whole record, balanced", [.balance]),
    ("whole record, balanced and folded", [.balance, .fold(1)]), ("whole record, rule 90", [.rule90]),
    ("whole record, 5 % of bits flipped", [.flip(50)]),
    ("whole record, diffusion of 3 (Kith's default)", [.diffusion(3)]),
  ]

  private static func children(_ hardening: [Hardening]) throws(LinkageError) -> LinkageSchema {
    let schema = try LinkageSchema.children(project: "resistance test")
    let settings = KithSettings(normalisation: schema.settings?.normalisation ?? [:], hardening: hardening)
    return try LinkageSchema(
      length: schema.length, derivation: schema.derivation, features: schema.features, settings: settings)
  }

  /// The encodings of records that are given as texts; nil for one that cannot be encoded.
  static func encode(_ records: [[String]], _ schema: LinkageSchema, _ key: LinkageKey) throws(LinkageError)
    -> [[UInt64]?]
  {
    var encoder = RecordEncoder(schema, key: key)
    let hardener = Hardener(schema, key: key)
    return records.enumerated().map { number, record in
      guard let filter = try? encoder.filter(of: record.map { Array($0.utf8) }) else { return nil }
      return hardener.encoding(of: filter) { Array("\(number)".utf8) }.words
    }
  }
}

/// Ways of encoding a given name by itself.
private enum NameEncoding: String, CaseIterable {
  case token = "given name alone, keyed hash"
  case filter = "given name alone, filter"
  case hardened = "given name alone, filter, diffusion of 3"
  case flipped = "given name alone, filter, 5 % of bits flipped"
  case salted = "given name alone, filter salted by year of birth"

  func encodings(of sample: ResistanceTest.Sample, _ key: LinkageKey) throws(LinkageError) -> [[UInt64]?] {
    let text = ValueFormat.text(.utf8, letters: .mixed, atLeast: nil, atMost: nil)
    let comparison: Comparison = self == .token ? .exact : .ngram(2, positional: false)
    let given = Feature("given_name", FeatureEncoding(text, comparison, .perToken(15)))
    // The year is there to be the salt of the other; its one bit tells nothing that the salt does not.
    let year = Feature("year", FeatureEncoding(text, .exact, .perToken(1)))
    let settings = KithSettings(
      normalisation: [0: .name], salt: self == .salted ? Salt(FeaturePart(1), features: [0]) : nil,
      hardening: self == .hardened ? [.diffusion(3)] : self == .flipped ? [.flip(50)] : [])
    let features = self == .salted ? [given, year] : [given]
    let schema = try LinkageSchema(length: 512, features: features, settings: settings)
    let records = zip(sample.given, sample.years).map { self == .salted ? [$0, $1] : [$0] }
    return zip(try ResistanceTest.encode(records, schema, key), sample.given).map { $1.isEmpty ? nil : $0 }
  }
}
