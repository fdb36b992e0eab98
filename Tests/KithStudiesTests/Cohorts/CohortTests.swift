import Foundation
import KithEngine
import KithStore
import KithStudies
import KithTables
import KithTesting
import Testing

@Suite("Cohorts of a store", .serialized)
struct CohortTests {
  /// A small synthetic store, made by the program once.
  private static let store: (path: String, folder: String)? = {
    let folder =
      FileManager.default.temporaryDirectory.path() + "kith-studies-\(ProcessInfo.processInfo.processIdentifier)"
    guard
      (try? KithProgram.run([
        "synth", "--las", "2", "--children", "400", "--years", "4", "--seed", "11", "--out", folder,
      ]).code) == 0,
      (try? KithProgram.run(["load", "--each", folder, "--store", folder + ".duckdb", "--unchecked"]).code) == 0
    else { return nil }
    return (folder + ".duckdb", folder)
  }()

  private func referred(_ every: Bool = false) throws -> CohortDefinition {
    let from = try #require(Day(iso: "2023-04-01"))
    let to = try #require(Day(iso: "2024-03-31"))
    return try CohortDefinition(name: "referred", origin: .referral, from: from, to: to, every: every)
  }

  @Test("each step leaves no more than the one before, and the last is who is followed")
  func steps() throws {
    let store = try Store(try #require(Self.store).path, for: .reading)
    for origin in CohortDefinition.Origin.allCases {
      let from = try #require(Day(iso: "2023-04-01"))
      let definition = try CohortDefinition(
        name: "x", origin: origin, from: from, to: from.adding(days: 365), clearMonths: 6)
      let cohort = try Cohort(definition, in: store)
      #expect(
        zip(cohort.steps, cohort.steps.dropFirst()).allSatisfy { $0.rows >= $1.rows && $0.children >= $1.children })
      #expect(cohort.steps.last?.rows == cohort.members.count)
      #expect(cohort.members.allSatisfy { $0.day >= from && $0.day <= from.adding(days: 365) })
      if !cohort.members.isEmpty { #expect(try cohort.spells().count == cohort.members.count) }
    }
  }

  @Test("the first referrals of a year, and who came back within a year, are those that SQL counts")
  func recount() throws {
    let store = try Store(try #require(Self.store).path, for: .reading)
    let cohort = try Cohort(try referred(true), in: store)
    let spells = try cohort.spells()
    let soon = spells.stops.indices.count { spells.outcomes[$0] == 1 && spells.stops[$0] <= 365 }
    let counted =
      try store.connection.query(
        """
        SELECT count(*) AS n FROM need_episode AS a JOIN person AS p ON p.person = a.person
        WHERE a.started BETWEEN DATE '2023-04-01' AND DATE '2024-03-31' AND p.born IS NOT NULL AND p.born <= a.started
          AND a.started < p.born + INTERVAL 18 YEAR
          AND EXISTS (SELECT 1 FROM need_episode AS b WHERE b.person = a.person AND b.started > a.started
            AND b.started <= a.started + INTERVAL 365 DAY AND b.started <= p.born + INTERVAL 18 YEAR)
        """
      ).integers("n").values.first ?? 0
    #expect(soon == Int(counted ?? -1) && soon > 0)
  }

  @Test("a saved cohort gives the same study as its options, marked synthetic and not for release")
  func saved() throws {
    let store = try #require(Self.store).path
    let folder = try ScratchFolder()
    let file = folder.path + "/cohort.json"
    let options = ["--store", store, "--origin", "referral", "--from", "2023-04-01", "--to", "2024-03-31"]
    let made = try KithProgram.run(["study", "cohort"] + options + ["--out", file, "--json"])
    #expect(made.code == 0 && made.text.contains("\"study cohort\""))
    #expect(try KithProgram.run(["study", "cohort"] + options + ["--out", file]).code == 2)
    let direct = try KithProgram.run(["study", "return"] + options + ["--by", "age", "--json"])
    let again = try KithProgram.run(["study", "return", "--store", store, "--cohort", file, "--by", "age", "--json"])
    #expect(direct.code == 0 && direct.text == again.text)
    #expect(direct.text.contains("SYNTHETIC") && direct.text.contains("DfE's own definition"))
    let ways = try KithProgram.run(["study", "pathways", "--store", store, "--cohort", file, "--months", "12"])
    #expect(ways.code == 0 && ways.text.contains("Not for release") && !ways.text.lowercased().contains("nan"))
  }

  @Test("a cohort in which nobody is left says so")
  func nobody() throws {
    let store = try #require(Self.store).path
    let arguments = ["--store", store, "--origin", "care-exit", "--from", "1999-01-01", "--to", "1999-12-31"]
    let found = try KithProgram.run(["study", "return"] + arguments)
    #expect(found.code == 2 && found.text.contains("Nobody was followed"))
  }
}
