import Crypto
import KithEngine
import KithTables

extension Store {
  /// Makes the views again where another version of Kith made them: in the file where it may be written to, else for this
  /// connection alone.
  func refreshViews() throws {
    let kept = try connection.query("SELECT value FROM store_note WHERE name = 'views'").text("value").first ?? nil
    guard kept != StoreSchema.viewsHash else { return }
    if purpose == .reading {
      for view in StoreSchema.views { try connection.define(view.name, as: view.query) }
    } else {
      try connection.transaction { try StoreSchema.makeViews(on: connection) }
    }
  }
}

extension StoreSchema {
  /// The SHA-256 of the views' definitions, which the store keeps beside them.
  static let viewsHash = SHA256.hash(data: Array(views.map { $0.query.text(in: .duckDB) }.joined(separator: ";").utf8))
    .hexadecimal

  /// Makes the views, in place of those that are there.
  static func makeViews(on connection: Connection) throws {
    for view in views {
      try connection.execute("CREATE OR REPLACE VIEW \(identifier: view.name) AS \(sql: view.query)")
    }
    try connection.execute("DELETE FROM store_note WHERE name = 'views'")
    try connection.execute("INSERT INTO store_note VALUES ('views', \(viewsHash))")
  }
}
