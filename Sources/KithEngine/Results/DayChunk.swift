public import KithTables

/// A column of days.
public typealias DayColumn = Column<DayChunk>

/// Days.
public struct DayChunk: ColumnChunk {
  @usableFromInline let isMilliseconds: Bool
  @usableFromInline let start: UnsafeRawPointer
  @usableFromInline let validity: Validity

  /// Reads a column of dates.
  public init(_ source: ArrowSource) throws(EngineError) {
    guard ["tdD", "tdm", "n"].contains(source.format) else { throw source.isNot("days") }
    isMilliseconds = source.format == "tdm"
    start = source.buffer(1) + source.offset * (isMilliseconds ? 8 : 4)
    validity = source.validity
  }

  /// The day in a row.
  @inlinable public subscript(row: Int) -> Day? {
    guard validity[row] else { return nil }
    if isMilliseconds {
      let milliseconds = start.loadUnaligned(fromByteOffset: row * 8, as: Int64.self)
      return Day(number: Int32(truncatingIfNeeded: milliseconds / 86_400_000))
    }
    return Day(number: start.loadUnaligned(fromByteOffset: row * 4, as: Int32.self))
  }
}

/// A column of true and false.
public typealias BooleanColumn = Column<BooleanChunk>

/// True and false.
public struct BooleanChunk: ColumnChunk {
  @usableFromInline let bits: Validity
  @usableFromInline let validity: Validity

  /// Reads a column of booleans.
  public init(_ source: ArrowSource) throws(EngineError) {
    guard ["b", "n"].contains(source.format) else { throw source.isNot("true and false") }
    bits = Validity(
      bits: source.buffer(1).assumingMemoryBound(to: UInt8.self), offset: source.offset, isNothing: false)
    validity = source.validity
  }

  /// What a row says.
  @inlinable public subscript(row: Int) -> Bool? { validity[row] ? bits[row] : nil }
}
