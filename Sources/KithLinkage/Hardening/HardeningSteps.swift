/// The steps of hardening with what the key decides of them, each on one filter at a time.
struct HardeningStep {
  private let step: Hardening
  /// The order of balanced bits, or the places that each bit is diffused from, one after another.
  private let places: [Int]
  private let flipKey: [UInt8]

  init(_ step: Hardening, length: Int, number: Int, key: LinkageKey, context: [UInt8]) {
    self.step = step
    let context = context + Array("\(number)".utf8)
    switch step {
    case .balance:
      var stream = KeyedStream(key.derived(for: .balance, context: context))
      (places, flipKey) = (stream.order(2 * length), [])
    case .diffusion(let count):
      var stream = KeyedStream(key.derived(for: .diffusion, context: context))
      (places, flipKey) = ((0..<length).flatMap { _ in stream.sample(count, below: length) }, [])
    case .flip: (places, flipKey) = ([], key.derived(for: .flip, context: context))
    case .fold, .rule90: (places, flipKey) = ([], [])
    }
  }

  /// Whether the step does the same to every record.
  var isSteady: Bool { if case .flip = step { false } else { true } }

  /// The filter once the step is done.
  ///
  /// - Parameter record: What tells the record from all others, for a step that is not steady.
  func apply(to filter: Filter, record: [UInt8]) -> Filter {
    switch step {
    case .balance: balanced(filter)
    case .fold(let times): filter.folded(times)
    case .rule90: rule90(filter)
    case .diffusion(let count): diffused(filter, count)
    case .flip(let share): flipped(filter, share, record)
    }
  }

  /// Schnell and Borgs, "Randomized response and balanced Bloom filters for privacy preserving record linkage" (2016).
  private func balanced(_ filter: Filter) -> Filter {
    var result = Filter(length: 2 * filter.length)
    for (bit, place) in places.enumerated() {
      result[bit] = place < filter.length ? filter[place] : !filter[place - filter.length]
    }
    return result
  }

  /// Schnell and Borgs, "Protecting record linkage identifiers using a language model for patient names" (2018):
  /// Wolfram's cellular automaton of rule 90, on a ring.
  private func rule90(_ filter: Filter) -> Filter {
    var result = Filter(length: filter.length)
    for bit in 0..<filter.length {
      result[bit] = filter[(bit + filter.length - 1) % filter.length] != filter[(bit + 1) % filter.length]
    }
    return result
  }

  /// Armknecht, Heng and Schnell, "Strengthening privacy-preserving record linkage using diffusion" (2023).
  private func diffused(_ filter: Filter, _ count: Int) -> Filter {
    var result = Filter(length: filter.length)
    for bit in 0..<filter.length {
      result[bit] = places[bit * count..<(bit + 1) * count].reduce(false) { $0 != filter[$1] }
    }
    return result
  }

  /// BLIP: Alaggan, Gambs and Kermarrec, "BLIP: non-interactive differentially-private similarity computation on Bloom
  /// filters" (2012).
  private func flipped(_ filter: Filter, _ share: Int, _ record: [UInt8]) -> Filter {
    var result = filter
    var stream = KeyedStream(flipKey, record)
    let bound = UInt32(share) * 65_536 / 1000
    for bit in 0..<filter.length where UInt32(stream.next16()) < bound { result[bit].toggle() }
    return result
  }
}
