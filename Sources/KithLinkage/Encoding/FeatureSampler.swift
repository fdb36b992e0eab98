/// Makes a record's filter of samples of its features' own filters, in an order that the key decides.
///
/// Durham, Kantarcioglu, Xue, Toth, Kuzu and Malin, "Composite Bloom filters for secure record linkage" (2014): each
/// feature has a share of the record's bits, and no bit tells which feature it is of, unless the features stay apart.
struct FeatureSampler {
  /// For each bit of the record, the feature and the bit that it is taken from.
  private let places: [(feature: Int, bit: Int)]
  private let features: [Int]

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
    places = order.map { (sampled[$0].0, sampled[$0].1 % schema.hashedLength) }
  }

  /// The record's filter, from a way to make each feature's; nil where none has bits.
  func filter(_ make: (Int) -> Filter?) -> Filter? {
    var filters: [Int: Filter] = [:]
    for feature in features { filters[feature] = make(feature) }
    guard !filters.isEmpty else { return nil }
    var result = Filter(length: places.count)
    for (bit, place) in places.enumerated() where filters[place.feature]?[place.bit] == true { result[bit] = true }
    return result
  }
}
