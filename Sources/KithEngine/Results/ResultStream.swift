import CArrow

/// The result of a statement as it arrives. It keeps its statement until the end.
final class ResultStream {
  let schema: Schema
  private let stream: UnsafeMutablePointer<ArrowArrayStream>
  private let statement: Statement

  /// Takes over a stream that a driver has filled in.
  init(_ stream: UnsafeMutablePointer<ArrowArrayStream>, of statement: Statement) throws(EngineError) {
    self.stream = stream
    self.statement = statement
    schema = Schema()
    let code = stream.pointee.get_schema?(stream, schema.pointer) ?? 0
    guard code == 0 else { throw statement.failure(reading: stream, code: code) }
  }

  deinit {
    stream.pointee.release?(stream)
    stream.deallocate()
  }

  /// The next batch that has rows, or nil at the end.
  func next() throws(EngineError) -> Batch? {
    while true {
      let batch = Batch()
      let code = stream.pointee.get_next?(stream, batch.pointer) ?? 0
      guard code == 0 else { throw statement.failure(reading: stream, code: code) }
      if batch.isEnd { return nil }
      if batch.rowCount > 0 { return batch }
    }
  }
}

/// The names and types of a result's columns.
final class Schema {
  let pointer: UnsafeMutablePointer<ArrowSchema>

  init() {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: ArrowSchema())
  }

  deinit {
    pointer.pointee.release?(pointer)
    pointer.deallocate()
  }

  /// The type of each column, in order.
  var columns: [UnsafeMutablePointer<ArrowSchema>] {
    (0..<Int(pointer.pointee.n_children)).compactMap { pointer.pointee.children[$0] }
  }

  var names: [String] { columns.map { column in column.pointee.name.map { String(cString: $0) } ?? "" } }
}

/// Some rows of a result, in the engine's own buffers.
final class Batch {
  let pointer: UnsafeMutablePointer<ArrowArray>

  init() {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: ArrowArray())
  }

  deinit {
    pointer.pointee.release?(pointer)
    pointer.deallocate()
  }

  /// Whether this marks the end of a stream.
  var isEnd: Bool { pointer.pointee.release == nil }

  var rowCount: Int { Int(pointer.pointee.length) }
}
