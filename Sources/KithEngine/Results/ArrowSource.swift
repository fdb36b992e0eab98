import CArrow

/// A column's part of one batch, as the engine laid it out: what a ``ColumnChunk`` reads.
public struct ArrowSource {
  let type: UnsafeMutablePointer<ArrowSchema>
  /// Nil for a result without rows.
  let array: UnsafeMutablePointer<ArrowArray>?
  /// The first row, in the array's buffers.
  let offset: Int
  let count: Int

  private init(
    type: UnsafeMutablePointer<ArrowSchema>, array: UnsafeMutablePointer<ArrowArray>?, offset: Int, count: Int
  ) {
    self.type = type
    self.array = array
    self.offset = offset
    self.count = count
  }

  init(emptyOf type: UnsafeMutablePointer<ArrowSchema>) { self.init(type: type, array: nil, offset: 0, count: 0) }

  init(column: Int, of batch: Batch, type: UnsafeMutablePointer<ArrowSchema>) {
    let rows = batch.pointer.pointee
    let array = rows.children[column]
    let offset = Int(rows.offset) + Int(array?.pointee.offset ?? 0)
    self.init(type: type, array: array, offset: offset, count: Int(rows.length))
  }

  /// The items of a column of lists.
  var items: ArrowSource? {
    guard type.pointee.n_children == 1, let item = type.pointee.children[0] else { return nil }
    guard let array, let items = array.pointee.children[0] else { return ArrowSource(emptyOf: item) }
    return ArrowSource(
      type: item, array: items, offset: Int(items.pointee.offset), count: Int(items.pointee.length))
  }

  /// The words of a column that stores its text as numbers.
  var dictionary: ArrowSource? {
    guard let words = type.pointee.dictionary else { return nil }
    guard let array = array?.pointee.dictionary else { return ArrowSource(emptyOf: words) }
    return ArrowSource(
      type: words, array: array, offset: Int(array.pointee.offset), count: Int(array.pointee.length))
  }

  /// Whether the column stores numbers of words in a list.
  var isCoded: Bool { type.pointee.dictionary != nil }

  /// The type, in Arrow's shorthand.
  var format: String { type.pointee.format.map { String(cString: $0) } ?? "" }

  var name: String { type.pointee.name.map { String(cString: $0) } ?? "" }

  /// Where a buffer starts. A buffer without rows has nothing to read, and then the address is not used.
  func buffer(_ index: Int) -> UnsafeRawPointer {
    guard let array, index < bufferCount, let start = array.pointee.buffers[index] else {
      return UnsafeRawPointer(type)
    }
    return start
  }

  var bufferCount: Int { Int(array?.pointee.n_buffers ?? 0) }

  /// Which rows have a value.
  var validity: Validity {
    if format == "n" { return Validity(bits: nil, offset: 0, isNothing: true) }
    guard let array, array.pointee.null_count != 0, bufferCount > 0, let bits = array.pointee.buffers[0] else {
      return Validity(bits: nil, offset: 0, isNothing: false)
    }
    return Validity(bits: bits.assumingMemoryBound(to: UInt8.self), offset: offset, isNothing: false)
  }

  func isNot(_ kind: String) -> EngineError {
    EngineError(.column, "the column \(name) holds \(ArrowFormat.words(for: format)), not \(kind)")
  }
}

/// Which rows of a chunk have a value.
public struct Validity {
  @usableFromInline let bits: UnsafePointer<UInt8>?
  @usableFromInline let offset: Int
  @usableFromInline let isNothing: Bool

  init(bits: UnsafePointer<UInt8>?, offset: Int, isNothing: Bool) {
    self.bits = bits
    self.offset = offset
    self.isNothing = isNothing
  }

  /// Whether a row has a value.
  @inlinable public subscript(row: Int) -> Bool {
    guard let bits else { return !isNothing }
    let bit = offset + row
    return bits[bit >> 3] & (1 << UInt8(bit & 7)) != 0
  }
}
