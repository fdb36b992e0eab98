package import KithEngine

extension Store {
  /// The submissions that stand as tables of the store's names on a connection of any engine, to be read: a lake's.
  ///
  /// The histories are made as views of the connection's own.
  package convenience init(on connection: Connection, named path: String) throws {
    self.init(reading: connection, path, in: nil)
    for view in StoreSchema.views { try connection.define(view.name, as: view.query) }
  }
}
