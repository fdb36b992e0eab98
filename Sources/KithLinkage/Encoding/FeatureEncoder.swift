/// Encodes the values of one feature, of a few records at a time; it keeps the bits of the tokens that it has met.
struct FeatureEncoder {
  /// The filter whose bits are set.
  enum Kind {
    /// The feature's own.
    case own
    /// The record's, of which each bit is sampled from a feature's own.
    case sampled
  }

  private let comparison: Comparison
  /// How many letters are in a run, and whether its position counts; nil where values are not compared by runs.
  private let runs: (length: Int, isPositional: Bool)?
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
  /// The values that were read, by the places of their records.
  private let values: FewValues

  init(
    _ encoding: FeatureEncoding, _ normalisation: Normalisation?, keys: FeatureKeys, length: Int,
    samples: [[UInt16]]? = nil, records: Int
  ) {
    values = FewValues(records)
    comparison = encoding.comparison
    if case .ngram(let length, let isPositional) = comparison {
      runs = (length, isPositional)
    } else {
      runs = nil
    }
    strategy = encoding.strategy
    hash = encoding.hash
    coding = encoding.format.coding
    self.length = length
    self.keys = keys
    self.samples = samples
    reader = ValueReader(encoding, normalisation)
  }

  /// The value of a record, as tokens are made of it.
  func value(_ record: Int) -> [UInt8] { Array(values[record].bytes) }

  /// Forgets the value of a record.
  func forget(_ record: Int) { values[record] = FewValues.Value() }

  /// Reads a record's cell, which is to stay where it is until ``encode(_:_:salts:)`` has made the filters.
  @inline(__always) mutating func read(_ cell: UnsafeBufferPointer<UInt8>, record: Int) throws(ValueFault) {
    if let bytes = try reader.asItStands(cell) {
      values[record] = FewValues.Value(bytes: bytes, isASCII: bytes.isASCII)
    } else {
      let written = try reader.written(cell)
      values.keep(written, isASCII: written.withUnsafeBufferPointer(\.isASCII), record: record)
    }
    let value = values[record]
    if !value.isASCII, coding == .ascii || String(validating: value.bytes, as: UTF8.self) == nil { throw .characters }
    guard case .numeric(let grid) = comparison else { return }
    let text = String(decoding: value.bytes, as: UTF8.self)
    if !text.isEmpty, grid.tokens(of: text) == nil { throw .number }
  }

  /// Keeps a value of its own of what was read last, as its cell goes away.
  func keepValue(_ record: Int) {
    values.keep(Array(values[record].bytes), isASCII: values[record].isASCII, record: record)
  }

  /// Adds a salt, which is then known by the number of salts before it plus one.
  mutating func add(salt: [UInt8]) { saltedKeys.append(keys.salted(by: salt)) }

  /// Sets the bits of the values that were read in filters, one for each record, and says of each whether it has tokens.
  ///
  /// - Parameter salts: The numbers of the records' salts; 0 for none. Nil where no record has one.
  mutating func encode(_ kind: Kind, _ filters: FewFilters, salts: [Int]?) {
    var work = TokenWork(kind: kind, tokens: kind == .own ? own : sampled, filter: filters.start)
    for record in 0..<filters.count {
      let value = values[record]
      guard !value.bytes.isEmpty else { continue }
      filters.isFilled[record] = true
      work.salt = salts?[record] ?? 0
      work.filter = filters.start + record * filters.width
      if let runs { encode(value, in: runs, work) } else { encode(whole: value.bytes, work) }
    }
  }

  @inline(__always) private mutating func encode(
    _ value: FewValues.Value, in runs: (length: Int, isPositional: Bool), _ work: TokenWork
  ) {
    if !value.isASCII {
      Self.characters(value.bytes).withUnsafeBufferPointer { encode(runsOf: runs.length, $0, runs.isPositional, work) }
    } else if runs.length <= 2, work.salt == 0 {
      encode(lettersOf: runs.length, value.bytes, runs.isPositional, work)
    } else {
      encode(runsOf: runs.length, value.bytes, runs.isPositional, work)
    }
  }

  private mutating func encode(whole value: UnsafeBufferPointer<UInt8>, _ work: TokenWork) {
    guard case .numeric(let grid) = comparison else {
      return encode(long: Self.characters(value), hashes: strategy.bits(ofToken: 0, among: 1), work)
    }
    let tokens = grid.tokens(of: String(decoding: value, as: UTF8.self)) ?? []
    for (place, token) in tokens.enumerated() {
      let hashes = strategy.bits(ofToken: place, among: tokens.count)
      encode(long: token.unicodeScalars.map(\.value), hashes: hashes, work)
    }
  }

  private static func characters(_ value: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    String(decoding: value, as: UTF8.self).unicodeScalars.map(\.value)
  }
}

/// Filters of a few records, of which each bit is a byte.
struct FewFilters {
  let start: UnsafeMutablePointer<UInt8>
  /// How many bytes each takes.
  let width: Int
  /// How many there are.
  let count: Int
  /// Whether a record has any token.
  let isFilled: UnsafeMutablePointer<Bool>
}

/// Where the bits of a value's tokens go.
private struct TokenWork {
  let kind: FeatureEncoder.Kind
  let tokens: TokenPlaces
  var filter: UnsafeMutablePointer<UInt8>
  var salt = 0
}

extension FeatureEncoder {
  /// Sets the bits of all runs of one or two letters of ASCII, with a space before and after the value where they are
  /// two.
  @inline(__always) private mutating func encode(
    lettersOf length: Int, _ value: UnsafeBufferPointer<UInt8>, _ isPositional: Bool, _ work: TokenWork
  ) {
    let runs = TokenPlaces.Runs(value, length: length, isPositional: isPositional, strategy)
    var place = 0
    while true {
      place = work.tokens.set(runs, from: place, in: work.filter)
      guard place < runs.count else { return }
      let (hashes, name) = (runs.hashes(place), runs.name(place))
      if !work.tokens.set(hashes, of: name, in: work.filter) {
        encode(new: Self.prefixed(runs.letters(place), isPositional ? place + 1 : nil), hashes, as: name, work)
      }
      place += 1
    }
  }

  /// Sets the bits of all runs of so many characters, with spaces before and after the value.
  @inline(__always) private mutating func encode<Character: FixedWidthInteger & UnsignedInteger>(
    runsOf length: Int, _ value: UnsafeBufferPointer<Character>, _ isPositional: Bool, _ work: TokenWork
  ) {
    guard length <= 3 else { return encode(longRunsOf: length, value.map { UInt32($0) }, isPositional, work) }
    let count = value.count + length - 1
    let (least, more) = strategy.bits(among: count)
    let mask = (UInt64(1) << UInt64(21 * length)) - 1
    var packed: UInt64 = 0
    for _ in 1..<length { packed = packed << 21 | 0x20 }
    for place in 0..<count {
      packed = (packed << 21 | (place < value.count ? UInt64(value[place]) : 0x20)) & mask
      let hashes = place < more ? least + 1 : least
      guard hashes > 0 else { continue }
      let position = isPositional ? UInt64(place + 1) : 0
      let key = TokenPlaces.Key(characters: packed, rest: position << 32 | UInt64(work.salt))
      if work.tokens.set(hashes, of: .short(key), in: work.filter) { continue }
      let characters = (0..<length).map { place in
        UInt32(truncatingIfNeeded: packed >> UInt64(21 * (length - 1 - place))) & 0x1F_FFFF
      }
      encode(new: Self.prefixed(characters, isPositional ? place + 1 : nil), hashes, as: .short(key), work)
    }
  }

  private mutating func encode(longRunsOf length: Int, _ value: [UInt32], _ isPositional: Bool, _ work: TokenWork) {
    let spaces = Array(repeating: UInt32(0x20), count: length - 1)
    let padded = spaces + value + spaces
    let count = padded.count - length + 1
    for place in 0..<count {
      let token = Self.prefixed(Array(padded[place..<place + length]), isPositional ? place + 1 : nil)
      encode(long: token, hashes: strategy.bits(ofToken: place, among: count), work)
    }
  }

  private static func prefixed(_ token: [UInt32], _ position: Int?) -> [UInt32] {
    position.map { "\($0) ".unicodeScalars.map(\.value) + token } ?? token
  }

  private mutating func encode(long token: [UInt32], hashes: Int, _ work: TokenWork) {
    guard hashes > 0 else { return }
    let name = TokenPlaces.Name.long(coding.bytes(token) + withUnsafeBytes(of: UInt32(work.salt)) { Array($0) })
    if !work.tokens.set(hashes, of: name, in: work.filter) { encode(new: token, hashes, as: name, work) }
  }

  /// Hashes a token, sets the bits of so many of its hashes, and keeps them.
  private mutating func encode(new token: [UInt32], _ hashes: Int, as name: TokenPlaces.Name, _ work: TokenWork) {
    let keys = work.salt == 0 ? keys : saltedKeys[work.salt - 1]
    // A hash of BLAKE2b gives 32 places at once, so no fewer are kept.
    let places = hash.places(of: coding.bytes(token), count: (hashes + 31) / 32 * 32, keys: keys, length: length)
    let made = TokenPlaces.Bits(places, samples: work.kind == .sampled ? samples : nil)
    for place in made.places.prefix(made.ends[hashes - 1]) { work.filter[Int(place)] = 1 }
    work.tokens.keep(made, as: name)
  }
}
