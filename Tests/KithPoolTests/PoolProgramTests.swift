import Foundation
import KithEngine
import KithLake
import KithLinkage
import KithStore
import KithTesting
import Testing

@Suite("kith pool", .serialized)
final class PoolProgramTests {
  private let fixture: PoolFixture
  private let scratch: ScratchFolder

  init() throws {
    fixture = try PoolFixture.made.get()
    scratch = try ScratchFolder()
  }

  private func path(_ name: String) -> String { scratch.path + "/" + name }

  private func object(_ arguments: [String], code: Int32 = 0) throws -> [String: Any] {
    let text = try fixture.run(arguments, code: code)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Prepares what a preview shows, in a folder of this test.
  private func prepare(_ authority: String) throws -> [String: Any] {
    let seen = try object(["pool", "preview", "--json"] + fixture.sending(authority))
    let hash = try #require(seen["package"] as? String)
    let made = try object(
      ["pool", "prepare", "--json", "--previewed", String(hash.prefix(12)), "--out", path("from-" + authority)]
        + fixture.sending(authority))
    #expect(made["package"] as? String == hash)
    #expect((made["files"] as? [[String: String]]) == (seen["files"] as? [[String: String]]))
    return seen
  }

  private func receive() throws -> [String: Any] {
    try object(
      ["pool", "receive", "--json", "--pool", path("pool")] + fixture.agreement
        + PoolFixture.authorities.map { path("from-" + $0) })
  }

  private var matching: [String] { ["pool", "match", "--json", "--pool", path("pool")] + fixture.agreement }

  /// A child as the synthesis knows it.
  private struct True {
    let authority: String
    let child: String
    let person: String
  }

  private func truth() throws -> [True] {
    try PoolFixture.authorities.flatMap { authority in
      try String(contentsOfFile: fixture.path("synth/\(authority)/synthetic_truth.csv"), encoding: .utf8)
        .split(whereSeparator: \.isNewline).dropFirst().map { line in
          let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          return True(authority: authority, child: cells[3], person: cells[0])
        }
    }
  }

  /// The children of an authority's store who have a pupil number in some return, and those handed over without one.
  private func numbers(of authority: String) throws -> (numbered: Set<String>, unresolvable: Int) {
    let connection = try Engine(.duckDB(path: fixture.store(authority), readOnly: true)).connect()
    let numbered: SQL = """
      SELECT child, upn FROM ssda903_header WHERE length(upn) >= 8
      UNION SELECT lachildid AS child, upn FROM cin_childidentifiers WHERE length(upn) >= 8
      """
    let children = try connection.query("SELECT DISTINCT child FROM (\(sql: numbered)) AS n").text("child").values
    let moved = try connection.query(
      """
      SELECT count(DISTINCT child) AS n FROM (
        SELECT child FROM ssda903_episodes WHERE rec = 'E3' UNION
        SELECT i.lachildid AS child FROM cin_cindetails AS d JOIN cin_childidentifiers AS i
          ON i.submission = d.submission AND i.position = d.parent_position WHERE d.reasonforclosure = 'RC5'
      ) AS m WHERE child NOT IN (SELECT child FROM (\(sql: numbered)) AS n)
      """)
    return (Set(children.compactMap { $0 }), Int(try moved.integers("n")[0] ?? 0))
  }

  /// Who is who in the pool, by the authorities' own identifiers, which only their keys give.
  private func pooled() throws -> [String: String] {
    let links = try Engine(.duckDB()).connect()
    let store = try Lake(path("pool/lake")).store(on: links)
    let found = try store.connection.query("SELECT DISTINCT authority, child, person FROM person_link")
    let (authorities, children, persons) = (
      try found.text("authority").values, try found.text("child").values, try found.text("person").values
    )
    return Dictionary(
      authorities.indices.map { ("\(authorities[$0] ?? "") \(children[$0] ?? "")", persons[$0] ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("three authorities: who is joined is right, every mover with a number is found, the others are counted")
  func identities() throws {
    for authority in PoolFixture.authorities { _ = try prepare(authority) }
    let received = try receive()
    #expect((received["packages"] as? [[String: Any]])?.count == 3 && Set(received.keys) == ["command", "packages"])
    let round = try #require(try object(matching)["round"] as? [String: Any])
    let names = try Dictionary(
      uniqueKeysWithValues: PoolFixture.authorities.map { authority in
        let key = try KeyFile(fixture.path("\(authority).key")).key
        return (authority, KeyedValues(key: key.pseudonymKey(project: "region")))
      })
    let truth = try truth()
    let known = try Dictionary(uniqueKeysWithValues: PoolFixture.authorities.map { ($0, try numbers(of: $0)) })
    let persons = try pooled()
    let person = { (child: True) in
      persons[child.authority + " " + (names[child.authority]?.child(named: child.child, of: child.authority) ?? "")]
    }
    // Precision: whoever is one person in the pool, in two authorities, is one in truth.
    let joined = Dictionary(grouping: truth.filter { person($0) != nil }, by: { person($0) ?? "" }).values
      .filter { Set($0.map(\.authority)).count > 1 }
    #expect(joined.count == round["persons"] as? Int && joined.count >= 2, "\(joined.count)")
    #expect(joined.allSatisfy { Set($0.map(\.person)).count == 1 })
    // Recall: of those who are one in truth and have a number in each, all are joined.
    let movers = Dictionary(grouping: truth, by: \.person).values.filter { Set($0.map(\.authority)).count > 1 }
    let findable = movers.filter { children in
      children.allSatisfy { known[$0.authority]?.numbered.contains($0.child) == true }
    }
    let notJoined = findable.filter { children in Set(children.map { person($0) ?? $0.child }).count > 1 }
    #expect(notJoined.isEmpty && !findable.isEmpty, "\(notJoined.count) of \(findable.count)")
    let counts = try #require(round["authorities"] as? [[String: Any]])
    let unresolvable = counts.compactMap { $0["movedUnresolvable"] as? Int }
    #expect(unresolvable == PoolFixture.authorities.map { known[$0]?.unresolvable ?? -1 })
    #expect(unresolvable.reduce(0, +) > 0)
    try nothingLeft(truth)
    try measured()
  }

  /// No identifier of a child stands in the pool, in bytes or in the text of its tables.
  private func nothingLeft(_ truth: [True]) throws {
    let files = (FileManager.default.subpaths(atPath: path("pool")) ?? [])
    #expect(!files.contains { $0.hasSuffix("tokens.csv") })
    let needle = try Regex(#"SYN[0-9]|[A-Z][0-9]{11}[0-9A-Z]|ZZ[0-9]{1,2}[A-Z]? ?[0-9][A-Z]{2}"#)
    let connection = try Engine(.duckDB()).connect()
    for file in files where file.hasSuffix(".parquet") {
      try connection.execute(
        "COPY (SELECT * FROM \(parquet: path("pool") + "/" + file)) TO \(literal: path("text.csv")) (FORMAT csv)")
      let text = try String(contentsOfFile: path("text.csv"), encoding: .utf8)
      #expect(text.firstMatch(of: needle) == nil, "\(file)")
    }
    for file in files where !file.hasSuffix(".parquet") {
      guard let bytes = FileManager.default.contents(atPath: path("pool") + "/" + file) else { continue }
      #expect(String(decoding: bytes, as: UTF8.self).firstMatch(of: needle) == nil, "\(file)")
    }
    // The search finds what is there.
    let own = try Engine(.duckDB(path: fixture.store("010"), readOnly: true)).connect()
    let child = try #require(try own.query("SELECT min(child) AS c FROM ssda903_header").text("c")[0])
    #expect(child.firstMatch(of: needle) != nil)
  }

  /// The pool's lake gives measures, and restores to a store that verifies.
  private func measured() throws {
    let figures = try fixture.run(["measures", "--lake", path("pool/lake"), "--year", "2026", "--csv"])
    #expect(figures.split(separator: "\n").count > 100)
    try fixture.run(["lake", "verify", path("pool/lake")])
    try fixture.run(["lake", "import", path("pool/lake"), "--store", path("region.duckdb")])
    try fixture.run(["store", "verify", "--store", path("region.duckdb")])
    try fixture.run(["pool", "verify", "--pool", path("pool")])
    let log = try fixture.run(["pool", "log", "--pool", path("pool")])
    #expect(log.split(separator: "\n").count == 7 && log.contains("destroy tokens"))
    let status = try object(["pool", "status", "--json", "--pool", path("pool")])
    #expect(
      Set(status.keys) == [
        "command", "agreement", "agreementSha256", "linkageKey", "synthetic", "packages", "rounds", "awaitingRound",
        "logSha256",
      ])
    let due = try fixture.run(["pool", "retain", "--pool", path("pool"), "--as-of", "2027-04-01"], code: 1)
    #expect(due.contains("Due:") && due.contains("--destroy"))
    try fixture.run(["pool", "retain", "--pool", path("pool"), "--as-of", "2027-04-01", "--destroy"])
    #expect(!FileManager.default.fileExists(atPath: path("pool/lake")))
  }

  @Test("a preview sends and keeps nothing, and prepare refuses what was not previewed")
  func preview() throws {
    let log = ["store", "log", "--store", fixture.store("010")]
    let packages = { [fixture] in try fixture.run(log).components(separatedBy: "pool package").count }
    let before = try packages()
    let seen = try object(["pool", "preview", "--json"] + fixture.sending("010"))
    #expect(
      Set(seen.keys) == [
        "command", "package", "authority", "agreement", "agreementSha256", "destroyBy", "linkageKey", "dates",
        "returns", "tables", "counts", "optedOut", "files",
      ])
    #expect(!FileManager.default.fileExists(atPath: fixture.store("010") + ".pool-preview"))
    let text = try fixture.run(["pool", "preview", "--columns", "--csv", path("seen")] + fixture.sending("010"))
    #expect(text.contains("Nothing was sent") && text.contains(seen["package"] as? String ?? "?"))
    #expect(text.contains("never sent") && text.contains("the first of the month"))
    let rows = try String(contentsOfFile: path("seen/ssda903_header-2026.csv"), encoding: .utf8)
    #expect(rows.split(separator: "\n").count > 5 && !rows.contains("SYN"))
    let refused = try fixture.run(
      ["pool", "prepare", "--previewed", "0123456789ab", "--out", path("out")] + fixture.sending("010"), code: 2)
    #expect(refused.contains("not what was previewed") && !FileManager.default.fileExists(atPath: path("out")))
    #expect(try packages() == before)
    _ = try prepare("010")
    #expect(try packages() == before + 1)
  }

  @Test(
    "an agreement that has expired, a key that others may read, and a pool that is none are refused with what to do")
  func refusals() throws {
    let late = fixture.sending("011").map { $0 == "2026-11-30" ? "2027-01-01" : $0 }
    #expect(try fixture.run(["pool", "preview"] + late, code: 2).contains("expired"))
    let other = fixture.sending("011").map { $0 == "region" ? "other" : $0 }
    #expect(try fixture.run(["pool", "preview"] + other, code: 2).contains("no agreement other"))
    #expect(try fixture.run(["pool", "match", "--pool", path("no")] + fixture.agreement, code: 2).contains("no pool"))
    let empty = ["pool", "receive", "--pool", path("pool")] + fixture.agreement + [path("nothing")]
    #expect(try fixture.run(empty, code: 1).contains("is no manifest of a package"))
  }

  @Test("a match that is killed leaves the pool whole, with tokens or with a lake, and the next goes on")
  func killed() throws {
    for authority in PoolFixture.authorities { _ = try prepare(authority) }
    for moment in [0.02, 0.1, 0.3, 0.6] {
      _ = try KithProgram.run(
        ["pool", "receive", "--pool", path("pool")] + fixture.agreement
          + PoolFixture.authorities.map { path("from-" + $0) })
      let process = try KithProgram.start(matching)
      Thread.sleep(forTimeInterval: moment)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      try fixture.run(["pool", "verify", "--pool", path("pool")])
      let status = try object(["pool", "status", "--json", "--pool", path("pool")])
      let packages = try #require(status["packages"] as? [[String: Any]])
      #expect(packages.count == 3)
      #expect(Set(packages.compactMap { $0["tokensDestroyed"] as? Bool }).count == 1)
    }
    _ = try KithProgram.run(
      ["pool", "receive", "--pool", path("pool")] + fixture.agreement
        + PoolFixture.authorities.map { path("from-" + $0) })
    _ = try object(matching)
    try fixture.run(["lake", "verify", path("pool/lake")])
  }
}
