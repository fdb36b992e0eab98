extension KithSettings {
  /// The settings as they stand under `kith` in a schema of these features.
  func json(_ features: [Feature]) -> JSONValue {
    let name = { (position: Int) in JSONValue.string(features[position].identifier) }
    let part = { (part: FeaturePart) in
      JSONValue.string(features[part.feature].identifier + (part.prefix.map { ":\($0)" } ?? ""))
    }
    var members: [String: JSONValue] = ["version": .integer(1)]
    if !normalisation.isEmpty {
      members["normalise"] = named(normalisation.mapValues { .string($0.rawValue) }, features)
    }
    members["salt"] = salt.map { .object(["by": part($0.part), "features": .array($0.features.map(name))]) }
    members["recordBits"] = shares.map { named($0.mapValues { .integer($0) }, features) }
    if isApart { members["apart"] = .bool(true) }
    members["interchange"] = interchange.map { .array([name($0.first), name($0.second)]) }
    if !hardening.isEmpty { members["hardening"] = .array(hardening.map(\.json)) }
    if !blocking.isEmpty {
      members["blocking"] = .array(
        blocking.map { .array($0.groups.map { $0.count == 1 ? part($0[0]) : .array($0.map(part)) }) })
    }
    members["lambdaFold"] = lambdaFold.map {
      .object(["features": .array($0.features.map(name)), "tables": .integer($0.tables), "bits": .integer($0.bits)])
    }
    if decoys > 0 { members["decoysPerHundred"] = .integer(decoys) }
    return .object(members)
  }

  private func named(_ values: [Int: JSONValue], _ features: [Feature]) -> JSONValue {
    .object(Dictionary(uniqueKeysWithValues: values.map { (features[$0].identifier, $1) }))
  }
}

extension Hardening {
  var json: JSONValue {
    switch self {
    case .balance: .object(["type": .string("balance")])
    case .fold(let times): .object(["type": .string("fold"), "times": .integer(times)])
    case .rule90: .object(["type": .string("rule90")])
    case .diffusion(let positions): .object(["type": .string("diffusion"), "positions": .integer(positions)])
    case .flip(let share): .object(["type": .string("flip"), "perThousand": .integer(share)])
    }
  }
}
