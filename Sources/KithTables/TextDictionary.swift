/// The texts of a return, each kept once and numbered from 1; 0 is the blank.
///
/// Texts are upper-cased (A to Z) as they enter, as the returns' guidance compares them.
public struct TextDictionary: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var slots: [UInt32]

  /// An empty dictionary.
  public init() { slots = Array(repeating: 0, count: 1024) }

  /// How many texts there are, the blank not counted.
  public var count: Int { ends.count - 1 }

  /// The text with a number; empty for 0.
  public subscript(id: UInt32) -> String { String(decoding: self.bytes(of: id), as: UTF8.self) }

  /// The text of a label; empty for a blank.
  public subscript(label: Label) -> String { self[label.id] }

  /// The UTF-8 bytes of a text.
  public func bytes(of id: UInt32) -> ArraySlice<UInt8> {
    guard id > 0, Int(id) < ends.count else { return [] }
    return bytes[Int(ends[Int(id) - 1])..<Int(ends[Int(id)])]
  }

  /// The number of a text that the dictionary may hold; nil when it does not.
  public func id(of text: String) -> UInt32? {
    let utf8 = Array(text.utf8)
    return utf8.withUnsafeBufferPointer { text in
      guard !text.isEmpty else { return nil }
      let slot = slot(for: text, hash: Self.hash(text))
      return slots[slot] == 0 ? nil : slots[slot]
    }
  }

  /// The number of a text, which enters the dictionary if it is new; 0 for an empty text.
  public mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    let slot = slot(for: text, hash: Self.hash(text))
    if slots[slot] != 0 { return slots[slot] }
    for byte in text { bytes.append(Self.upper(byte)) }
    ends.append(UInt32(bytes.count))
    let id = UInt32(ends.count - 1)
    slots[slot] = id
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 1..<UInt32(ends.count) {
      let range = Int(ends[Int(id) - 1])..<Int(ends[Int(id)])
      let slot = bytes.withUnsafeBufferPointer { all in
        freeSlot(hash: Self.hash(UnsafeBufferPointer(rebasing: all[range])))
      }
      slots[slot] = id
    }
  }

  private func slot(for text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0, !isEqual(slots[slot], text) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func freeSlot(hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isEqual(_ id: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[Int(id) - 1])
    guard Int(ends[Int(id)]) - start == text.count else { return false }
    for i in 0..<text.count where bytes[start + i] != Self.upper(text[i]) { return false }
    return true
  }

  /// FNV-1a over the upper-cased bytes, with a final mix.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(upper(byte))) &* 0x0000_0100_0000_01b3 }
    return hash ^ hash >> 29
  }

  @inline(__always) private static func upper(_ byte: UInt8) -> UInt8 { byte &- 97 < 26 ? byte - 32 : byte }
}
