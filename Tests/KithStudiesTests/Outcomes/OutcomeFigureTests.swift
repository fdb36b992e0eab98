import KithDisclosure
import KithTables
import KithStatistics
import KithTesting
import Testing

@testable import KithStudies

@Suite("Outcomes by hand")
struct OutcomeFigureTests {
  private static let ks2 = [
    "Pupil=(id)", "Year=(year)", "R=reading;EXS=yes WTS=no", "W=writing;EXS=yes WTS=no", "M=mathematics;EXS=yes WTS=no",
  ]

  @Test("OUT02: one subject not met is not met, a blank is unknown, and who is not found is unknown too")
  func keyStage2() throws {
    var made = try OutcomeCase()
    try made.add(
      .ks2, Self.ks2,
      """
      ZZ1,2025,EXS,EXS,EXS
      ZZ2,2024/25,EXS,WTS,EXS
      ZZ3,202425,EXS,,EXS
      ZZ4,2025,,WTS,
      ZZ5,2024,EXS,EXS,EXS
      """)
    // All are in year 6 but G, who is a day too young.
    let study = try made.study(
      """
      A need 2014-01-10
      B need 2013-09-01
      C need 2014-08-31
      D need 2014-02-02
      E need 2014-03-03
      F plan 2014-04-04
      G need 2014-09-01
      """)
    let tally = try #require(study.tally("ks2_rwm_pct", .need))
    #expect(tally.children == 5 && tally.matched == 4 && tally.answers == [1, 2] && tally.unknown == 2)
    #expect(try study.value("ks2_rwm_pct", .need) == 100.0 / 3)
    #expect(study.tally("ks2_rwm_pct", .protection)?.known == 0)
    #expect(try study.value("ks2_rwm_pct", .protection) == nil)
    #expect(study.findings.map(\.finding).contains { $0.hasPrefix("the row is of days outside 2025-04-01") })
  }

  @Test("OUT03: means and shares at key stage 4 are of those of whom each is known")
  func keyStage4() throws {
    var made = try OutcomeCase()
    try made.add(
      .ks4, ["Pupil=(id)", "Year=(year)", "A8=attainment8", "P4=pass-4", "P5=pass-5", "E=ebacc-points"],
      """
      ZZ1,2025,20.5,1,0,1.5
      ZZ2,2025,40,1,1,
      ZZ3,2025,,0,0,2.5
      ZZ4,2025,n/a,x,0,1
      """)
    let study = try made.study(
      """
      A year 2009-01-10
      B year 2009-02-10
      C year 2009-03-10
      D year 2009-04-10
      E year 2009-05-10
      """)
    #expect(try study.value("ks4_attainment_8", .lookedAfterYear) == 30.25)
    #expect(try study.value("ks4_pass_4_pct", .lookedAfterYear) == 200.0 / 3)
    #expect(try study.value("ks4_pass_5_pct", .lookedAfterYear) == 100.0 / 3)
    #expect(try study.value("ks4_ebacc_points", .lookedAfterYear) == 5.0 / 3)
    #expect(study.tally("ks4_pass_4_pct", .lookedAfterYear)?.unknown == 2)
    #expect(
      study.findings.map(\.finding).sorted() == [
        "A8 is no number of 0 or more, and counts as unknown",
        "P4 has a code that the map gives no meaning, and counts as unknown",
      ])
  }

  private func attendance(_ rows: String) throws -> OutcomeStudy {
    var made = try OutcomeCase()
    try made.add(
      .census, ["Pupil=(id)", "Day=(day)", "S=sen;N=none K=support E=plan"],
      "ZZ1,2026-01-15,N\nZZ2,2026-01-15,K\nZZ3,2026-01-15,E\nZZ4,2026-01-15,\nZZ6,2026-01-15,N")
    try made.add(
      .absence, ["Pupil=(id)", "From=(from)", "To=(to)", "P=possible", "A=missed", "U=missed"], rows)
    try made.add(
      .exclusion, ["Pupil=(id)", "Day=(day)", "Kind=sanction;S=suspension P=permanent"],
      "ZZ1,2025-10-01,S\nZZ1,2025-11-01,S\nZZ2,2025-10-01,S\nZZ2,2025-12-01,P\nZZ5,2025-10-01,S")
    return try made.study(
      """
      A need 2014-01-10
      B need 2013-09-01
      C need 2012-08-31
      D need 2011-02-02
      E need 2012-03-03
      F need 2021-03-03
      """)
  }

  @Test(
    "OUT04 and OUT05: sessions are summed over terms, a tenth and a half are the edges, and no census row is unknown")
  func absence() throws {
    let study = try attendance(
      """
      ZZ1,2025-09-01,2025-12-19,60,4,2
      ZZ1,2026-01-05,2026-03-27,40,3,1
      ZZ2,2025-09-01,2025-12-19,100,40,10
      ZZ3,2025-09-01,2025-12-19,100,4,5
      ZZ4,2025-09-01,2025-12-19,100,4,
      ZZ5,2025-09-01,2025-12-19,100,50,0
      """)
    // A missed 10 of 100, B 50 of 100, C 9 of 100; of D a part is unknown; E is not in the census; F is no pupil yet.
    let tally = try #require(study.tally("persistent_absence_pct", .need))
    #expect(tally.children == 5 && tally.matched == 4 && tally.answers == [1, 1, 1])
    #expect(try study.value("absence_pct", .need) == 23.0)
    #expect(try study.value("persistent_absence_pct", .need) == 200.0 / 3)
    #expect(try study.value("severe_absence_pct", .need) == 100.0 / 3)
  }

  @Test("OUT06: who is in the census without a suspension had none, and who is not in it is unknown")
  func suspensions() throws {
    let study = try attendance("ZZ1,2025-09-01,2025-12-19,60,4,2")
    #expect(study.tally("suspended_pct", .need)?.answers == [2, 2])
    #expect(study.tally("suspended_pct", .need)?.unknown == 1)
    #expect(try study.value("suspended_pct", .need) == 50)
    #expect(try study.value("permanent_exclusion_rate", .need) == 25)
  }

  @Test("OUT07: special needs are of those in the census whose provision is known")
  func specialNeeds() throws {
    let study = try attendance("ZZ1,2025-09-01,2025-12-19,60,4,2")
    #expect(try study.value("sen_support_pct", .need) == 100.0 / 3)
    #expect(try study.value("sen_plan_pct", .need) == 100.0 / 3)
    #expect(study.tally("sen_plan_pct", .need)?.unknown == 2)
  }

  @Test("a row that stands twice counts once, contradicting rows not at all, and either is found")
  func repeats() throws {
    var made = try OutcomeCase()
    try made.add(
      .ks2, Self.ks2,
      "ZZ1,2025,EXS,EXS,EXS\nZZ1,2025,EXS,EXS,EXS\nZZ2,2025,EXS,EXS,EXS\nZZ2,2025,WTS,EXS,EXS\n,2025,EXS,EXS,EXS\nZZ99,2025,EXS,EXS,EXS"
    )
    let study = try made.study("A need 2014-01-10\nB need 2014-01-10")
    #expect(study.tally("ks2_rwm_pct", .need)?.answers == [1, 0])
    #expect(study.tally("ks2_rwm_pct", .need)?.matched == 1)
    #expect(
      study.findings.map { "\($0.rows) \($0.finding.prefix(24))" }.sorted() == [
        "1 a row stands more than o", "1 the identifier is blank", "1 the identifier is of no ",
        "2 rows of one person contr",
      ])
    #expect(study.sources[0].rows == 6 && study.sources[0].matched == 4)
  }

  @Test("a file none of whose rows finds a child is said to be such")
  func nobody() throws {
    var made = try OutcomeCase()
    try made.add(.ks2, Self.ks2, "X1,2025,EXS,EXS,EXS")
    let study = try made.study("A need 2014-01-10")
    #expect(study.statements.contains { $0.hasPrefix("No row of ks2.csv is of a child") })
    #expect(study.tally("ks2_rwm_pct", .need)?.unknown == 1)
  }

  @Test("a pupil number of two persons leads to neither, and a person's two numbers both lead to the person")
  func ambiguous() throws {
    var made = try OutcomeCase()
    try made.add(.ks2, Self.ks2, "ZZ1,2025,EXS,EXS,EXS\nZZ2,2025,EXS,EXS,EXS")
    let records = [
      PersonIndex.Record(person: "301-A", child: "301-A", pupil: "ZZ1"),
      PersonIndex.Record(person: "301-B", child: "301-B", pupil: "ZZ1"),
      PersonIndex.Record(person: "301-B", child: "302-X", pupil: "ZZ2"),
    ]
    let study = try made.study("A need 2014-01-10\nB need 2014-01-10", records: records)
    #expect(study.tally("ks2_rwm_pct", .need)?.matched == 1)
    #expect(study.findings.contains { $0.finding.contains("two persons") })
  }

  @Test("a child in two authorities counts in each, and all areas are their sum")
  func twoAuthorities() throws {
    var made = try OutcomeCase()
    try made.add(.ks2, Self.ks2, "ZZ1,2025,EXS,EXS,EXS\nZZ2,2025,WTS,EXS,EXS")
    let study = try made.study("A need 2014-01-10\nA plan 2014-01-10 302\nB need 2014-01-10 302")
    #expect(study.tally("ks2_rwm_pct", .need, area: "all")?.answers == [1, 1])
    #expect(study.tally("ks2_rwm_pct", .protection, area: "302")?.answers == [1, 0])
    #expect(study.statements.contains { $0.contains("two authorities or more") })
    #expect(study.rawStatements == ["1 children are in a group in two authorities or more."])
    #expect(!study.statements.contains { $0.contains("1 child") })
  }

  @Test("children are known by the authority's own identifiers, or by links, of which weak ones may be left out")
  func links() throws {
    var index = PersonIndex(OutcomeCase.records)
    #expect(index.find("a", by: .child, authority: "301") == .person(0))
    #expect(index.find("A", by: .child, authority: "302") == .nobody)
    let links = try SeparatedText(
      Array("left,right,weight,probability\n301-A,P1,9,0.99\n301-B,P2,2,0.60\n301-Z,P3,9,0.99\n301-C,P1,9,0.99\n".utf8))
    let came = try index.add(links, name: "links.csv", least: 0.9)
    #expect(came.links == 4 && came.below == 1 && came.unknown == 1 && came.several == 1)
    #expect(index.find("P1", by: .linked, authority: "") == .several)
    #expect(index.find("P2", by: .linked, authority: "") == .nobody)
    let labels = try SeparatedText(
      Array("first_party,first_record,second_party,second_record,similarity\n1,7,2,3,0.9\n".utf8))
    _ = try index.add(labels, name: "pairs.csv", own: ["7": "301-D"], other: ["3": "P9"])
    #expect(index.find("P9", by: .linked, authority: "") == .person(3))
    #expect(throws: StudyError.self) { try index.add(labels, name: "pairs.csv") }
    #expect(throws: StudyError.self) { try index.add(links, name: "links.csv", own: [:]) }
  }

  @Test("outcomes may not be looked at before groups are fixed, unless the published timing is asked for")
  func windows() throws {
    let early = try OutcomeWindow(from: try #require(Day(iso: "2025-03-31")), to: try #require(Day(iso: "2025-08-31")))
    #expect(throws: StudyError.self) { try OutcomeWindows(year: 2025, own: [.absence: early]) }
    let published = try OutcomeWindows(year: 2025, timing: .published, own: [.absence: early])
    #expect(published.window(.absence) == early)
    #expect(published.window(.census).from.iso == "2024-09-01")
    #expect(try OutcomeWindows(year: 2025).window(.census).from.iso == "2025-09-01")
    #expect(throws: StudyError.self) { try OutcomeWindow(from: early.to, to: early.from) }
  }

  @Test("nothing is shown where no child is in a group or no file tells of anything, and that is said")
  func nothing() throws {
    var made = try OutcomeCase()
    try made.add(.exclusion, ["Pupil=(id)", "Day=(day)", "Kind=sanction"], "ZZ1,2025-10-01,permanent")
    #expect(throws: StudyError.self) { try made.study("") }
    #expect(throws: StudyError.self) { try made.study("A need 2014-01-10") }
  }

  @Test("the interval of a mean is the usual one, of a constant it has no length, and of one child there is none")
  func intervals() throws {
    var sum = RatioSum()
    sum.add(2, over: 1)
    #expect(sum.interval == nil && sum.ratio == 2)
    for value in [4.0, 6, 8] { sum.add(value, over: 1) }
    // Mean 5, standard deviation √(20/3), error √(20/12).
    let interval = try #require(sum.interval)
    #expect(abs(interval.upper - (5 + 1.959963984540054 * (20.0 / 12).squareRoot())) < 1e-12)
    var constant = RatioSum()
    for possible in [100.0, 200, 50] { constant.add(possible / 10, over: possible) }
    #expect(try #require(constant.interval).upper - 0.1 < 1e-6)
    #expect(RatioSum().ratio == nil)
  }
}
