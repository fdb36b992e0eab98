import KithEngine
import KithTables
import Testing

@Suite("Columns stored in bulk")
struct IngestTests {
  let connection: Connection

  init() throws { connection = try inMemory() }

  @Test("A hundred thousand rows of every type come back as they were")
  func roundTrip() throws {
    let rows = 0..<100_000
    let integers = rows.map { $0 % 5 == 0 ? nil : Int64($0) * 1_000_003 }
    let doubles = rows.map { $0 % 6 == 0 ? nil : Double($0) / 3 }
    let text = rows.map { $0 % 7 == 0 ? nil : $0 % 11 == 0 ? "" : "Child ✓ \($0), whose name is long" }
    let days = rows.map { $0 % 8 == 0 ? nil : Day(number: Int32($0) - 20_000) }
    let booleans = rows.map { $0 % 9 == 0 ? nil : $0 % 2 == 0 }
    let bytes: [[UInt8]?] = rows.map { $0 % 10 == 0 ? nil : [UInt8(truncatingIfNeeded: $0), 0, 255] }
    let codes = rows.map { Int32($0 % 4) - 1 }
    var run = TextRun(capacity: rows.count)
    for text in text {
      if let text { run.append(text.utf8) } else { run.appendMissing() }
    }
    let stored = try connection.ingest(
      [
        .integers("row", Array(rows)), .integers("i", integers), .doubles("d", doubles), .text("t", text),
        .days("y", days), .booleans("b", booleans), .bytes("z", bytes),
        .coded("c", codes: codes, words: ["U1", "K2", "H5"]), .text("r", run),
      ], into: "episode", mode: .create)
    #expect(stored == 100_000)
    let result = try connection.query("SELECT * FROM episode ORDER BY row")
    #expect(try result.integers("i").values == integers)
    #expect(try result.doubles("d").values == doubles)
    #expect(try result.text("t").values == text)
    #expect(try result.text("r").values == text)
    #expect(try result.days("y").values == days)
    #expect(try result.booleans("b").values == booleans)
    #expect(try result.bytes("z").values == bytes)
    #expect(try result.text("c").values == codes.map { $0 < 0 ? nil : ["U1", "K2", "H5"][Int($0)] })
  }

  @Test("A table is made once, added to, or replaced")
  func modes() throws {
    let column = IngestColumn.integers("n", [1, 2])
    try connection.ingest([column], into: "t", mode: .create)
    #expect(throws: EngineError.self) { try connection.ingest([column], into: "t", mode: .create) }
    try connection.ingest([column], into: "t", mode: .append)
    #expect(try connection.query("SELECT n FROM t").rowCount == 4)
    try connection.ingest([.text("other", ["a"])], into: "t", mode: .replace)
    #expect(try connection.query("SELECT * FROM t").columnNames == ["other"])
  }

  @Test("A name of any letters is a table's name")
  func names() throws {
    let name = #"odd "name"; --"#
    try connection.ingest([.integers(#"a "b""#, [1])], into: name, mode: .create)
    #expect(try connection.query("SELECT * FROM \(identifier: name)").columnNames == [#"a "b""#])
  }

  @Test("A table of an attached database is reached by its catalog")
  func attached() throws {
    try connection.execute("ATTACH ':memory:' AS store")
    try connection.ingest([.integers("n", [1, 2, 3])], into: "child", catalog: "store", mode: .create)
    try connection.ingest([.integers("n", [4])], into: "child", catalog: "store", mode: .append)
    #expect(try connection.query("SELECT sum(n) AS n FROM store.main.child").integers("n")[0] == 10)
    #expect(throws: EngineError.self) { try connection.query("SELECT n FROM child") }
  }

  @Test("No rows make an empty table; columns that do not fit together are an error")
  func shapes() throws {
    try connection.ingest([.text("t", []), .days("d", [])], into: "none", mode: .create)
    #expect(try connection.query("SELECT * FROM none").rowCount == 0)
    let error = #expect(throws: EngineError.self) {
      try connection.ingest([.integers("a", [1, 2]), .text("b", ["x"])], into: "odd", mode: .create)
    }
    #expect(error?.description == "the column b has 1 rows, and a has 2")
    #expect(throws: EngineError.self) { try connection.ingest([], into: "odd", mode: .create) }
  }

  @Test("What was stored in a transaction that failed is gone")
  func rolledBack() throws {
    struct Stop: Error {}
    try connection.ingest([.integers("n", [1])], into: "t", mode: .create)
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.ingest([.integers("n", [2, 3])], into: "t", mode: .append)
        throw Stop()
      }
    }
    #expect(try connection.query("SELECT n FROM t").integers("n").values == [1])
  }
}
