import Foundation
import KithStore
import KithTesting
import Testing

@Suite("The program and a store", .serialized)
struct ProgramTests {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    _ = try folder.lookedAfter(["episodes": someEpisodes], in: "returns/301/2025")
    _ = try folder.lookedAfter(["episodes": someEpisodes], in: "returns/302/2024")
    _ = try folder.lookedAfter(["episodes": someEpisodes], in: "returns/302/2024/prev")
  }

  @Test("a folder of many is loaded by the years and authorities in its paths")
  func each() throws {
    let (code, text) = try KithProgram.run(["load", "--each", folder.path + "/returns", "--store", folder.store])
    #expect(code == 0)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("This store is not encrypted"))
    #expect(
      lines[1].hasPrefix("SSDA903 2024/25 of 301 Barking and Dagenham is loaded as submission 1, version 1: 3 rows"))
    #expect(lines[2].hasPrefix("SSDA903 2023/24 of 302 Barnet is loaded as submission 2"))
    let log = try KithProgram.run(["store", "log", "--store", folder.store])
    #expect(log.text.contains("2  load: submission 2, version 1, 3 rows"))
    #expect(try KithProgram.run(["store", "verify", "--store", folder.store]).code == 0)
  }

  @Test("a synthetic England is loaded as synthetic as it was written, and checked by year")
  func synthetic() throws {
    let out = folder.path + "/england"
    let synth = "synth --las 2 --years 3 --last 2025 --children 40 --errors --prev --out"
    #expect(try KithProgram.run(synth.split(separator: " ").map { String($0) } + [out]).code == 0)
    let (code, text) = try KithProgram.run(["load", "--each", out, "--store", folder.store, "--unchecked"])
    #expect(code == 0)
    #expect(text.split(separator: "\n").count == 13)
    let store = try Store(folder.store, for: .reading)
    #expect(try store.submissions.allSatisfy { $0.isSynthetic && ["010", "011"].contains($0.authority) })
    #expect(try Set(store.submissions.map { "\($0.collection) \($0.year) \($0.authority)" }).count == 12)
    let check = try KithProgram.run(["check", "--each", out, "--year", "2025"])
    #expect(check.code == 1)
    #expect(check.text.contains("4 returns, ") && !check.text.contains("Could not read"))
  }

  @Test("an invented authority's number is taken with a mark of the synthetic, in the folder or the files' names")
  func invented() throws {
    let load = ["load", "--year", "2025", "--la", "010", "--unchecked", "--store", folder.store]
    let real = try KithProgram.run(load + [folder.path + "/returns/301/2025"])
    #expect(real.code == 2)
    #expect(real.text.contains(#"No local authority is called "010""#))
    _ = try folder.lookedAfter(["synthetic_episodes": someEpisodes], in: "named")
    #expect(try KithProgram.run(load + [folder.path + "/named"]).text.contains("of 010 (synthetic) is loaded"))
    try folder.write("returns/301/2025/SYNTHETIC.txt", "")
    let marked = try KithProgram.run(load + [folder.path + "/returns/301/2025/episodes.csv"])
    #expect(marked.text.contains("of 010 (synthetic) is in the store already"))
  }

  @Test("synthetic files beside real ones are refused")
  func mixed() throws {
    let header = "CHILD | SEX | DOB | ETHNIC | UPN | MOTHER | MC_DOB"
    _ = try folder.lookedAfter(["synthetic_header": header, "episodes": someEpisodes], in: "mixed")
    let load = ["load", folder.path + "/mixed", "--year", "2025", "--la", "301", "--store", folder.store]
    let (code, text) = try KithProgram.run(load)
    #expect(code == 2)
    #expect(text.contains("Some of these files are marked as synthetic and some are not"))
  }

  @Test("a busy store is waited for, and one that stays busy says so")
  func busy() throws {
    let load = ["load", folder.path + "/returns/301/2025", "--year", "2025", "--la", "301", "--unchecked"]
    var holder: Store? = try Store(folder.store, for: .writing)
    #expect(try holder?.submissions.isEmpty == true)
    let (code, text) = try KithProgram.run(load + ["--store", folder.store, "--wait", "1"])
    #expect(code == 2)
    #expect(text.contains("is busy: another program is at work on it. Waiting up to 1 seconds."))
    #expect(text.contains("Try again when it has ended"))
    let pipe = Pipe()
    let waiting = try KithProgram.start(load + ["--store", folder.store, "--wait", "60"], output: pipe)
    Thread.sleep(forTimeInterval: 1)
    holder = nil
    let said = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    waiting.waitUntilExit()
    #expect(waiting.terminationStatus == 0)
    #expect(said.contains("is loaded as submission 1"))
  }

  @Test("the JSON objects have the shapes that docs/json.md gives")
  func shapes() throws {
    let load = ["load", folder.path + "/returns/301/2025", "--year", "2025", "--la", "301", "--store", folder.store]
    let loaded = try object(load + ["--json"])
    #expect(Set(loaded.keys) == ["command", "encrypted", "submissions", "failures"])
    let item = try #require((loaded["submissions"] as? [[String: Any]])?.first)
    #expect(
      Set(item.keys) == [
        "collection", "year", "authority", "submission", "state", "version", "rows", "errors", "queries",
      ])
    let again = try #require((try object(load + ["--json"])["submissions"] as? [[String: Any]])?.first)
    #expect(again["state"] as? String == "already there")
    let log = try object(["store", "log", "--store", folder.store, "--json"])
    #expect(Set(log.keys) == ["command", "encrypted", "submissions", "log"])
    let submission = try #require((log["submissions"] as? [[String: Any]])?.first)
    #expect(
      Set(submission.keys) == [
        "submission", "collection", "year", "authority", "version", "state", "rows", "ruleBook", "errors", "queries",
        "synthetic", "sha256",
      ])
    let line = try #require((log["log"] as? [[String: Any]])?.first)
    #expect(Set(line.keys) == ["number", "action", "detail", "asOf", "sha256"])
  }

  private func object(_ arguments: [String]) throws -> [String: Any] {
    let (code, text) = try KithProgram.run(arguments)
    #expect(code == 0)
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  @Test("readers share a store")
  func readers() throws {
    try Store(folder.store, for: .writing).load(folder, year: 2025, episodes: someEpisodes)
    let reader = try Store(folder.store, for: .reading)
    #expect(try KithProgram.run(["store", "verify", "--store", folder.store, "--wait", "0"]).code == 0)
    #expect(try reader.submissions.count == 1)
  }

  @Test("a loader that is killed at any moment leaves a whole store, with the submission wholly in or wholly out")
  func killed() throws {
    let times = ProcessInfo.processInfo.environment["KITH_LONG_TESTS"] == nil ? 5 : 50
    var chance = SeededChance(seed: 903)
    let source = try bigReturn()
    let load = ["load", source, "--year", "2025", "--la", "301", "--unchecked", "--store", folder.store]
    try Store(folder.store, for: .writing).load(folder, year: 2025, episodes: someEpisodes)
    var wasIn = 0
    for _ in 0..<times {
      let process = try KithProgram.start(load)
      Thread.sleep(forTimeInterval: Double.random(in: 0.02...1.2, using: &chance))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let store = try Store(folder.store, for: .writing)
      #expect(try store.verify() == [])
      let current = try #require(try store.submissions.last { $0.state == "current" })
      let rows = try store.rows(
        "SELECT count(*) AS n FROM ssda903_episodes WHERE submission = \(current.id)", ["n"])
      #expect(rows == ["\(current.rows)"])
      #expect([3, 30_000].contains(current.rows))
      if current.rows == 30_000 {
        wasIn += 1
        _ = try store.erase(.submission(current.id), reason: "to load it again")
        try store.load(folder, year: 2025, episodes: someEpisodes)
      }
    }
    #expect(wasIn <= times)
  }

  @Test("a loader that is killed while it makes a store leaves one that opens, or none")
  func killedEarly() throws {
    let times = ProcessInfo.processInfo.environment["KITH_LONG_TESTS"] == nil ? 5 : 50
    var chance = SeededChance(seed: 904)
    for time in 0..<times {
      let path = folder.path + "/new-\(time).duckdb"
      let load = ["load", folder.path + "/returns/301/2025", "--year", "2025", "--la", "301", "--unchecked"]
      let process = try KithProgram.start(load + ["--store", path])
      Thread.sleep(forTimeInterval: Double.random(in: 0.02...0.5, using: &chance))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let store = try Store(path, for: .writing)
      #expect(try store.verify() == [])
      #expect(try [[], [3]].contains(store.submissions.map(\.rows)))
    }
  }

  private func bigReturn() throws -> String {
    let heading = someEpisodes.split(separator: "\n")[0].replacing(" | ", with: ",")
    let rows = (0..<30_000).map { "K\($0),14/02/2024,S,C2,N1,U6,PR1,,,,ZZ1 1ZA,ZZ1 2ZA,SC900001" }
    try folder.write("big/episodes.csv", ([String(heading)] + rows).joined(separator: "\n"))
    return folder.path + "/big"
  }
}
