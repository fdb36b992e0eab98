/// A column of whole numbers.
public typealias IntegerColumn = Column<IntegerChunk>

/// Whole numbers of any width, read as 64 bits.
public struct IntegerChunk: ColumnChunk {
  @usableFromInline let layout: IntegerLayout
  @usableFromInline let start: UnsafeRawPointer
  @usableFromInline let validity: Validity

  /// Reads a column of whole numbers, or of decimals without places that fit into 64 bits.
  public init(_ source: ArrowSource) throws(EngineError) {
    guard !source.isCoded, let layout = IntegerLayout(format: source.format) else {
      throw source.isNot("whole numbers")
    }
    self.init(source, layout)
    guard layout == .decimal || layout == .unsigned64 else { return }
    for row in 0..<source.count where validity[row] && Int64(exactly: wide(row)) == nil {
      throw EngineError(
        .column, "the column \(source.name) holds a number over 64 bits; cast it, or read it as decimals")
    }
  }

  init(_ source: ArrowSource, _ layout: IntegerLayout) {
    self.layout = layout
    start = source.buffer(1) + source.offset * layout.width
    validity = source.validity
  }

  /// The number in a row.
  @inlinable public subscript(row: Int) -> Int64? {
    guard validity[row] else { return nil }
    return layout.read(start, row)
  }

  /// The number in a row at full width, whether or not the row has a value.
  func wide(_ row: Int) -> Int128 {
    switch layout {
    case .decimal: start.loadUnaligned(fromByteOffset: row * 16, as: Int128.self)
    case .unsigned64: Int128(start.loadUnaligned(fromByteOffset: row * 8, as: UInt64.self))
    default: Int128(layout.read(start, row))
    }
  }
}

/// How whole numbers are stored.
@usableFromInline enum IntegerLayout {
  case signed8, signed16, signed32, signed64, unsigned8, unsigned16, unsigned32, unsigned64
  /// A decimal of 128 bits without places.
  case decimal
  /// A column in which every row is empty.
  case nothing

  init?(format: String) {
    switch format {
    case "c": self = .signed8
    case "C": self = .unsigned8
    case "s": self = .signed16
    case "S": self = .unsigned16
    case "i": self = .signed32
    case "I": self = .unsigned32
    case "l": self = .signed64
    case "L": self = .unsigned64
    case "n": self = .nothing
    default:
      guard let decimal = ArrowFormat.decimal(format), decimal.scale == 0 else { return nil }
      self = decimal.width == 4 ? .signed32 : decimal.width == 8 ? .signed64 : .decimal
    }
  }

  var width: Int {
    switch self {
    case .signed8, .unsigned8: 1
    case .signed16, .unsigned16: 2
    case .signed32, .unsigned32: 4
    case .signed64, .unsigned64: 8
    case .decimal: 16
    case .nothing: 0
    }
  }

  @inlinable func read(_ start: UnsafeRawPointer, _ row: Int) -> Int64 {
    switch self {
    case .signed8: Int64(start.loadUnaligned(fromByteOffset: row, as: Int8.self))
    case .unsigned8: Int64(start.loadUnaligned(fromByteOffset: row, as: UInt8.self))
    case .signed16: Int64(start.loadUnaligned(fromByteOffset: row * 2, as: Int16.self))
    case .unsigned16: Int64(start.loadUnaligned(fromByteOffset: row * 2, as: UInt16.self))
    case .signed32: Int64(start.loadUnaligned(fromByteOffset: row * 4, as: Int32.self))
    case .unsigned32: Int64(start.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self))
    case .signed64, .unsigned64: start.loadUnaligned(fromByteOffset: row * 8, as: Int64.self)
    case .decimal: start.loadUnaligned(fromByteOffset: row * 16, as: Int64.self)
    case .nothing: 0
    }
  }
}
