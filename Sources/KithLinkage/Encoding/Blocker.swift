/// Makes the tokens by which records are blocked. Without the key a token tells nothing but that it equals another.
struct Blocker {
  let keys: [BlockingKey]
  /// The features whose filter is sampled.
  let features: [Int]
  private let secret: [UInt8]
  private let samples: [[Int]]

  /// How many tokens a record has.
  var count: Int { keys.count + samples.count }

  init(_ schema: LinkageSchema, key: LinkageKey) {
    let settings = schema.settings ?? .none
    keys = settings.blocking
    features = settings.lambdaFold?.features ?? []
    secret = key.derived(for: .blocking, context: schema.keyContext)
    var stream = KeyedStream(secret, Array("samples".utf8))
    samples = (0..<(settings.lambdaFold?.tables ?? 0)).map { _ in
      stream.sample(settings.lambdaFold?.bits ?? 0, below: schema.hashedLength)
    }
  }

  /// The token of a key, from a way to get a record's parts; 0 where a part is missing.
  func token(_ number: Int, _ value: (FeaturePart) -> [UInt8]) -> UInt64 {
    var message: [UInt8] = []
    for group in keys[number].groups {
      let values = group.map(value)
      guard !values.contains([]) else { return 0 }
      for value in values.count == 1 ? values : values.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        message += value + [0x1F]
      }
      message.append(0x1E)
    }
    return hash(message, salt: "key \(number)")
  }

  /// The tokens of the samples of a filter; 0 where there is none.
  func tokens(of filter: Filter?) -> [UInt64] {
    samples.enumerated().map { number, sample in
      guard let filter else { return 0 }
      return hash(sample.map { filter[$0] ? 1 : 0 }, salt: "sample \(number)")
    }
  }

  /// 64 bits, of which none but a missing token is 0.
  private func hash(_ message: [UInt8], salt: String) -> UInt64 {
    KeyedBlake.word(message, key: secret, salt: Array(salt.utf8))
  }
}
