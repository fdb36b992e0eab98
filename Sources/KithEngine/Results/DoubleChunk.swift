/// A column of numbers, as doubles.
public typealias DoubleColumn = Column<DoubleChunk>

/// Numbers of any kind, read as doubles.
public struct DoubleChunk: ColumnChunk {
  @usableFromInline enum Layout {
    case double, float
    case integer(IntegerLayout)
    case decimal(DecimalChunk)
  }

  @usableFromInline let layout: Layout
  @usableFromInline let start: UnsafeRawPointer
  @usableFromInline let validity: Validity

  /// Reads a column of numbers.
  public init(_ source: ArrowSource) throws(EngineError) {
    guard !source.isCoded else { throw source.isNot("numbers") }
    let width: Int
    switch source.format {
    case "g": (layout, width) = (.double, 8)
    case "f": (layout, width) = (.float, 4)
    case let format where format.hasPrefix("d:"): (layout, width) = (.decimal(try DecimalChunk(source)), 0)
    case "L": (layout, width) = (.decimal(try DecimalChunk(source)), 0)
    default:
      guard let integers = IntegerLayout(format: source.format) else { throw source.isNot("numbers") }
      (layout, width) = (.integer(integers), integers.width)
    }
    start = source.buffer(1) + source.offset * width
    validity = source.validity
  }

  /// The number in a row.
  @inlinable public subscript(row: Int) -> Double? {
    guard validity[row] else { return nil }
    switch layout {
    case .double: return start.loadUnaligned(fromByteOffset: row * 8, as: Double.self)
    case .float: return Double(start.loadUnaligned(fromByteOffset: row * 4, as: Float.self))
    case .integer(let integers): return Double(integers.read(start, row))
    case .decimal(let decimals): return decimals[row]?.double
    }
  }
}
