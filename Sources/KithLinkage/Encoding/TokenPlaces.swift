/// The bits that tokens set, kept so that a token is hashed once, however many records have it and however many bits
/// of it each sets.
///
/// Most tokens are one or two letters of ASCII, and stand in a table by their letters; others of up to three characters
/// are known by a number made of them, any other by its bytes. It is the inmost part of encoding, so its tables are
/// plain memory, which nothing else holds, and the bits of a token are no more than a line of the processor's own.
///
/// Bits are set in a filter that is spread, a byte for each: to set a bit of a word, the processor has to wait for the
/// bit that was set in it before.
final class TokenPlaces {
  /// A short token: its characters, and its position and salt.
  struct Key: Hashable {
    var characters: UInt64
    var rest: UInt64
  }

  /// What a token sets, hash by hash, of 32 hashes or a multiple: how many bits the hashes up to each set, then those
  /// bits.
  struct Bits {
    private(set) var ends: [Int] = []
    private(set) var places: [UInt16] = []

    /// The bits of the places of a feature's own filter, or those that are sampled from each place.
    init(_ own: [Int], samples: [[UInt16]]?) {
      ends.reserveCapacity(own.count)
      places.reserveCapacity(own.count)
      for place in own {
        if let samples { places += samples[place] } else { places.append(UInt16(place)) }
        ends.append(places.count)
      }
      // The first bit of a byte is its highest.
      for number in places.indices { places[number] ^= 7 }
    }
  }

  /// Where a token's bits stand, in lines, and in the last twelve bits how many lines of its hashes are kept; 0 where
  /// none is.
  private typealias Run = UInt32

  private struct Entry {
    var key = Key(characters: .max, rest: .max)
    var run: Run = 0
  }

  /// Letters of ASCII, and where they count their position, that stand in the table.
  private static let listed = 1 << 17
  /// How many numbers stand in a line of the processor's own memory, which are the places of one hash of BLAKE2b.
  private static let line = 32
  /// No more numbers than this are kept, so that memory does not grow with the records: 32 megabytes.
  private static let most = 16 << 20

  /// Whether the places are those of another filter, of which each sets as many bits as were sampled from it.
  private let isSampled: Bool
  private var letters = UnsafeMutableBufferPointer<Run>(start: nil, count: 0)
  private var entries: UnsafeMutableBufferPointer<Entry>
  private var numbers: UnsafeMutablePointer<UInt16>
  private var room = 1 << 14
  private var longTokens: [[UInt8]: Run] = [:]
  private var short = 0
  private var held = 0

  init(isSampled: Bool) {
    self.isSampled = isSampled
    entries = .allocate(capacity: 1024)
    entries.initialize(repeating: Entry())
    numbers = Self.lines(room)
  }

  deinit {
    letters.deallocate()
    entries.deallocate()
    numbers.deallocate()
  }

  /// Memory for so many numbers, from the start of a line of the processor's own memory.
  private static func lines(_ count: Int) -> UnsafeMutablePointer<UInt16> {
    UnsafeMutableRawPointer.allocate(byteCount: 2 * count, alignment: 64).bindMemory(to: UInt16.self, capacity: count)
  }

  /// Whether there is room for one more token.
  private var hasRoom: Bool { held < Self.most }

  /// The number of one or two letters of ASCII without a salt, at a position or at none, in the table; nil where it has
  /// no place there.
  @inline(__always) static func number(ofLetters letters: Int, _ count: Int, position: Int) -> Int? {
    let number = position << (7 * count) | letters
    return number < listed ? number : nil
  }

  /// Sets the bits of the first hashes of a token of the table, where they are kept.
  @inline(__always) func set(_ hashes: Int, ofNumber number: Int, in filter: UnsafeMutablePointer<UInt8>) -> Bool {
    number < letters.count && set(hashes, of: letters[number], in: filter)
  }

  /// Sets the bits of the first hashes of a short token, where they are kept.
  @inline(__always) func set(_ hashes: Int, of key: Key, in filter: UnsafeMutablePointer<UInt8>) -> Bool {
    let last = entries.count - 1
    var slot = Self.hash(key) & last
    while entries[slot].key != key {
      if entries[slot].run == 0 { return false }
      slot = (slot + 1) & last
    }
    return set(hashes, of: entries[slot].run, in: filter)
  }

  /// Sets the bits of the first hashes of a long token, where they are kept.
  func set(_ hashes: Int, ofLong token: [UInt8], in filter: UnsafeMutablePointer<UInt8>) -> Bool {
    longTokens[token].map { set(hashes, of: $0, in: filter) } ?? false
  }

  @inline(__always) private func set(_ hashes: Int, of run: Run, in filter: UnsafeMutablePointer<UInt8>) -> Bool {
    let kept = Int(run & 0xFFF) * Self.line
    guard kept >= hashes else { return false }
    var place = numbers + Int(run >> 12) * Self.line
    var bits = hashes
    if isSampled {
      bits = Int(place[hashes - 1])
      place += kept
    }
    // Four at a time, the last again where fewer are left: how often a loop of single bits goes round is hard to foresee.
    for number in stride(from: 0, to: bits, by: 4) {
      for next in number..<number + 4 { filter[Int(place[min(next, bits - 1)])] = 1 }
    }
    return true
  }

  /// Keeps the bits of a token of the table, in place of fewer.
  func keep(_ bits: Bits, forNumber number: Int) {
    guard let run = append(bits) else { return }
    if number >= letters.count { widenLetters(to: 1 << (number.bitWidth - number.leadingZeroBitCount)) }
    letters[number] = run
  }

  private func widenLetters(to count: Int) {
    let wider = UnsafeMutableBufferPointer<Run>.allocate(capacity: count)
    wider.initialize(repeating: 0)
    _ = wider.update(fromContentsOf: letters)
    letters.deallocate()
    letters = wider
  }

  /// Keeps the bits of a short token, in place of fewer.
  func keep(_ bits: Bits, for key: Key) {
    if 2 * (short + 1) > entries.count { grow() }
    if let run = append(bits) { insert(Entry(key: key, run: run)) }
  }

  /// Keeps the bits of a long token, in place of fewer.
  func keep(_ bits: Bits, forLong token: [UInt8]) {
    if let run = append(bits) { longTokens[token] = run }
  }

  private static func hash(_ key: Key) -> Int {
    let product = (key.characters ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: key.rest ^ 0xD1B5_4A32_D192_ED03)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  private func insert(_ entry: Entry) {
    var slot = Self.hash(entry.key) & (entries.count - 1)
    while entries[slot].run != 0, entries[slot].key != entry.key { slot = (slot + 1) & (entries.count - 1) }
    if entries[slot].run == 0 { short += 1 }
    entries[slot] = entry
  }

  private func grow() {
    let old = entries
    entries = .allocate(capacity: 2 * old.count)
    entries.initialize(repeating: Entry())
    short = 0
    for entry in old where entry.run != 0 { insert(entry) }
    old.deallocate()
  }

  /// Where the bits stand now; nil where there is no room for them.
  private func append(_ bits: Bits) -> Run? {
    guard hasRoom, bits.places.count <= UInt16.max, bits.ends.count < Self.line << 12 else { return nil }
    let run = Run(held / Self.line) << 12 | Run(bits.ends.count / Self.line)
    let added = (isSampled ? bits.ends.map { UInt16($0) } : []) + bits.places
    let needed = held + (added.count + Self.line - 1) / Self.line * Self.line
    if needed > room { widen(to: max(2 * room, needed)) }
    for (place, number) in added.enumerated() { numbers[held + place] = number }
    held = needed
    return run
  }

  private func widen(to room: Int) {
    let wider = Self.lines(room)
    wider.update(from: numbers, count: held)
    numbers.deallocate()
    numbers = wider
    self.room = room
  }
}
