import KithDisclosure
import Testing

@Suite("Means in a release")
struct AverageTests {
  @Test("a mean whose sum is in thousandths is shown in wholes, rounded half up")
  func parts() throws {
    let average = AverageFigure("mean", sum: 2_513_500, over: "pupils", form: .parts(of: 1_000, places: 1))
    let publication = try Publication(
      title: "Points", cells: [CountCell("pupils", count: 30)], relations: [], averages: [average])
    let release = try Disclosure.release(publication, under: .departmentForEducation)
    #expect(release.figure("mean")?.value.description == "83.8")
  }

  /// An authority whose children are in groups, each with the sum of what a mean is taken of.
  private struct Authority {
    let name: String
    let groups: [(name: String, count: Int, sum: Int)]
    var count: Int { groups.reduce(0) { $0 + $1.count } }
    var sum: Int { groups.reduce(0) { $0 + $1.sum } }
  }

  /// A region of authorities, with a mean of every group and total.
  private func release(
    _ authorities: [Authority], hasRegion: Bool = true, policy: DisclosurePolicy = .childrenLookedAfter
  ) throws -> Release {
    let groups = authorities[0].groups.map(\.name)
    var cells: [CountCell] = []
    var relations: [Relation] = []
    var averages: [AverageFigure] = []
    func add(_ area: String, _ level: AreaLevel, _ counts: [(Int, Int)], parts: [String]) {
      let names = groups + ["T"]
      let totals = counts + [(counts.reduce(0) { $0 + $1.0 }, counts.reduce(0) { $0 + $1.1 })]
      for (group, (count, sum)) in zip(names, totals) {
        cells.append(CountCell("\(area)|\(group)", count: count, area: level))
        averages.append(
          AverageFigure(
            "\(area)|\(group) mean", sum: sum, over: "\(area)|\(group)", form: .number(places: 1),
            breakdown: group == "T" ? nil : .init(of: "\(area)|T mean", by: "group"),
            parts: parts.map { "\($0)|\(group) mean" }))
        if !parts.isEmpty {
          relations.append(Relation(total: "\(area)|\(group)", parts: parts.map { "\($0)|\(group)" }))
        }
      }
      relations.append(Relation(total: "\(area)|T", parts: groups.map { "\(area)|\($0)" }))
    }
    for authority in authorities {
      add(authority.name, .authority, authority.groups.map { ($0.count, $0.sum) }, parts: [])
    }
    if hasRegion {
      let sums = groups.indices.map { group in
        authorities.reduce((0, 0)) { ($0.0 + $1.groups[group].count, $0.1 + $1.groups[group].sum) }
      }
      add("Region", .region, sums, parts: authorities.map(\.name))
    }
    return try Disclosure.release(
      Publication(title: "Scores", cells: cells, relations: relations, averages: averages), under: policy)
  }

  private func text(_ release: Release, _ name: String) -> String? { release.figure(name)?.value.description }

  @Test("a mean is shown where its count is, half up, and z where there is nobody")
  func shown() throws {
    let release = try release(
      [Authority(name: "A", groups: [("F", 20, 285), ("M", 12, 171), ("U", 0, 0)])], hasRegion: false)
    #expect(text(release, "A|F mean") == "14.3")
    #expect(text(release, "A|U mean") == "z")
    #expect(text(release, "A|T mean") == "14.3")
  }

  @Test("where one group has too few, no group's mean is shown, for the total would give it away")
  func groups() throws {
    let release = try release(
      [Authority(name: "A", groups: [("F", 20, 285), ("M", 12, 171), ("U", 3, 90)])], hasRegion: false)
    for group in ["F", "M", "U"] { #expect(text(release, "A|\(group) mean") == "c") }
    #expect(text(release, "A|T mean") == "15.6")
  }

  @Test("an authority with too few takes the smallest other with it, so that the region's mean can be shown")
  func areas() throws {
    let release = try release([
      Authority(name: "A", groups: [("F", 2, 30), ("M", 1, 30)]),
      Authority(name: "B", groups: [("F", 9, 90), ("M", 9, 90)]),
      Authority(name: "C", groups: [("F", 40, 400), ("M", 50, 500)]),
    ])
    #expect(["A", "B"].allSatisfy { text(release, "\($0)|T mean") == "c" })
    #expect(text(release, "C|T mean") == "10.0")
    #expect(text(release, "Region|T mean") == "10.3")
    #expect(["Region|F mean", "Region|M mean", "B|F mean"].allSatisfy { text(release, $0) == "c" })
  }

  @Test("a region with one authority says nothing that the authority does not")
  func single() throws {
    let release = try release([Authority(name: "A", groups: [("F", 2, 30), ("M", 1, 30)])])
    #expect(text(release, "A|T mean") == "c")
    #expect(text(release, "Region|T mean") == "c")
  }

  @Test(
    "days are shown as years and months of 365.25 days, half up",
    arguments: [(365, "01:00"), (46, "00:02"), (45, "00:01"), (800, "02:02")])
  func yearsAndMonths(days: Int, shown: String) throws {
    let publication = try Publication(
      title: "", cells: [CountCell("adopted", count: 10)], relations: [],
      averages: [AverageFigure("time", sum: days * 10, over: "adopted", form: .yearsAndMonths)])
    #expect(try text(Disclosure.release(publication, under: .childrenLookedAfter), "time") == shown)
  }

  @Test("a mean of a count that is not there, or with a total that is not, is refused")
  func unknown() {
    #expect(throws: DisclosureError.unknownName("n")) {
      try Publication(
        title: "", cells: [], relations: [], averages: [AverageFigure("a", sum: 1, over: "n", form: .yearsAndMonths)])
    }
    #expect(throws: DisclosureError.unknownName("all")) {
      try Publication(
        title: "", cells: [CountCell("n", count: 9)], relations: [],
        averages: [AverageFigure("a", sum: 1, over: "n", form: .yearsAndMonths, breakdown: .init(of: "all", by: "sex"))]
      )
    }
  }

  /// Tries every sum of every set of withheld means that the shown ones give: none may be of fewer than six children.
  @Test("no sum of fewer than six children can be worked out from the means of 200 random regions")
  func random() throws {
    var state: UInt64 = 11
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    for _ in 0..<200 {
      let authorities = (0..<(2 + next(3))).map { place in
        Authority(
          name: "A\(place)",
          groups: ["F", "M"].map { group in
            let count = next(3) == 0 ? next(6) : next(30)
            return (group, count, count * 10 + next(5))
          })
      }
      guard let release = try? release(authorities) else { continue }
      let known = Sums(authorities, ["F", "M"]) { text(release, $0) != "c" }
      #expect(known.leastGroup >= 6, "\(authorities)")
    }
  }

  /// The sums of authorities' groups that follow from those that are shown.
  private struct Sums {
    /// The fewest children, none aside, whose sum follows.
    let leastGroup: Int

    init(_ authorities: [Authority], _ groups: [String], isShown: (String) -> Bool) {
      let cells = authorities.flatMap { authority in groups.map { (authority.name, $0) } }
      let counts = authorities.flatMap { $0.groups.map(\.count) }
      func vector(_ areas: [String], _ names: [String]) -> [Double] {
        cells.map { areas.contains($0.0) && names.contains($0.1) ? 1 : 0 }
      }
      var rows: [[Double]] = []
      let areas = authorities.map { ($0.name, [$0.name]) } + [("Region", authorities.map(\.name))]
      for (name, members) in areas {
        for group in groups where isShown("\(name)|\(group) mean") { rows.append(vector(members, [group])) }
        if isShown("\(name)|T mean") { rows.append(vector(members, groups)) }
      }
      // What nobody is in is known to be nothing.
      for (place, count) in counts.enumerated() where count == 0 {
        rows.append(cells.indices.map { $0 == place ? 1 : 0 })
      }
      let rank = Self.rank(rows)
      var least = Int.max
      for bits in 1..<(1 << cells.count) {
        let set = cells.indices.filter { bits >> $0 & 1 == 1 }
        let children = set.reduce(0) { $0 + counts[$1] }
        guard children > 0, children < 6, set.allSatisfy({ counts[$0] > 0 }) else { continue }
        let row = cells.indices.map { set.contains($0) ? 1.0 : 0 }
        if Self.rank(rows + [row]) == rank { least = min(least, children) }
      }
      leastGroup = least
    }

    private static func rank(_ rows: [[Double]]) -> Int {
      var rows = rows
      var rank = 0
      for column in 0..<(rows.first?.count ?? 0) {
        guard let pivot = (rank..<rows.count).first(where: { abs(rows[$0][column]) > 1e-9 }) else { continue }
        rows.swapAt(rank, pivot)
        for other in rows.indices where other != rank && abs(rows[other][column]) > 1e-9 {
          let factor = rows[other][column] / rows[rank][column]
          for place in rows[other].indices { rows[other][place] -= factor * rows[rank][place] }
        }
        rank += 1
      }
      return rank
    }
  }
}
