import KithDisclosure
import Testing

@Suite("Random tables")
struct RandomTableTests {
  /// What is known of each count of a release where nothing is rounded: itself, or anything up to a limit.
  private func known(_ publication: Publication, _ release: Release, most: Int) -> [ClosedRange<Int>] {
    publication.cells.map { release.pattern.withheld.contains($0.name) ? 0...most : $0.count...$0.count }
  }

  @Test(
    "no withheld cell of a thousand tables can be narrowed, under any policy, with percentages and without",
    arguments: 0..<10)
  func noneRecoverable(block: Int) throws {
    let policies: [DisclosurePolicy] = [
      .departmentForEducation, .council(threshold: 6), .secureRoom(), .council(threshold: 5, withholdsZero: true),
      .council(threshold: 10, roundedTo: 5),
    ]
    var refused = 0
    for seed in (block * 100)..<(block * 100 + 100) {
      let policy = policies[seed % policies.count]
      let publication = try RandomTables.areas(
        seed: UInt64(seed), showsRegions: seed % 3 == 0 && policy.name.hasPrefix("Council: threshold 6"),
        percentages: seed % 2 == 0)
      do {
        let release = try Disclosure.release(
          publication, under: policy,
          effort: seed % 4 == 0 ? .exact(candidates: 500, nodes: 60) : .fast)
        let promise = try #require(policy.promise)
        for finding in release.report.findings {
          #expect(!finding.range.isPoint, "\(publication.title) \(finding.name)")
          #expect(finding.role == .toProtect || finding.range.covers(promise), "\(publication.title) \(finding.name)")
        }
        let small = publication.cells.filter { policy.withheld?.contains($0.count) ?? false }
        #expect(small.allSatisfy { release.count($0.name)?.value.symbol == .confidential })
      } catch DisclosureError.cannotProtect {
        refused += 1
      }
    }
    print("random tables, block \(block): \(refused) of 100 cannot be protected and are refused")
    #expect(refused < 30)
  }

  @Test(
    "whole tables by hand hold every promised value of small releases",
    arguments: [[3, 3], [2, 4], [2, 2, 2], [2, 2, 3]])
  func exhaustively(sides: [Int]) throws {
    var checked = 0
    for seed in 0..<60 {
      let publication = try RandomTables.cube(seed: UInt64(seed), sides: sides, most: 12)
      let policy = DisclosurePolicy.council(threshold: 6)
      guard let release = try? Disclosure.release(publication, under: policy, effort: seed % 3 == 0 ? .thorough : .fast)
      else { continue }
      let most = publication.cells.map(\.count).max() ?? 0
      let primary = publication.cells.indices.filter { release.pattern.primary.contains(publication.cells[$0].name) }
      var attacker = ExhaustiveAttacker(
        publication, known: known(publication, release, most: most + 10),
        wanted: Dictionary(uniqueKeysWithValues: primary.map { ($0, Set(1...5)) }))
      guard let unseen = attacker.unseen() else { continue }
      #expect(unseen.isEmpty, "\(sides) seed \(seed)")
      checked += 1
    }
    print("exhaustive attack on \(sides): \(checked) releases held")
    #expect(checked > 20)
  }

  @Test("whole tables by hand hold every promised value where counts are rounded, with exact percentages beside them")
  func exhaustivelyRounded() throws {
    var (checked, withheld) = (0, 0)
    for seed in 0..<150 {
      let table = try RandomTables.cube(seed: UInt64(9_000 + seed), sides: [2, 2], most: 30, area: .region)
      let figures = ["0|0", "0|1", "1|0", "1|1"].map {
        DerivedFigure.percentage($0 + " %", of: $0, among: .count("2|2"), places: seed % 2)
      }
      let publication = try Publication(
        title: table.title, cells: table.cells, relations: table.relations, figures: figures)
      let policy = DisclosurePolicy.departmentForEducation
      guard let release = try? Disclosure.release(publication, under: policy) else { continue }
      let primary = publication.cells.indices.filter { release.pattern.primary.contains(publication.cells[$0].name) }
      let known = publication.cells.map { cell -> ClosedRange<Int> in
        guard let shown = release.count(cell.name)?.value.number.map({ Int($0) }) else { return 0...200 }
        return max(0, shown - 5)...(shown + 4)
      }
      let printed = figures.map { release.figure($0.name)?.value.description }
      var attacker = ExhaustiveAttacker(
        publication, known: known, wanted: Dictionary(uniqueKeysWithValues: primary.map { ($0, Set(1...5)) }))
      attacker.isConsistent = { values in
        zip(figures, printed).allSatisfy { figure, text in
          guard let text, text != "c", let top = publication.cells.firstIndex(where: { $0.name == figure.numerator })
          else {
            return true
          }
          let scale = figure.places == 1 ? 1_000 : 100
          guard let all = values.last, all > 0 else { return false }
          let units = (2 * scale * values[top] + all) / (2 * all)
          let words = figure.places == 1 ? "\(units / 10).\(units % 10)" : "\(units)"
          return text == (units == 0 && values[top] > 0 ? "k" : words)
        }
      }
      guard let unseen = attacker.unseen() else { continue }
      #expect(unseen.isEmpty, "seed \(seed)")
      checked += 1
      withheld += primary.count
    }
    print("exhaustive attack on rounded tables with percentages: \(checked) releases held, \(withheld) cells withheld")
    #expect(checked > 60)
  }

  @Test("the auditor and the exhaustive attacker give a withheld cell the same values")
  func sameRanges() throws {
    for seed in 0..<40 {
      let publication = try RandomTables.cube(seed: UInt64(1_000 + seed), sides: [2, 3], most: 9)
      let policy = DisclosurePolicy.council(threshold: 6)
      let most = publication.cells.map(\.count).max() ?? 0
      let primary = publication.cells.filter { policy.withholds($0) }.map(\.name)
      let report = try publication.audit(SuppressionPattern(primary: primary, secondary: []), under: policy)
      for (cell, finding) in zip(
        publication.cells.indices.filter { primary.contains(publication.cells[$0].name) }, report.findings)
      {
        var attacker = ExhaustiveAttacker(
          publication, known: publication.cells.map { primary.contains($0.name) ? 0...most : $0.count...$0.count },
          wanted: [cell: Set(0...most)])
        guard let unseen = attacker.unseen()?[cell] ?? [] as Set<Int>? else { continue }
        #expect(
          Set(0...most).subtracting(unseen) == Set(0...most).filter(finding.range.contains), "\(seed) \(finding.name)")
      }
    }
  }

  @Test("taking any one cell away from the least pattern leaves a leak, and the auditor finds it")
  func plantedLeaks() throws {
    var planted = 0
    for seed in 0..<60 {
      let publication = try RandomTables.areas(seed: UInt64(5_000 + seed), showsRegions: false, percentages: false)
      let policy = DisclosurePolicy.council(threshold: 6)
      guard let pattern = try? publication.suppressed(under: policy), pattern.isProvedLeast else { continue }
      for dropped in pattern.secondary {
        let weaker = SuppressionPattern(primary: pattern.primary, secondary: pattern.secondary.filter { $0 != dropped })
        #expect(try !publication.audit(weaker, under: policy).isSafe, "\(seed) \(dropped)")
        planted += 1
      }
    }
    print("planted leaks found: \(planted)")
    #expect(planted > 200)
  }

  @Test("what last year's release showed is a leak this year, and is refused")
  func lastYear() throws {
    let open = try RandomTables.cube(seed: 3, sides: [3, 3], most: 12)
    let policy = DisclosurePolicy.council(threshold: 6)
    let pattern = try open.suppressed(under: policy)
    let name = try #require(pattern.secondary.first)
    let count = try #require(open[name]?.count)
    let known = try Publication(
      title: open.title, cells: open.cells, relations: open.relations, earlier: [name: .exactly(count)])
    let report = try known.audit(pattern, under: policy)
    #expect(!report.isSafe)
    #expect(report[name]?.range == .exactly(count))
    let mended = try known.suppressed(under: policy)
    #expect(try known.audit(mended, under: policy).isSafe)
    #expect(!mended.secondary.contains(name))
  }

  @Test("the same table is withheld the same way each time")
  func deterministic() throws {
    let publication = try RandomTables.areas(seed: 77, showsRegions: false, percentages: true)
    let patterns = try (0..<3).map { _ in try publication.suppressed(under: .departmentForEducation) }
    #expect(Set(patterns).count == 1)
  }
}
