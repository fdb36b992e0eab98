/// Filters of single tokens, kept so that a token is hashed once however many records have it.
///
/// A token of up to three characters is known by a number made of them; any other by its bytes.
struct TokenMasks {
  /// A short token, its position, its number of bits and its salt.
  struct Key: Hashable {
    var characters: UInt64
    var rest: UInt64

    fileprivate static let vacant = Key(characters: .max, rest: .max)

    fileprivate var mixed: UInt64 {
      let product = (characters ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: rest ^ 0xD1B5_4A32_D192_ED03)
      return product.high ^ product.low
    }
  }

  /// How many words a filter takes.
  let width: Int
  /// The filters, one after another.
  private(set) var words: [UInt64] = []
  private var keys = Array(repeating: Key.vacant, count: 1024)
  private var places = Array(repeating: Int32(0), count: 1024)
  private var count = 0
  private var longTokens: [[UInt8]: Int32] = [:]
  private var held = 0
  /// No more filters than this are kept, so that memory does not grow with the records.
  private let most: Int

  init(width: Int) {
    self.width = width
    most = (32 << 20) / (8 * width)
  }

  /// Whether there is room for one more.
  var hasRoom: Bool { held < most }

  /// The place of a short token's filter; nil where it is not kept.
  @inline(__always) func place(of key: Key) -> Int? {
    var slot = Int(truncatingIfNeeded: key.mixed) & (keys.count - 1)
    while keys[slot] != key {
      if keys[slot] == .vacant { return nil }
      slot = (slot + 1) & (keys.count - 1)
    }
    return Int(places[slot])
  }

  /// The place of a long token's filter; nil where it is not kept.
  func place(ofLong token: [UInt8]) -> Int? { longTokens[token].map { Int($0) } }

  /// Keeps the filter of a short token.
  mutating func keep(_ filter: [UInt64], for key: Key) {
    if 2 * (count + 1) > keys.count { grow() }
    insert(key, Int32(held))
    count += 1
    append(filter)
  }

  /// Keeps the filter of a long token.
  mutating func keep(_ filter: [UInt64], forLong token: [UInt8]) {
    longTokens[token] = Int32(held)
    append(filter)
  }

  private mutating func append(_ filter: [UInt64]) {
    words += filter
    held += 1
  }

  private mutating func insert(_ key: Key, _ place: Int32) {
    var slot = Int(truncatingIfNeeded: key.mixed) & (keys.count - 1)
    while keys[slot] != .vacant { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    places[slot] = place
  }

  private mutating func grow() {
    let old = zip(keys, places).filter { $0.0 != .vacant }
    keys = Array(repeating: .vacant, count: 2 * keys.count)
    places = Array(repeating: 0, count: keys.count)
    for (key, place) in old { insert(key, place) }
  }
}
