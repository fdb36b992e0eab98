import KithEngine
import Testing

@Suite("One engine, several tasks")
struct ConcurrencyTests {
  @Test("Each task takes a connection of its own")
  func tasks() async throws {
    let engine = try Engine(.duckDB(options: ["threads": "2"]))
    try engine.connect().execute("CREATE TABLE t AS SELECT i FROM range(100000) AS r(i)")
    let counts = try await withThrowingTaskGroup(of: Int64?.self) { group in
      for part in 0..<8 {
        group.addTask {
          try engine.connect().query("SELECT count(*) AS n FROM t WHERE i % 8 = \(part)").integers("n")[0]
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 12_500, count: 8))
  }
}
