import CArrow
import KithTables

/// Lays a column out as Arrow does, in memory that the receiver frees.
struct ColumnWriter {
  let array: UnsafeMutablePointer<ArrowArray>
  let schema: UnsafeMutablePointer<ArrowSchema>

  func write(_ column: IngestColumn) throws(EngineError) {
    let name = column.name
    switch column.values {
    case .integers(let values): try write(values, "l", name) { $0 }
    case .doubles(let values): try write(values, "g", name) { $0 }
    case .days(let values): try write(values, "tdD", name) { $0.number }
    case .booleans(let values): try write(booleans: values, name)
    case .text(let values):
      try write(runs: values, "U", name, length: \.utf8.count) { text, copy in
        var text = text
        text.withUTF8 { copy(UnsafeRawBufferPointer($0)) }
      }
    case .run(let values): try write(values, name)
    case .bytes(let values):
      try write(runs: values, "Z", name, length: \.count) { bytes, copy in bytes.withUnsafeBytes(copy) }
    case .coded(let codes, let words):
      // Written out in full: DuckDB 1.5.5 corrupts memory when it reads numbers of words of which some are null.
      try write(.text(name, codes.map { $0 < 0 ? nil : words[Int($0)] }))
    case .nothing(let rows): try make("n", name, rows: rows, nulls: rows, buffers: 0)
    }
  }

  private func make(_ format: String, _ name: String, rows: Int, nulls: Int, buffers: Int) throws(EngineError) {
    try OwnedRecord.check(KithSchemaMake(schema, format, name, 0))
    try OwnedRecord.check(KithArrayMake(array, Int64(rows), Int64(nulls), Int64(buffers), 0))
  }

  /// Adds a buffer of this many zero bytes, which the array's release frees.
  private func addBuffer(_ index: Int, bytes: Int) throws(EngineError) -> UnsafeMutableRawPointer {
    guard let start = KithAllocate(Int64(bytes)) else {
      throw EngineError(.ingest, "there is not enough memory for the columns")
    }
    array.pointee.buffers[index] = UnsafeRawPointer(start)
    return start
  }

  private func write<Value, Stored: BitwiseCopyable>(
    _ values: [Value?], _ format: String, _ name: String, _ stored: (Value) -> Stored
  ) throws(EngineError) {
    try make(format, name, rows: values.count, nulls: values.count { $0 == nil }, buffers: 2)
    try write(validityOf: values)
    let size = MemoryLayout<Stored>.stride
    let start = try addBuffer(1, bytes: values.count * size).bindMemory(to: Stored.self, capacity: values.count)
    for (row, value) in values.enumerated() {
      if let value { start[row] = stored(value) }
    }
  }

  private func write<Value>(validityOf values: [Value?]) throws(EngineError) {
    guard array.pointee.null_count > 0 else { return }
    let bits = try addBits(0, rows: values.count)
    for (row, value) in values.enumerated() where value != nil { bits[row >> 3] |= 1 << UInt8(row & 7) }
  }

  private func addBits(_ index: Int, rows: Int) throws(EngineError) -> UnsafeMutablePointer<UInt8> {
    try addBuffer(index, bytes: (rows + 7) / 8).bindMemory(to: UInt8.self, capacity: (rows + 7) / 8)
  }

  private func write(booleans values: [Bool?], _ name: String) throws(EngineError) {
    try make("b", name, rows: values.count, nulls: values.count { $0 == nil }, buffers: 2)
    try write(validityOf: values)
    let bits = try addBits(1, rows: values.count)
    for (row, value) in values.enumerated() where value == true { bits[row >> 3] |= 1 << UInt8(row & 7) }
  }

  private func write(_ run: TextRun, _ name: String) throws(EngineError) {
    try make("U", name, rows: run.count, nulls: run.missing, buffers: 3)
    if run.missing > 0 {
      let bits = try addBits(0, rows: run.count)
      for row in 0..<run.count where run.isPresent(row) { bits[row >> 3] |= 1 << UInt8(row & 7) }
    }
    let offsets = try addBuffer(1, bytes: run.offsets.count * 8)
    run.offsets.withUnsafeBytes {
      offsets.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(offsets), byteCount: $0.count)
    }
    let bytes = try addBuffer(2, bytes: run.bytes.count)
    run.bytes.withUnsafeBytes { if let start = $0.baseAddress { bytes.copyMemory(from: start, byteCount: $0.count) } }
  }

  private func write<Value>(
    runs values: [Value?], _ format: String, _ name: String, length: (Value) -> Int,
    _ lend: (Value, (UnsafeRawBufferPointer) -> Void) -> Void
  ) throws(EngineError) {
    try make(format, name, rows: values.count, nulls: values.count { $0 == nil }, buffers: 3)
    try write(validityOf: values)
    let offsets = try addBuffer(1, bytes: (values.count + 1) * 8)
      .bindMemory(to: Int64.self, capacity: values.count + 1)
    for (row, value) in values.enumerated() { offsets[row + 1] = offsets[row] + Int64(value.map(length) ?? 0) }
    let run = try addBuffer(2, bytes: Int(offsets[values.count]))
    for (row, value) in values.enumerated() {
      guard let value else { continue }
      lend(value) { bytes in
        if let start = bytes.baseAddress { (run + Int(offsets[row])).copyMemory(from: start, byteCount: bytes.count) }
      }
    }
  }
}
