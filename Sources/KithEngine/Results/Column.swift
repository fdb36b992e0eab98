/// A column of a result: a value or nil for each row.
///
/// Reading a value copies it out of the engine's buffers; nothing else is copied.
public struct Column<Chunk: ColumnChunk>: RandomAccessCollection {
  @usableFromInline let chunks: [Chunk]
  @usableFromInline let rows: RowLayout
  /// What keeps the buffers alive.
  @usableFromInline let owners: [AnyObject]

  init(chunks: [Chunk], counts: [Int], owners: [AnyObject]) {
    self.chunks = chunks
    self.owners = owners
    rows = RowLayout(counts: counts)
  }

  /// The first row's number.
  @inlinable public var startIndex: Int { 0 }
  /// The number of rows.
  @inlinable public var endIndex: Int { rows.count }

  /// The value of a row.
  @inlinable public subscript(row: Int) -> Chunk.Element? {
    let place = rows.place(of: row)
    return withExtendedLifetime(owners) { chunks[place.chunk][place.row] }
  }

  /// All values, copied into an array.
  @inlinable public var values: [Chunk.Element?] {
    withExtendedLifetime(owners) {
      [Chunk.Element?](unsafeUninitializedCapacity: count) { values, filled in
        for (chunk, rows) in zip(chunks, rows.counts) {
          for row in 0..<rows { values.initializeElement(at: filled + row, to: chunk[row]) }
          filled += rows
        }
      }
    }
  }
}

/// The part of a column that lies in one batch of a result.
public protocol ColumnChunk {
  /// What a row holds.
  associatedtype Element
  /// Reads a column of the engine's, if it is of a type that fits.
  init(_ source: ArrowSource) throws(EngineError)
  /// The value of a row of this chunk.
  subscript(row: Int) -> Element? { get }
}

/// Where each row of a column lies.
@usableFromInline struct RowLayout {
  @usableFromInline let counts: [Int]
  /// The first row of each chunk.
  @usableFromInline let starts: [Int]
  @usableFromInline let count: Int
  /// The number of rows in every chunk but the last, when it is the same; else 0.
  @usableFromInline let stride: Int

  init(counts: [Int]) {
    self.counts = counts
    var total = 0
    starts = counts.map { rows in
      defer { total += rows }
      return total
    }
    count = total
    let first = counts.first ?? 0
    let isEven = counts.dropLast().allSatisfy { $0 == first } && (counts.last ?? 0) <= first
    stride = isEven ? first : 0
  }

  @inlinable func place(of row: Int) -> (chunk: Int, row: Int) {
    precondition(row >= 0 && row < count, "the column has no such row")
    if stride > 0 {
      let (chunk, position) = row.quotientAndRemainder(dividingBy: stride)
      return (chunk, position)
    }
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= row { low = middle } else { high = middle - 1 }
    }
    return (low, row - starts[low])
  }
}
