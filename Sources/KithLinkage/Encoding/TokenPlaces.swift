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
  /// What a token is known by.
  enum Name {
    /// One or two letters of ASCII, as ``Runs`` number them.
    case letters(Int)
    case short(Key)
    /// The bytes of a token, and its salt.
    case long([UInt8])
  }

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
  fileprivate static let listed = 1 << 17
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

  /// Sets the bits of runs of letters from a place on, as far as they are kept; the place of the first whose bits are not.
  @inline(__always) func set(_ runs: Runs, from first: Int, in filter: UnsafeMutablePointer<UInt8>) -> Int {
    // Taken out once: for all that the compiler knows, a bit that is set may be one of them.
    let (table, lines, isSampled) = (letters, numbers, isSampled)
    var kept = first == 0 ? 0x20 : runs.letter(first &- 1)
    for place in first..<runs.count {
      kept = (kept &<< 7 | runs.letter(place)) & runs.mask
      let number = runs.isPositional ? (place &+ 1) &<< runs.width | kept : kept
      guard number < table.count, Self.set(runs.hashes(place), of: table[number], in: lines, isSampled, filter) else {
        return place
      }
    }
    return runs.count
  }

  /// Sets the bits of the first hashes of a token, and says whether they are kept.
  @inline(__always) func set(_ hashes: Int, of name: Name, in filter: UnsafeMutablePointer<UInt8>) -> Bool {
    switch name {
    case .letters(let number): return number < letters.count && set(hashes, of: letters[number], in: filter)
    case .long(let token): return longTokens[token].map { set(hashes, of: $0, in: filter) } ?? false
    case .short(let key):
      let last = entries.count &- 1
      var slot = Self.hash(key) & last
      while entries[slot].key != key {
        if entries[slot].run == 0 { return false }
        slot = (slot &+ 1) & last
      }
      return set(hashes, of: entries[slot].run, in: filter)
    }
  }

  @inline(__always) private func set(_ hashes: Int, of run: Run, in filter: UnsafeMutablePointer<UInt8>) -> Bool {
    Self.set(hashes, of: run, in: numbers, isSampled, filter)
  }

  @inline(__always) private static func set(
    _ hashes: Int, of run: Run, in lines: UnsafeMutablePointer<UInt16>, _ isSampled: Bool,
    _ filter: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let kept = Int(run & 0xFFF) &* line
    guard kept >= hashes else { return false }
    var place = lines + Int(run >> 12) &* line
    var bits = hashes
    if isSampled {
      bits = Int(place[hashes &- 1])
      place += kept
    }
    // Four at a time, the last again where fewer are left: how often a loop of single bits goes round is hard to foresee.
    var number = 0
    while number &+ 4 <= bits {
      filter[Int(place[number])] = 1
      filter[Int(place[number &+ 1])] = 1
      filter[Int(place[number &+ 2])] = 1
      filter[Int(place[number &+ 3])] = 1
      number &+= 4
    }
    guard number < bits else { return true }
    filter[Int(place[number])] = 1
    filter[Int(place[min(number &+ 1, bits &- 1)])] = 1
    filter[Int(place[bits &- 1])] = 1
    return true
  }

  /// Keeps the bits of a token, in place of fewer.
  func keep(_ bits: Bits, as name: Name) {
    if case .short = name, 2 * (short + 1) > entries.count { grow() }
    guard let run = append(bits) else { return }
    switch name {
    case .letters(let number):
      if number >= letters.count { widenLetters(to: 1 << (number.bitWidth - number.leadingZeroBitCount)) }
      letters[number] = run
    case .short(let key): insert(Entry(key: key, run: run))
    case .long(let token): longTokens[token] = run
    }
  }

  private func widenLetters(to count: Int) {
    let wider = UnsafeMutableBufferPointer<Run>.allocate(capacity: count)
    wider.initialize(repeating: 0)
    _ = wider.update(fromContentsOf: letters)
    letters.deallocate()
    letters = wider
  }

  @inline(__always) private static func hash(_ key: Key) -> Int {
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
    guard held < Self.most, bits.places.count <= UInt16.max, bits.ends.count < Self.line << 12 else { return nil }
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

extension TokenPlaces {
  /// The runs of one or two letters of a value of ASCII, with a space before and after it where they are two.
  struct Runs {
    private let value: UnsafeBufferPointer<UInt8>
    private let length: Int
    let isPositional: Bool
    /// How many runs set bits.
    let count: Int
    private let least: Int
    private let more: Int

    @inline(__always) init(
      _ value: UnsafeBufferPointer<UInt8>, length: Int, isPositional: Bool, _ strategy: BitStrategy
    ) {
      let all = value.count + length - 1
      (least, more) = strategy.bits(among: all)
      self.value = value
      self.length = length
      self.isPositional = isPositional
      count = least > 0 ? all : more
    }

    /// How many bits the letters of a run take, and those bits.
    @inline(__always) var width: Int { 7 &* length }
    @inline(__always) var mask: Int { 1 &<< width &- 1 }

    /// The last letter of a run.
    @inline(__always) func letter(_ place: Int) -> Int { place < value.count ? Int(value[place]) : 0x20 }

    /// The letters of a run.
    func letters(_ place: Int) -> [UInt32] {
      (place + 1 - length...place).map { $0 < 0 ? 0x20 : UInt32(letter($0)) }
    }

    /// How many hashes a run has.
    @inline(__always) func hashes(_ place: Int) -> Int { place < more ? least &+ 1 : least }

    /// What a run is known by.
    func name(_ place: Int) -> Name {
      let letters = letters(place).reduce(0) { $0 << 7 | Int($1) }
      let number = isPositional ? (place + 1) << width | letters : letters
      if number < TokenPlaces.listed { return .letters(number) }
      // The highest bit tells it from runs of characters of 21 bits.
      return .short(Key(characters: UInt64(letters) | 1 << 63, rest: UInt64(isPositional ? place + 1 : 0) << 32))
    }
  }
}
