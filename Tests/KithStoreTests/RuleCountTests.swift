import KithEngine
import KithReturns
import KithStore
import KithTesting
import Testing

@Suite("Findings by rule in a store")
struct RuleCountTests {
  private let folder: TestFolder
  private let found = [
    RuleCount(rule: "355", title: "Less than a day", isError: true, findings: 7),
    RuleCount(rule: "501", title: "Overlap", isError: true, findings: 12),
    RuleCount(rule: "F05", title: "White space", isError: false, findings: 3),
  ]

  init() throws { folder = try TestFolder() }

  private func load(_ store: Store, rules: [RuleCount]) throws {
    let submission = try folder.lookedAfter(["episodes": someEpisodes], in: "301-2025")
    _ = try store.load(
      LoadRequest(
        submission, year: 2025, authority: "301",
        check: .init(ruleBook: "x", errors: 19, queries: 3, rules: rules)))
  }

  @Test("a submission keeps how often each rule was broken, errors and the most first, until it is erased")
  func kept() throws {
    let store = try Store(folder.store, for: .writing)
    try load(store, rules: found)
    #expect(try store.ruleCounts(of: 1) == [found[1], found[0], found[2]])
    #expect(try store.ruleCounts(of: 2).isEmpty)
    _ = try store.erase(.submission(1), reason: "a test")
    #expect(try store.ruleCounts(of: 1).isEmpty)
  }

  @Test("a store made before there was such a table is read, and has it once it is written to")
  func older() throws {
    do {
      let store = try Store(folder.store, for: .writing)
      try load(store, rules: [])
      try store.connection.execute("DROP TABLE submission_rule")
    }
    do {
      let store = try Store(folder.store, for: .reading)
      #expect(try store.ruleCounts(of: 1).isEmpty)
    }
    let store = try Store(folder.store, for: .changing)
    #expect(try store.rows("SELECT count(*) AS n FROM submission_rule", ["n"]) == ["0"])
    #expect(try store.verify() == [])
  }

  @Test("counts of one rule are brought together")
  func together() {
    let one = RuleCount(rule: "355", title: "Less than a day", isError: true, findings: 1)
    let other = RuleCount(rule: "100", title: "x", isError: false, findings: 2)
    #expect(
      RuleCount.together([one, other, one]) == [
        other, RuleCount(rule: "355", title: "Less than a day", isError: true, findings: 2),
      ])
  }
}
