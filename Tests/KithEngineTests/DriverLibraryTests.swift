import Foundation
import KithTesting
import Testing

@testable import KithEngine

@Suite("How the database's library is found and loaded")
struct DriverLibraryTests {
  @Test(
    "DuckDB's library has what Kith calls",
    arguments: ["duckdb_adbc_init", "duckdb_library_version", "duckdb_open", "duckdb_interrupt"])
  func symbols(name: String) throws {
    #expect(try DriverLibrary.duckDB().exports(name))
  }

  @Test("The library that set-up fetched is of the pinned version")
  func version() throws {
    let result = try inMemory().query("SELECT version() AS v")
    if try DriverLibrary.duckDB().source == .project { #expect(try result.text("v")[0] == "v1.5.5") }
  }

  @Test("A library that is nowhere says the three ways to have it")
  func nowhere() throws {
    let error = try #require(
      #expect(throws: EngineError.self) {
        try DriverLibrary.duckDB(named: nil, among: ["/nowhere"], orSystem: ["libnowhere.so"])
      })
    #expect(error.reason == .missingDriver)
    for way in ["scripts/setup", "KITH_DUCKDB", "libduckdb.so"] { #expect(error.description.contains(way)) }
  }

  @Test("The path in KITH_DUCKDB comes first, and is not passed over when it does not load")
  func named() throws {
    let error = #expect(throws: EngineError.self) {
      try DriverLibrary.duckDB(named: "/nowhere/libduckdb.so", among: Folders.projectLibraries, orSystem: [])
    }
    #expect(error?.description.contains("/nowhere/libduckdb.so") == true)
    #expect(error?.description.contains("KITH_DUCKDB") == true)
    if let path = Folders.projectLibrary("libduckdb.so") {
      #expect(try DriverLibrary.duckDB(named: path, among: [], orSystem: []).source == .environment)
    }
  }

  @Test(
    "The wheel's own file loads by a path far from its stub",
    .enabled(if: Folders.projectLibrary(PythonStub.fileName) != nil))
  func wheel() throws {
    let file = try #require(Folders.projectLibrary("libduckdb.so"))
    let link = FileManager.default.temporaryDirectory.appending(path: "_duckdb-\(UUID().uuidString).so").path()
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: URL(filePath: file).standardizedFileURL.path())
    defer { try? FileManager.default.removeItem(atPath: link) }
    #expect(try DriverLibrary(path: link).exports("duckdb_adbc_init"))
  }

  @Test("A library that is not a driver is an error that names the function it lacks")
  func notADriver() throws {
    let configuration = EngineConfiguration(
      driver: .library(path: "libm.so.6"), entryPoint: "AdbcDriverSparkInit", options: [:], dialect: .spark)
    let error = #expect(throws: EngineError.self) { try Engine(configuration) }
    #expect(error?.description.contains("AdbcDriverSparkInit") == true)
  }

  @Test("Spark is expressed by its library, its entry point and its address")
  func spark() {
    let spark = EngineConfiguration.spark(library: "libadbc_driver_spark.so", uri: "sc://localhost:15002")
    #expect(spark.entryPoint == "AdbcDriverSparkInit")
    #expect(spark.options == ["uri": "sc://localhost:15002"])
    #expect(spark.dialect == .spark)
  }

  @Test("A file may be opened to be read only, and keeps what was stored")
  func readOnly() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "kith-\(UUID().uuidString).duckdb").path()
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Engine(.duckDB(path: file)).connect().execute("CREATE TABLE t AS SELECT 5 AS n")
    let connection = try Engine(.duckDB(path: file, readOnly: true)).connect()
    #expect(try connection.query("SELECT n FROM t").integers("n")[0] == 5)
    #expect(throws: EngineError.self) { try connection.execute("CREATE TABLE u (n INTEGER)") }
  }

  @Test("A database that cannot be opened is an error that names its path")
  func unopenable() {
    let error = #expect(throws: EngineError.self) { try Engine(.duckDB(path: "/nowhere/kith.duckdb")) }
    #expect(error?.description.contains("/nowhere/kith.duckdb") == true)
  }

  @Test("An option that the engine does not know is an error")
  func options() {
    #expect(throws: EngineError.self) { try Engine(.duckDB(options: ["no_such_option": "1"])).connect() }
  }

  @Test("Each extension that set-up fetched loads", arguments: Connection.DuckDBExtension.allCases)
  func extensions(name: Connection.DuckDBExtension) throws {
    let connection = try inMemory()
    try connection.load(name)
    let loaded = try connection.query(
      "SELECT loaded FROM duckdb_extensions() WHERE extension_name = \(name.rawValue)")
    #expect(try loaded.booleans("loaded").values == [true])
  }
}
