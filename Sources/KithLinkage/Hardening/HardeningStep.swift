/// A step of hardening with what the key decides of it.
struct HardeningStep: Sendable {
  /// A bit of the result: the exclusive or of some bits of the filter, turned or not.
  struct Source {
    var bits: [Int]
    var isTurned = false
  }

  private let step: Hardening
  /// How many bits the filter has.
  private let length: Int
  /// The order of balanced bits, or the places that each bit is diffused from, one after another.
  private let places: [Int]
  private let flipKey: [UInt8]

  init(_ step: Hardening, length: Int, number: Int, key: LinkageKey, context: [UInt8]) {
    self.step = step
    self.length = length
    let context = context + Array("\(number)".utf8)
    switch step {
    case .balance:
      var stream = KeyedStream(key.derived(for: .balance, context: context))
      (places, flipKey) = (stream.order(2 * length), [])
    case .diffusion(let count):
      var stream = KeyedStream(key.derived(for: .diffusion, context: context))
      (places, flipKey) = ((0..<length).flatMap { _ in stream.differentNumbers(count, below: length) }, [])
    case .flip: (places, flipKey) = ([], key.derived(for: .flip, context: context))
    case .fold, .rule90: (places, flipKey) = ([], [])
    }
  }

  /// What each bit of the result is made of; nil for a step that does not do the same to every record.
  ///
  /// - Balancing: Schnell and Borgs, "Randomized response and balanced Bloom filters for privacy preserving record
  ///   linkage" (2016).
  /// - Folding: Schnell and Borgs, "XOR-folding for Bloom filter-based encryptions for privacy-preserving record
  ///   linkage" (2016).
  /// - Rule 90, Wolfram's cellular automaton on a ring: Schnell and Borgs, "Protecting record linkage identifiers using
  ///   a language model for patient names" (2018).
  /// - Diffusion: Armknecht, Heng and Schnell, "Strengthening privacy-preserving record linkage using diffusion"
  ///   (2023).
  var sources: [Source]? {
    switch step {
    case .balance: places.map { $0 < length ? Source(bits: [$0]) : Source(bits: [$0 - length], isTurned: true) }
    case .fold(let times):
      (0..<length >> times).map { bit in
        Source(bits: Array(stride(from: bit, to: length, by: length >> times)))
      }
    case .rule90: (0..<length).map { Source(bits: [($0 + length - 1) % length, ($0 + 1) % length]) }
    case .diffusion(let count): (0..<length).map { Source(bits: Array(places[$0 * count..<($0 + 1) * count])) }
    case .flip: nil
    }
  }

  /// The filter once the step is done.
  ///
  /// - Parameter record: What tells the record from all others, for a step that does not do the same to all.
  func apply(to filter: Filter, record: [UInt8]) -> Filter {
    guard let sources else { return flipped(filter, record) }
    var result = Filter(length: sources.count)
    for (bit, source) in sources.enumerated() {
      result[bit] = source.bits.reduce(source.isTurned) { $0 != filter[$1] }
    }
    return result
  }

  /// BLIP: Alaggan, Gambs and Kermarrec, "BLIP: non-interactive differentially-private similarity computation on Bloom
  /// filters" (2012).
  private func flipped(_ filter: Filter, _ record: [UInt8]) -> Filter {
    guard case .flip(let share) = step else { return filter }
    var result = filter
    var stream = KeyedStream(flipKey, record)
    let bound = UInt32(share) * 65_536 / 1000
    for bit in 0..<filter.length where UInt32(stream.next16()) < bound { result[bit].toggle() }
    return result
  }
}
