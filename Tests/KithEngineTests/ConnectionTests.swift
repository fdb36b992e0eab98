import KithEngine
import KithTables
import Testing

@Suite("Statements run on a connection")
struct ConnectionTests {
  let connection: Connection

  init() throws { connection = try inMemory() }

  @Test("A parameter of each type comes back as it was bound")
  func parameters() throws {
    let day = try #require(Day(29, 2, 2024))
    let (noText, noNumber): (String?, Int?) = (nil, nil)
    let result = try connection.query(
      """
      SELECT \(42) AS i, \(Int64.min) AS l, \(0.1) AS d, \("O'Brien ✓") AS t, \(day) AS y, \(true) AS b, \
      \(noText)::VARCHAR AS n, \(noNumber)::BIGINT + 1 AS m
      """)
    #expect(try result.integers("i").values == [42])
    #expect(try result.integers("l").values == [Int64.min])
    #expect(try result.doubles("d").values == [0.1])
    #expect(try result.text("t").values == ["O'Brien ✓"])
    #expect(try result.days("y").values == [day])
    #expect(try result.booleans("b").values == [true])
    #expect(try result.text("n").values == [nil])
    #expect(try result.integers("m").values == [nil])
  }

  @Test("Parameters are bound to statements that change rows, which say how many")
  func changes() throws {
    try connection.execute("CREATE TABLE child (id VARCHAR, born DATE)")
    let none: Day? = nil
    let inserted = try connection.execute("INSERT INTO child VALUES (\("A"), \(Day(1, 2, 2010))), (\("B"), \(none))")
    #expect(inserted == 2)
    #expect(try connection.query("SELECT * FROM child ORDER BY id").days("born").values == [Day(1, 2, 2010), nil])
  }

  @Test("A result without rows has columns of its types")
  func empty() throws {
    let result = try connection.query("SELECT 1 AS n, 'a' AS t, DATE '2024-01-01' AS d, [1] AS l WHERE false")
    #expect(result.rowCount == 0)
    #expect(result.columnNames == ["n", "t", "d", "l"])
    #expect(try result.integers("n").isEmpty)
    #expect(try result.text("t").values.isEmpty)
    #expect(try result.lists("l", of: IntegerChunk.self).isEmpty)
    #expect(throws: EngineError.self) { try result.integers("t") }
  }

  @Test("A million rows are read by row and as a whole")
  func manyBatches() throws {
    let result = try connection.query(
      """
      SELECT i, CASE WHEN i % 7 <> 0 THEN i::VARCHAR END AS t, DATE '2000-01-01' + (i % 1000)::INTEGER AS d
      FROM range(1000000) AS r(i) ORDER BY i
      """)
    #expect(result.rowCount == 1_000_000)
    let numbers = try result.integers("i")
    let text = try result.text("t")
    #expect(numbers.values.elementsEqual((0..<1_000_000).map { Int64($0) }))
    for row in stride(from: 0, to: 1_000_000, by: 99_991) {
      #expect(numbers[row] == Int64(row))
      #expect(text[row] == (row % 7 == 0 ? nil : String(row)))
    }
    #expect(try result.days("d")[999_999] == Day(1, 1, 2000)?.adding(days: 999))
  }

  @Test("Batches of uneven length are read by row")
  func unevenBatches() throws {
    let result = try connection.query("SELECT i FROM range(100000) AS r(i) WHERE i % 3 = 0 OR i < 5000")
    let column = try result.integers("i")
    let values = column.values
    #expect(column.indices.allSatisfy { column[$0] == values[$0] })
    #expect(
      values.compactMap(\.self).sorted() == (0..<100_000).filter { $0 % 3 == 0 || $0 < 5000 }.map(Int64.init))
  }

  @Test("A result may be taken a batch at a time, and left half way")
  func batches() throws {
    var (rows, sum) = (0, Int64(0))
    try connection.forEachBatch("SELECT i FROM range(300000) AS r(i) WHERE i >= \(100_000)") { batch in
      rows += batch.rowCount
      for number in try batch.integers("i") { sum += number ?? 0 }
    }
    #expect(rows == 200_000)
    #expect(sum == (100_000..<300_000).reduce(0) { $0 + Int64($1) })

    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try connection.forEachBatch("SELECT i FROM range(300000) AS r(i)") { _ in throw Enough() }
    }
    #expect(try connection.query("SELECT 1 AS n").rowCount == 1)
  }

  @Test("A column outlives its result, connection and engine")
  func lifetimes() throws {
    func column() throws -> TextColumn {
      try inMemory().query("SELECT 'a long name of an authority, ' || i AS t FROM range(5000) AS r(i)").text("t")
    }
    let text = try column()
    #expect(text.count == 5000)
    #expect(text.compactMap(\.self).allSatisfy { $0.hasPrefix("a long name of an authority, ") })
  }

  @Test("Connections of one engine share its database")
  func shared() throws {
    let engine = try Engine(.duckDB())
    try engine.connect().execute("CREATE TABLE t AS SELECT 7 AS n")
    #expect(try engine.connect().query("SELECT n FROM t").integers("n")[0] == 7)
  }

  @Test("What a statement holds comes back by several statements in one text only through the last")
  func severalStatements() throws {
    #expect(
      try connection.query("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (3); SELECT n FROM t").integers("n")[0]
        == 3)
  }

  @Test("A transaction that returns holds; one that throws leaves nothing")
  func transactions() throws {
    struct Stop: Error {}
    try connection.execute("CREATE TABLE t (n INTEGER PRIMARY KEY)")
    let kept = try connection.transaction { try connection.execute("INSERT INTO t VALUES (1)") }
    #expect(kept == 1)
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.execute("INSERT INTO t VALUES (2)")
        throw Stop()
      }
    }
    #expect(throws: EngineError.self) {
      try connection.transaction {
        try connection.execute("INSERT INTO t VALUES (3)")
        try connection.execute("INSERT INTO t VALUES (1)")
      }
    }
    #expect(try connection.query("SELECT n FROM t").integers("n").values == [1])
    try connection.execute("INSERT INTO t VALUES (4)")
    #expect(try connection.query("SELECT count(*) AS n FROM t").integers("n")[0] == 2)
  }

  @Test("A transaction within a transaction is an error")
  func nested() throws {
    let error = #expect(throws: EngineError.self) {
      try connection.transaction { try connection.transaction {} }
    }
    #expect(error?.reason == .transaction)
    try connection.transaction {}
  }
}
