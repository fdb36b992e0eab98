/// Encodes records one after another, each as the cells of the schema's features.
///
/// It keeps what it has hashed, so that each task that encodes has one of its own; the encodings do not depend on it.
struct RecordEncoder {
  let schema: LinkageSchema
  private let salt: Salt?
  private let sampler: FeatureSampler?
  private let blocker: Blocker
  /// The key of the mark by which records of one salt are known; nil where there is no such mark.
  private let saltKey: [UInt8]?
  /// The positions of the features that are not ignored, and their encoders.
  private let features: [Int]
  private var encoders: [FeatureEncoder]
  /// The place of each feature's encoder among them.
  private let places: [Int?]
  private var salts: [[UInt8]: Int] = [:]

  /// An encoder for a schema and a key.
  init(_ schema: LinkageSchema, key: LinkageKey) {
    var keys = FeatureKeys.all(of: schema, key)
    let settings = schema.settings ?? .none
    if let interchange = settings.interchange { keys[interchange.second] = keys[interchange.first] }
    self.schema = schema
    salt = settings.salt
    let sampler = settings.shares.map { FeatureSampler($0, schema, key: key) }
    self.sampler = sampler
    blocker = Blocker(schema, key: key)
    saltKey = schema.saltLength > 0 ? key.derived(for: .salt, context: schema.keyContext) : nil
    var encoders: [FeatureEncoder] = []
    places = schema.features.enumerated().map { position, feature in
      feature.encoding.map {
        encoders.append(
          FeatureEncoder(
            $0, settings.normalisation[position], keys: keys[position], length: schema.hashedLength,
            samples: sampler?.bits(of: position)))
        return encoders.count - 1
      }
    }
    self.encoders = encoders
    features = schema.features.indices.filter { schema.features[$0].encoding != nil }
  }

  /// Reads a cell of a feature, which ``encode()`` then encodes with the others of its record.
  @inline(__always) mutating func read(_ cell: UnsafeBufferPointer<UInt8>, of feature: Int) throws(ValueFault) {
    if let place = places[feature] { try encoders[place].read(cell) }
  }

  /// The filter of the record whose cells were read last, before it is hardened; nil where it has nothing to encode.
  mutating func encode() -> Filter? {
    let salt = saltNumber()
    if let sampler {
      return filter(of: sampler.features, .sampled, length: sampler.length, salt: salt).map(marked)
    }
    return filter(of: features, .own, length: schema.hashedLength, salt: salt)?.folded(schema.folds)
  }

  /// A filter with the mark of the record's salt behind it, where features stay apart; noughts for a record without one.
  private func marked(_ filter: Filter) -> Filter {
    guard let saltKey, let salt else { return filter }
    let value = value(of: salt.part)
    let mark = value.isEmpty ? 0 : KeyedBlake.word(value, key: saltKey)
    return Filter(length: filter.length + 64, words: filter.words + [mark])
  }

  /// A filter with the bits of some features; nil where none has a value.
  private mutating func filter(of features: [Int], _ kind: FeatureEncoder.Kind, length: Int, salt: Int) -> Filter? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (length + 63) / 64 * 64) { spread in
      spread.initialize(repeating: 0)
      guard let start = spread.baseAddress else { return nil }
      var isFilled = false
      for feature in features {
        guard let place = places[feature] else { continue }
        if encoders[place].encode(kind, salt: number(of: salt, feature), into: start) { isFilled = true }
      }
      return isFilled ? Filter(length: length, spread: UnsafeRawBufferPointer(spread)) : nil
    }
  }

  private func number(of salt: Int, _ feature: Int) -> Int {
    self.salt?.features.contains(feature) == true ? salt : 0
  }

  /// The number of the record's salt; a record without one has a salt of its own, the empty one.
  private mutating func saltNumber() -> Int {
    guard let salt else { return 0 }
    let value = value(of: salt.part)
    if let number = salts[value] { return number }
    for place in salt.features.compactMap({ places[$0] }) { encoders[place].add(salt: value) }
    salts[value] = salts.count + 1
    return salts.count
  }

  /// How many tokens a record has.
  var tokenCount: Int { blocker.count }

  /// The tokens by which the record that was read last is blocked, one for each rule; 0 where it has none.
  mutating func tokens() -> [UInt64] {
    guard blocker.count > 0 else { return [] }
    let salt = saltNumber()
    let sampled =
      blocker.features.isEmpty ? nil : filter(of: blocker.features, .own, length: schema.hashedLength, salt: salt)
    var tokens: [UInt64] = []
    for number in blocker.keys.indices { tokens.append(blocker.token(number, values(of: blocker.keys[number]))) }
    return tokens + blocker.tokens(of: sampled)
  }

  private func values(of key: BlockingKey) -> [[[UInt8]]] {
    key.groups.map { group in group.map { part in value(of: part) } }
  }

  /// A part of the record that was read last.
  private func value(of part: FeaturePart) -> [UInt8] {
    guard let place = places[part.feature] else { return [] }
    let value = encoders[place].value
    guard let prefix = part.prefix else { return value }
    if value.allSatisfy({ $0 < 0x80 }) { return Array(value.prefix(prefix)) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: String(decoding: value, as: UTF8.self).unicodeScalars.prefix(prefix))
    return Array(String(scalars).utf8)
  }
}
