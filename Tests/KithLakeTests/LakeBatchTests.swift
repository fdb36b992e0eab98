import Foundation
import KithEngine
@testable import KithLake
import KithRegister
import KithStore
import KithTables
import Testing

@Suite("Batches of a lake's submissions")
struct LakeBatchTests {
  private let folder: LakeFolder
  private let recipe: LakeRecipe

  init() throws {
    folder = try LakeFolder()
    let day = try #require(Day(iso: "2026-06-30"))
    let permission = try Register(file: folder.fixture.path("register.json")).permission(by: "region", on: day)
    recipe = .pseudonymised(permission, KeyedValues(key: Array("a key of the tests".utf8)))
  }

  /// An export that writes this many submissions at a time, and publishes after each two.
  private func export(_ lake: String, submissions: Int = 40, rows: Int = 250_000, threads: Int = 2) throws {
    let store = try Store(folder.path("store.duckdb"), for: .changing)
    var export = try LakeExport(store, to: folder.path(lake), recipe, program: "test", replace: false)
    export.pace.submissions = submissions
    export.pace.rows = rows
    export.pace.threads = threads
    export.pace.firstRound = submissions == 40 ? 100 : 2
    _ = try export.run(asOf: "2026-06-30")
  }

  /// Changes the store as no command does.
  private func change(_ statement: SQL) throws {
    try Engine(.duckDB(path: folder.path("store.duckdb"))).connect().execute(statement)
  }

  private func everything(in lake: String) throws -> [String: Data] {
    try (FileManager.default.subpaths(atPath: folder.path(lake)) ?? []).reduce(into: [:]) { files, name in
      let path = folder.path(lake) + "/" + name
      let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      files[name] = type == .typeDirectory ? Data() : try Data(contentsOf: URL(filePath: path))
    }
  }

  @Test("the same store gives the same bytes, whatever is written at a time, by however many threads")
  func bytes() throws {
    try export("all")
    try export("again")
    try export("each", submissions: 1)
    try export("few", submissions: 3, threads: 1)
    try export("rows", rows: 1_000, threads: 3)
    let all = try everything(in: "all")
    #expect(all.count > 80)
    for lake in ["again", "each", "few", "rows"] { #expect(try everything(in: lake) == all, "\(lake)") }
  }

  @Test("each file holds the rows of its submission, in their order, and no other's")
  func files() throws {
    try export("lake")
    let manifest = try LakeManifest(of: folder.path("lake"))
    let connection = try Engine(.duckDB()).connect()
    for submission in manifest.submissions {
      for file in submission.files {
        let found = try connection.query(
          """
          SELECT submission, position FROM read_parquet(
            \(literal: folder.path("lake/" + file.path)), hive_partitioning = false)
          """)
        let (ids, places) = (try found.integers("submission").values, try found.integers("position").values)
        #expect(ids == Array(repeating: Int64(submission.submission), count: file.rows))
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted() && Set(places).count == file.rows)
      }
    }
  }

  @Test("an identifier in the place of a code in one submission stops all, names it, and leaves no file")
  func unfit() throws {
    let last = try #require(try count("SELECT max(submission) AS n FROM ssda903_episodes"))
    try change("UPDATE ssda903_episodes SET urn = 'A12345678', pl_la = NULL WHERE submission = \(last)")
    try change("UPDATE ssda903_episodes SET pl_la = urn WHERE submission = \(last) AND position < 2")
    let fault = #expect(throws: LakeError.self) { try export("lake") }
    #expect(fault?.reason == .unfit)
    #expect(fault?.description.hasPrefix("2 cells of ssda903_episodes of submission \(last) ") == true)
    #expect(try everything(in: "lake").isEmpty)
  }

  private func count(_ query: SQL) throws -> Int? {
    try Engine(.duckDB(path: folder.path("store.duckdb"), readOnly: true)).connect().query(query).integers("n")[0]
      .map(Int.init)
  }

  /// Takes the children out of the last census.
  private let fromLast: SQL = """
    DELETE FROM cin_childidentifiers WHERE submission = (SELECT max(submission) FROM cin_childidentifiers)
    """

  @Test("a submission that lost a row stops all, and is named")
  func lost() throws {
    try change("\(sql: fromLast) AND position = 0")
    let last = try #require(try count("SELECT max(submission) AS n FROM cin_childidentifiers"))
    let fault = #expect(throws: LakeError.self) { try export("lake", submissions: 3) }
    #expect(fault?.description.hasPrefix("Submission \(last): cin_childidentifiers is not as it was loaded") == true)
  }

  @Test("what was published before a failure stands, and the next export goes on from there")
  func goesOn() throws {
    try FileManager.default.copyItem(atPath: folder.path("store.duckdb"), toPath: folder.path("whole.duckdb"))
    try change(fromLast)
    #expect(throws: LakeError.self) { try export("lake", submissions: 1) }
    let first = try LakeManifest(of: folder.path("lake"))
    #expect(first.submissions.count > 1 && first.submissions.count < 8)
    #expect(try Lake(folder.path("lake")).faults() == [])
    try FileManager.default.removeItem(atPath: folder.path("store.duckdb"))
    try FileManager.default.moveItem(atPath: folder.path("whole.duckdb"), toPath: folder.path("store.duckdb"))
    let dates = try modified(first)
    try export("lake", submissions: 1)
    #expect(try modified(first) == dates)
    try export("other")
    #expect(try everything(in: "lake") == everything(in: "other"))
  }

  /// When the files of a manifest's submissions were last written.
  private func modified(_ manifest: LakeManifest) throws -> [Date?] {
    try manifest.submissions.flatMap(\.files).map { file in
      try FileManager.default.attributesOfItem(atPath: folder.path("lake/" + file.path))[.modificationDate] as? Date
    }
  }

  @Test("parts that a killed run left, whole or not, are gone after the next")
  func parts() throws {
    for part in ["lake/.part-1/cin_header/submission=1", "lake/.part-7/cin_header/submission=7"] {
      try FileManager.default.createDirectory(atPath: folder.path(part), withIntermediateDirectories: true)
      try Data("half".utf8).write(to: URL(filePath: folder.path(part + "/data_0.parquet")))
    }
    try export("lake")
    try export("other")
    #expect(try everything(in: "lake") == everything(in: "other"))
  }

  @Test("the links of persons are written again when they changed, and only then")
  func links() throws {
    try change("INSERT INTO person_link SELECT '010', child, 'P1', NULL, NULL, NULL FROM ssda903_header LIMIT 3")
    try export("lake")
    let place = { try #require(try LakeManifest(of: folder.path("lake")).tables.first { $0.table == "person_link" }) }
    let first = try place()
    #expect(first.rows == 3)
    try export("lake")
    #expect(try place() == first)
    try change("UPDATE person_link SET after_day = DATE '2024-01-01'")
    try export("lake")
    #expect(try place().path != first.path && place().rows == 3)
  }
}
