import Foundation
import KithDisclosure
import KithTesting
import Testing

/// One of the tables by authority, region and category in `optimal_suppression_benders.json`.
struct LargeTable: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let groups: [String: [String]]?
  let rows: [String: [Int]]?
  let categories: [String]?
  let primary: [String]?
  let n_secondary: Int
  let objective: Double?
  let suppressed: [String]

  var testDescription: String { name }

  static let all = ((try? Oracle.read([LargeTable].self, "optimal_suppression_benders.json")) ?? [])
    .filter { $0.rows != nil }

  /// The table, whose region and England cells must be shown.
  var table: AreaTable {
    let regions = (groups ?? [:]).flatMap { region, members in members.map { ($0, region) } }
    let region = Dictionary(uniqueKeysWithValues: regions)
    return AreaTable(
      categories: categories ?? [], showsRegions: true,
      rows: (rows ?? [:]).sorted { $0.key < $1.key }.map {
        AreaTable.Row($0.key, region: region[$0.key] ?? "", counts: $0.value)
      })
  }

  func publication() throws -> Publication {
    try Publication(title: name, cells: table.cells, relations: table.relations)
  }
}

@Suite(
  "Tables by authority, region and category",
  .enabled(if: SharedFolder.isPresent, "the shared folder of oracles is not here"))
struct LargeTableTests {
  static let policy = DisclosurePolicy.council(threshold: 6)

  struct PeerResult: Decodable {
    let table: String
    let secondary: Int
    let fails_1_to_5: Int
  }

  @Test("all four tables are read")
  func tables() { #expect(LargeTable.all.count == 4) }

  @Test("the heuristic is safe, and withholds no more than any peer's safe pattern", arguments: LargeTable.all)
  func heuristic(_ table: LargeTable) throws {
    let publication = try table.publication()
    let clock = ContinuousClock()
    let start = clock.now
    let pattern = try publication.suppressed(under: Self.policy, effort: .fast)
    let report = try publication.audit(pattern, under: Self.policy)
    print(
      "\(table.name) fast: \(pattern.secondary.count) withheld to protect (optimum \(table.n_secondary)), \(clock.now - start)"
    )
    #expect(pattern.primary.count == table.primary?.count)
    #expect(report.isSafe)
    #expect(report.findings.allSatisfy { $0.method != .linearProgramme })
    let peers = try Oracle.read([PeerResult].self, "peer_audit_large.json")
    for peer in peers where peer.table == table.name && peer.fails_1_to_5 == 0 {
      #expect(pattern.secondary.count <= peer.secondary)
    }
  }

  @Test("cut generation reaches the proved optimum", arguments: LargeTable.all)
  func optimum(_ table: LargeTable) throws {
    let publication = try table.publication()
    let clock = ContinuousClock()
    let start = clock.now
    let pattern = try publication.suppressed(under: Self.policy)
    let report = try publication.audit(pattern, under: Self.policy)
    print(
      "\(table.name) exact: \(pattern.secondary.count) withheld to protect, cost \(pattern.cost), bound \(pattern.leastCost)",
      "(oracle \(table.objective ?? 0)), \(clock.now - start)")
    #expect(report.isSafe)
    #expect(Double(pattern.cost) == table.objective)
    #expect(pattern.isProvedLeast)
  }

  @Test("as the Department publishes it: regions and England to the nearest 10, and a percentage beside every count")
  func asPublished() throws {
    let example = try #require(LargeTable.all.last)
    let table = AreaTable(categories: example.table.categories, rows: example.table.rows)
    let areas = Set(publishedAreas(table))
    let figures = areas.sorted().flatMap { area in
      table.categories.map { category in
        DerivedFigure.percentage(
          "\(area) \(category) %", of: table.cell(area, category), among: .count(table.cell(area, "T")), places: 1)
      }
    }
    let publication = try Publication(
      title: "As published", cells: table.cells, relations: table.relations, figures: figures)
    for effort in [SuppressionEffort.fast, .thorough] {
      let clock = ContinuousClock()
      let start = clock.now
      let release = try Disclosure.release(publication, under: .departmentForEducation, effort: effort)
      let (pattern, report) = (release.pattern, release.report)
      print(
        "as published, \(effort == .fast ? "fast" : "exact"): \(publication.cells.count) counts, \(figures.count) percentages,",
        "\(pattern.primary.count) + \(pattern.secondary.count) withheld, cost \(pattern.cost), bound \(pattern.leastCost),",
        "methods \(Set(report.findings.map(\.method.rawValue)).sorted()), \(clock.now - start)")
      #expect(report.isSafe)
      #expect(release.count("England|T")?.value.number?.truncatingRemainder(dividingBy: 10) == 0)
    }
  }

  private func publishedAreas(_ table: AreaTable) -> [String] {
    table.rows.map(\.authority) + table.rows.map(\.region) + [table.country]
  }
}
