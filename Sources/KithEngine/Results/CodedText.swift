#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Text as numbers of distinct words.
public struct CodedText: Hashable, Sendable {
  /// The distinct words, in the order in which they first appear.
  public let words: [String]
  /// The number of each row's word in ``words``, or ``missing``.
  public let codes: [Int32]
  /// The code of a row without text.
  public static let missing: Int32 = -1
}

extension TextColumn {
  /// The column as numbers of distinct words, which is small and quick to compare when words recur.
  public var coded: CodedText {
    var list = WordList()
    var codes: [Int32] = []
    codes.reserveCapacity(count)
    for (chunk, count) in zip(chunks, rows.counts) {
      for row in 0..<count {
        codes.append(chunk.withUTF8(of: row) { list.number(of: $0) } ?? CodedText.missing)
      }
    }
    return withExtendedLifetime(owners) { CodedText(words: list.words, codes: codes) }
  }
}

/// The distinct words met so far, told apart by their bytes.
private struct WordList {
  private(set) var words: [String] = []
  /// The number of a word at the place that its hash gives, or at the next free one; at least half are free.
  private var slots = [Int32](repeating: CodedText.missing, count: 64)
  private var last: Int32?

  /// The number of a word, new or met before. Published tables repeat a word in runs, so the last one is tried first.
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    if let last, isWord(last, bytes) { return last }
    let slot = slot(of: bytes)
    if slots[slot] == CodedText.missing { add(String(decoding: bytes, as: UTF8.self), at: slot) }
    let number = slots[slot]
    last = number
    if words.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func add(_ word: String, at slot: Int) {
    slots[slot] = Int32(words.count)
    words.append(word)
  }

  private mutating func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] != CodedText.missing, !isWord(slots[slot], bytes) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func isWord(_ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    words[Int(number)].withUTF8 { word in
      guard word.count == bytes.count else { return false }
      guard let known = word.baseAddress, let asked = bytes.baseAddress else { return true }
      return memcmp(known, asked, word.count) == 0
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: CodedText.missing, count: slots.count * 2)
    for number in words.indices {
      var word = words[number]
      slots[word.withUTF8 { slot(of: $0) }] = Int32(number)
    }
  }
}
