/// Encodes records a few at a time, each as the cells of the schema's features.
///
/// It does one feature of all before the next, as what a feature's tokens set then stays in the processor's own memory. It keeps
/// what it has hashed, so that each task that encodes has one of its own; the encodings do not depend on it.
struct RecordEncoder {
  /// How many records are encoded at a time, whose filters, spread, stay in the processor's own memory.
  static let records = 16

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
            samples: sampler?.bits(of: position), records: Self.records))
        return encoders.count - 1
      }
    }
    self.encoders = encoders
    features = schema.features.indices.filter { schema.features[$0].encoding != nil }
  }

  /// Forgets the cells that were read of a record.
  func forget(_ record: Int) {
    for encoder in encoders { encoder.forget(record) }
  }

  /// Reads a cell of a feature of a record, which is to stay where it is until ``encode(_:)`` has encoded it with
  /// the others of its record.
  @inline(__always) mutating func read(_ cell: UnsafeBufferPointer<UInt8>, of feature: Int, record: Int)
    throws(ValueFault)
  {
    if let place = places[feature] { try encoders[place].read(cell, record: record) }
  }

  /// The filters of so many records whose cells were read, one at least, before they are hardened.
  mutating func encode(_ count: Int) -> FilterRows {
    let salts = saltNumbers(count)
    guard let sampler else {
      let found = filters(count, features, .own, length: schema.hashedLength, salts)
      return schema.folds > 0 ? found.map { $1.folded(schema.folds) } : found
    }
    let found = filters(count, sampler.features, .sampled, length: sampler.length, salts)
    return schema.saltLength > 0 ? found.map { marked($1, $0) } : found
  }

  /// The filter of a record that is given as texts; nil where it has nothing to encode.
  mutating func filter(of record: [[UInt8]]) throws(ValueFault) -> Filter? {
    forget(0)
    for (feature, cell) in record.enumerated() {
      guard let place = places[feature] else { continue }
      try cell.withUnsafeBufferPointer { cell throws(ValueFault) in try encoders[place].read(cell, record: 0) }
      encoders[place].keepValue(0)
    }
    return encode(1)[0]
  }

  /// A filter with the mark of the record's salt behind it, where features stay apart; noughts for a record without one.
  private func marked(_ filter: Filter, _ record: Int) -> Filter {
    guard let saltKey, let salt else { return filter }
    let value = value(of: salt.part, record)
    let mark = value.isEmpty ? 0 : KeyedBlake.word(value, key: saltKey)
    return Filter(length: filter.length + 64, words: filter.words + [mark])
  }

  /// Filters with the bits of some features.
  private mutating func filters(
    _ count: Int, _ features: [Int], _ kind: FeatureEncoder.Kind, length: Int, _ salts: [Int]?
  ) -> FilterRows {
    let width = (length + 63) / 64 * 64
    return withUnsafeTemporaryAllocation(byteCount: count * width, alignment: 64) { spread in
      let start = spread.initializeMemory(as: UInt8.self, repeating: 0)
      var isFilled = Array(repeating: false, count: count)
      isFilled.withUnsafeMutableBufferPointer { isFilled in
        guard let start = start.baseAddress, let filled = isFilled.baseAddress else { return }
        let filters = FewFilters(start: start, width: width, count: count, isFilled: filled)
        for feature in features {
          guard let place = places[feature] else { continue }
          encoders[place].encode(kind, filters, salts: salt?.features.contains(feature) == true ? salts : nil)
        }
      }
      guard let start = UnsafeRawPointer(start.baseAddress) else { preconditionFailure("there is a record at least") }
      return FilterRows(length: length, isFilled: isFilled, spread: start)
    }
  }

  private mutating func saltNumbers(_ count: Int) -> [Int]? {
    salt == nil ? nil : (0..<count).map { saltNumber($0) }
  }

  /// The number of the record's salt; a record without one has a salt of its own, the empty one.
  private mutating func saltNumber(_ record: Int) -> Int {
    guard let salt else { return 0 }
    let value = value(of: salt.part, record)
    if let number = salts[value] { return number }
    for place in salt.features.compactMap({ places[$0] }) { encoders[place].add(salt: value) }
    salts[value] = salts.count + 1
    return salts.count
  }

  /// The tokens by which each of so many records whose cells were read is blocked, one for each rule; 0 where it has
  /// none.
  mutating func tokens(_ count: Int) -> [[UInt64]] {
    guard blocker.count > 0 else { return Array(repeating: [], count: count) }
    let sampled =
      blocker.features.isEmpty
      ? nil : filters(count, blocker.features, .own, length: schema.hashedLength, saltNumbers(count))
    return (0..<count).map { record in
      let keys = blocker.keys.indices.map { blocker.token($0, values(of: blocker.keys[$0], record)) }
      return keys + blocker.tokens(of: sampled?[record])
    }
  }

  private func values(of key: BlockingKey, _ record: Int) -> [[[UInt8]]] {
    key.groups.map { group in group.map { part in value(of: part, record) } }
  }

  /// A part of a record that was read.
  private func value(of part: FeaturePart, _ record: Int) -> [UInt8] {
    guard let place = places[part.feature] else { return [] }
    let value = encoders[place].value(record)
    guard let prefix = part.prefix else { return value }
    if value.allSatisfy({ $0 < 0x80 }) { return Array(value.prefix(prefix)) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: String(decoding: value, as: UTF8.self).unicodeScalars.prefix(prefix))
    return Array(String(scalars).utf8)
  }
}
