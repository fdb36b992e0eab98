import Foundation
import KithTesting
import Testing

@Suite("Nothing leaves the machine")
struct NoNetworkTests {
  private let folder: LakeFolder

  init() throws { folder = try LakeFolder() }

  @Test(
    "no command opens a connection to another machine", .enabled(if: mayTrace, "strace is not there or may not be used")
  )
  func noConnection() throws {
    let store = ["--store", folder.path("store.duckdb")]
    let commands: [[String]] = [
      ["doctor"],
      ["synth", "--las", "1", "--years", "1", "--children", "30", "--seed", "2", "--out", folder.path("s")],
      ["check", folder.fixture.path("synth/010/2026/cin"), "--year", "2026", "--la", "010"],
      ["load", "--each", folder.path("s"), "--store", folder.path("other.duckdb"), "--unchecked"],
      ["measures", "--year", "2026"] + store, ["link", "persons"] + store, ["store", "verify"] + store,
      folder.exporting(), ["measures", "--lake", folder.path("lake"), "--year", "2026"],
    ]
    for command in commands {
      let log = folder.path("trace")
      _ = try Self.run(
        ["-f", "-e", "trace=socket,connect,sendto,sendmsg", "-o", log, KithProgram.path ?? ""] + command)
      let calls = try String(contentsOfFile: log, encoding: .utf8)
      #expect(calls.contains("exited with") && !calls.contains("exited with 2"), "\(command[0])")
      #expect(!calls.contains("AF_INET"), "\(command[0]) opened a connection")
    }
  }

  @Test(
    "the trace shows a connection where there is one", .enabled(if: mayTrace, "strace is not there or may not be used"))
  func seen() throws {
    let log = folder.path("trace")
    _ = try Self.run(
      ["-f", "-e", "trace=socket,connect", "-o", log, "/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9 || true"])
    #expect(try String(contentsOfFile: log, encoding: .utf8).contains("AF_INET"))
  }

  private static let mayTrace = (try? run(["-o", "/dev/null", "/bin/true"])) == 0

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/strace")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
