import Foundation
import KithEngine
import Testing

@Suite("A database file encrypted at rest")
struct EncryptionTests {
  @Test("It opens with its key and no other, holds no plain text, and no error shows a key")
  func keys() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "kith-\(UUID().uuidString).duckdb").path()
    defer { try? FileManager.default.removeItem(atPath: file) }
    try stored(in: file, key: "a key for tests")
    #expect(try Data(contentsOf: URL(filePath: file)).firstRange(of: Data("Zebedee Zebedee".utf8)) == nil)

    let connection = try inMemory()
    try connection.load(.httpfs)
    let error = #expect(throws: EngineError.self) { try open(file, key: "another key", on: connection) }
    #expect(error?.description.contains("another key") == false)
    #expect(error?.statement?.contains("ENCRYPTION_KEY '…'") == true)

    try open(file, key: "a key for tests", on: connection)
    #expect(try connection.query("SELECT count(*) AS n FROM store.child").integers("n")[0] == 1000)
  }

  private func stored(in file: String, key: String) throws {
    let connection = try inMemory()
    try connection.load(.httpfs)
    try open(file, key: key, on: connection)
    try connection.execute(
      "CREATE TABLE store.child AS SELECT 'Zebedee Zebedee ' || i AS name FROM range(1000) AS r(i)")
    try connection.execute("DETACH store")
  }

  private func open(_ file: String, key: String, on connection: Connection) throws {
    try connection.execute("ATTACH \(literal: file) AS store (ENCRYPTION_KEY \(secret: key))")
  }
}
