import KithEngine

/// What a thread needs to read a store on a connection of its own, while other threads read it on theirs.
package struct SharedStore: Sendable {
  private let engine: Engine
  private let database: String
  private let path: String

  /// A store that is open and stays so.
  package init(_ store: Store) throws {
    engine = store.connection.engine
    database = try store.connection.query("SELECT current_database() AS name").text("name")[0] ?? Store.catalog
    path = store.path
  }

  /// The store on a new connection, as it was last committed.
  package func open() throws -> Store {
    let connection = try engine.connect()
    try connection.execute("USE \(identifier: database)")
    return Store(reading: connection, path)
  }
}
