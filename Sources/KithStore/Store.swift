import Foundation
public import KithEngine

/// The submissions of many authorities and years, in one DuckDB file.
///
/// One program at a time writes to a store, or any number read it; who comes while another holds it waits for a while. One
/// program opens a file once.
public final class Store {
  /// What a program means to do with a store.
  public enum Purpose: Hashable, Sendable {
    /// To read it.
    case reading
    /// To add to it or take from it; a store that is not there is made.
    case writing
    /// To take from a store that must be there.
    case changing
  }

  /// The name by which statements know the store's database.
  static let catalog = "store"

  /// The store's file.
  public let path: String
  /// Whether the file is encrypted.
  public let isEncrypted: Bool
  /// The connection to the store, whose tables need no further name.
  public private(set) var connection: Connection
  let key: StoreKey?
  let purpose: Purpose
  /// The engine's name of the database that the tables are in; nil where they are the connection's alone.
  let database: String?

  /// Opens a store, and waits while another program holds it, this many seconds at most.
  ///
  /// `whileWaiting` is called once, when waiting begins.
  public init(
    _ path: String, for purpose: Purpose, key: StoreKey? = nil, wait seconds: Int = 30, whileWaiting: () -> Void = {}
  ) throws {
    let isThere = FileManager.default.fileExists(atPath: path)
    if purpose != .writing, !isThere {
      throw StoreError(.notThere, "There is no store at \(path); kith load makes one.")
    }
    self.path = path
    self.key = key
    self.purpose = purpose
    isEncrypted = key != nil
    database = Self.catalog
    connection = try Self.attached(path, purpose, key, wait: seconds, whileWaiting)
    try prepare()
  }

  /// A store whose tables are there already: those of a database that the engine has open, or the connection's own.
  init(reading connection: Connection, _ path: String, in database: String?, isEncrypted: Bool = true) {
    self.path = path
    self.connection = connection
    self.database = database
    self.isEncrypted = isEncrypted
    (key, purpose) = (nil, .reading)
  }

  /// A store that has no file and is gone with the program: for returns that are looked at and not kept.
  public static func inMemory() throws -> Store { try Store(memory, for: .writing) }

  /// What the engine calls a database without a file.
  private static let memory = ":memory:"

  /// The sentence with which each run on a store that is not encrypted begins; nil for one that is.
  public var warning: String? {
    isEncrypted
      ? nil
      : "This store is not encrypted: anyone who can read the file can read the children in it. "
        + "Give --key-file (or KITH_STORE_KEY) when a store is made."
  }

  /// Whether the store holds synthetic submissions; nil while it has never held any.
  public var isSynthetic: Bool? {
    get throws {
      let values = try connection.query("SELECT value FROM store_note WHERE name = 'synthetic'").text("value")
      return values.first.map { $0 == "true" }
    }
  }

  private func prepare() throws {
    let found = try connection.query(
      "SELECT table_name FROM information_schema.tables WHERE table_catalog = \(Self.catalog)")
    let names = Set(try found.text("table_name").values.compactMap { $0 })
    guard !names.isEmpty || purpose != .writing else { return try make() }
    let version =
      names.contains("store_note")
      ? try connection.query("SELECT value FROM store_note WHERE name = 'schema'").text("value").first ?? nil : nil
    if version == String(StoreSchema.version) {
      if purpose != .reading {
        if !names.contains("submission_rule") { try connection.execute(StoreSchema.submissionRule) }
        if try isRewritingDue { try rewrite() }
      }
      try refreshViews()
    } else {
      throw StoreError(
        .notAStore,
        "\(path) is no store that this version of Kith reads (its schema is "
          + "\(version ?? "not one of Kith's"), and \(StoreSchema.version) is read); load the returns into a new store."
      )
    }
  }

  private func make() throws {
    try connection.transaction {
      try StoreSchema.make(on: connection)
      try StoreSchema.makeViews(on: connection)
    }
    // Who is not the user of this account has no business with the file.
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  /// Lets go of the file, does some work on it, and opens it again.
  func withFileReleased(_ work: () throws -> Void) throws {
    try connection.execute("USE memory")
    try connection.execute("DETACH \(identifier: Self.catalog)")
    try work()
    try Self.attach(path, purpose, key, to: connection)
    try connection.execute("USE \(identifier: Self.catalog)")
  }
}

extension Store {
  private static func attached(
    _ path: String, _ purpose: Purpose, _ key: StoreKey?, wait seconds: Int, _ whileWaiting: () -> Void
  ) throws -> Connection {
    let folder = (path as NSString).deletingLastPathComponent
    let beside = path == memory ? NSTemporaryDirectory() : folder.isEmpty ? "." : folder
    let scratch = beside + "/.kith-scratch"
    let connection = try Engine(.duckDB(options: ["temp_directory": scratch])).connect()
    if key != nil {
      try connection.load(.httpfs)
      try connection.execute("SET temp_file_encryption = true")
    }
    var tries = 0
    while true {
      do {
        try attach(path, purpose, key, to: connection)
        try connection.execute("USE \(identifier: catalog)")
        return connection
      } catch let error as StoreError where error.reason == .busy && tries < seconds * 10 {
        if tries == 0 { whileWaiting() }
        tries += 1
        Thread.sleep(forTimeInterval: 0.1)
      }
    }
  }

  private static func attach(
    _ path: String, _ purpose: Purpose, _ key: StoreKey?, to connection: Connection
  ) throws(StoreError) {
    let access: SQL = purpose == .reading ? "READ_ONLY" : "READ_WRITE"
    let locked: SQL = key.map { ", ENCRYPTION_KEY \(secret: $0.text)" } ?? ""
    do {
      try connection.execute("ATTACH \(literal: path) AS \(identifier: catalog) (\(sql: access)\(sql: locked))")
    } catch {
      throw StoreError(opening: path, error, hasKey: key != nil)
    }
  }
}

extension StoreError {
  /// What the engine's failure to open a file means.
  init(opening path: String, _ error: EngineError, hasKey: Bool) {
    let said = (error.driverMessage ?? error.message).lowercased()
    if said.contains("lock") && (said.contains("conflicting") || said.contains("could not set")) {
      self.init(
        .busy,
        "\(path) is busy: another program is at work on it. Try again when it has ended, or wait longer (--wait).")
    } else if said.contains("wrong encryption key") {
      self.init(.wrongKey, "The key does not open \(path); give the key with which it was made.")
    } else if said.contains("encrypt"), !hasKey {
      self.init(.needsKey, "\(path) is encrypted; give its key by --key-file or KITH_STORE_KEY.")
    } else if said.contains("encrypt") {
      self.init(.notEncrypted, "\(path) is not encrypted; leave the key out, or load the returns into a new store.")
    } else if said.contains("not a valid duckdb database file") {
      self.init(.notAStore, "\(path) is no store of Kith's; give the path of one, or of a file that is not there.")
    } else {
      self.init(.notWritable, "\(path) cannot be opened; check that the folder is there and that this user may use it.")
    }
  }
}
