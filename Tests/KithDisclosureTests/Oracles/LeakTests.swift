import KithDisclosure
import KithTesting
import Testing

@Suite("Planted leaks", .enabled(if: SharedFolder.isPresent, "the shared folder of oracles is not here"))
struct LeakTests {
  struct Leaks: Decodable {
    struct Percentage: Decodable {
      let total: Int
      let pct: Double
      let dp: Int
      let candidates: [Int]
    }
    let percent_leaks: [Percentage]
  }

  struct RoundingAttack: Decodable {
    let `true`: [Int]
    let rounded: [Int]
    let total: Int
    let total_published: Int
    let intervals: [[Int]]
  }

  @Test("a printed percentage leaves the counts that the oracle lists, and no other")
  func percentages() throws {
    let leaks = try Oracle.read(Leaks.self, "leaks.json").percent_leaks
    #expect(leaks.count == 8)
    for leak in leaks {
      let units = Int((leak.pct * (leak.dp == 1 ? 10 : 1)).rounded())
      let range = KnownRange.figure(RoundedFigure(units: units, multiplier: 100, places: leak.dp), of: leak.total)
      #expect(Array(range.lower...(range.upper ?? 0)) == leak.candidates)
    }
  }

  @Test("a percentage beside a withheld count is found, and is withheld with it")
  func percentageLeak() throws {
    let cells = [
      CountCell("resident", count: 3, handling: .notPublished), CountCell("other", count: 211, handling: .notPublished),
      CountCell("all", count: 214, handling: .mustShow),
    ]
    let publication = try Publication(
      title: "Percentages", cells: cells, relations: [Relation(total: "all", parts: ["resident", "other"])],
      figures: [
        .percentage("resident %", of: "resident", among: .count("all"), places: 1),
        .percentage("other %", of: "other", among: .count("all"), places: 1),
      ])
    let policy = DisclosurePolicy.departmentForEducation
    let open = try publication.audit(SuppressionPattern(primary: [], secondary: []), under: policy)
    #expect(open["resident"]?.range == .exactly(3))
    #expect(!open.isSafe)
    let half = try publication.audit(SuppressionPattern(primary: ["resident"], secondary: []), under: policy)
    #expect(half["resident"]?.range == .exactly(3))
    let release = try Disclosure.release(publication, under: policy)
    #expect(release.figure("resident %")?.value.symbol == .confidential)
    #expect(release.figure("other %")?.value.symbol == .confidential)
    #expect(release.report.isSafe)
    #expect(release.count("resident") == nil)
  }

  @Test("the difference of two published tables is found")
  func differencing() throws {
    let publication = try Publication(
      title: "With and without",
      cells: [
        CountCell("16-17", count: 61), CountCell("16-17, not UASC", count: 58),
        CountCell("16-17, UASC", count: 3, handling: .notPublished),
      ], relations: [Relation(total: "16-17", parts: ["16-17, not UASC", "16-17, UASC"])])
    let policy = DisclosurePolicy.departmentForEducation
    let report = try publication.audit(SuppressionPattern(primary: ["16-17, UASC"], secondary: []), under: policy)
    #expect(report.failures.map(\.range) == [.exactly(3)])
    let pattern = try publication.suppressed(under: policy)
    #expect(pattern.secondary == ["16-17, not UASC"])
    #expect(try publication.audit(pattern, under: policy).isSafe)
  }

  @Test("rounding beside a total gives what the attack gives")
  func rounding() throws {
    let attacks = try Oracle.read([RoundingAttack].self, "rounding_attack.json")
    #expect(attacks.count == 5)
    for attack in attacks {
      let parts = attack.true.indices.map { "part \($0)" }
      let cells = zip(parts, attack.true).map { CountCell($0, count: $1) }
      let publication = try Publication(
        title: "Rounded", cells: cells + [CountCell("total", count: attack.total, area: .national)],
        relations: [Relation(total: "total", parts: parts)])
      let policy = DisclosurePolicy(
        name: "to 5", withheld: nil,
        bases: [.authority: 5, .national: attack.total == attack.total_published ? 1 : 5])
      let nothing = SuppressionPattern(primary: [], secondary: [])
      for (part, interval) in zip(parts, attack.intervals) {
        #expect(
          try publication.knownRange(of: part, withheld: nothing, under: policy) == KnownRange(interval[0], interval[1])
        )
      }
      #expect(publication.cells.dropLast().map { policy.shown($0) } == attack.rounded)
    }
  }
}
