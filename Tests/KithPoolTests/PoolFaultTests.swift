import Foundation
import KithPool
import Testing

@Suite("Faults on the way into a pool")
struct PoolFaultTests {
  private let region: PoolRegion

  init() throws {
    region = try PoolRegion()
    for authority in ["301", "302"] {
      try region.need(2025, [Returned(id: "KID0001", upn: pupilNumber(1))], authority)
      try region.prepare(authority)
      #expect(try region.receive("from-" + authority).isAccepted)
    }
  }

  private var files: [String] { (FileManager.default.subpaths(atPath: region.path("pool")) ?? []).sorted() }

  private func tokens() -> [String] { files.filter { $0.hasSuffix("tokens.csv") } }

  @Test("a lake that cannot be written leaves the pool as it was, tokens and all, and the next run goes on")
  func lakeFails() throws {
    let pool = try region.pool()
    let before = pool.state
    // A file where a table's folder is to be.
    try FileManager.default.createDirectory(atPath: region.path("pool/lake"), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: region.path("pool/lake/collection=cin")))
    #expect(throws: (any Error).self) { try pool.match(under: region.permission(), program: "test") }
    #expect(pool.state == before && tokens().count == 2)
    try FileManager.default.removeItem(atPath: region.path("pool/lake/collection=cin"))
    #expect(try pool.match(under: region.permission(), program: "test").persons == 1)
    #expect(tokens().isEmpty)
    #expect(try pool.faults().isEmpty)
  }

  @Test("a state that cannot be written takes in no package, and leaves none behind")
  func stateFails() throws {
    try region.need(2025, [Returned(id: "KID0001", upn: pupilNumber(1))], "303")
    try region.prepare("303")
    let pool = try region.pool()
    let before = (pool.state, files)
    // A folder that is not empty cannot be taken the place of by a file.
    let state = region.path("pool/pool.json")
    let bytes = try Data(contentsOf: URL(filePath: state))
    try FileManager.default.removeItem(atPath: state)
    try FileManager.default.createDirectory(atPath: state + "/x", withIntermediateDirectories: true)
    #expect(throws: PoolError.self) { try pool.receive(region.path("from-303"), under: region.permission()) }
    #expect(pool.state == before.0)
    try FileManager.default.removeItem(atPath: state)
    try bytes.write(to: URL(filePath: state))
    pool.close()
    #expect(try region.pool().state == before.0 && files == before.1)
  }

  @Test("what a run that was killed left is taken away when the pool is opened: packages, copies and destroyed tokens")
  func killed() throws {
    let sent = try FileManager.default.contentsOfDirectory(atPath: region.path("pool/packages"))
    let before = files
    for name in [".part-303-abc", "303-abcdefabcdef"] {
      try FileManager.default.copyItem(
        atPath: region.path("from-301"), toPath: region.path("pool/packages/" + name))
    }
    _ = try region.pool()
    #expect(files == before)
    let kept = try Data(contentsOf: URL(filePath: region.path("pool/packages/\(sent[0])/tokens.csv")))
    _ = try region.pool().match(under: region.permission(), program: "test")
    try kept.write(to: URL(filePath: region.path("pool/packages/\(sent[0])/tokens.csv")))
    _ = try region.pool()
    #expect(tokens().isEmpty)
  }

  @Test("one program at a time works on a pool, and a folder of something else is none")
  func alone() throws {
    let pool = try region.pool()
    #expect(throws: PoolError.self) { try region.pool() }
    pool.close()
    _ = try region.pool()
    #expect(throws: PoolError.self) { try Pool(region.path("from-301"), make: true) }
    #expect(throws: PoolError.self) { try Pool(region.path("nowhere")) }
  }

  @Test("a log of which a line was changed, and a file of the pool that was changed, are found")
  func changed() throws {
    _ = try region.pool().match(under: region.permission(), program: "test")
    let state = region.path("pool/pool.json")
    let text = try String(contentsOfFile: state, encoding: .utf8)
    try Data(text.replacing("round 1:", with: "round 7:").utf8).write(to: URL(filePath: state))
    #expect(try region.pool().faults().contains { $0.hasPrefix("The log is not as it was written, from line 3") })
    try Data(text.utf8).write(to: URL(filePath: state))
    let file = try #require(files.first { $0.hasPrefix("packages") && $0.hasSuffix(".parquet") })
    var bytes = try Data(contentsOf: URL(filePath: region.path("pool/" + file)))
    bytes[bytes.count / 2] ^= 0xFF
    try bytes.write(to: URL(filePath: region.path("pool/" + file)))
    #expect(try !region.pool().faults().isEmpty)
  }
}
