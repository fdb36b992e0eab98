public import ArgumentParser
import Foundation
import KithEngine
import KithLake
import KithRegister
import KithStore
import KithTables

/// What is read, a store or a lake, and by which engine.
struct ReadingOptions: ParsableArguments {
  @Option(help: "The store's file.")
  var store: String?

  @Option(help: "The folder of a lake (kith lake export), in place of a store.")
  var lake: String?

  @Option(help: "The engine that reads the lake: duckdb, or spark.")
  var engine = EngineName.duckdb

  @Option(help: "Where Spark Connect answers, as sc://127.0.0.1:15002.")
  var driverURI: String?

  @Option(help: "Where Spark finds the lake, if not at the same path as this machine.")
  var lakeURI: String?

  @Option(help: "For Spark on another machine: the register of agreements.")
  var engineRegister: String?

  @Option(help: "For Spark on another machine: the agreement under which the lake was written.")
  var engineEntry: String?

  @OptionGroup
  var access: StoreAccess

  @Option(help: "How many seconds to wait while another program is at work on the store.")
  var wait = 30

  @Option(help: "The day or occasion to which this belongs, as the log is to name it. Kith asks no clock.")
  var asOf: String?

  /// Opens the store, or the lake as one; what leaves this machine is said on standard error.
  func open(for purpose: Store.Purpose) throws -> Store {
    guard let lake else {
      guard let store else { throw UsageFault("Say what to read: --store FILE, or --lake FOLDER.") }
      guard engine == .duckdb else { throw UsageFault("Spark reads a lake: give --lake (kith lake export makes one).") }
      return try access.open(store, for: purpose, wait: wait)
    }
    guard store == nil else { throw UsageFault("Give --store or --lake, not both.") }
    guard purpose == .reading else {
      throw UsageFault(
        "A lake is read and never written to; this needs a store (kith lake import makes one of a lake).")
    }
    return try opened(try Lake(lake, key: access.key))
  }

  /// Opens the store or the lake for what has not been proved on Spark, which is refused by its name.
  func openHere(_ task: String) throws -> Store {
    guard engine == .duckdb else {
      throw UsageFault("\(task) is not done on Spark; leave --engine out, and DuckDB reads the lake.")
    }
    return try open(for: .reading)
  }

  private var environment: [String: String] { ProcessInfo.processInfo.environment }

  private func opened(_ lake: Lake) throws -> Store {
    guard engine == .spark else { return try lake.store(on: try Engine(.duckDB()).connect()) }
    guard let driverURI else { throw UsageFault("Say where Spark answers: --driver-uri sc://127.0.0.1:15002.") }
    let address = try EngineAddress(driverURI)
    let notice = try address.notice(under: permission(), lake: lake.manifest, place: lakeURI ?? lake.path)
    guard let library = DriverLibrary.sparkPath else {
      throw UsageFault(
        "The driver of Spark is not there: run scripts/setup-spark, or set KITH_SPARK_DRIVER to its library.")
    }
    var options: [String: String] = [:]
    if let token = environment["KITH_SPARK_TOKEN"], !token.isEmpty { options["adbc.spark.token"] = token }
    let connection = try Engine(.spark(library: library, uri: address.uri, options: options)).connect()
    if let notice { FileHandle.standardError.write(Data((notice + "\n").utf8)) }
    return try lake.store(on: connection, place: lakeURI)
  }

  private func permission() throws -> Permission? {
    guard let engineRegister, let engineEntry, let day = asOf.flatMap(Day.init(iso:)) else { return nil }
    return try Register(file: engineRegister).permission(by: engineEntry, on: day)
  }
}

/// An engine by the name that a user gives it.
public enum EngineName: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// DuckDB, within this program.
  case duckdb
  /// Apache Spark, through Spark Connect.
  case spark
}
