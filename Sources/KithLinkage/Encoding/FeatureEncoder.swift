/// Encodes the values of one feature; it keeps the bits of the tokens that it has met.
struct FeatureEncoder {
  /// The filter whose bits are set.
  enum Kind {
    /// The feature's own.
    case own
    /// The record's, of which each bit is sampled from a feature's own.
    case sampled
  }

  private let comparison: Comparison
  private let strategy: BitStrategy
  private let hash: FilterHash
  private let coding: TextCoding
  private let length: Int
  private let keys: FeatureKeys
  private var saltedKeys: [FeatureKeys] = []
  private var reader: ValueReader
  /// The bits of the record that are taken from each place of the feature's own filter; nil where it is not sampled.
  private let samples: [[UInt16]]?
  private let own = TokenPlaces(isSampled: false)
  private let sampled = TokenPlaces(isSampled: true)
  /// The characters of the value, where it has others than those of ASCII.
  private var characters: [UInt32] = []
  private var isASCII = true

  init(
    _ encoding: FeatureEncoding, _ normalisation: Normalisation?, keys: FeatureKeys, length: Int,
    samples: [[UInt16]]? = nil
  ) {
    comparison = encoding.comparison
    strategy = encoding.strategy
    hash = encoding.hash
    coding = encoding.format.coding
    self.length = length
    self.keys = keys
    self.samples = samples
    reader = ValueReader(encoding, normalisation)
  }

  /// The value that was read last, as tokens are made of it.
  var value: [UInt8] { reader.value }

  /// Reads a cell, whose filter ``encode(salt:into:)`` then makes.
  mutating func read(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueFault) {
    try reader.read(cell)
    isASCII = reader.value.allSatisfy { $0 < 0x80 }
    if !isASCII { try decode() }
    if case .numeric(let grid) = comparison, !reader.value.isEmpty,
      grid.tokens(of: String(decoding: reader.value, as: UTF8.self)) == nil
    {
      throw .number
    }
  }

  private mutating func decode() throws(ValueFault) {
    guard coding != .ascii, let text = String(validating: reader.value, as: UTF8.self) else {
      throw .characters
    }
    characters.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars { characters.append(scalar.value) }
  }

  /// Adds a salt, which is then known by the number of salts before it plus one.
  mutating func add(salt: [UInt8]) { saltedKeys.append(keys.salted(by: salt)) }

  /// Sets the bits of the value that was read last in a filter that is spread, and says whether it has tokens.
  ///
  /// - Parameter salt: The number of the salt; 0 for none.
  mutating func encode(_ kind: Kind, salt: Int, into filter: UnsafeMutablePointer<UInt8>) -> Bool {
    guard !reader.value.isEmpty else { return false }
    let work = TokenWork(kind: kind, salt: salt, filter: filter)
    switch comparison {
    case .ngram(let length, let isPositional):
      if isASCII {
        reader.value.withUnsafeBufferPointer {
          if length <= 2, salt == 0 {
            encode(lettersOf: length, $0, isPositional, work)
          } else {
            encode(runsOf: length, $0, isPositional, work)
          }
        }
      } else {
        characters.withUnsafeBufferPointer { encode(runsOf: length, $0, isPositional, work) }
      }
    case .exact: encode(long: wholeValue, bits: strategy.bits(ofToken: 0, among: 1), work)
    case .numeric(let grid):
      let tokens = grid.tokens(of: String(decoding: reader.value, as: UTF8.self)) ?? []
      for (place, token) in tokens.enumerated() {
        let bits = strategy.bits(ofToken: place, among: tokens.count)
        encode(long: token.unicodeScalars.map(\.value), bits: bits, work)
      }
    }
    return true
  }

  private var wholeValue: [UInt32] { isASCII ? reader.value.map { UInt32($0) } : characters }
}

/// Where the bits of a value's tokens go.
private struct TokenWork {
  let kind: FeatureEncoder.Kind
  let salt: Int
  let filter: UnsafeMutablePointer<UInt8>
}

extension FeatureEncoder {
  /// Sets the bits of all runs of one or two letters of ASCII, with a space before and after the value where they are
  /// two.
  @inline(__always) private func encode(
    lettersOf length: Int, _ value: UnsafeBufferPointer<UInt8>, _ isPositional: Bool, _ work: TokenWork
  ) {
    let tokens = kept(work.kind)
    let count = value.count + length - 1
    let (least, more) = strategy.bits(among: count)
    let mask = 1 << (7 * length) - 1
    var letters = 0x20
    for place in 0..<count {
      letters = (letters << 7 | (place < value.count ? Int(value[place]) : 0x20)) & mask
      let bits = place < more ? least + 1 : least
      guard bits > 0 else { continue }
      let position = isPositional ? place + 1 : 0
      let number = TokenPlaces.number(ofLetters: letters, length, position: position)
      if let number, tokens.set(bits, ofNumber: number, in: work.filter) { continue }
      let characters = length == 1 ? [UInt32(letters)] : [UInt32(letters >> 7), UInt32(letters & 0x7F)]
      let token = prefixed(characters, isPositional ? position : nil)
      if let number {
        tokens.keep(made(token, bits, work), forNumber: number)
      } else {
        encode(long: token, bits: bits, work)
      }
    }
  }

  /// Sets the bits of all runs of so many characters, with spaces before and after the value.
  @inline(__always) private func encode<Character: FixedWidthInteger & UnsignedInteger>(
    runsOf length: Int, _ value: UnsafeBufferPointer<Character>, _ isPositional: Bool, _ work: TokenWork
  ) {
    guard length <= 3 else { return encode(longRunsOf: length, value.map { UInt32($0) }, isPositional, work) }
    let tokens = kept(work.kind)
    let count = value.count + length - 1
    let (least, more) = strategy.bits(among: count)
    let mask = (UInt64(1) << UInt64(21 * length)) - 1
    var packed: UInt64 = 0
    for _ in 1..<length { packed = packed << 21 | 0x20 }
    for place in 0..<count {
      packed = (packed << 21 | (place < value.count ? UInt64(value[place]) : 0x20)) & mask
      let bits = place < more ? least + 1 : least
      guard bits > 0 else { continue }
      let position = isPositional ? UInt64(place + 1) : 0
      let key = TokenPlaces.Key(characters: packed, rest: position << 32 | UInt64(work.salt))
      if !tokens.set(bits, of: key, in: work.filter) {
        encode(new: key, length, isPositional ? place + 1 : nil, bits, work)
      }
    }
  }

  private func kept(_ kind: Kind) -> TokenPlaces { kind == .own ? own : sampled }

  private func encode(new key: TokenPlaces.Key, _ length: Int, _ position: Int?, _ bits: Int, _ work: TokenWork) {
    let characters = (0..<length).map { place in
      UInt32(truncatingIfNeeded: key.characters >> UInt64(21 * (length - 1 - place))) & 0x1F_FFFF
    }
    let made = made(prefixed(characters, position), bits, work)
    kept(work.kind).keep(made, for: key)
  }

  private func encode(longRunsOf length: Int, _ value: [UInt32], _ isPositional: Bool, _ work: TokenWork) {
    let spaces = Array(repeating: UInt32(0x20), count: length - 1)
    let padded = spaces + value + spaces
    let count = padded.count - length + 1
    for place in 0..<count {
      let token = prefixed(Array(padded[place..<place + length]), isPositional ? place + 1 : nil)
      encode(long: token, bits: strategy.bits(ofToken: place, among: count), work)
    }
  }

  private func prefixed(_ token: [UInt32], _ position: Int?) -> [UInt32] {
    position.map { "\($0) ".unicodeScalars.map(\.value) + token } ?? token
  }

  private func encode(long token: [UInt32], bits: Int, _ work: TokenWork) {
    guard bits > 0 else { return }
    let key = coding.bytes(token) + withUnsafeBytes(of: UInt32(work.salt)) { Array($0) }
    if kept(work.kind).set(bits, ofLong: key, in: work.filter) { return }
    let made = made(token, bits, work)
    kept(work.kind).keep(made, forLong: key)
  }

  /// Hashes a token, and sets the bits of so many of its hashes.
  private func made(_ token: [UInt32], _ bits: Int, _ work: TokenWork) -> TokenPlaces.Bits {
    let keys = work.salt == 0 ? keys : saltedKeys[work.salt - 1]
    let bytes = coding.bytes(token)
    // A hash of BLAKE2b gives 32 places at once, so no fewer are kept.
    let count = (bits + 31) / 32 * 32
    let places = hash.places(of: bytes, count: count, keys: keys, length: length)
    let made = TokenPlaces.Bits(places, samples: work.kind == .sampled ? samples : nil)
    for place in made.places.prefix(made.ends[bits - 1]) { work.filter[Int(place)] = 1 }
    return made
  }
}
