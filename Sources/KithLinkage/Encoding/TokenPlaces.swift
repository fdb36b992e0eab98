/// The bits that tokens set, kept so that a token is hashed once, however many records have it and however many bits
/// of it each sets.
///
/// A token of up to three characters is known by a number made of them, any other by its bytes. It is the inmost part
/// of encoding, so its tables are plain memory, which nothing else holds. The bits of a token are short beside a
/// filter of it alone: those of a field's usual tokens stay in the processor's own memory.
final class TokenPlaces {
  /// A short token: its characters, and its position and salt.
  struct Key: Hashable {
    var characters: UInt64
    var rest: UInt64
  }

  /// What a token sets, hash by hash: how many bits the hashes up to each set, then those bits.
  struct Bits {
    private(set) var ends: [UInt32] = []
    private(set) var places: [UInt32] = []

    /// The bits of the places of a feature's own filter, or those that are sampled from each place.
    init(_ own: [Int], samples: [[UInt32]]?) {
      ends.reserveCapacity(own.count)
      places.reserveCapacity(own.count)
      for place in own {
        if let samples { places += samples[place] } else { places.append(UInt32(place)) }
        ends.append(UInt32(places.count))
      }
      // The first bit of a byte is its highest.
      for number in places.indices { places[number] ^= 7 }
    }
  }

  /// Where a token's bits stand.
  private struct Run {
    var start: Int
    /// How many of its hashes are kept; 0 marks a slot that is free.
    var count: Int
  }

  private struct Entry {
    var key: Key
    var run: Run
  }

  private static let vacant = Entry(key: Key(characters: .max, rest: .max), run: Run(start: 0, count: 0))
  /// No more numbers than this are kept, so that memory does not grow with the records: 32 megabytes.
  private static let most = 8 << 20

  private var entries: UnsafeMutableBufferPointer<Entry>
  private var numbers: UnsafeMutableBufferPointer<UInt32>
  private var longTokens: [[UInt8]: Run] = [:]
  private var short = 0
  private var held = 0

  init() {
    entries = .allocate(capacity: 1024)
    entries.initialize(repeating: Self.vacant)
    numbers = .allocate(capacity: 1 << 14)
  }

  deinit {
    entries.deallocate()
    numbers.deallocate()
  }

  /// Whether there is room for one more token.
  var hasRoom: Bool { held < Self.most }

  /// Sets the bits of the first hashes of a short token, where they are kept.
  @inline(__always) func set(_ hashes: Int, of key: Key, in filter: UnsafeMutablePointer<UInt64>) -> Bool {
    let last = entries.count - 1
    var slot = Self.hash(key) & last
    while entries[slot].key != key {
      if entries[slot].run.count == 0 { return false }
      slot = (slot + 1) & last
    }
    return set(hashes, of: entries[slot].run, in: filter)
  }

  /// Sets the bits of the first hashes of a long token, where they are kept.
  func set(_ hashes: Int, ofLong token: [UInt8], in filter: UnsafeMutablePointer<UInt64>) -> Bool {
    longTokens[token].map { set(hashes, of: $0, in: filter) } ?? false
  }

  @inline(__always) private func set(_ hashes: Int, of run: Run, in filter: UnsafeMutablePointer<UInt64>) -> Bool {
    guard run.count >= hashes, let start = numbers.baseAddress else { return false }
    let places = start + run.start + run.count
    for number in 0..<Int(numbers[run.start + hashes - 1]) { Self.set(places[number], in: filter) }
    return true
  }

  /// Sets a bit that is counted from the lowest of the first word.
  @inline(__always) static func set(_ place: UInt32, in filter: UnsafeMutablePointer<UInt64>) {
    filter[Int(place >> 6)] |= 1 << UInt64(place & 63)
  }

  /// Keeps the bits of a short token, in place of fewer.
  func keep(_ bits: Bits, for key: Key) {
    if 2 * (short + 1) > entries.count { grow() }
    insert(Entry(key: key, run: append(bits)))
  }

  /// Keeps the bits of a long token, in place of fewer.
  func keep(_ bits: Bits, forLong token: [UInt8]) { longTokens[token] = append(bits) }

  private static func hash(_ key: Key) -> Int {
    let product = (key.characters ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: key.rest ^ 0xD1B5_4A32_D192_ED03)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  private func insert(_ entry: Entry) {
    var slot = Self.hash(entry.key) & (entries.count - 1)
    while entries[slot].run.count > 0, entries[slot].key != entry.key { slot = (slot + 1) & (entries.count - 1) }
    if entries[slot].run.count == 0 { short += 1 }
    entries[slot] = entry
  }

  private func grow() {
    let old = entries
    entries = .allocate(capacity: 2 * old.count)
    entries.initialize(repeating: Self.vacant)
    short = 0
    for entry in old where entry.run.count > 0 { insert(entry) }
    old.deallocate()
  }

  private func append(_ bits: Bits) -> Run {
    let run = Run(start: held, count: bits.ends.count)
    let needed = held + bits.ends.count + bits.places.count
    if needed > numbers.count {
      let wider = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: max(2 * numbers.count, needed))
      _ = wider.update(fromContentsOf: numbers[..<held])
      numbers.deallocate()
      numbers = wider
    }
    for number in bits.ends + bits.places {
      numbers[held] = number
      held += 1
    }
    return run
  }
}
