/// The values of one feature of a few records, each where its cell stands or, written anew, in memory of their own.
final class FewValues {
  /// A value as it is to be split into tokens.
  struct Value {
    var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var isASCII = true
  }

  private let values: UnsafeMutableBufferPointer<Value>
  private let rooms: UnsafeMutableBufferPointer<UnsafeMutableBufferPointer<UInt8>>

  /// No values of so many records.
  init(_ count: Int) {
    values = .allocate(capacity: count)
    values.initialize(repeating: Value())
    rooms = .allocate(capacity: count)
    rooms.initialize(repeating: UnsafeMutableBufferPointer(start: nil, count: 0))
  }

  deinit {
    for room in rooms { room.deallocate() }
    rooms.deallocate()
    values.deallocate()
  }

  /// The value of a record; one that is set has to stay where it is.
  @inline(__always) subscript(record: Int) -> Value {
    get { values[record] }
    set { values[record] = newValue }
  }

  /// Keeps a value of its own for a record.
  func keep(_ bytes: some Collection<UInt8>, isASCII: Bool, record: Int) {
    guard !bytes.isEmpty else { return values[record] = Value() }
    if rooms[record].count < bytes.count {
      rooms[record].deallocate()
      rooms[record] = .allocate(capacity: max(64, 2 * bytes.count))
    }
    _ = rooms[record].update(fromContentsOf: bytes)
    values[record] = Value(bytes: UnsafeBufferPointer(rebasing: rooms[record][..<bytes.count]), isASCII: isASCII)
  }
}
