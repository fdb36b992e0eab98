import Foundation

extension LinkageSchema {
  /// The longest filter, in bits: BLAKE2b's places are sixteen-bit numbers.
  static let longest = 65_536

  /// Reads a schema.
  ///
  /// - Parameter folding: Which name of folding is followed. Without it a schema that means one thing to clkhash and
  ///   another by its documentation is refused, unless it has Kith's settings, which clkhash does not have.
  public init(json bytes: [UInt8], folding: FoldReading? = nil) throws(LinkageError) {
    guard let json = try? JSONValue(parsing: bytes) else {
      throw LinkageError(.schema, "The linkage schema is not JSON; give a schema of clkhash, version 3.")
    }
    try self.init(json, folding: folding)
  }

  init(_ json: JSONValue, folding: FoldReading?) throws(LinkageError) {
    let whole = try SchemaObject(json, at: "")
    guard try whole.integer("version") == 3 else { throw whole.fault("version", "is to be 3") }
    let config = try whole.object("clkConfig")
    guard let items = try whole.list("features"), !items.isEmpty else {
      throw whole.fault("features", "is to be a list")
    }
    var features: [Feature] = []
    for (place, item) in items.enumerated() {
      features.append(try Feature(try SchemaObject(item, at: "features[\(place)]")))
    }
    guard let length = try config.integer("l", 1...Self.longest) else { throw config.fault("l", "is missing") }
    settings = try json["kith"].map { value throws(LinkageError) in
      try KithSettings(try SchemaObject(value, at: "kith"), features: features)
    }
    folds = try Self.folds(config, folding ?? (settings == nil ? nil : .documented))
    derivation = try KeyDerivation(try config.object("kdf"))
    self.length = length
    self.features = features
    self.json = json
    try check()
  }

  private static func folds(_ config: SchemaObject, _ reading: FoldReading?) throws(LinkageError) -> Int {
    let followed = try config.integer("xor_folds", 0...16) ?? 0
    let documented = try config.integer("xorFolds", 0...16) ?? followed
    if documented == followed { return followed }
    switch reading {
    case .documented?: return documented
    case .clkhash?: return followed
    case nil:
      throw config.fault(
        "xorFolds",
        "folds the filter by the documentation of clkhash, and does nothing in clkhash 0.18, which reads xor_folds; "
          + "say which is meant (--folds documented or --folds clkhash)")
    }
  }

  private func check() throws(LinkageError) {
    let names = features.map(\.identifier)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw SchemaObject.fault("features", "has \(twice) twice")
    }
    let encodings = features.compactMap(\.encoding)
    guard !encodings.isEmpty else { throw SchemaObject.fault("features", "has none that is encoded") }
    guard hashedLength <= Self.longest else {
      throw SchemaObject.fault("clkConfig.l", "is too long once it is unfolded")
    }
    if encodings.contains(where: { $0.hash == .blake }) {
      guard hashedLength.nonzeroBitCount == 1 else {
        throw SchemaObject.fault("clkConfig.l", "is to be a power of two, for blakeHash")
      }
      guard derivation.keySize <= 64 else {
        throw SchemaObject.fault("clkConfig.kdf.keySize", "is over 64, the most for blakeHash")
      }
    }
    try settings?.check(self)
    guard 2 * features.count * derivation.keySize <= 255 * derivation.hash.byteCount else {
      throw SchemaObject.fault(
        "features", "are more than HKDF can make keys for; set kdf.hash to SHA512 or give kdf.keySize fewer bytes")
    }
  }
}

extension KeyDerivation {
  init(_ object: SchemaObject) throws(LinkageError) {
    guard try object.needed("type") == "HKDF" else { throw object.fault("type", "is to be HKDF") }
    hash = try object.choice("hash", Hash.self) ?? .sha256
    salt = try Self.bytes("salt", object)
    info = try Self.bytes("info", object)
    keySize = try object.integer("keySize", 1...1024) ?? 64
  }

  private static func bytes(_ key: String, _ object: SchemaObject) throws(LinkageError) -> [UInt8]? {
    guard let text = try object.string(key) else { return nil }
    guard let data = Data(base64Encoded: text) else { throw object.fault(key, "is to be base64") }
    return Array(data)
  }
}
