/// Which bits of a record's filter are samples of a feature's own filter, in an order that the key decides.
///
/// Durham, Kantarcioglu, Xue, Toth, Kuzu and Malin, "Composite Bloom filters for secure record linkage" (2014): each
/// feature has a share of the record's bits, and no bit tells which feature it is of, unless the features stay apart.
/// A feature's own filter is never made: a token sets the bits that are sampled from its places.
struct FeatureSampler {
  /// The features with a share.
  let features: [Int]
  /// How many bits a record has.
  let length: Int
  /// For each feature with a share, and each place of its own filter, the bits of the record that are taken from it.
  private let taken: [Int: [[UInt16]]]

  init(_ shares: [Int: Int], _ schema: LinkageSchema, key: LinkageKey) {
    var stream = KeyedStream(key.derived(for: .sample, context: schema.keyContext))
    features = shares.keys.sorted()
    var bits: [Int: [Int]] = [:]
    for feature in features {
      // A share larger than a filter takes the filter more than once.
      bits[feature] = (0..<(shares[feature] ?? 0)).map {
        stream.below(schema.hashedLength * (1 + $0 / schema.hashedLength))
      }
    }
    if let interchange = schema.settings?.interchange { bits[interchange.second] = bits[interchange.first] }
    let sampled = features.flatMap { feature in (bits[feature] ?? []).map { (feature, $0) } }
    let order = schema.settings?.isApart == true ? Array(sampled.indices) : stream.order(sampled.count)
    var taken: [Int: [[UInt16]]] = [:]
    for feature in features { taken[feature] = Array(repeating: [], count: schema.hashedLength) }
    for (bit, number) in order.enumerated() {
      let (feature, place) = sampled[number]
      taken[feature]?[place % schema.hashedLength].append(UInt16(bit))
    }
    self.taken = taken
    length = order.count
  }

  /// For each place of a feature's own filter, the bits of the record that are taken from it; nil without a share.
  func bits(of feature: Int) -> [[UInt16]]? { taken[feature] }
}
