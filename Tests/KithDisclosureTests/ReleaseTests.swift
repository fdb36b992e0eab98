import KithDisclosure
import Testing

@Suite("Policies and releases")
struct ReleaseTests {
  let table = AreaTable(
    categories: ["foster", "residential", "other"],
    rows: [
      .init("Alder", region: "North", counts: [120, 3, 14]), .init("Beech", region: "North", counts: [300, 12, 20]),
      .init("Cedar", region: "South", counts: [95, 9, 11]), .init("Dogwood", region: "South", counts: [410, 0, 25]),
    ])

  private func publication(_ figures: [DerivedFigure] = []) throws -> Publication {
    try Publication(title: "Placements", cells: table.cells, relations: table.relations, figures: figures)
  }

  @Test("the Department's rule withholds 1 to 5, shows zero, and rounds regions and England to 10")
  func department() throws {
    let release = try Disclosure.release(publication(), under: .departmentForEducation)
    func text(_ name: String) -> String? { release.count(name)?.value.description }
    #expect(text("Alder|residential") == "c")
    #expect(text("Dogwood|residential") == "0")
    #expect(text("North|foster") == "420")
    #expect(text("England|T") == "1020")
    #expect(release.pattern.primary == ["Alder|residential"])
    #expect(
      release.count("Alder|residential")?.basis.notice == "Provisional, from your return, not official statistics")
    #expect(release.report.lines[0] == "Disclosure audit: Placements")
  }

  @Test("percentages and rates are half up, k under half a per cent, and withheld with their counts")
  func figures() throws {
    let release = try Disclosure.release(
      publication([
        .percentage("Alder r %", of: "Alder|residential", among: .count("Alder|T"), places: 0),
        .percentage("Cedar r %", of: "Cedar|residential", among: .published(4_000), places: 0),
        .rate("Beech rate", of: "Beech|T", per: 10_000, of: .published(41_234), places: 1),
      ]), under: .departmentForEducation)
    #expect(release.figure("Alder r %")?.value.description == "c")
    #expect(["k", "c"].contains(release.figure("Cedar r %")?.value.description))
    #expect(
      release.figure("Beech rate")?.value.description == "80.5"
        || release.figure("Beech rate")?.value.symbol == .confidential)
    #expect(release.figure("none") == nil)
  }

  @Test("a pattern that leaks is refused, and the error shows no count")
  func refused() throws {
    let weak = SuppressionPattern(primary: ["Alder|residential"], secondary: [])
    let policy = DisclosurePolicy.council(threshold: 6)
    let publication = try publication()
    #expect(throws: DisclosureError.auditFailed(["Alder|residential"])) {
      try Disclosure.release(publication, withholding: weak, under: policy)
    }
    #expect(!DisclosureError.auditFailed(["Alder|residential"]).description.contains("3"))
    #expect(throws: DisclosureError.auditFailed(["Alder|residential"])) {
      try Disclosure.release(publication, withholding: .init(primary: [], secondary: []), under: policy)
    }
  }

  @Test("the internal policy releases nothing")
  func internalUse() throws {
    let publication = try publication()
    #expect(throws: DisclosureError.notForRelease) { try Disclosure.release(publication, under: .internalUse) }
    #expect(throws: DisclosureError.notForRelease) {
      try Disclosure.release(publication, roundedTo: 5, under: .internalUse)
    }
  }

  @Test("thresholds, bases and zero are as each policy says")
  func policies() {
    func cell(_ count: Int, _ area: AreaLevel = .authority) -> CountCell { CountCell("a", count: count, area: area) }
    #expect(DisclosurePolicy.secureRoom().withholds(cell(9)))
    #expect(!DisclosurePolicy.secureRoom().withholds(cell(10)))
    #expect(!DisclosurePolicy.secureRoom().withholds(cell(0)))
    #expect(DisclosurePolicy.secureRoom(withholdsZero: true).withholds(cell(0)))
    #expect(DisclosurePolicy.secureRoom().shown(cell(15)) == 20)
    #expect(DisclosurePolicy.departmentForEducation.shown(cell(15, .region)) == 20)
    #expect(DisclosurePolicy.departmentForEducation.shown(cell(15)) == 15)
    #expect(!DisclosurePolicy.council(threshold: 5).withholds(cell(5)))
    #expect(DisclosurePolicy.council(threshold: 5).withholds(cell(4)))
    #expect(!DisclosurePolicy.council(threshold: 5).withholds(CountCell("agencies", count: 2, isSensitive: false)))
    #expect(DisclosurePolicy.internalUse.withheld == nil)
  }

  @Test("a range that was shown rounded or as k is what could have been rounded so")
  func ranges() {
    #expect(KnownRange.rounded(20, toNearest: 10) == KnownRange(15, 24))
    #expect(KnownRange.rounded(0, toNearest: 10) == KnownRange(0, 4))
    #expect(KnownRange.rounded(5, toNearest: 5) == KnownRange(3, 7))
    let low = RoundedFigure(units: 0, multiplier: 100, places: 0, isUnderHalf: true)
    #expect(KnownRange.figure(low, of: 1_000) == KnownRange(1, 4))
    for count in 0...400 {
      let figure = RoundedFigure(count: count, of: 387, multiplier: 10_000, places: 1, marksUnderHalf: true)
      #expect(figure.map { KnownRange.figure($0, of: 387) } == .exactly(count))
    }
  }

  @Test("a publication that contradicts itself is refused with the name")
  func contradictions() {
    #expect(throws: DisclosureError.doesNotSum("all")) {
      try Publication(
        title: "", cells: [CountCell("all", count: 5), CountCell("part", count: 4)],
        relations: [Relation(total: "all", parts: ["part"])])
    }
    #expect(throws: DisclosureError.unknownName("part")) {
      try Publication(
        title: "", cells: [CountCell("all", count: 5)], relations: [Relation(total: "all", parts: ["part"])])
    }
    #expect(throws: DisclosureError.repeatedName("all")) {
      try Publication(title: "", cells: [CountCell("all", count: 5), CountCell("all", count: 5)], relations: [])
    }
    #expect(throws: DisclosureError.contradictsEarlier("all")) {
      try Publication(title: "", cells: [CountCell("all", count: 5)], relations: [], earlier: ["all": .exactly(6)])
    }
  }

  @Test("cells that must all be shown cannot be protected, and the error names the cell")
  func cannotProtect() throws {
    let shown = try Publication(
      title: "",
      cells: [
        CountCell("a", count: 3), CountCell("b", count: 8, handling: .mustShow),
        CountCell("T", count: 11, handling: .mustShow),
      ],
      relations: [Relation(total: "T", parts: ["a", "b"])])
    #expect(throws: DisclosureError.cannotProtect(["a"])) { try shown.suppressed(under: .council(threshold: 6)) }
  }
}

@Suite("What an earlier release withheld")
struct WithheldAgainTests {
  private func release(_ handling: CountCell.Handling, parts: [Int]) throws -> Release {
    let cells =
      [CountCell("T", count: parts.reduce(0, +), handling: handling)]
      + parts.enumerated().map { CountCell("p\($0)", count: $1) }
    return try Disclosure.release(
      Publication(
        title: "", cells: cells, relations: [Relation(total: "T", parts: parts.indices.map { "p\($0)" })]),
      under: .childrenLookedAfter)
  }

  @Test("a count that was withheld is withheld again, and so is what would give it away")
  func again() throws {
    let free = try release(.open, parts: [20, 30])
    #expect(free.pattern.withheld.isEmpty)
    let bound = try release(.withheld(45...55), parts: [20, 30])
    #expect(bound.count("T")?.value.description == "c")
    #expect(bound.pattern.withheld.count == 2 && bound.pattern.primary.isEmpty)
    #expect(bound.report["T"]?.range.covers(45...55) ?? false)
    #expect(bound.report["T"]?.role == .toProtect)
  }

  @Test("a release that shows its parts is refused")
  func refused() throws {
    let cells = [CountCell("T", count: 50, handling: .withheld(45...55)), CountCell("p", count: 50)]
    let publication = try Publication(title: "", cells: cells, relations: [Relation(total: "T", parts: ["p"])])
    #expect(throws: DisclosureError.auditFailed(["T"])) {
      try Disclosure.release(
        publication, withholding: .init(primary: [], secondary: ["T"]), under: .childrenLookedAfter)
    }
  }
}

@Suite("Figures that there are none of")
struct NoFigureTests {
  @Test("only symbols of what there is no figure of can be made without a publication")
  func symbols() {
    let source = PublicationSource(title: "A table")
    #expect(Disclosure.noFigure(.notAvailable, kind: .count, source: source)?.value.description == "x")
    #expect(Disclosure.noFigure(.notApplicable, kind: .mean, source: source)?.value.description == "z")
    #expect(Disclosure.noFigure(.roundsToZero, kind: .percentage, source: source) == nil)
    #expect(Disclosure.noFigure(.confidential, kind: .count, source: source) == nil)
  }

  @Test("the two collections' policies differ in decimals, in k and in care leavers of whom nothing is known")
  func policies() throws {
    func shown(_ policy: DisclosurePolicy) throws -> [String?] {
      let publication = try Publication(
        title: "", cells: [CountCell("n", count: 7), CountCell("d", count: 2_000)], relations: [],
        figures: [
          .percentage("pct", of: "n", among: .count("d"), places: policy.figurePlaces ?? 3),
          .rate("rate", of: "n", per: 10_000, of: .published(31_000), places: policy.figurePlaces ?? 3),
        ])
      let release = try Disclosure.release(publication, under: policy)
      return ["pct", "rate"].map { release.figure($0)?.value.description }
    }
    #expect(try shown(.childrenInNeed) == ["0.4", "2.3"])
    #expect(try shown(.childrenLookedAfter) == ["k", "2"])
    #expect(
      DisclosurePolicy.childrenLookedAfter.showsUnknownCareLeavers
        && !DisclosurePolicy.childrenInNeed.showsUnknownCareLeavers)
  }

  @Test("a percentage of a denominator that is known within a range says a range of the numerator")
  func ranges() {
    let half = RoundedFigure(units: 50, multiplier: 100, places: 0)
    #expect(KnownRange.figure(half, of: KnownRange(100, 110)) == KnownRange(50, 55))
    #expect(KnownRange.figure(half, of: .anyCount) == KnownRange(0, nil))
  }
}
