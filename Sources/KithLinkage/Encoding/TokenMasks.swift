/// Filters of single tokens, kept so that a token is hashed once however many records have it.
///
/// A token of up to three characters is known by a number made of them, any other by its bytes. It is the inmost part
/// of encoding, so its tables are plain memory, which nothing else holds.
final class TokenMasks {
  /// A short token: its characters, and its position, number of bits and salt.
  struct Key: Hashable {
    var characters: UInt64
    var rest: UInt64
  }

  private struct Entry {
    var key: Key
    var place: Int
  }

  private static let vacant = Entry(key: Key(characters: .max, rest: .max), place: -1)

  /// How many words a filter takes.
  let width: Int
  private var entries: UnsafeMutableBufferPointer<Entry>
  private var words: UnsafeMutableBufferPointer<UInt64>
  private var longTokens: [[UInt8]: Int] = [:]
  private var short = 0
  private var held = 0
  /// No more filters than this are kept, so that memory does not grow with the records.
  private let most: Int

  init(width: Int) {
    self.width = width
    most = (32 << 20) / (8 * width)
    entries = .allocate(capacity: 1024)
    entries.initialize(repeating: Self.vacant)
    words = .allocate(capacity: 256 * width)
  }

  deinit {
    entries.deallocate()
    words.deallocate()
  }

  /// Whether there is room for one more.
  var hasRoom: Bool { held < most }

  /// Sets the bits of a short token, where its filter is kept.
  @inline(__always) func add(_ key: Key, to filter: UnsafeMutablePointer<UInt64>) -> Bool {
    let last = entries.count - 1
    var slot = Self.hash(key) & last
    while entries[slot].key != key {
      if entries[slot].place < 0 { return false }
      slot = (slot + 1) & last
    }
    add(entries[slot].place, to: filter)
    return true
  }

  /// Sets the bits of a long token, where its filter is kept.
  func add(long token: [UInt8], to filter: UnsafeMutablePointer<UInt64>) -> Bool {
    guard let place = longTokens[token] else { return false }
    add(place, to: filter)
    return true
  }

  @inline(__always) private func add(_ place: Int, to filter: UnsafeMutablePointer<UInt64>) {
    guard let start = words.baseAddress else { return }
    let mask = start + place * width
    for word in 0..<width { filter[word] |= mask[word] }
  }

  /// Keeps the filter of a short token.
  func keep(_ filter: [UInt64], for key: Key) {
    if 2 * (short + 1) > entries.count { grow() }
    insert(Entry(key: key, place: held))
    short += 1
    append(filter)
  }

  /// Keeps the filter of a long token.
  func keep(_ filter: [UInt64], forLong token: [UInt8]) {
    longTokens[token] = held
    append(filter)
  }

  private static func hash(_ key: Key) -> Int {
    let product = (key.characters ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: key.rest ^ 0xD1B5_4A32_D192_ED03)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  private func insert(_ entry: Entry) {
    var slot = Self.hash(entry.key) & (entries.count - 1)
    while entries[slot].place >= 0 { slot = (slot + 1) & (entries.count - 1) }
    entries[slot] = entry
  }

  private func grow() {
    let old = entries
    entries = .allocate(capacity: 2 * old.count)
    entries.initialize(repeating: Self.vacant)
    for entry in old where entry.place >= 0 { insert(entry) }
    old.deallocate()
  }

  private func append(_ filter: [UInt64]) {
    if (held + 1) * width > words.count {
      let wider = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 2 * words.count)
      _ = wider.update(fromContentsOf: words[..<(held * width)])
      words.deallocate()
      words = wider
    }
    for (place, word) in filter.enumerated() { words[held * width + place] = word }
    held += 1
  }
}
