import KithEngine
import KithStore
import KithTables
import KithTesting
import Testing

@testable import KithLinkage

@Suite("Links by weight")
struct WeighedLinkTests {
  /// Sixty children whom 301 hands over to 302 with their pupil numbers, two hundred whom only one knows, and those of the test.
  private func store(_ more: (before: [Returned], after: [Returned])) throws -> LinkStore {
    let records = try LinkStore()
    let born = { (number: Int) in (Day(iso: "2008-02-03") ?? Day(number: 0)).adding(days: number * 17).iso }
    let child = { (mark: String, number: Int) in
      Returned(
        id: "\(mark)\(number)", born: born(number), sex: number % 2 == 0 ? "F" : "M",
        ethnicity: ["WBRI", "WBRI", "BAFR", "APKN"][number % 4], from: "2023-05-01")
    }
    var (before, after) = more
    for number in 0..<60 {
      var (old, new) = (child("A", number), child("B", number))
      let day = (Day(iso: "2023-06-01") ?? Day(number: 0)).adding(days: number * 4)
      (old.until, old.because, new.from) = (day.iso, "RC5", day.adding(days: number % 6).iso)
      old.upn = "Z9990000\(1000 + number)A"
      new.upn = old.upn
      before.append(old)
      after.append(new)
    }
    for number in 60..<160 {
      before.append(child("C", number))
      after.append(child("D", number + 100))
    }
    try records.need(2024, before)
    try records.need(2024, after, authority: "302")
    return records
  }

  private func movers(_ names: [String], born: String) -> (before: [Returned], after: [Returned]) {
    let before = names.map { name in
      Returned(id: "X\(name)", born: born, ethnicity: "BAFR", from: "2023-04-20", until: "2023-09-04", because: "RC5")
    }
    return (before, names.map { Returned(id: "Y\($0)", born: born, ethnicity: "BAFR", from: "2023-09-06") })
  }

  private func pairs(_ linkage: PersonLinkage) -> [LinkEvidence] {
    linkage.evidence.filter { $0.first.child.hasPrefix("X") || $0.second.child.hasPrefix("Y") }
  }

  @Test("a child without a number who is handed over is found by birth date and the day, and it is said why")
  func handedOver() throws {
    let found = try PersonLinkage(store(movers(["1"], born: "2019-10-11")).store, quickly)
    let pair = try #require(pairs(found).first)
    #expect(pair.state == .linked && pair.rank == nil && pair.probability ?? 0 > 0.95)
    #expect(pair.trail.steps.contains { $0.field == "handover" && $0.weight > 3 })
    #expect(pair.trail.steps.contains { $0.field == "upn" && $0.weight == 0 })
    #expect(!pair.agreement.contains("2019"))
  }

  /// Ninety unaccompanied children whom 301 hands over to 302 or 303 with their pupil numbers, all born on the first of
  /// January of one of two years; and two hundred who are no such children, of whom 302 takes over every fifth.
  private func arrivals(_ more: (before: [Returned], after: [Returned])) throws -> LinkStore {
    let records = try LinkStore()
    var before = more.before
    var after = ["302": more.after, "303": []]
    for number in 0..<90 {
      let day = (Day(iso: "2023-05-01") ?? Day(number: 0)).adding(days: number * 3)
      let ethnicity = ["BAFR", "AOTH", "OOTH"][number % 3]
      var old = Returned(
        id: "A\(number)", born: "200\(6 + number % 2)-01-01", sex: "M", ethnicity: ethnicity,
        upn: "Z9990000\(1000 + number)A", from: "2023-04-20", until: day.iso, because: "E3")
      old.isUnaccompanied = true
      var new = old
      (new.id, new.from, new.until, new.because) = ("B\(number)", day.iso, nil, "")
      before.append(old)
      after[number % 2 == 0 ? "302" : "303", default: []].append(new)
    }
    for number in 0..<200 {
      let born = (Day(iso: "2007-02-03") ?? Day(number: 0)).adding(days: number * 17).iso
      var child = Returned(id: "C\(number)", born: born, sex: number % 2 == 0 ? "F" : "M", from: "2023-04-02")
      if number % 5 == 0 {
        let day = (Day(iso: "2023-05-02") ?? Day(number: 0)).adding(days: number).iso
        (child.upn, child.until, child.because) = ("Z9990000\(2000 + number)A", day, "E3")
        var new = child
        (new.id, new.from, new.until, new.because) = ("D\(number)", day, nil, "")
        after["302", default: []].append(new)
      }
      if number % 2 == 0 || number % 5 == 0 { before.append(child) } else { after["302", default: []].append(child) }
    }
    try records.care(2024, before)
    for (authority, children) in after.sorted(by: { $0.key < $1.key }) {
      try records.care(2024, children, authority: authority)
    }
    return records
  }

  @Test("unaccompanied children, who agree by chance more often, are judged among themselves")
  func unaccompanied() throws {
    var old = Returned(
      id: "X1", born: "2006-01-01", sex: "M", ethnicity: "AOTH", from: "2023-04-20", until: "2023-09-04", because: "E3")
    var other = Returned(id: "Y1", born: "2006-01-01", sex: "M", ethnicity: "BAFR", from: "2023-09-06")
    (old.isUnaccompanied, other.isUnaccompanied) = (true, true)
    let found = try PersonLinkage(arrivals(([old], [other])).store, quickly)
    #expect(found.persons.count == 130)
    #expect(!pairs(found).contains { $0.state == .linked })

    let names = found.models.map(\.template)
    try #require(names == ["ssda903-ssda903", "ssda903-ssda903, both unaccompanied"])
    let chance = found.models.map { model in
      model.model.levels.filter { $0.title == "handing over" && $0.name == "week" }.reduce(0) { $0 + $1.others }
    }
    #expect(chance[1] > 3 * chance[0])
    // Sex is counted from the pairs that a pupil number joins, of which none differs.
    let sexes = found.models.map { $0.model.levels.first { $0.title == "sex" && $0.name == "differs" } }
    #expect(sexes.allSatisfy { $0.map { $0.same < 0.005 } == true })
    #expect(found.summary.groups.first { $0.group == .unaccompanied }?.records.all == 182)
    #expect(found.summary.groups.first { $0.group == .unaccompanied }?.records.linked == 180)
  }

  @Test("of twins of one sex without numbers neither is linked: a person is to decide")
  func twins() throws {
    let found = try PersonLinkage(store(movers(["1", "2"], born: "2019-10-11")).store, quickly)
    let twins = pairs(found)
    #expect(twins.count == 4 && twins.allSatisfy { $0.state == .review && $0.probability ?? 1 < 0.6 })
    #expect(found.summary.alone.first { $0.reason == .review }?.count == 4)
  }

  @Test("where too few pairs are sure, pairs are proposed and not linked")
  func unlearnt() throws {
    var settings = quickly
    settings.surePairs = 1_000
    let found = try PersonLinkage(store(movers(["1"], born: "2019-10-11")).store, settings)
    #expect(!found.evidence.contains { $0.state == .linked && $0.rank == nil })
    #expect(found.summary.templates.allSatisfy { !$0.linksByWeight })
  }

  @Test("birth dates differ in a usual way by the engine's levels and by ours alike, on 4,000 pairs from a seed")
  func births() throws {
    var chance = SplitMix64(seed: 4)
    let pairs = (0..<4_000).map { _ -> (Day, Day) in
      let first = Day(number: Int32(12_000 + chance.number(0...6_000)))
      return (first, chance.chance(500) ? first.adding(days: chance.number(-40...40)) : changed(first, &chance))
    }
    let connection = try Engine(.duckDB()).connect()
    for (name, days) in [("one", pairs.map(\.0)), ("two", pairs.map(\.1))] {
      try connection.keep(
        [.integers("id", days.indices.map { Optional(Int64($0)) }), .days("born", days.map { Optional($0) })],
        as: name + "_plain")
      try connection.keep(
        "SELECT p.*, \(raw: FieldComparison.birthColumns("born")) FROM \(raw: name)_plain AS p", as: name)
    }
    let comparison = FieldComparison.birth("born", "birth date")
    let levels = try connection.query(
      "SELECT \(sql: comparison.number) AS level FROM one AS l JOIN two AS r ON r.id = l.id ORDER BY l.id"
    ).integers("level").values
    let usual = comparison.number(of: "month")
    let byEngine = levels.map { Int($0 ?? 0) <= usual }
    #expect(byEngine == pairs.map { BirthDates.areUsual($0.0, $0.1) })
    #expect(byEngine.count { $0 } > 1_000 && byEngine.count { !$0 } > 300)
  }

  /// A day with another in its place: day and month exchanged, 1 January, another year, or any.
  private func changed(_ day: Day, _ chance: inout SplitMix64) -> Day {
    let (d, m, y) = day.civil
    switch chance.number(0...3) {
    case 0: return Day(m, d, y) ?? day
    case 1: return Day(1, 1, y) ?? day
    case 2: return Day(d, m, y + chance.number(-12...12)) ?? day
    default: return Day(number: Int32(12_000 + chance.number(0...6_000)))
    }
  }
}
