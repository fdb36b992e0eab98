/// Encodes records one after another, each as the cells of the schema's features.
///
/// It keeps what it has hashed, so that each task that encodes has one of its own; the encodings do not depend on it.
public struct RecordEncoder {
  /// How many bits a record's filter has before it is hardened.
  public let length: Int
  let schema: LinkageSchema
  private let hashedWidth: Int
  private var encoders: [FeatureEncoder?]
  private let salt: Salt?
  private var salts: [[UInt8]: Int] = [:]
  private var scratch: [UInt64]

  /// An encoder for a schema and a key.
  public init(_ schema: LinkageSchema, key: LinkageKey) {
    let keys = FeatureKeys.all(of: schema, key)
    let settings = schema.settings ?? .none
    self.schema = schema
    length = schema.length
    salt = settings.salt
    hashedWidth = (schema.hashedLength + 63) / 64
    scratch = Array(repeating: 0, count: hashedWidth)
    encoders = schema.features.enumerated().map { position, feature in
      feature.encoding.map {
        FeatureEncoder($0, settings.normalisation[position], keys: keys[position], length: schema.hashedLength)
      }
    }
  }

  /// Reads a cell of a feature, which ``encode(into:)`` then encodes with the others of its record.
  public mutating func read(_ cell: UnsafeBufferPointer<UInt8>, of feature: Int) throws(ValueFault) {
    try encoders[feature]?.read(cell)
  }

  /// Writes the filter of the record whose cells were read last, and says how many of its features have tokens.
  public mutating func encode(into filter: UnsafeMutablePointer<UInt64>) -> Int {
    let salt = saltNumber()
    var filled = 0
    for word in 0..<hashedWidth { scratch[word] = 0 }
    scratch.withUnsafeMutableBufferPointer { words in
      guard let start = words.baseAddress else { return }
      for position in encoders.indices where encoders[position] != nil {
        let number = self.salt?.features.contains(position) == true ? salt : 0
        if encoders[position]?.encode(salt: number, into: start) == true { filled += 1 }
      }
    }
    let folded =
      schema.folds == 0 ? scratch : Filter(length: schema.hashedLength, words: scratch).folded(schema.folds).words
    for word in folded.indices { filter[word] = folded[word] }
    return filled
  }

  /// The number of the record's salt; a record without one has a salt of its own, the empty one.
  private mutating func saltNumber() -> Int {
    guard let salt else { return 0 }
    let value = value(of: salt.part)
    if let number = salts[value] { return number }
    for position in salt.features { encoders[position]?.add(salt: value) }
    salts[value] = salts.count + 1
    return salts.count
  }

  /// A part of the record that was read last.
  func value(of part: FeaturePart) -> [UInt8] {
    guard let value = encoders[part.feature]?.value else { return [] }
    guard let prefix = part.prefix else { return value }
    if value.allSatisfy({ $0 < 0x80 }) { return Array(value.prefix(prefix)) }
    return Array(
      String(String.UnicodeScalarView(String(decoding: value, as: UTF8.self).unicodeScalars.prefix(prefix))).utf8)
  }
}
