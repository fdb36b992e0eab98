import Foundation
import KithTesting
import Testing

/// A Spark server of this test run, on this machine alone.
final class SparkServer {
  let address: String
  private let folder: String

  /// Whether Spark, its driver and Java are on this machine; scripts/setup-spark puts them there.
  static let isThere: Bool = {
    FileManager.default.fileExists(atPath: SharedFolder.projectFolder + "/.deps/spark/version")
      && (try? run(["-c", "java -version"]))?.code == 0
  }()

  init(in folder: String) throws {
    self.folder = folder
    let started = try Self.run([Self.script, "start", folder])
    guard started.code == 0, started.text.contains("sc://127.0.0.1:") else { throw CocoaError(.executableLoad) }
    address = started.text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func stop() { _ = try? Self.run([Self.script, "stop", folder]) }

  deinit { stop() }

  private static let script = SharedFolder.projectFolder + "/scripts/spark"

  private static func run(_ arguments: [String]) throws -> (code: Int32, text: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    if ProcessInfo.processInfo.environment["KITH_LONG_TESTS"] != nil {
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["KITH_SPARK_MASTER": "local-cluster[2,1,1024]"]) { mine, _ in mine }
    }
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self))
  }
}

@Suite("A lake on Spark", .serialized)
struct SparkTests {
  private let folder: LakeFolder

  init() throws {
    folder = try LakeFolder()
    try folder.export()
  }

  @Test(
    "measures, cohorts and the links of persons are DuckDB's to the last digit; a server that is lost is said to be",
    .enabled(if: SparkServer.isThere, "Java 17, Spark or its driver is not there: run scripts/setup-spark"))
  func equality() throws {
    let server = try SparkServer(in: folder.path("spark"))
    let spark = ["--engine", "spark", "--driver-uri", server.address]
    let commands: [[String]] = [
      ["measures", "--lake", folder.path("lake"), "--year", "2026", "--csv"],
      [
        "study", "cohort", "--lake", folder.path("lake"), "--origin", "referral", "--from", "2024-04-01", "--to",
        "2026-03-31",
      ],
      [
        "study", "cohort", "--lake", folder.path("lake"), "--origin", "care-exit", "--from", "2024-04-01", "--to",
        "2026-03-31",
      ],
      ["link", "persons", "--lake", folder.path("lake"), "--preview", "--samples", "20000", "--json"],
    ]
    for command in commands {
      let here = try KithProgram.run(command)
      let there = try KithProgram.run(command + spark)
      #expect(here.code == 0 && here.text.count > 100, "\(here.text)")
      #expect(there.text == here.text, "\(command[0]) \(command[1])")
    }
    try lose(server, commands[0] + spark)
  }

  /// Kills the server while it works, and then asks it again.
  private func lose(_ server: SparkServer, _ command: [String]) throws {
    let pipe = Pipe()
    let process = try KithProgram.start(command, output: pipe)
    Thread.sleep(forTimeInterval: 3)
    server.stop()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let said = String(decoding: data, as: UTF8.self)
    #expect(process.terminationStatus == 2 && said.contains("does not answer"), "\(said)")
    let again = try KithProgram.run(command)
    #expect(again.code == 2 && again.text.contains("does not answer"), "\(again.text)")
    try folder.kith("lake", "verify", folder.path("lake"))
    try folder.kith("store", "verify", "--store", folder.path("store.duckdb"))
  }

  @Test("a lake with a file of no manifest, or an identified one, is not given to Spark")
  func refusals() throws {
    let file = try #require(folder.files().first { $0.contains("table=episodes") })
    try FileManager.default.copyItem(
      atPath: folder.path("lake/" + file), toPath: folder.path("lake/" + file + ".copy.parquet"))
    #expect(try folder.kith("lake", "verify", folder.path("lake"), code: 1).contains("of no whole export"))
    let bare = try KithProgram.run(["measures", "--store", "x", "--engine", "spark", "--year", "2026"])
    #expect(bare.code == 2 && bare.text.contains("Spark reads a lake"))
  }
}
