/// Lists of values, as an engine's `list` or array type holds them.
public struct ListChunk<Item: ColumnChunk>: ColumnChunk {
  private enum Layout {
    case offsets32, offsets64
    /// A position and a length for each row.
    case views32(lengths: UnsafeRawPointer)
    /// The same number of items in every row.
    case fixed(Int)
  }

  private let layout: Layout
  private let places: UnsafeRawPointer
  private let first: Int
  private let items: Item
  private let validity: Validity

  /// Reads a column of lists.
  public init(_ source: ArrowSource) throws(EngineError) {
    guard let itemSource = source.items, let layout = Self.layout(of: source) else { throw source.isNot("lists") }
    self.layout = layout
    items = try Item(itemSource)
    first = source.offset
    places = source.buffer(1)
    validity = source.validity
  }

  private static func layout(of source: ArrowSource) -> Layout? {
    switch source.format {
    case "+l": .offsets32
    case "+L": .offsets64
    case "+vl": .views32(lengths: source.buffer(2))
    case let format where format.hasPrefix("+w:"): Int(format.dropFirst(3)).map { .fixed($0) }
    default: nil
    }
  }

  /// The list in a row.
  public subscript(row: Int) -> [Item.Element?]? {
    validity[row] ? range(of: first + row).map { items[$0] } : nil
  }

  private func range(of row: Int) -> Range<Int> {
    switch layout {
    case .offsets32: Int(load(row, as: Int32.self))..<Int(load(row + 1, as: Int32.self))
    case .offsets64: Int(load(row, as: Int64.self))..<Int(load(row + 1, as: Int64.self))
    case .views32(let lengths): starting(at: Int(load(row, as: Int32.self)), in: lengths, row)
    case .fixed(let count): row * count..<(row + 1) * count
    }
  }

  private func starting(at from: Int, in lengths: UnsafeRawPointer, _ row: Int) -> Range<Int> {
    from..<from + Int(lengths.loadUnaligned(fromByteOffset: row * 4, as: Int32.self))
  }

  private func load<Number: FixedWidthInteger & BitwiseCopyable>(_ row: Int, as type: Number.Type) -> Number {
    places.loadUnaligned(fromByteOffset: row * MemoryLayout<Number>.size, as: type)
  }
}
