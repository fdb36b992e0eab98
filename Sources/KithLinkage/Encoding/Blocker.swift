/// Makes the tokens by which records are blocked. Without the key a token tells nothing but that it equals another.
struct Blocker {
  let keys: [BlockingKey]
  /// The features whose filter is sampled.
  let features: [Int]
  private let secret: [UInt8]
  private let samples: [[Int]]
  /// What tells the tokens of each key and sample apart.
  private let keySalts: [[UInt8]]
  private let sampleSalts: [[UInt8]]

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
    keySalts = keys.indices.map { Array("key \($0)".utf8) }
    sampleSalts = samples.indices.map { Array("sample \($0)".utf8) }
  }

  /// The token of a key, from the values of its parts, group by group; 0 where a part is missing.
  func token(_ number: Int, _ groups: [[[UInt8]]]) -> UInt64 {
    var message: [UInt8] = []
    message.reserveCapacity(64)
    for values in groups {
      guard !values.contains(where: \.isEmpty) else { return 0 }
      for value in values.count == 1 ? values : values.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        message += value
        message.append(0x1F)
      }
      message.append(0x1E)
    }
    return KeyedBlake.word(message, key: secret, salt: keySalts[number])
  }

  /// The tokens of the samples of a filter; 0 where there is none.
  func tokens(of filter: Filter?) -> [UInt64] {
    samples.enumerated().map { number, sample in
      guard let filter else { return 0 }
      return KeyedBlake.word(sample.map { filter[$0] ? 1 : 0 }, key: secret, salt: sampleSalts[number])
    }
  }
}
