import Foundation
import KithEngine
import KithReturns
import KithStore
import KithTables
import KithTesting
import Testing

@Suite("Histories of children looked after")
struct HistoryTests {
  let folder: TestFolder
  let store: Store

  init() throws {
    folder = try TestFolder()
    store = try Store(folder.store, for: .writing)
  }

  private static let heading =
    "CHILD | DECOM | RNE | LS | CIN | PLACE | PLACE_PROVIDER | DEC | REC | REASON_PLACE_CHANGE | URN"

  private func load(_ year: Int, _ rows: String, authority: String = "301") throws {
    let own = rows.split(separator: "\n").map { row in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      return "\(cells[0])|\(cells[1])|\(cells[2])|\(cells[3])|N1|\(cells[4])|PR1|\(cells[5])|\(cells[6])||"
    }
    try store.load(
      folder, year: year, episodes: ([Self.heading] + own).joined(separator: "\n"), authority: authority)
  }

  private func spells(_ kind: String) throws -> [String] {
    try store.rows(
      "SELECT * FROM spell WHERE kind = '\(kind)' ORDER BY child, started",
      ["child", "started", "ended", "end_state", "code", "end_code"])
  }

  @Test("an episode that two years' returns hold, at other positions, is one, as the later year has it")
  func carriedOver() throws {
    try load(
      2024,
      """
      B | 01/06/2023 | S | V2 | U6 | |
      A | 01/05/2023 | S | C1 | U6 | |
      """)
    try load(
      2025,
      """
      A | 01/05/2023 | S | C1 | U6 | 10/06/2024 | X1
      A | 10/06/2024 | P | C1 | K2 | |
      C | 01/07/2024 | S | V2 | U6 | |
      B | 01/06/2023 | S | V2 | U6 | 02/08/2024 | E4A
      """)
    #expect(
      try spells("looked after") == [
        "A | 2023-05-01 |  | open | N1 |", "B | 2023-06-01 | 2024-08-02 | ended | N1 | E4A",
        "C | 2024-07-01 |  | open | N1 |",
      ])
    #expect(
      try spells("placement") == [
        "A | 2023-05-01 | 2024-06-10 | ended | U6 | X1", "A | 2024-06-10 |  | open | K2 |",
        "B | 2023-06-01 | 2024-08-02 | ended | U6 | E4A", "C | 2024-07-01 |  | open | U6 |",
      ])
  }

  @Test("no history tries every link on every row, which ten years of England never end")
  func joinsByEqualColumns() throws {
    try load(2025, "A | 01/05/2023 | S | C1 | U6 | |")
    try store.link([PersonLink(authority: "301", child: "A", person: "P1", until: Day(1, 1, 2024))])
    let views = [
      "looked_after_run", "placement", "legal_status", "need_episode", "protection_plan", "person", "spell", "event",
    ]
    for view in views {
      let plan = try store.connection.query("EXPLAIN SELECT * FROM \(identifier: view)").text("explain_value").values
      #expect(!plan.compactMap(\.self).joined().contains("NL_JOIN"), "\(view)")
    }
  }

  @Test("the views of another version are not asked, and are made again in the file by the next that may write to it")
  func viewsOfAnotherVersion() throws {
    try load(2025, "A | 01/05/2023 | S | C1 | U6 | |")
    try store.connection.execute("CREATE OR REPLACE VIEW placement AS SELECT 'nobody' AS child")
    try store.connection.execute("UPDATE store_note SET value = 'another' WHERE name = 'views'")
    try store.connection.execute("CHECKPOINT")
    let children = { (store: Store) in try store.rows("SELECT * FROM placement", ["child"]) }
    #expect(try children(store) == ["nobody"])
    let copy = folder.store + ".copy"
    try FileManager.default.copyItem(atPath: folder.store, toPath: copy)
    #expect(try children(Store(copy, for: .reading)) == ["A"])
    try #require(
      Store(copy, for: .reading).connection.query("SELECT 1 FROM store_note WHERE value = 'another'").rowCount == 1)
    #expect(try children(Store(copy, for: .changing)) == ["A"])
    #expect(
      try Store(copy, for: .reading).connection.query("SELECT 1 FROM store_note WHERE value = 'another'").rowCount == 0)
  }

  @Test("a resubmission takes the place of what it supersedes")
  func superseded() throws {
    try load(2024, "A | 01/05/2023 | S | C1 | U6 | |")
    try load(2024, "A | 02/05/2023 | S | C1 | U6 | |")
    #expect(try spells("looked after") == ["A | 2023-05-02 |  | open | N1 |"])
  }

  @Test("an episode that a later return no longer holds is lost: it lasts until its own return's last day")
  func lost() throws {
    try load(2024, "A | 01/05/2023 | S | C1 | U6 | |")
    try load(2025, "B | 01/05/2024 | S | C1 | U6 | |")
    #expect(
      try spells("looked after") == ["A | 2023-05-01 | 2024-04-01 | lost | N1 |", "B | 2024-05-01 |  | open | N1 |"])
  }

  @Test("a gap of one day parts two periods; the same day joins them")
  func periods() throws {
    try load(
      2024,
      """
      A | 01/05/2023 | S | C1 | U6 | 10/05/2023 | E4A
      A | 11/05/2023 | S | C1 | U6 | 20/05/2023 | E4A
      A | 20/05/2023 | S | C1 | U6 | 30/05/2023 | E4A
      """)
    #expect(
      try spells("looked after") == [
        "A | 2023-05-01 | 2023-05-10 | ended | N1 | E4A", "A | 2023-05-11 | 2023-05-30 | ended | N1 | E4A",
      ])
  }

  @Test("a change of legal status, or a move to adoptive status with the same carers, goes on in the same placement")
  func placements() throws {
    try load(
      2024,
      """
      A | 01/05/2023 | S | V2 | U6 | 10/05/2023 | X1
      A | 10/05/2023 | L | C1 | U6 | 20/05/2023 | X1
      A | 20/05/2023 | L | E1 | U6 | 01/06/2023 | X1
      A | 01/06/2023 | T | E1 | A5 | 01/07/2023 | X1
      A | 01/07/2023 | B | C2 | K2 | |
      """)
    #expect(
      try spells("placement") == ["A | 2023-05-01 | 2023-07-01 | ended | U6 | X1", "A | 2023-07-01 |  | open | K2 |"])
    #expect(
      try spells("legal status") == [
        "A | 2023-05-01 | 2023-05-10 | ended | V2 | X1", "A | 2023-05-10 | 2023-05-20 | ended | C1 | X1",
        "A | 2023-05-20 | 2023-07-01 | ended | E1 | X1", "A | 2023-07-01 |  | open | C2 |",
      ])
    #expect(try store.rows("SELECT last_code FROM placement ORDER BY started", ["last_code"]) == ["A5", "K2"])
  }

  @Test("short breaks are no period of care, and care that begins after one begins then")
  func shortBreaks() throws {
    try load(
      2024,
      """
      A | 01/05/2023 | S | V4 | U6 | 10/08/2023 | X1
      A | 10/08/2023 | L | V2 | U6 | |
      B | 01/05/2023 | S | V3 | U6 | 03/05/2023 | E4A
      B | 01/06/2023 | S | V3 | U6 | 03/06/2023 | E4A
      """)
    #expect(try spells("looked after") == ["A | 2023-08-10 |  | open | N1 |"])
    #expect(
      try spells("short breaks") == [
        "A | 2023-05-01 | 2023-08-10 | ended | V4 | X1", "B | 2023-05-01 | 2023-05-03 | ended | V3 | E4A",
        "B | 2023-06-01 | 2023-06-03 | ended | V3 | E4A",
      ])
  }

  @Test("children of two authorities with one identifier are two, until linkage says that they are one person")
  func persons() throws {
    try load(2024, "A | 01/05/2023 | S | C1 | U6 | 10/05/2023 | E3")
    try load(2024, "A | 10/05/2023 | S | C1 | U6 | |", authority: "302")
    let people = "SELECT DISTINCT person FROM spell ORDER BY person"
    #expect(try store.rows(people, ["person"]) == ["301-A", "302-A"])
    try store.link([.init(authority: "301", child: "A", person: "1"), .init(authority: "302", child: "A", person: "1")])
    #expect(try store.rows(people, ["person"]) == ["1"])
  }

  @Test("times in need, plans and events come from the census; a referral with no further action is no time in need")
  func inNeed() throws {
    func child(_ id: String, closed: String, nfa: String) -> String {
      """
      <Child><ChildIdentifiers><LAchildID>\(id)</LAchildID><PersonBirthDate>2015-01-02</PersonBirthDate><Sex>F</Sex>
      </ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics><CINdetails>
      <CINreferralDate>2024-05-01</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
      \(closed)<ReferralNFA>\(nfa)</ReferralNFA><ChildProtectionPlans><CPPstartDate>2024-06-01</CPPstartDate>
      <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse></ChildProtectionPlans></CINdetails></Child>
      """
    }
    for (year, closed) in [
      (2025, ""),
      (2026, "<CINclosureDate>2025-07-01</CINclosureDate><ReasonForClosure>RC9</ReasonForClosure>"),
    ] {
      let children = child("P1", closed: closed, nfa: "false") + child("P2", closed: "", nfa: "true")
      let census = try folder.inNeed(year: year, children: children, in: "\(year)")
      _ = try store.load(LoadRequest(census, year: year, authority: "301"))
    }
    #expect(try spells("in need") == ["P1 | 2024-05-01 | 2025-07-01 | ended | N1 | RC9"])
    #expect(try spells("child protection plan").first == "P1 | 2024-06-01 |  | open | NEG |")
    #expect(
      try store.rows("SELECT * FROM event WHERE child = 'P1' ORDER BY day, kind", ["day", "kind", "code"]) == [
        "2024-05-01 | referral | 6", "2024-06-01 | protection plan started | NEG", "2025-07-01 | case closed | RC9",
      ])
    #expect(
      try store.rows("SELECT * FROM person ORDER BY person", ["person", "born", "sex", "ethnicity"]) == [
        "301-P1 | 2015-01-02 | F | WBRI", "301-P2 | 2015-01-02 | F | WBRI",
      ])
  }
}

@Suite("Histories of the shared cases", .enabled(if: SharedFolder.isPresent))
struct SharedHistoryTests {
  @Test("the periods of care in SQL are those that the typed return walks through", arguments: ["A", "B"])
  func periods(name: String) throws {
    let folder = try TestFolder()
    let submission = try Submission.read([SharedFolder.path("cases/ssda903_returns/\(name)")])
    let store = try Store(folder.store, for: .writing)
    _ = try store.load(LoadRequest(submission, year: 2026, authority: "330"))
    let typed = LookedAfterReturn(year: 2026, authority: nil, tables: submission.tables)
    let children = (0..<typed.childCount).map { ChildOf(typed, number: $0) }
    let clean = children.filter { isPlain($0) && !typed.texts[typed.childIDs[$0.number]].isEmpty }
    #expect(clean.count > 200)
    let found = try store.rows("SELECT * FROM period_of_care ORDER BY started", ["child", "started", "ended"])
    let byChild = Dictionary(grouping: found) { $0.prefix { $0 != " " } }
    for child in clean {
      let id = typed.texts[typed.childIDs[child.number]]
      let expected = child.periodsOfCare.map { period in
        "\(id) | \(period.start.value?.iso ?? "") | \(period.end.value?.iso ?? "")".trimmingCharacters(in: .whitespaces)
      }
      #expect(byChild[id[...]] ?? [] == expected)
    }
  }

  /// Whether the child's episodes are readable, in order and under no series of short breaks.
  private func isPlain(_ child: ChildOf<LookedAfterReturn>) -> Bool {
    let episodes = Array(child.episodes)
    let starts = episodes.compactMap(\.start.value)
    let isInOrder = zip(episodes, episodes.dropFirst()).allSatisfy { a, b in
      a.end.hasValue && a.start <= a.end && (b.end.hasNoValue || a.end <= b.end)
    }
    return isInOrder && Set(starts).count == episodes.count
      && episodes.allSatisfy { !$0.legalStatus.isOne(of: [.v3, .v4]) }
  }
}
