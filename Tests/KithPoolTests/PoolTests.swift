import Foundation
import KithEngine
import KithLake
import KithLinkage
import KithPool
import KithStore
import KithTables
import Testing

@Suite("A region's pool")
struct PoolTests {
  private let region: PoolRegion

  init() throws { region = try PoolRegion() }

  /// Three authorities: one child moved with a number, one without, one is of another day of birth elsewhere, one moved out of the
  /// region, and two of 301 never moved.
  private func fill() throws {
    try region.need(
      2025,
      [
        Returned(id: "ALPHA01", upn: pupilNumber(1), until: "2024-09-01", because: "RC5"),
        Returned(id: "ALPHA02", born: "2022-01-09", until: "2024-09-01", because: "RC5"),
        Returned(id: "ALPHA03", born: "2013-02-03", upn: pupilNumber(3)),
        Returned(id: "ALPHA04", born: "2014-02-03", upn: pupilNumber(4), until: "2024-06-01", because: "RC5"),
        Returned(id: "ALPHA05", born: "2015-02-03", upn: pupilNumber(5)),
        Returned(id: "ALPHA06", born: "2023-05-06"),
      ], "301")
    try region.care(2025, [Returned(id: "ALPHA05", born: "2015-02-03", upn: pupilNumber(5))], "301")
    try region.care(
      2025,
      [
        Returned(id: "BRAVO01", upn: pupilNumber(1), from: "2024-09-02", until: "2025-01-03", because: "E3"),
        Returned(id: "BRAVO02", born: "2022-01-09", from: "2024-09-02"),
      ], "302")
    try region.need(
      2025,
      [
        Returned(id: "CHARLY1", born: "2012-05-18", upn: pupilNumber(1), from: "2025-01-04"),
        Returned(id: "CHARLY3", born: "2009-09-09", upn: pupilNumber(3)),
      ], "303")
  }

  private static let authorities = ["301", "302", "303"]

  @Test("movers with a pupil number are one person; those without are counted; another day of birth is not joined")
  func round() throws {
    try fill()
    let round = try region.round(Self.authorities)
    #expect(round.persons == 1 && round.barred == 0)
    let (links, refused) = (round.evidence, round.refused)
    #expect(links.sameBirth == 1 && links.usualBirth == 1 && links.numberOnly == 0)
    #expect(refused.births == 1 && refused.sameReturn == 0 && refused.adoption == 0)
    let found = try region.lake("SELECT authority, child, person FROM person_link ORDER BY authority")
    #expect(try found.text("authority").values == ["301", "302", "303"])
    #expect(Set(try found.text("person").values).count == 1)
    let counts = round.authorities.map {
      [$0.children, $0.linked, $0.single, $0.withoutToken, $0.movedLinked, $0.movedNotFound, $0.movedUnresolvable]
    }
    #expect(counts == [[6, 1, 3, 2, 1, 1, 1], [2, 1, 0, 1, 1, 0, 0], [2, 1, 1, 0, 0, 0, 0]])
    let report = region.path("pool/reports/round-1-conflicts-303.csv")
    let lines = try String(contentsOfFile: report, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2 && lines[1].hasSuffix(",a child elsewhere has the pupil number and another day of birth"))
    let persons = try region.lake(
      "SELECT count(DISTINCT person) AS n, count(DISTINCT authority || child) AS c FROM person_record")
    #expect(try persons.integers("n")[0] == 8 && persons.integers("c")[0] == 10)
  }

  @Test(
    "no identifier, pupil number, postcode or day of birth stands anywhere in the pool, and no token after matching")
  func nothingLeft() throws {
    try fill()
    for authority in Self.authorities {
      try region.prepare(authority)
      #expect(try region.receive("from-" + authority).isAccepted)
    }
    let tokens = try Self.authorities.flatMap { authority in
      try String(contentsOfFile: region.path("from-\(authority)/tokens.csv"), encoding: .utf8).split(separator: "\n")
        .dropFirst().map { String($0.prefix(32)) }
    }
    let children = ["ALPHA0", "BRAVO0", "CHARLY"]
    let values =
      children + (1...5).map(pupilNumber) + ["ZZ1 2AB", "ZZ3 4CD", "ZZ12AB", "2012-05-17", "2022-01-09", "A Person"]
    #expect(try region.files(holding: values).isEmpty)
    #expect(try region.files(holding: tokens).count == 3)
    _ = try region.pool().match(under: region.permission(), program: "test")
    #expect(try region.files(holding: values + tokens).isEmpty)
    #expect(try region.files(holding: ["tokens.csv"]).allSatisfy { $0.hasSuffix("package.json") })
    // The search finds what is there: the same values stand in the authority's own returns, and a sector in the lake.
    #expect(try !region.files(holding: ["ALPHA01"], in: "returns").isEmpty)
    #expect(try !region.files(holding: ["ZZ1 2"]).isEmpty)
    let log = try region.pool().state.log
    #expect(log.count { $0.action == "destroy tokens" } == 3 && log.count { $0.action == "match" } == 1)
    #expect(try region.pool().faults().isEmpty)
  }

  @Test("the same store and request make the same package, byte by byte, and another day another")
  func same() throws {
    try fill()
    let (one, two) = (try region.prepare("301", "one"), try region.prepare("301", "two"))
    #expect(one.manifest == two.manifest && one.manifest.sha256 == two.manifest.sha256)
    let later = try region.prepare("301", "later", region.request("301", region.permission(on: "2026-12-01")))
    #expect(later.manifest.sha256 != one.manifest.sha256)
    #expect(later.manifest.files.filter { $0.path != "x" } == one.manifest.files)
    // The store is as it was.
    #expect(try region.store("301").submissions.map(\.id) == [1, 2] && region.store("301").verify().isEmpty)
  }

  @Test("children who object are in no table and no token, and are counted")
  func objections() throws {
    try fill()
    let package = try region.prepare("301", "all")
    let without = try region.prepare(
      "301", "without", region.request("301", without: ["alpha05", "ALPHA01", "NOBODY"]))
    #expect(without.manifest.optedOut == 2 && package.manifest.optedOut == 0)
    let rows = { (package: PoolPackage) in
      Dictionary(uniqueKeysWithValues: package.tables.map { ($0.table, $0.rows) })
    }
    #expect(rows(package)["cin_childidentifiers"] == 6 && rows(without)["cin_childidentifiers"] == 4)
    #expect(rows(package)["cin_cindetails"] == 6 && rows(without)["cin_cindetails"] == 4)
    #expect(rows(without)["ssda903_header"] == nil)
    #expect(without.manifest.counts.children == 4)
    #expect(try region.receive("without").isAccepted)
  }

  @Test("a second round asks for every package again, and a package that is the same comes in again")
  func again() throws {
    try fill()
    let first = try region.round(Self.authorities)
    let links = try region.lake("SELECT * FROM person_link ORDER BY ALL").text("person").values
    #expect(throws: PoolError.self) { try region.pool().match(under: region.permission(), program: "test") }
    let second = try region.round(Self.authorities)
    #expect(second.number == 2 && second.authorities == first.authorities)
    #expect(try region.lake("SELECT * FROM person_link ORDER BY ALL").text("person").values == links)
    #expect(try region.pool().faults().isEmpty)
  }

  @Test("two children of one return are not made one, and a pool of one authority has nobody to find")
  func conflicts() throws {
    try region.need(
      2025, [Returned(id: "KID0001", upn: pupilNumber(1)), Returned(id: "KID0002", upn: pupilNumber(2))], "301")
    for (year, number) in [(2025, 1), (2026, 2)] {
      try region.need(year, [Returned(id: "OTHER01", upn: pupilNumber(number))], "302")
    }
    #expect(throws: PoolError.self) { try region.round(["301"]) }
    try region.prepare("302")
    #expect(try region.receive("from-302").isAccepted)
    let round = try region.pool().match(under: region.permission(), program: "test")
    #expect(round.refused.sameReturn == 1 && round.persons == 1)
    let twice = try region.lake(
      """
      SELECT person FROM person_record WHERE authority = '301'
      GROUP BY person, authority HAVING count(*) > 1
      """)
    #expect(twice.rowCount == 0)
  }

  @Test("what is due is destroyed in packages and lake, by the day of destruction or by years, and the log says so")
  func retention() throws {
    try fill()
    try region.need(2026, [Returned(id: "ALPHA01", upn: pupilNumber(1), from: "2025-05-01")], "301")
    _ = try region.round(Self.authorities)
    #expect(try region.pool().due(on: day("2027-03-31")).isEmpty)
    #expect(try region.pool().due(on: day("2027-04-01")).map(\.authority) == Self.authorities)
    // On 31 March 2026 the year is 2026; the day after it is 2027.
    #expect(try region.pool().due(on: day("2026-03-31"), keeping: 2).isEmpty)
    let due = try region.pool().destroy(dueOn: day("2026-04-01"), keeping: 2, program: "test")
    #expect(due.map(\.authority) == Self.authorities && due.map(\.returns.count) == [2, 1, 1])
    #expect(try region.pool().state.packages.map(\.authority) == ["301"])
    let left = try region.lake("SELECT DISTINCT year FROM submission").integers("year").values
    #expect(left == [2026])
    #expect(try region.lake("SELECT authority FROM person_link").text("authority").values == ["301"])
    let files = FileManager.default.subpaths(atPath: region.path("pool")) ?? []
    #expect(!files.contains { $0.contains("year=2025") && $0.hasSuffix(".parquet") })
    #expect(try region.pool().faults().isEmpty)
    _ = try region.pool().destroy(dueOn: day("2027-04-01"), program: "test")
    let last = FileManager.default.subpaths(atPath: region.path("pool")) ?? []
    #expect(!last.contains { $0.hasSuffix(".parquet") })
    #expect(try region.pool().state.log.last?.action == "destroy")
  }
}
