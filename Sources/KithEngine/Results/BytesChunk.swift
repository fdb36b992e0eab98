/// A column of bytes.
public typealias BytesColumn = Column<BytesChunk>

/// Bytes, such as an encoding.
public struct BytesChunk: ColumnChunk {
  private let bytes: VariableBytes
  private let validity: Validity

  /// Reads a column of bytes.
  public init(_ source: ArrowSource) throws(EngineError) {
    guard ["z", "Z", "vz", "n"].contains(source.format) else { throw source.isNot("bytes") }
    bytes = VariableBytes(source)
    validity = source.validity
  }

  /// The bytes in a row.
  public subscript(row: Int) -> [UInt8]? {
    validity[row] ? bytes.withBytes(of: row) { [UInt8]($0) } : nil
  }
}

/// Values of differing lengths, in one of Arrow's three layouts for them.
struct VariableBytes {
  private enum Layout {
    /// Offsets of 32 or 64 bits into one run of bytes.
    case offsets32, offsets64
    /// Views: short values in place, long ones in one of several runs of bytes.
    case views([UnsafeRawPointer])
  }

  private let layout: Layout
  private let places: UnsafeRawPointer
  private let run: UnsafeRawPointer

  init(_ source: ArrowSource) {
    let format = source.format
    if format.hasPrefix("v") {
      let runs = 2..<max(2, source.bufferCount - 1)
      layout = .views(runs.map { source.buffer($0) })
      places = source.buffer(1) + source.offset * 16
    } else {
      let isWide = format == "U" || format == "Z"
      layout = isWide ? .offsets64 : .offsets32
      places = source.buffer(1) + source.offset * (isWide ? 8 : 4)
    }
    run = source.buffer(2)
  }

  func withBytes<Outcome>(of row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Outcome) rethrows -> Outcome {
    switch layout {
    case .offsets32:
      let from = Int(places.loadUnaligned(fromByteOffset: row * 4, as: Int32.self))
      let to = Int(places.loadUnaligned(fromByteOffset: row * 4 + 4, as: Int32.self))
      return try body(Self.bytes(at: run + from, count: to - from))
    case .offsets64:
      let from = Int(places.loadUnaligned(fromByteOffset: row * 8, as: Int64.self))
      let to = Int(places.loadUnaligned(fromByteOffset: row * 8 + 8, as: Int64.self))
      return try body(Self.bytes(at: run + from, count: to - from))
    case .views(let runs):
      let view = places + row * 16
      let count = Int(view.loadUnaligned(as: Int32.self))
      guard count > 12 else { return try body(Self.bytes(at: view + 4, count: count)) }
      let number = Int(view.loadUnaligned(fromByteOffset: 8, as: Int32.self))
      let from = Int(view.loadUnaligned(fromByteOffset: 12, as: Int32.self))
      return try body(Self.bytes(at: runs[number] + from, count: count))
    }
  }

  private static func bytes(at start: UnsafeRawPointer, count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }
}
