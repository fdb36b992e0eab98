/// Encodes the values of one feature; it keeps the filters of the tokens that it has met.
struct FeatureEncoder {
  private let encoding: FeatureEncoding
  private let length: Int
  private let width: Int
  private let keys: FeatureKeys
  private var saltedKeys: [FeatureKeys] = []
  private var reader: ValueReader
  private var masks: TokenMasks
  private var characters: [UInt32] = []
  private var spare: [UInt64]

  init(_ encoding: FeatureEncoding, _ normalisation: Normalisation?, keys: FeatureKeys, length: Int) {
    self.encoding = encoding
    self.length = length
    self.keys = keys
    width = (length + 63) / 64
    reader = ValueReader(encoding, normalisation)
    masks = TokenMasks(width: width)
    spare = Array(repeating: 0, count: width)
  }

  /// The value that was read last, as tokens are made of it.
  var value: [UInt8] { reader.value }

  /// Reads a cell, whose filter ``encode(salt:into:)`` then makes.
  mutating func read(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueFault) {
    try reader.read(cell)
    try decode()
    if case .numeric(let grid) = encoding.comparison, !reader.value.isEmpty,
      grid.tokens(of: String(decoding: reader.value, as: UTF8.self)) == nil
    {
      throw .number
    }
  }

  /// Puts the characters of the value into ``characters``.
  private mutating func decode() throws(ValueFault) {
    characters.removeAll(keepingCapacity: true)
    if reader.value.allSatisfy({ $0 < 0x80 }) {
      for byte in reader.value { characters.append(UInt32(byte)) }
      return
    }
    guard encoding.format.coding != .ascii, let text = String(validating: reader.value, as: UTF8.self) else {
      throw .characters
    }
    for scalar in text.unicodeScalars { characters.append(scalar.value) }
  }

  /// Adds a salt, which is then known by the number of salts before it plus one.
  mutating func add(salt: [UInt8]) { saltedKeys.append(keys.salted(by: salt)) }

  /// Sets the bits of the value that was read last in a filter, and says whether it has tokens.
  ///
  /// - Parameter salt: The number of the salt; 0 for none.
  mutating func encode(salt: Int, into filter: UnsafeMutablePointer<UInt64>) -> Bool {
    guard !characters.isEmpty else { return false }
    switch encoding.comparison {
    case .ngram(let length, let isPositional): encodeRuns(of: length, isPositional, salt, filter)
    case .exact: encode(long: characters, bits: encoding.strategy.bits(ofToken: 0, among: 1), salt, filter)
    case .numeric(let grid):
      let tokens = grid.tokens(of: String(decoding: reader.value, as: UTF8.self)) ?? []
      for (place, token) in tokens.enumerated() {
        let bits = encoding.strategy.bits(ofToken: place, among: tokens.count)
        encode(long: token.unicodeScalars.map(\.value), bits: bits, salt, filter)
      }
    }
    return true
  }
}

extension FeatureEncoder {
  private mutating func encodeRuns(
    of length: Int, _ isPositional: Bool, _ salt: Int, _ filter: UnsafeMutablePointer<UInt64>
  ) {
    let count = characters.count + length - 1
    let character = { (characters: [UInt32], place: Int) -> UInt32 in
      place < length - 1 || place >= characters.count + length - 1 ? 0x20 : characters[place - length + 1]
    }
    for place in 0..<count {
      let bits = encoding.strategy.bits(ofToken: place, among: count)
      if length <= 3 {
        var packed: UInt64 = 0
        for offset in 0..<length { packed = packed << 21 | UInt64(character(characters, place + offset)) }
        let position = isPositional ? UInt64(place + 1) : 0
        let key = TokenMasks.Key(characters: packed, rest: position << 44 | UInt64(bits) << 28 | UInt64(salt))
        encode(short: key, place, length, isPositional, bits, salt, filter)
      } else {
        let token = (0..<length).map { character(characters, place + $0) }
        encode(long: prefixed(token, place, isPositional), bits: bits, salt, filter)
      }
    }
  }

  @inline(__always) private mutating func encode(
    short key: TokenMasks.Key, _ place: Int, _ length: Int, _ isPositional: Bool, _ bits: Int, _ salt: Int,
    _ filter: UnsafeMutablePointer<UInt64>
  ) {
    if let found = masks.place(of: key) { return add(mask: found, to: filter) }
    let token = (0..<length).map {
      UInt32(truncatingIfNeeded: key.characters >> UInt64(21 * (length - 1 - $0))) & 0x1F_FFFF
    }
    make(prefixed(token, place, isPositional), bits, salt)
    if masks.hasRoom { masks.keep(spare, for: key) }
    for word in 0..<width { filter[word] |= spare[word] }
  }

  private func prefixed(_ token: [UInt32], _ place: Int, _ isPositional: Bool) -> [UInt32] {
    isPositional ? "\(place + 1) ".unicodeScalars.map(\.value) + token : token
  }

  private mutating func encode(long token: [UInt32], bits: Int, _ salt: Int, _ filter: UnsafeMutablePointer<UInt64>) {
    let key = encoding.format.coding.bytes(token) + withUnsafeBytes(of: (UInt32(bits), UInt32(salt))) { Array($0) }
    if let found = masks.place(ofLong: key) { return add(mask: found, to: filter) }
    make(token, bits, salt)
    if masks.hasRoom { masks.keep(spare, forLong: key) }
    for word in 0..<width { filter[word] |= spare[word] }
  }

  /// Makes a token's filter.
  private mutating func make(_ token: [UInt32], _ bits: Int, _ salt: Int) {
    for word in 0..<width { spare[word] = 0 }
    let keys = salt == 0 ? keys : saltedKeys[salt - 1]
    let bytes = encoding.format.coding.bytes(token)
    for place in encoding.hash.places(of: bytes, count: bits, keys: keys, length: length) {
      spare[place >> 6] |= Encodings.mask(place)
    }
  }

  @inline(__always) private func add(mask: Int, to filter: UnsafeMutablePointer<UInt64>) {
    masks.words.withUnsafeBufferPointer { words in
      for word in 0..<width { filter[word] |= words[mask * width + word] }
    }
  }
}

extension TextCoding {
  /// The bytes of characters, as Python writes them in this encoding.
  func bytes(_ characters: [UInt32]) -> [UInt8] {
    switch self {
    case .ascii, .utf8:
      characters.reduce(into: []) { bytes, value in
        if let scalar = Unicode.Scalar(value) { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
      }
    case .utf16:
      characters.reduce(into: [0xFF, 0xFE]) { bytes, value in
        for unit in Unicode.Scalar(value).flatMap({ UTF16.encode($0) }) ?? .init() {
          bytes.append(UInt8(truncatingIfNeeded: unit))
          bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
        }
      }
    case .utf32:
      characters.reduce(into: [0xFF, 0xFE, 0, 0]) { bytes, value in
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
      }
    }
  }
}
