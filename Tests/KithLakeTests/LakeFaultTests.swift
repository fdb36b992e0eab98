import Foundation
import KithEngine
import KithLake
import KithStore
import KithTesting
import Testing

@Suite("Faults on the way to a lake")
struct LakeFaultTests {
  private let folder: LakeFolder

  init() throws { folder = try LakeFolder() }

  @Test("an export that is killed leaves no half lake, and the next one makes it whole")
  func killed() throws {
    for moment in [0.05, 0.2, 0.5, 0.8] {
      let process = try KithProgram.start(folder.exporting())
      Thread.sleep(forTimeInterval: moment)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if FileManager.default.fileExists(atPath: folder.path("lake/manifest.json")) {
        try folder.kith("lake", "verify", folder.path("lake"))
      }
      try folder.kith("store", "verify", "--store", folder.path("store.duckdb"))
    }
    try folder.export()
    try folder.kith("lake", "verify", folder.path("lake"))
    try folder.export("other")
    #expect(folder.files() == folder.files("other"))
  }

  @Test(
    "a disk that is full ends an export with a clear error and leaves the lake that was there", .enabled(if: mayMount))
  func full() throws {
    let arguments = folder.exporting("small/lake").map { "'\($0)'" }.joined(separator: " ")
    let script = """
      mkdir -p '\(folder.path("small"))' && mount -t tmpfs -o size=160k tmpfs '\(folder.path("small"))'
      '\(KithProgram.path ?? "")' \(arguments) 2>&1; echo "code $?"
      ls -A '\(folder.path("small/lake"))' | grep -c part-
      """
    let said = try run("/usr/bin/unshare", ["-m", "bash", "-c", script])
    #expect(said.contains("with room") && said.contains("code 2") && said.hasSuffix("\n0\n"), "\(said)")
    try folder.kith("store", "verify", "--store", folder.path("store.duckdb"))
  }

  @Test("a store that cannot be written to makes no lake, as the log must name it first")
  func readOnly() throws {
    let store = try Store(folder.path("store.duckdb"), for: .reading)
    let recipe = LakeRecipe.identified(key: try StoreKey("a-key-of-the-store"))
    let export = try LakeExport(store, to: folder.path("lake"), recipe, program: "test", replace: false)
    let fault = #expect(throws: LakeError.self) { try export.run(asOf: nil) }
    #expect(fault?.reason == .notWritable)
    #expect(folder.files().isEmpty)
  }

  @Test("a file that was changed is found, is not restored, and no store is left behind")
  func corrupt() throws {
    try folder.export()
    let file = try #require(folder.files().first { $0.contains("table=episodes") })
    var bytes = try Data(contentsOf: URL(filePath: folder.path("lake/" + file)))
    bytes[bytes.count / 2] ^= 0xFF
    try bytes.write(to: URL(filePath: folder.path("lake/" + file)))
    #expect(try folder.kith("lake", "verify", folder.path("lake"), code: 1).contains("not as it was written"))
    let said = try folder.kith(
      "lake", "import", folder.path("lake"), "--store", folder.path("again.duckdb"), code: 2)
    #expect(said.contains("nothing was restored"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("again.duckdb")))
    try FileManager.default.removeItem(atPath: folder.path("lake/" + file))
    try folder.export()
    try folder.kith("lake", "verify", folder.path("lake"))
  }

  @Test("a folder that holds something else is not written to")
  func otherFolder() throws {
    try FileManager.default.createDirectory(atPath: folder.path("lake"), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: folder.path("lake/notes.txt")))
    #expect(try folder.export(code: 2).contains("something else than a lake"))
  }

  /// Whether this user may mount a small disk of its own.
  private static let mayMount: Bool = {
    (try? run("/usr/bin/unshare", ["-m", "bash", "-c", "mount -t tmpfs tmpfs /mnt && echo may"])) == "may\n"
  }()

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private func run(_ program: String, _ arguments: [String]) throws -> String { try Self.run(program, arguments) }
}
