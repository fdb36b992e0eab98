import Foundation
import KithEngine
import KithTables
import Testing

@Suite("Errors say what is wrong, and show no value")
struct ErrorTests {
  let connection: Connection

  init() throws { connection = try inMemory() }

  private func failure(_ sql: SQL) throws -> EngineError {
    try #require(#expect(throws: EngineError.self) { try connection.query(sql) })
  }

  @Test("Bad SQL: the driver's message and the statement, not what was bound")
  func badSQL() throws {
    let error = try failure("SELEKT * FROM child WHERE name = \("Zebedee") AND n = \(8_675_309)")
    #expect(error.reason == .driver)
    #expect(error.status != nil)
    #expect(error.message.contains("syntax error at or near \"SELEKT\""))
    #expect(error.statement == "SELEKT * FROM child WHERE name = ? AND n = ?")
    #expect(error.description.contains("in the statement: SELEKT"))
    #expect(!error.description.contains("Zebedee"))
    #expect(!error.description.contains("8675309"))
  }

  @Test(
    "A value that does not fit is not in the message, whether bound or in the data",
    arguments: [
      "SELECT CAST(\("Zebedee") AS INTEGER)",
      "SELECT CAST(name AS DATE) FROM (VALUES ('Zebedee')) AS t(name)",
      "SELECT CAST(n AS TINYINT) FROM (VALUES (8675309)) AS t(n)",
      "CREATE TABLE t (id VARCHAR PRIMARY KEY); INSERT INTO t VALUES ('Zebedee'); INSERT INTO t VALUES (\("Zebedee"))",
      "CREATE TABLE u (n INTEGER CHECK (n < 5)); INSERT INTO u VALUES (\(8_675_309))",
      "SELECT strptime(\("Zebedee"), '%d/%m/%Y')",
      "SELECT error(\("the child Zebedee is here"))",
    ] as [SQL])
  func values(sql: SQL) throws {
    let error = try failure(sql)
    #expect(!error.message.contains("Zebedee"), "\(error.message)")
    #expect(!error.message.contains("8675309"), "\(error.message)")
    #expect(!error.message.isEmpty)
  }

  @Test("A table that is not there is named")
  func missingTable() throws {
    #expect(try failure("SELECT * FROM episodes").message.contains("episodes does not exist"))
  }

  @Test("A file that is not Parquet, and a file that is not there, are named")
  func files() throws {
    try withFile("not.parquet", "year,la\n2024,301\n") { path in
      let error = try failure("SELECT * FROM \(parquet: path)")
      #expect(error.message.contains("not.parquet"))
      #expect(error.message.contains("No magic bytes found"))
    }
    #expect(try failure("SELECT * FROM \(parquet: "/nowhere/lait.parquet")").message.contains("/nowhere/lait.parquet"))
  }

  @Test("A line of CSV that does not fit is not shown")
  func lines() throws {
    try withFile("odd.csv", "year,name\n2024,Ann\nZebedee,Ben\n") { path in
      let error = try failure(
        "SELECT * FROM read_csv(\(literal: path), columns = {'year': 'INTEGER', 'name': 'VARCHAR'})")
      #expect(error.message.contains("CSV Error on Line: 3"), "\(error.message)")
      #expect(!error.message.contains("Zebedee"))
    }
  }

  @Test("A column that is not there, or is of another type, is said in words")
  func columns() throws {
    let result = try connection.query("SELECT 'Bexley' AS la_name, 3 AS n")
    #expect(
      #expect(throws: EngineError.self) { try result.text("name") }?.message
        == "the result has no column name; it has la_name, n")
    #expect(
      #expect(throws: EngineError.self) { try result.integers("la_name") }?.message
        == "the column la_name holds text, not whole numbers")
  }

  /// A file that is there while the test looks at it.
  private func withFile(_ name: String, _ content: String, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kith-engine-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(content.utf8).write(to: file)
    try body(file.path())
  }
}
