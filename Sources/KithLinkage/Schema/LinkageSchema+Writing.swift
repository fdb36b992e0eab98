import Foundation

extension LinkageSchema {
  /// A schema made of its parts; refused where it could not be followed.
  public init(
    length: Int, folds: Int = 0, derivation: KeyDerivation = KeyDerivation(), features: [Feature],
    settings: KithSettings? = nil
  ) throws(LinkageError) {
    var config: [String: JSONValue] = ["l": .integer(length), "kdf": derivation.json]
    // Both names are written, so that clkhash and its documentation agree on what it means.
    if folds > 0 { for name in ["xorFolds", "xor_folds"] { config[name] = .integer(folds) } }
    var members: [String: JSONValue] = [
      "version": .integer(3), "clkConfig": .object(config), "features": .array(features.map(\.json)),
    ]
    members["kith"] = settings?.json(features)
    try self.init(.object(members), folding: nil)
  }

  /// The schema as JSON text.
  public var text: [UInt8] { json.pretty }
}

extension KeyDerivation {
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "type": .string("HKDF"), "hash": .string(hash.rawValue), "keySize": .integer(keySize),
    ]
    members["salt"] = salt.map { .string(Data($0).base64EncodedString()) }
    members["info"] = info.map { .string(Data($0).base64EncodedString()) }
    return .object(members)
  }
}

extension Feature {
  var json: JSONValue {
    guard let encoding else { return .object(["identifier": .string(identifier), "ignored": .bool(true)]) }
    return .object([
      "identifier": .string(identifier), "format": encoding.format.json, "hashing": encoding.hashing,
    ])
  }
}

extension FeatureEncoding {
  fileprivate var hashing: JSONValue {
    var members = ["comparison": comparison.json, "strategy": strategy.json, "hash": hash.json]
    if let missing {
      var object: [String: JSONValue] = ["sentinel": .string(missing.sentinel)]
      object["replaceWith"] = missing.replacement.map { .string($0) }
      members["missingValue"] = .object(object)
    }
    return .object(members)
  }
}

extension Comparison {
  fileprivate var json: JSONValue {
    switch self {
    case .exact: .object(["type": .string("exact")])
    case .ngram(let length, let isPositional):
      .object(["type": .string("ngram"), "n": .integer(length), "positional": .bool(isPositional)])
    case .numeric(let grid):
      .object([
        "type": .string("numeric"), "thresholdDistance": .number(grid.threshold),
        "resolution": .integer(grid.resolution),
        "fractional_precision": .integer(grid.places),
      ])
    }
  }
}

extension BitStrategy {
  fileprivate var json: JSONValue {
    switch self {
    case .perToken(let bits): .object(["bitsPerToken": .integer(bits)])
    case .perFeature(let bits): .object(["bitsPerFeature": .integer(bits)])
    }
  }
}

extension FilterHash {
  fileprivate var json: JSONValue {
    switch self {
    case .blake: .object(["type": .string("blakeHash")])
    case .double(let prevents): .object(["type": .string("doubleHash"), "prevent_singularity": .bool(prevents)])
    }
  }
}

extension ValueFormat {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let coding, let letters, let least, let most):
      var members: [String: JSONValue] = ["type": .string("string"), "encoding": .string(coding.rawValue)]
      members["case"] = letters == .mixed ? nil : .string(letters.rawValue)
      members["minLength"] = least.map { .integer($0) }
      members["maxLength"] = most.map { .integer($0) }
      return .object(members)
    case .pattern(let coding, let pattern):
      return .object([
        "type": .string("string"), "encoding": .string(coding.rawValue), "pattern": .string(pattern),
      ])
    case .integer(let least, let most):
      var members: [String: JSONValue] = ["type": .string("integer")]
      members["minimum"] = least.map { .integer($0) }
      members["maximum"] = most.map { .integer($0) }
      return .object(members)
    case .date(let pattern): return .object(["type": .string("date"), "format": .string(pattern.text)])
    case .values(let values):
      return .object(["type": .string("enum"), "values": .array(values.map { .string($0) })])
    }
  }
}
