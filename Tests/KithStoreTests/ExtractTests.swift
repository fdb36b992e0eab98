import KithReturns
import KithStore
import KithTesting
import Testing

@Suite("De-identified national extracts")
struct ExtractTests {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(
      "extract/children.csv",
      """
      ANON_ID,SEX_CODE,BIRTH,PMR,LA,YEAR
      X1,1,03/2011,PMR0001,301,2022/23
      X2,2,12/2015,PMR0002,301,2022/23
      X3,2,07/2009,PMR0003,E09000003,2022/23
      X1,1,03/2011,PMR0001,301,2023/24
      """)
  }

  private static let heading = "edition,collection,table,file,column,field,form,verified\n"

  private func map(_ lines: String, verified: String = "no") throws -> ExtractMap {
    let text =
      Self.heading
      + lines.split(separator: "\n").map { "Example 2024,ssda903,Header,children.csv,\($0),\(verified)\n" }
      .joined()
    return try ExtractMap(file: folder.write("map.csv", text))
  }

  private static let columns = """
    ANON_ID,CHILD,anonymised
    SEX_CODE,SEX,
    BIRTH,DOB,mm/yyyy
    PMR,UPN,pupil matching reference
    LA,(authority),
    YEAR,(year),
    """

  @Test("each year and authority is a submission; months are their first days, and what differs from a return is noted")
  func loaded() throws {
    let store = try Store(folder.store, for: .writing)
    let map = try map(Self.columns)
    #expect(map.title == "Example 2024 (columns unverified)")
    var outcomes: [LoadOutcome] = []
    try store.load(extractIn: folder.path + "/extract", by: map) { outcomes.append($1) }
    #expect(outcomes.count == 3)
    #expect(
      try store.rows("SELECT * FROM submission ORDER BY id", ["authority", "year", "row_count", "extract"]) == [
        "301 | 2023 | 2 | Example 2024 (columns unverified)", "302 | 2023 | 1 | Example 2024 (columns unverified)",
        "301 | 2024 | 1 | Example 2024 (columns unverified)",
      ])
    #expect(
      try store.rows(
        "SELECT * FROM ssda903_header WHERE submission = 1 ORDER BY position", ["child", "sex_mapped", "dob", "upn"])
        == ["X1 | M | 2011-03-01 | PMR0001", "X2 | F | 2015-12-01 | PMR0002"])
    let states = try store.rows("SELECT * FROM submission_field WHERE submission = 1", ["field", "state"])
    #expect(states.contains("DOB | month only"))
    #expect(states.contains("UPN | pupil matching reference"))
    #expect(states.contains("CHILD | anonymised"))
    #expect(states.contains("HOME_POST | not in the extract"))
    #expect(try store.verify() == [])
    outcomes = []
    try store.load(extractIn: folder.path + "/extract", by: map) { outcomes.append($1) }
    #expect(outcomes == [.alreadyThere(id: 1), .alreadyThere(id: 2), .alreadyThere(id: 3)])
  }

  @Test("a map that every line confirms is verified")
  func verified() throws {
    #expect(try map(Self.columns, verified: "yes").title == "Example 2024")
  }

  @Test(
    "a map says what is wrong with it, and where",
    arguments: [
      ("PMR,UPN,", "line 2: an extract has no UPN"), ("LA,NOTHING,", "line 2: Header has no such field"),
      ("LA,SEX,roman", "line 2: form is blank or one of"),
    ])
  func faults(line: String, message: String) throws {
    let error = #expect(throws: StoreError.self) { try map(line) }
    #expect(error?.description.contains(message) == true)
  }

  @Test("a column that the file has not is named")
  func missing() throws {
    let store = try Store(folder.store, for: .writing)
    let map = try map("ANON,CHILD,anonymised\nYEAR,(year),\nLA,(authority),")
    let error = #expect(throws: StoreError.self) {
      try store.load(extractIn: folder.path + "/extract", by: map) { _, _ in }
    }
    #expect(error?.description == "children.csv has no column ANON; mend the map of its edition.")
  }
}
