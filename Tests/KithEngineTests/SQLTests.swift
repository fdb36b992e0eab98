import KithEngine
import KithTables
import Testing

@Suite("Statements: text with holes")
struct SQLTests {
  @Test("A hole binds its value and never becomes text")
  func holes() throws {
    let child = "A1'; DROP TABLE episodes; --"
    let start = try #require(Day(1, 4, 2023))
    let query: SQL = "SELECT decom FROM episodes WHERE child = \(child) AND decom >= \(start)"
    #expect(query.text == "SELECT decom FROM episodes WHERE child = ? AND decom >= ?")
    #expect(query.parameters == [.text(child), .day(start)])
    #expect("\(query)" == query.text)
  }

  @Test("Each kind of value has its parameter, and nil is nothing")
  func kinds() {
    let none: Day? = nil
    let query: SQL = "\(1) \(Int32(2)) \(Int64(3)) \(0.5) \(true) \(none) \("text") \(SQL.Parameter.null)"
    #expect(
      query.parameters == [
        .integer(1), .integer(2), .integer(3), .double(0.5), .boolean(true), .null, .text("text"), .null,
      ])
  }

  @Test("Names, literals and files are quoted as the engine quotes them")
  func quoting() {
    let query: SQL =
      "SELECT \(identifier: "la \"name\" `x`") FROM \(parquet: "a'b.parquet") WHERE x = \(literal: "it's \\")"
    #expect(
      query.text
        == #"SELECT "la ""name"" `x`" FROM read_parquet('a''b.parquet') WHERE x = 'it''s \'"#)
    #expect(
      query.text(in: .spark)
        == #"SELECT `la "name" ``x``` FROM parquet.`a'b.parquet` WHERE x = 'it\'s \\'"#)
  }

  @Test("Parts join with their holes, in order")
  func parts() {
    let condition: SQL = "la = \("301") AND year = \(2024)"
    let query: SQL = "SELECT \(raw: "count(*)") FROM t WHERE \(sql: condition) AND n > \(5)"
    #expect(query.text == "SELECT count(*) FROM t WHERE la = ? AND year = ? AND n > ?")
    #expect(query.parameters == [.text("301"), .integer(2024), .integer(5)])
    #expect((query + " LIMIT \(1)").parameters.last == .integer(1))
  }

  @Test("A secret is in no text that people see")
  func secrets() {
    let query: SQL = "ATTACH \(literal: "store.duckdb") AS store (ENCRYPTION_KEY \(secret: "open sesame"))"
    #expect(query.text == "ATTACH 'store.duckdb' AS store (ENCRYPTION_KEY '…')")
  }
}
