/// The texts of a column in UTF-8, one after the other, some of which may be missing: what takes the least work to store.
public struct TextRun: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each text begins, and last where the last one ends.
  private(set) var offsets: [Int64] = [0]
  private(set) var missing = 0
  private var isMissing: [Bool] = []

  /// A run without texts, with room for some.
  public init(capacity: Int) {
    offsets.reserveCapacity(capacity + 1)
    isMissing.reserveCapacity(capacity)
  }

  /// How many texts there are, the missing ones too.
  public var count: Int { isMissing.count }

  /// Adds a text, which must be valid UTF-8.
  public mutating func append(_ text: some Collection<UInt8>) { append { $0 += text } }

  /// Adds a text that the caller writes at the end of the bytes.
  public mutating func append(writing write: (inout [UInt8]) -> Void) {
    write(&bytes)
    offsets.append(Int64(bytes.count))
    isMissing.append(false)
  }

  /// Adds a missing text.
  public mutating func appendMissing() {
    offsets.append(Int64(bytes.count))
    isMissing.append(true)
    missing += 1
  }

  /// The bytes of a text; nil where it is missing.
  public subscript(row: Int) -> ArraySlice<UInt8>? {
    isMissing[row] ? nil : bytes[Int(offsets[row])..<Int(offsets[row + 1])]
  }

  /// Whether a text is there.
  func isPresent(_ row: Int) -> Bool { !isMissing[row] }
}
