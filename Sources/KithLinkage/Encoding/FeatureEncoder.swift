/// Encodes the values of one feature; it keeps the filters of the tokens that it has met.
struct FeatureEncoder {
  private let encoding: FeatureEncoding
  private let length: Int
  private let keys: FeatureKeys
  private var saltedKeys: [FeatureKeys] = []
  private var reader: ValueReader
  private let masks: TokenMasks
  /// The characters of the value, where it has others than those of ASCII.
  private var characters: [UInt32] = []
  private var isASCII = true
  private var spare: [UInt64]

  init(_ encoding: FeatureEncoding, _ normalisation: Normalisation?, keys: FeatureKeys, length: Int) {
    self.encoding = encoding
    self.length = length
    self.keys = keys
    let width = (length + 63) / 64
    reader = ValueReader(encoding, normalisation)
    masks = TokenMasks(width: width)
    spare = Array(repeating: 0, count: width)
  }

  /// The value that was read last, as tokens are made of it.
  var value: [UInt8] { reader.value }

  /// Reads a cell, whose filter ``encode(salt:into:)`` then makes.
  mutating func read(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueFault) {
    try reader.read(cell)
    isASCII = reader.value.allSatisfy { $0 < 0x80 }
    if !isASCII { try decode() }
    if case .numeric(let grid) = encoding.comparison, !reader.value.isEmpty,
      grid.tokens(of: String(decoding: reader.value, as: UTF8.self)) == nil
    {
      throw .number
    }
  }

  private mutating func decode() throws(ValueFault) {
    guard encoding.format.coding != .ascii, let text = String(validating: reader.value, as: UTF8.self) else {
      throw .characters
    }
    characters.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars { characters.append(scalar.value) }
  }

  /// Adds a salt, which is then known by the number of salts before it plus one.
  mutating func add(salt: [UInt8]) { saltedKeys.append(keys.salted(by: salt)) }

  /// Sets the bits of the value that was read last in a filter, and says whether it has tokens.
  ///
  /// - Parameter salt: The number of the salt; 0 for none.
  mutating func encode(salt: Int, into filter: UnsafeMutablePointer<UInt64>) -> Bool {
    guard !reader.value.isEmpty else { return false }
    switch encoding.comparison {
    case .ngram(let length, let isPositional):
      if isASCII {
        reader.value.withUnsafeBufferPointer { encode(runsOf: length, $0, isPositional, salt, filter) }
      } else {
        characters.withUnsafeBufferPointer { encode(runsOf: length, $0, isPositional, salt, filter) }
      }
    case .exact: encode(long: wholeValue, bits: encoding.strategy.bits(ofToken: 0, among: 1), salt, filter)
    case .numeric(let grid):
      let tokens = grid.tokens(of: String(decoding: reader.value, as: UTF8.self)) ?? []
      for (place, token) in tokens.enumerated() {
        let bits = encoding.strategy.bits(ofToken: place, among: tokens.count)
        encode(long: token.unicodeScalars.map(\.value), bits: bits, salt, filter)
      }
    }
    return true
  }

  private var wholeValue: [UInt32] { isASCII ? reader.value.map { UInt32($0) } : characters }
}

extension FeatureEncoder {
  /// Sets the bits of all runs of so many characters, with spaces before and after the value.
  @inline(__always) private mutating func encode<Character: FixedWidthInteger & UnsignedInteger>(
    runsOf length: Int, _ value: UnsafeBufferPointer<Character>, _ isPositional: Bool, _ salt: Int,
    _ filter: UnsafeMutablePointer<UInt64>
  ) {
    guard length <= 3 else { return encode(longRunsOf: length, value.map { UInt32($0) }, isPositional, salt, filter) }
    let count = value.count + length - 1
    let (least, more) = encoding.strategy.bits(among: count)
    let kept = (UInt64(1) << UInt64(21 * length)) - 1
    var packed: UInt64 = 0
    for _ in 1..<length { packed = packed << 21 | 0x20 }
    for place in 0..<count {
      packed = (packed << 21 | (place < value.count ? UInt64(value[place]) : 0x20)) & kept
      let bits = place < more ? least + 1 : least
      let position = isPositional ? UInt64(place + 1) : 0
      let key = TokenMasks.Key(characters: packed, rest: position << 44 | UInt64(bits) << 28 | UInt64(salt))
      if !masks.add(key, to: filter) { encode(new: key, length, isPositional ? place + 1 : nil, bits, salt, filter) }
    }
  }

  private mutating func encode(
    new key: TokenMasks.Key, _ length: Int, _ position: Int?, _ bits: Int, _ salt: Int,
    _ filter: UnsafeMutablePointer<UInt64>
  ) {
    let characters = (0..<length).map { place in
      UInt32(truncatingIfNeeded: key.characters >> UInt64(21 * (length - 1 - place))) & 0x1F_FFFF
    }
    make(prefixed(characters, position), bits, salt)
    if masks.hasRoom { masks.keep(spare, for: key) }
    for word in spare.indices { filter[word] |= spare[word] }
  }

  private mutating func encode(
    longRunsOf length: Int, _ value: [UInt32], _ isPositional: Bool, _ salt: Int, _ filter: UnsafeMutablePointer<UInt64>
  ) {
    let spaces = Array(repeating: UInt32(0x20), count: length - 1)
    let padded = spaces + value + spaces
    let count = padded.count - length + 1
    for place in 0..<count {
      let token = prefixed(Array(padded[place..<place + length]), isPositional ? place + 1 : nil)
      encode(long: token, bits: encoding.strategy.bits(ofToken: place, among: count), salt, filter)
    }
  }

  private func prefixed(_ token: [UInt32], _ position: Int?) -> [UInt32] {
    position.map { "\($0) ".unicodeScalars.map(\.value) + token } ?? token
  }

  private mutating func encode(long token: [UInt32], bits: Int, _ salt: Int, _ filter: UnsafeMutablePointer<UInt64>) {
    let key = encoding.format.coding.bytes(token) + withUnsafeBytes(of: (UInt32(bits), UInt32(salt))) { Array($0) }
    if masks.add(long: key, to: filter) { return }
    make(token, bits, salt)
    if masks.hasRoom { masks.keep(spare, forLong: key) }
    for word in spare.indices { filter[word] |= spare[word] }
  }

  /// Makes a token's filter.
  private mutating func make(_ token: [UInt32], _ bits: Int, _ salt: Int) {
    for word in spare.indices { spare[word] = 0 }
    let keys = salt == 0 ? keys : saltedKeys[salt - 1]
    let bytes = encoding.format.coding.bytes(token)
    for place in encoding.hash.places(of: bytes, count: bits, keys: keys, length: length) {
      spare[place >> 6] |= Encodings.mask(place)
    }
  }
}
