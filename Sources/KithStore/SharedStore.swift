import KithEngine

/// A store that is open, handed to other threads, each of which reads it on a connection of its own.
public struct SharedStore: Sendable {
  let engine: Engine
  let database: String
  let path: String
  let isEncrypted: Bool

  /// The store as it was last committed, on a connection of its own, to be read. What one connection keeps no other sees.
  public func open() throws -> Store {
    let connection = try engine.connect()
    try connection.execute("USE \(identifier: database)")
    let store = Store(reading: connection, path, in: database, isEncrypted: isEncrypted)
    try store.refreshViews()
    return store
  }

  /// Lets each statement have so many processors, its own thread's among them: the less, the more threads have statements of their own.
  public func use(processors: Int) throws {
    try engine.connect().execute("SET threads = \(raw: String(max(1, processors)))")
  }

  /// Lets each statement have every processor, as when the store was opened.
  public func useAllProcessors() throws { try engine.connect().execute("RESET threads") }
}

extension Store {
  /// The store as other threads may read it at the same time; nil where its tables are those of one connection, as a lake's are.
  public var shared: SharedStore? {
    database.map { SharedStore(engine: connection.engine, database: $0, path: path, isEncrypted: isEncrypted) }
  }

  /// Shows this connection, of tables of returns, the rows of some years' current submissions alone, so that others are never read.
  ///
  /// It is for a connection that is used for nothing else: the rest of a table is out of its sight until it closes.
  public func show(_ parts: [(table: String, years: ClosedRange<Int>)]) throws {
    let current = try submissions.filter { $0.state == "current" }
    let last = current.map(\.id).max() ?? 0
    for part in parts {
      var isShown = [Bool](repeating: false, count: last + 2)
      for submission in current where part.years.contains(submission.year) { isShown[submission.id] = true }
      try connection.define(part.table, as: rows(of: part.table, isShown))
    }
  }

  /// The rows of a table whose submission has a mark, told by a row of bits: the engine looks them up as it reads, and passes over
  /// the other columns of what has none.
  ///
  /// The empty half of the union keeps the condition at the table. Without it the engine moves it past the joins above, and reads all.
  private func rows(of table: String, _ isShown: [Bool]) -> SQL {
    let home = database ?? Self.catalog
    let bits = String(decoding: isShown.map { $0 ? UInt8(ascii: "1") : UInt8(ascii: "0") }, as: UTF8.self)
    let place = "CAST(least(submission, \(isShown.count - 1)) AS INTEGER)"
    return """
      SELECT * FROM \(identifier: home).main.\(identifier: table)
      WHERE get_bit(CAST(\(literal: bits) AS BIT), \(raw: place)) = 1
      UNION ALL
      SELECT * FROM \(identifier: home).main.\(identifier: table) WHERE FALSE
      """
  }
}
