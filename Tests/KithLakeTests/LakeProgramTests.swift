import Foundation
import KithEngine
import KithTesting
import Testing

@Suite("kith lake")
struct LakeProgramTests {
  private let folder: LakeFolder

  init() throws { folder = try LakeFolder() }

  @Test("a pseudonymised lake restores to a store of the same measures, and holds no identifier")
  func pseudonymised() throws {
    try folder.export()
    let restored = try folder.kith("lake", "import", folder.path("lake"), "--store", folder.path("again.duckdb"))
    #expect(restored.contains("every row is as it was written"))
    for year in ["2025", "2026"] {
      let figures = try ["store", "again"].map {
        try folder.kith(
          "measures", "--store", folder.path($0 + ".duckdb"), "--year", year, "--by", "age", "--by", "placement",
          "--csv")
      }
      #expect(figures[0] == figures[1] && figures[0].split(separator: "\n").count > 500)
    }
    #expect(try identifiers(in: "again.duckdb").isDisjoint(with: try identifiers(in: "store.duckdb")))
    #expect(folder.files().filter { $0.hasPrefix("collection") }.allSatisfy { $0.contains("synthetic-submission-") })
  }

  private func identifiers(in store: String) throws -> Set<String> {
    let connection = try Engine(.duckDB(path: folder.path(store), readOnly: true)).connect()
    let places = [
      ("ssda903_header", "child"), ("ssda903_header", "upn"), ("cin_childidentifiers", "lachildid"),
      ("cin_childidentifiers", "upn"), ("ssda903_episodes", "home_post"), ("ssda903_episodes", "urn"),
      ("ssda903_swepisodes", "sw_id"),
    ]
    return try Set(
      places.flatMap { table, column in
        try connection.query("SELECT DISTINCT \(identifier: column) AS v FROM \(identifier: table)").text("v").values
          .compactMap { $0 }.filter { !$0.hasPrefix("UN") }
      })
  }

  @Test("only what changed is written again; another agreement or key is refused without --replace")
  func changes() throws {
    #expect(try folder.export().contains("Wrote 8 submissions"))
    let before = folder.files()
    #expect(try folder.export().contains("Wrote 0 submissions to \(folder.path("lake")), left 8"))
    #expect(folder.files() == before)
    try folder.kith(
      "synth", "--las", "1", "--years", "1", "--seed", "10", "--children", "60", "--out", folder.path("more"))
    try folder.kith("load", folder.path("more"), "--each", "--store", folder.path("store.duckdb"), "--unchecked")
    let said = try folder.export()
    #expect(said.contains("Wrote 2 submissions"), "\(said)")
    let after = folder.files()
    let moved = Set(before).subtracting(after).filter { $0.hasPrefix("collection=") }
    #expect(Set(after).intersection(before).count > before.count / 2 && moved.allSatisfy { !$0.contains("la=011") })
    #expect(try folder.export(project: "q", code: 2).contains("another agreement, with another key"))
    #expect(try folder.export("lake", ["--replace"], project: "q").contains("left 0 as they were"))
    try folder.kith("lake", "verify", folder.path("lake"))
  }

  @Test("fields that the agreement does not name are not in the lake, and measures say so")
  func narrow() throws {
    try folder.export(entry: "narrow")
    try folder.kith("lake", "import", folder.path("lake"), "--store", folder.path("again.duckdb"))
    let connection = try Engine(.duckDB(path: folder.path("again.duckdb"), readOnly: true)).connect()
    let found = try connection.query(
      "SELECT count(place) + count(home_post) AS gone, count(decom) AS there, count(child) AS n FROM ssda903_episodes")
    #expect(try found.integers("gone")[0] == 0 && found.integers("there")[0] == found.integers("n")[0])
    let text = try folder.kith(
      "measures", "--store", folder.path("again.duckdb"), "--year", "2026", "--measure", "cla_3plus_pct")
    #expect(text.contains("RNE of Episodes was not in the extract") && !text.contains(" of 21"), "\(text)")
  }

  @Test("an identified lake is encrypted, restores to the very same rows and log, and needs its key")
  func identified() throws {
    let key = folder.fixture.path("store.key")
    let store = folder.path("locked.duckdb")
    try folder.kith("load", folder.fixture.path("synth"), "--each", "--store", store, "--key-file", key, "--unchecked")
    try folder.kith(
      "lake", "export", "--store", store, "--key-file", key, "--identified", "--out", folder.path("copy"))
    #expect(try folder.kith("store", "log", "--store", store, "--key-file", key).contains("identified, encrypted"))
    try folder.kith("lake", "import", folder.path("copy"), "--store", folder.path("new.duckdb"), code: 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path("new.duckdb")))
    try folder.kith(
      "lake", "import", folder.path("copy"), "--store", folder.path("new.duckdb"), "--key-file", key)
    let log = try folder.kith("store", "log", "--store", folder.path("new.duckdb"), "--key-file", key)
    #expect(log.contains("restored from a lake") && log.contains("load: submission 1"))
    try folder.kith("store", "verify", "--store", folder.path("new.duckdb"), "--key-file", key)
    let connection = try Engine(.duckDB()).connect()
    let file = try #require(folder.files("copy").first)
    #expect(throws: EngineError.self) {
      try connection.query("SELECT * FROM \(parquet: folder.path("copy") + "/" + file)")
    }
    #expect(try folder.kith("lake", "export", "--store", store, "--out", folder.path("x"), code: 2).contains("kith:"))
  }

  @Test("what is erased from the store leaves its lakes, and comes back without the child at the next export")
  func erasure() throws {
    try folder.export()
    let child = try #require(try someChild())
    let said = try folder.kith(
      "store", "erase", "--store", folder.path("store.duckdb"), "--child", child, "--la", "010", "--reason", "request")
    #expect(said.contains("out of the lake at"), "\(said)")
    try folder.kith("lake", "verify", folder.path("lake"))
    #expect(try folder.export().contains("took") == false)
    try folder.kith("lake", "import", folder.path("lake"), "--store", folder.path("again.duckdb"))
    try folder.kith(
      "store", "erase", "--store", folder.path("store.duckdb"), "--submission", "1", "--reason", "request")
    #expect(!folder.files().contains { $0.contains("submission-1-") })
    try folder.kith("store", "verify", "--store", folder.path("store.duckdb"))
  }

  /// A child of the store, whose file is let go of before this returns.
  private func someChild() throws -> String? {
    let connection = try Engine(.duckDB(path: folder.path("store.duckdb"), readOnly: true)).connect()
    return try connection.query("SELECT min(child) AS child FROM ssda903_header").text("child")[0]
  }

  @Test("--json has the shape that docs/json.md documents")
  func shape() throws {
    let text = try folder.export("lake", ["--json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "command", "pseudonymised", "synthetic", "agreement", "agreementSha256", "submissions", "written", "kept",
        "dropped", "rows", "files",
      ])
  }
}
