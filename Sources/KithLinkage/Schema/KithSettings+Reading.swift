extension KithSettings {
  init(_ object: SchemaObject, features: [Feature]) throws(LinkageError) {
    try object.allow(
      "version", "normalise", "salt", "recordBits", "apart", "interchange", "hardening", "blocking", "lambdaFold",
      "decoysPerHundred")
    guard try object.integer("version") == 1 else { throw object.fault("version", "is to be 1") }
    let names = FeatureNames(features)
    normalisation = try Self.normalisation(object, names)
    salt = object.members["salt"] == nil ? nil : try Salt(try object.object("salt"), names)
    shares = object.members["recordBits"] == nil ? nil : try Self.shares(try object.object("recordBits"), names)
    isApart = try object.flag("apart") ?? false
    interchange = try Self.interchange(object, names)
    hardening = try Self.hardening(object)
    blocking = try Self.blocking(object, names)
    lambdaFold = object.members["lambdaFold"] == nil ? nil : try LambdaFold(try object.object("lambdaFold"), names)
    decoys = try object.integer("decoysPerHundred", 0...400) ?? 0
  }

  private static func normalisation(
    _ object: SchemaObject, _ names: FeatureNames
  ) throws(LinkageError) -> [Int: Normalisation] {
    guard object.members["normalise"] != nil else { return [:] }
    let kinds = try object.object("normalise")
    var found: [Int: Normalisation] = [:]
    for name in kinds.members.keys.sorted() {
      found[try names.position(name, kinds)] = try kinds.choice(name, Normalisation.self)
    }
    return found
  }

  private static func shares(_ object: SchemaObject, _ names: FeatureNames) throws(LinkageError) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for name in object.members.keys.sorted() {
      found[try names.encoded(name, object)] = try object.integer(name, 1...LinkageSchema.longest)
    }
    return found
  }

  private static func interchange(_ object: SchemaObject, _ names: FeatureNames) throws(LinkageError) -> Interchange? {
    guard let both = try object.strings("interchange") else { return nil }
    guard both.count == 2, both[0] != both[1] else { throw object.fault("interchange", "is to be two features") }
    return Interchange(try names.encoded(both[0], object), try names.encoded(both[1], object))
  }

  private static func hardening(_ object: SchemaObject) throws(LinkageError) -> [Hardening] {
    var steps: [Hardening] = []
    for (place, item) in (try object.list("hardening") ?? []).enumerated() {
      steps.append(try Hardening(try SchemaObject(item, at: object.path + ".hardening[\(place)]")))
    }
    return steps
  }

  private static func blocking(_ object: SchemaObject, _ names: FeatureNames) throws(LinkageError) -> [BlockingKey] {
    var keys: [BlockingKey] = []
    for item in try object.list("blocking") ?? [] {
      guard case .array(let groups) = item, !groups.isEmpty else {
        throw object.fault("blocking", "is to be lists of features")
      }
      var parts: [[FeaturePart]] = []
      for group in groups { parts.append(try names.parts(group, object)) }
      keys.append(BlockingKey(parts))
    }
    return keys
  }
}

extension Salt {
  init(_ object: SchemaObject, _ names: FeatureNames) throws(LinkageError) {
    try object.allow("by", "features")
    part = try names.part(try object.needed("by"), object)
    var found: [Int] = []
    for name in try object.strings("features") ?? [] { found.append(try names.encoded(name, object)) }
    guard !found.isEmpty, !found.contains(part.feature) else {
      throw object.fault("features", "are to be the salted ones, and not the one that is the salt")
    }
    features = found
  }
}

extension LambdaFold {
  init(_ object: SchemaObject, _ names: FeatureNames) throws(LinkageError) {
    try object.allow("features", "tables", "bits")
    var found: [Int] = []
    for name in try object.strings("features") ?? [] { found.append(try names.encoded(name, object)) }
    guard !found.isEmpty, let tables = try object.integer("tables", 1...200),
      let bits = try object.integer("bits", 1...512)
    else { throw SchemaObject.fault(object.path, "is to have features, tables and bits") }
    self.init(features: found, tables: tables, bits: bits)
  }
}

extension Hardening {
  init(_ object: SchemaObject) throws(LinkageError) {
    switch try object.needed("type") {
    case "balance": self = .balance
    case "rule90": self = .rule90
    case "fold": self = .fold(try object.integer("times", 1...8) ?? 1)
    case "diffusion": self = .diffusion(try object.integer("positions", 2...16) ?? 2)
    case "flip":
      guard let share = try object.integer("perThousand", 1...499) else {
        throw object.fault("perThousand", "is missing")
      }
      self = .flip(share)
    default: throw object.fault("type", "is to be balance, fold, rule90, diffusion or flip")
    }
    try object.allow("type", "times", "positions", "perThousand")
  }
}

/// The features of a schema by their names.
struct FeatureNames {
  private let features: [Feature]

  init(_ features: [Feature]) { self.features = features }

  func position(_ name: String, _ object: SchemaObject) throws(LinkageError) -> Int {
    guard let position = features.firstIndex(where: { $0.identifier == name }) else {
      throw SchemaObject.fault(object.path, "names \(name), which is no feature")
    }
    return position
  }

  func encoded(_ name: String, _ object: SchemaObject) throws(LinkageError) -> Int {
    let position = try position(name, object)
    guard features[position].encoding != nil else {
      throw SchemaObject.fault(object.path, "names \(name), which is ignored")
    }
    return position
  }

  /// A part such as `surname`, `surname:3`, `dob:year` or `dob:month`.
  func part(_ text: String, _ object: SchemaObject) throws(LinkageError) -> FeaturePart {
    if features.contains(where: { $0.identifier == text }) { return FeaturePart(try encoded(text, object)) }
    guard let colon = text.lastIndex(of: ":") else {
      throw SchemaObject.fault(object.path, "names \(text), which is no feature")
    }
    let feature = try encoded(String(text[..<colon]), object)
    let words = ["year": 4, "month": 6]
    let written = String(text[text.index(after: colon)...])
    guard let prefix = words[written] ?? Int(written), (1...100).contains(prefix) else {
      throw SchemaObject.fault(object.path, "has \(text), which is to end in year, month or a number of characters")
    }
    return FeaturePart(feature, prefix: prefix)
  }

  func parts(_ group: JSONValue, _ object: SchemaObject) throws(LinkageError) -> [FeaturePart] {
    switch group {
    case .string(let text): return [try part(text, object)]
    case .array(let items):
      var parts: [FeaturePart] = []
      for item in items {
        guard case .string(let text) = item else { throw object.fault("blocking", "is to be lists of features") }
        parts.append(try part(text, object))
      }
      guard !parts.isEmpty else { throw object.fault("blocking", "has an empty list") }
      return parts
    default: throw object.fault("blocking", "is to be lists of features")
    }
  }
}
