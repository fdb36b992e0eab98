import Foundation
import KithEngine
import KithStore
import KithTesting
import Testing

@Suite("What a store keeps, and how it is taken out")
struct KeepingTests {
  let folder: TestFolder
  let store: Store

  init() throws {
    folder = try TestFolder()
    store = try Store(folder.store, for: .writing)
    try store.load(folder, year: 2025, episodes: someEpisodes)
  }

  @Test(
    "verify finds what was changed",
    arguments: [
      "UPDATE ssda903_episodes SET place = 'U4' WHERE position = 0",
      "UPDATE ssda903_episodes SET dec = NULL WHERE position = 0", "DELETE FROM ssda903_episodes WHERE position = 2",
      "UPDATE submission SET row_count = 4", "INSERT INTO ssda903_reviews (submission, position) VALUES (9, 0)",
      "UPDATE access_log SET detail = 'nothing'", "DELETE FROM submission_table",
    ])
  func tampering(statement: String) throws {
    #expect(try store.verify() == [])
    try store.connection.execute("\(raw: statement)")
    #expect(try store.verify().isEmpty == false)
  }

  @Test("a line taken out of the log shows, wherever it stood but at the end")
  func chain() throws {
    try store.noteListing(of: "episodes that fail 355", rows: 4, purpose: "to mend them", asOf: "June")
    try store.noteListing(of: "children in need", rows: 2, purpose: "audit")
    #expect(try store.accessLog.map(\.action) == ["load", "list", "list"])
    #expect(try store.verify() == [])
    try store.connection.execute("DELETE FROM access_log WHERE number = 2")
    #expect(try store.verify() == ["The log is not as it was written, from line 2."])
  }

  @Test("superseded submissions beyond the number kept are taken out; their place in the history stays")
  func retained() throws {
    for day in ["01", "02", "03"] {
      try store.load(folder, year: 2025, episodes: someEpisodes.replacing("31/02/2025", with: "\(day)/02/2025"))
    }
    #expect(try store.retain(superseded: 1) == [1, 2])
    #expect(try store.submissions.map(\.state) == ["removed", "removed", "superseded", "current"])
    #expect(
      try store.rows("SELECT DISTINCT submission FROM ssda903_episodes ORDER BY 1", ["submission"]) == ["3", "4"])
    #expect(try store.retain(superseded: 1) == [])
    #expect(try store.verify() == [])
  }

  @Test("an erased child leaves no row and no byte, and the log does not say who")
  func erasedChild() throws {
    let episodes = someEpisodes.replacing("  B |", with: "  ZEBEDEE77 |").replacing("\nB |", with: "\nZEBEDEE77 |")
    try store.load(folder, year: 2026, episodes: episodes)
    #expect(try bytes(hold: "ZEBEDEE77"))
    #expect(try store.erase(.child("zebedee77", authority: "301"), reason: "request 12", asOf: "July") == 1)
    #expect(try store.rows("SELECT child FROM ssda903_episodes", ["child"]).contains("ZEBEDEE77") == false)
    #expect(try bytes(hold: "ZEBEDEE77") == false)
    #expect(try store.accessLog.last?.detail == "child erased from submission 2, 1 rows")
    #expect(
      try store.rows("SELECT * FROM erasure", ["submission", "kind", "reason", "row_count"]) == [
        "2 | child | request 12 | 1"
      ])
    #expect(try store.rows("SELECT count(*) AS n FROM spell", ["n"]) != ["0"])
    #expect(try store.verify() == [])
  }

  @Test("an erased child of a CIN Census takes the rows that stand in theirs along")
  func erasedInNeed() throws {
    let child = { (id: String) in
      """
      <Child><ChildIdentifiers><LAchildID>\(id)</LAchildID></ChildIdentifiers><CINdetails>
      <CINreferralDate>2024-05-01</CINreferralDate><Assessments>
      <AssessmentActualStartDate>2024-05-02</AssessmentActualStartDate>
      <FactorsIdentifiedAtAssessment><AssessmentFactors>2A</AssessmentFactors></FactorsIdentifiedAtAssessment>
      </Assessments></CINdetails></Child>
      """
    }
    let census = try folder.inNeed(year: 2025, children: child("P1") + child("P2"))
    _ = try store.load(LoadRequest(census, year: 2025, authority: "301"))
    _ = try store.erase(.child("P1", authority: "301"), reason: "request 13")
    for table in ["cin_childidentifiers", "cin_cindetails", "cin_assessments", "cin_assessmentfactorslist"] {
      #expect(try store.rows("SELECT lachildid FROM \(table)", ["lachildid"]) == ["P2"])
    }
    #expect(try store.verify() == [])
  }

  @Test("a program that ends between deleting and writing the file anew leaves that to the next that writes")
  func unfinished() throws {
    try store.connection.execute("INSERT INTO store_note VALUES ('rewrite', 'due')")
    #expect(try store.verify().count == 1)
    let other = folder.path + "/copy.duckdb"
    try store.connection.execute("CHECKPOINT store")
    try FileManager.default.copyItem(atPath: folder.store, toPath: other)
    let mended = try Store(other, for: .changing)
    #expect(try mended.verify() == [])
    #expect(try mended.submissions == store.submissions)
    #expect(throws: EngineError.self) { try mended.connection.execute("INSERT INTO file (name) VALUES ('a')") }
  }

  @Test("an erased submission leaves its place, and a number is not used again")
  func erasedSubmission() throws {
    #expect(try store.erase(.submission(1), reason: "sent in error") == 3)
    #expect(try store.submissions.map(\.state) == ["erased"])
    #expect(
      try store.load(folder, year: 2025, episodes: someEpisodes) == .loaded(id: 2, version: 2, rows: 3, superseded: nil)
    )
    #expect(throws: StoreError.self) { try store.erase(.submission(1), reason: "again") }
    #expect(throws: StoreError.self) { try store.erase(.child("nobody", authority: "301"), reason: "again") }
  }

  /// Whether the file, or the log beside it, holds these bytes.
  private func bytes(hold text: String) throws -> Bool {
    try store.connection.execute("CHECKPOINT store")
    let files = [folder.store, folder.store + ".wal", folder.store + ".fresh"]
    return files.contains { FileManager.default.contents(atPath: $0)?.firstRange(of: Data(text.utf8)) != nil }
  }
}

@Suite("A store that is encrypted")
struct EncryptedStoreTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test("it opens with its key and no other, and what is said never shows a key")
  func keys() throws {
    let key = try StoreKey("a key for tests\n")
    do {
      let store = try Store(folder.store, for: .writing, key: key)
      try store.load(folder, year: 2025, episodes: someEpisodes.replacing("A |", with: "ZEBEDEE77 |"))
      #expect(store.warning == nil)
      _ = try store.erase(.child("B", authority: "301"), reason: "request 14")
    }
    let bytes = try Data(contentsOf: URL(filePath: folder.store))
    #expect(bytes.firstRange(of: Data("ZEBEDEE77".utf8)) == nil)
    let wrong = try StoreKey("another key")
    let refused = #expect(throws: StoreError.self) { try Store(folder.store, for: .reading, key: wrong) }
    #expect(refused?.reason == .wrongKey)
    #expect(refused?.description.contains("another") == false)
    #expect("\(wrong)" == "(key)")
    let without = #expect(throws: StoreError.self) { try Store(folder.store, for: .reading) }
    #expect(without?.reason == .needsKey)
    #expect(try Store(folder.store, for: .reading, key: key).verify() == [])
  }

  @Test("a key for a store that has none is refused, and a store without one says so")
  func plain() throws {
    #expect(try Store(folder.store, for: .writing).warning?.hasPrefix("This store is not encrypted") == true)
    let key = try StoreKey("a key for tests")
    let error = #expect(throws: StoreError.self) { try Store(folder.store, for: .reading, key: key) }
    #expect(error?.reason == .notEncrypted)
  }

  @Test("a key comes from a file before the environment, and a short one is refused")
  func given() throws {
    let file = try folder.write("key", "from the file\n")
    let environment = ["KITH_STORE_KEY": "from the environment"]
    #expect(try StoreKey.given(file: file, environment: environment) != nil)
    #expect(try StoreKey.given(file: nil, environment: environment) != nil)
    #expect(try StoreKey.given(file: nil, environment: [:]) == nil)
    #expect(throws: StoreError.self) { try StoreKey("short") }
    #expect(throws: StoreError.self) { try StoreKey(file: folder.path + "/none") }
  }
}
