import Foundation

/// Filters of one length, one for each record.
///
/// Bit i of a filter stands in byte i / 8 of its serial form, under the mask 0x80 >> (i mod 8).
public struct Encodings: Hashable, Sendable {
  /// How many bits each filter has.
  public let length: Int
  /// How many filters there are.
  public let count: Int
  /// How many words each filter takes; bits beyond its length are nought.
  let width: Int
  /// The filters' serial form, eight bytes to a word, the first byte lowest.
  var words: [UInt64]

  /// Filters without a bit set.
  public init(length: Int, count: Int) {
    self.length = length
    self.count = count
    width = (length + 63) / 64
    words = Array(repeating: 0, count: width * count)
  }

  /// Filters from their serial forms; nil where one has another length.
  public init?(length: Int, serial: [[UInt8]]) {
    self.init(length: length, count: serial.count)
    for (row, bytes) in serial.enumerated() {
      guard set(row, to: bytes) else { return nil }
    }
  }

  /// Puts a serial form in a row; false where it has another length, or bits beyond the filter's.
  mutating func set(_ row: Int, to bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count == (length + 7) / 8 else { return false }
    for (place, byte) in bytes.enumerated() { words[row * width + place / 8] |= UInt64(byte) << (place % 8 * 8) }
    let isClean = (length..<(length + 7) / 8 * 8).allSatisfy { self[row, $0] == false }
    return isClean
  }

  /// Puts a filter's words in a row.
  mutating func set(_ row: Int, to filter: [UInt64]) {
    for (place, word) in filter.enumerated() { words[row * width + place] = word }
  }

  /// Where a bit stands in its word.
  @inline(__always) static func mask(_ bit: Int) -> UInt64 { 1 << UInt64((bit & 63) ^ 7) }

  /// Whether a filter has a bit set.
  public subscript(row: Int, bit: Int) -> Bool { words[row * width + bit >> 6] & Self.mask(bit) != 0 }

  /// How many bits a filter has set.
  public func ones(_ row: Int) -> Int {
    words[row * width..<(row + 1) * width].reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// The serial form of a filter.
  public func serial(_ row: Int) -> [UInt8] { Array(data(row)) }

  /// The serial form of a filter in base64, as clkhash writes it.
  public func base64(_ row: Int) -> String { data(row).base64EncodedString() }

  /// The same as bytes.
  func base64Data(_ row: Int) -> Data { data(row).base64EncodedData() }

  private func data(_ row: Int) -> Data {
    words[row * width..<(row + 1) * width].map { $0.littleEndian }.withUnsafeBytes { Data($0.prefix((length + 7) / 8)) }
  }

  /// The share of bits that are set, over all filters.
  public var fill: Double {
    count == 0 ? 0 : Double(words.reduce(0) { $0 + $1.nonzeroBitCount }) / Double(length * count)
  }
}
