import Foundation
import KithEngine

/// The engine leaves the bytes of deleted rows in pages that it will use again, so what is deleted for good is deleted by
/// writing the file anew.
extension Store {
  /// Notes, in the transaction that deletes, that the file is to be written anew; so a program that is killed in between
  /// leaves the work to the next that opens the store to write.
  func noteRewritingIsDue() throws {
    try connection.execute("INSERT INTO store_note VALUES ('rewrite', 'due')")
  }

  /// Whether rows were deleted and the file was not written anew since.
  var isRewritingDue: Bool {
    get throws { try connection.query("SELECT 1 AS due FROM store_note WHERE name = 'rewrite'").rowCount > 0 }
  }

  /// Writes the file anew beside itself and puts it in its place.
  func rewrite() throws {
    let fresh = path + ".fresh"
    for leftover in [fresh, fresh + ".wal"] { try? FileManager.default.removeItem(atPath: leftover) }
    let locked: SQL = key.map { " (ENCRYPTION_KEY \(secret: $0.text))" } ?? ""
    try connection.execute("ATTACH \(literal: fresh) AS fresh\(sql: locked)")
    try connection.execute("USE fresh")
    try connection.transaction {
      try StoreSchema.makeTables(on: connection)
      for table in StoreSchema.tables {
        try connection.execute(
          "INSERT INTO fresh.main.\(identifier: table) SELECT * FROM store.main.\(identifier: table)")
      }
      try connection.execute("DELETE FROM store_note WHERE name = 'rewrite'")
    }
    try connection.execute("USE \(identifier: Self.catalog)")
    try connection.execute("DETACH fresh")
    try withFileReleased { try Self.move(fresh, to: path) }
    try StoreSchema.makeViews(on: connection)
  }

  /// Puts a file in another's place in one step, so that there is a whole one whenever a program is killed.
  private static func move(_ source: String, to target: String) throws {
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: source)
    guard rename(source, target) == 0 else {
      throw StoreError(.notWritable, "\(target) cannot be written anew; check that this user may write to its folder.")
    }
  }
}
