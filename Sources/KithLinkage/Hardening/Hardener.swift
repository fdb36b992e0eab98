/// Hardens filters as a schema has it, with what the key decides.
struct Hardener: Sendable {
  private enum Stage: Sendable {
    case steady(AffineMap)
    case step(HardeningStep)
  }

  private var stages: [Stage] = []
  /// How many bits an encoding has.
  let length: Int

  init(_ schema: LinkageSchema, key: LinkageKey) {
    var length = schema.length + schema.saltLength
    var start = length
    var steady: [[HardeningStep.Source]] = []
    for (number, step) in (schema.settings?.hardening ?? []).enumerated() {
      let made = HardeningStep(step, length: length, number: number, key: key, context: schema.keyContext)
      length = step.length(of: length)
      if let sources = made.sources {
        steady.append(sources)
      } else {
        stages += Self.stage(steady, start) + [.step(made)]
        (steady, start) = ([], length)
      }
    }
    stages += Self.stage(steady, start)
    self.length = length
  }

  private static func stage(_ steps: [[HardeningStep.Source]], _ length: Int) -> [Stage] {
    steps.isEmpty ? [] : [.steady(AffineMap(length: length, steps))]
  }

  /// Whether filters stay as they are.
  var isNone: Bool { stages.isEmpty }

  /// The encoding of a record with this filter.
  ///
  /// - Parameter record: What tells the record from all others of all files.
  func encoding(of filter: Filter, record: () -> [UInt8]) -> Filter {
    stages.reduce(filter) { filter, stage in
      switch stage {
      case .steady(let map): Filter(length: map.length, words: map.apply(to: filter.words))
      case .step(let step): step.apply(to: filter, record: record())
      }
    }
  }
}

extension LinkageSchema {
  /// What binds the keys that Kith derives to this schema.
  var keyContext: [UInt8] { Array(hash.utf8) }
}
