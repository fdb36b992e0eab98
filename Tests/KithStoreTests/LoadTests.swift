import KithEngine
import KithReturns
import KithStore
import KithTables
import KithTesting
import Testing

@Suite("Loading returns")
struct LoadTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test("a return is loaded once; the same files again change nothing; other files supersede it and it stays")
  func versions() throws {
    let store = try Store(folder.store, for: .writing)
    #expect(
      try store.load(folder, year: 2025, episodes: someEpisodes)
        == .loaded(id: 1, version: 1, rows: 3, superseded: nil))
    #expect(try store.load(folder, year: 2025, episodes: someEpisodes) == .alreadyThere(id: 1))
    let mended = someEpisodes.replacing("31/02/2025", with: "28/02/2025")
    #expect(
      try store.load(folder, year: 2025, episodes: mended) == .loaded(id: 2, version: 2, rows: 3, superseded: 1))
    #expect(try store.submissions.map(\.state) == ["superseded", "current"])
    #expect(try store.rows("SELECT count(*) AS n FROM ssda903_episodes", ["n"]) == ["6"])
    #expect(try store.verify() == [])
  }

  @Test("years and authorities stand beside each other")
  func places() throws {
    let store = try Store(folder.store, for: .writing)
    try store.load(folder, year: 2025, episodes: someEpisodes)
    try store.load(folder, year: 2024, episodes: someEpisodes)
    try store.load(folder, year: 2025, episodes: someEpisodes, authority: "302")
    #expect(try store.submissions.map(\.state) == ["current", "current", "current"])
  }

  @Test("values are typed, what cannot be read is kept apart, and the line of each row is known")
  func types() throws {
    let store = try Store(folder.store, for: .writing)
    try store.load(folder, year: 2025, episodes: someEpisodes)
    #expect(
      try store.rows(
        "SELECT * FROM ssda903_episodes ORDER BY position",
        ["position", "line", "child", "decom", "dec", "place", "place_mapped", "rec", "rec_mapped"]) == [
          "0 | 2 | A | 2024-02-14 | 2024-09-10 | U6 | U6 | X1 | X1", "1 | 3 | A | 2024-09-10 |  | H5 | K3 |  |",
          "2 | 4 | B | 2024-05-03 |  | U6 | U6 | E45 | SGO",
        ])
    #expect(
      try store.rows("SELECT * FROM unreadable", ["table_name", "position", "field", "text"]) == [
        "ssda903_episodes | 2 | DEC | 31/02/2025"
      ])
  }

  @Test("numbers with a fraction, and white space and letters beyond ASCII, are stored and found as they were loaded")
  func otherValues() throws {
    let store = try Store(folder.store, for: .writing)
    let episodes = someEpisodes.replacing("URN", with: "PL_DISTANCE").replacing("SC900001", with: " 12.30")
      .replacing("SC900002", with: "far").replacing("| U6 |", with: "|\u{A0}ü6\u{2003}|")
    try store.load(folder, year: 2025, episodes: episodes)
    #expect(
      try store.rows("SELECT * FROM ssda903_episodes ORDER BY position", ["place", "place_mapped", "pl_distance"]) == [
        "ü6 | ü6 | 12.3", "H5 | K3 |", "ü6 | ü6 | 12.3",
      ])
    #expect(
      try store.rows("SELECT * FROM unreadable ORDER BY position", ["position", "field", "text"]) == [
        "1 | PL_DISTANCE | FAR", "2 | DEC | 31/02/2025",
      ])
    #expect(try store.verify() == [])
  }

  @Test("what a year does not collect is told from what was not submitted")
  func notCollected() throws {
    let store = try Store(folder.store, for: .writing)
    try store.load(folder, year: 2023, episodes: someEpisodes)
    let census = try folder.inNeed(year: 2021, children: "")
    _ = try store.load(LoadRequest(census, year: 2021, authority: "301"))
    let states = try store.rows(
      "SELECT * FROM submission_table ORDER BY submission, table_name", ["submission", "table_name", "state"])
    #expect(states.contains("1 | ssda903_episodes | submitted"))
    #expect(states.contains("1 | ssda903_reviews | not submitted"))
    #expect(states.contains("1 | ssda903_swepisodes | not collected"))
    let fields = try store.rows("SELECT * FROM submission_field", ["submission", "field", "state"])
    #expect(fields.contains("1 | PL_DISTANCE | not submitted"))
    #expect(fields.contains("1 | SW_ID | not collected"))
  }

  @Test("synthetic and real submissions do not meet in one store")
  func mixed() throws {
    let store = try Store(folder.store, for: .writing)
    try store.load(folder, year: 2025, episodes: someEpisodes)
    let other = try folder.lookedAfter(["episodes": someEpisodes], in: "synthetic")
    let error = #expect(throws: StoreError.self) {
      try store.load(LoadRequest(other, year: 2024, authority: "301", isSynthetic: true))
    }
    #expect(error?.reason == .mixed)
    #expect(try store.submissions.count == 1)
  }

  @Test("the authority that an area belongs to now stands beside the one that submitted, where there is one")
  func successors() throws {
    let store = try Store(folder.store, for: .writing)
    try store.load(folder, year: 2019, episodes: someEpisodes, authority: "837")
    try store.load(folder, year: 2020, episodes: someEpisodes, authority: "928")
    #expect(
      try store.rows("SELECT * FROM current_submission_now ORDER BY id", ["authority", "authority_now"]) == [
        "837 | 839", "928 | 928",
      ])
  }

  @Test("a store is read under any name, its views too")
  func attached() throws {
    try Store(folder.store, for: .writing).load(folder, year: 2025, episodes: someEpisodes)
    let connection = try Engine(.duckDB()).connect()
    try connection.execute("ATTACH \(literal: folder.store) AS elsewhere (READ_ONLY)")
    try connection.execute("USE elsewhere")
    #expect(try connection.query("SELECT count(*) AS n FROM spell").integers("n")[0] == 7)
  }

  @Test("a file of something else is no store")
  func otherFile() throws {
    let file = try folder.write("notes.txt", "nothing")
    #expect(throws: StoreError.self) { try Store(file, for: .reading) }
    let error = #expect(throws: StoreError.self) { try Store(folder.path + "/none", for: .reading) }
    #expect(error?.reason == .notThere)
  }
}

@Suite("Returns of the shared cases, loaded", .enabled(if: SharedFolder.isPresent))
struct SharedReturnTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test("every day and text of an SSDA903 return comes back as the typed return has it", arguments: ["A", "B"])
  func lookedAfter(name: String) throws {
    let submission = try Submission.read([SharedFolder.path("cases/ssda903_returns/\(name)")])
    let store = try Store(folder.store, for: .writing)
    _ = try store.load(LoadRequest(submission, year: 2026, authority: "330"))
    let typed = LookedAfterReturn(year: 2026, authority: nil, tables: submission.tables)
    let found = try store.connection.query("SELECT * FROM ssda903_episodes ORDER BY position")
    let episodes = typed.all(Episode.self)
    #expect(found.rowCount == episodes.count)
    #expect(try found.days("decom").values == episodes.map(\.start.value))
    #expect(try found.days("dec").values == episodes.map(\.end.value))
    #expect(try found.text("child").values == episodes.map { typed.texts[$0.childID] })
    let known = try zip(found.text("place").values, episodes).filter { $1.placement.code != nil }
    #expect(known.allSatisfy { $0 == $1.placement.code?.rawValue })
    #expect(try store.verify() == [])
  }

  @Test("every row of a CIN Census comes back, in the row in which it stands", arguments: ["A", "B"])
  func inNeed(name: String) throws {
    let submission = try Submission.read(
      [SharedFolder.path("cases/cin_returns/\(name)/return.xml")], of: .inNeed)
    let store = try Store(folder.store, for: .writing)
    _ = try store.load(LoadRequest(submission, year: 2026, authority: "330"))
    let typed = InNeedReturn(year: 2026, authority: "330", tables: submission.tables)
    for table in StoredTable.tables(of: .inNeed) {
      let found = try store.connection.query("SELECT * FROM \(identifier: table.name) ORDER BY position")
      let raw = typed.raw(table.schema.name)
      #expect(found.rowCount == raw.rowCount)
      #expect(try found.integers("parent_position").values.compactMap { $0.map { Int32($0) } } == raw.parents)
    }
    let details = try store.connection.query("SELECT * FROM cin_cindetails ORDER BY position")
    #expect(try details.days("cinreferraldate").values == typed.all(CINDetails.self).map(\.referred.value))
    #expect(try store.verify() == [])
  }
}
