import CArrow
import Synchronization

/// A database that a driver has opened. Connections to it keep it open.
final class Database: Sendable {
  let driver: Driver
  /// ADBC lets threads share a database as long as their calls do not overlap.
  private let address: Mutex<SharedAddress<AdbcDatabase>>

  init(_ configuration: EngineConfiguration) throws(EngineError) {
    let library: DriverLibrary =
      switch configuration.driver {
      case .duckDB: try .duckDB()
      case .library(let path): try DriverLibrary(path: path)
      }
    driver = try Driver(from: library, entryPoint: configuration.entryPoint, dialect: configuration.dialect)
    let options =
      configuration.dialect == .duckDB
      ? try EngineMemory.limited(configuration.options, to: environment(EngineMemory.variable))
      : configuration.options
    address = Mutex(try Self.open(with: driver, options: options))
  }

  deinit {
    let database = address.withLock { $0 }.pointer
    try? driver.perform(driver.functions.DatabaseRelease, "close a database") { $0(database, $1) }
    database.deallocate()
  }

  /// Opens a connection, which the caller releases and deallocates.
  func connect() throws(EngineError) -> SharedAddress<AdbcConnection> {
    let connection = UnsafeMutablePointer<AdbcConnection>.allocate(capacity: 1)
    connection.initialize(to: AdbcConnection())
    let functions = driver.functions
    do {
      try driver.perform(functions.ConnectionNew, "make a connection") { $0(connection, $1) }
      connection.pointee.private_driver = driver.table
      try address.withLock { database throws(EngineError) in
        try driver.perform(functions.ConnectionInit, "connect") { $0(connection, database.pointer, $1) }
      }
    } catch {
      try? driver.perform(functions.ConnectionRelease, "close a connection") { $0(connection, $1) }
      connection.deallocate()
      throw error
    }
    return SharedAddress(connection)
  }

  private static func open(
    with driver: Driver, options: [String: String]
  ) throws(EngineError) -> SharedAddress<AdbcDatabase> {
    let database = UnsafeMutablePointer<AdbcDatabase>.allocate(capacity: 1)
    database.initialize(to: AdbcDatabase())
    let functions = driver.functions
    do {
      try driver.perform(functions.DatabaseNew, "make a database") { $0(database, $1) }
      database.pointee.private_driver = driver.table
      for (option, value) in options.sorted(by: { $0.key < $1.key }) {
        try driver.perform(functions.DatabaseSetOption, "take options") { $0(database, option, value, $1) }
      }
      try driver.perform(functions.DatabaseInit, "open a database") { $0(database, $1) }
    } catch {
      try? driver.perform(functions.DatabaseRelease, "close a database") { $0(database, $1) }
      database.deallocate()
      throw error
    }
    return SharedAddress(database)
  }
}
