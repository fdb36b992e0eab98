import Foundation
import KithRelease
import KithTables
import KithTesting
import Testing

@Suite("Output checks of a file")
struct OutputReviewTests {
  private func review(_ text: String, withholdsZero: Bool = false) throws -> OutputReview {
    try OutputReview(Array(text.utf8), name: "outputs.csv", withholdsZero: withholdsZero)
  }

  @Test(
    "each fault is found, and what is at its edge is not",
    arguments: [
      ("t,,,count,9,,,,,,,", ["belowThreshold"]), ("t,,,count,10,,,,,,,", []), ("t,,,count,0,,,,,,,", []),
      ("t,,,total,20,100,80,10,,,,", ["dominance"]), ("t,,,total,20,100,70,19,,,,", []),
      ("t,,,total,20,101,92,0,,,,", ["dominance", "estimable"]), ("t,,,total,20,100,-5,0,,,,", ["needsReview"]),
      ("t,,,model,,,,,9,,,", ["degreesOfFreedom"]), ("t,,,model,,,,,10,,,", []), ("t,,,max,50,,,,,,,", ["extreme"]),
      ("t,,,survival,,,,,,5,6,3", ["curveStep"]), ("t,,,survival,,,,,,5,6,4", []),
    ])
  func faults(line: String, expected: [String]) throws {
    let found = try review(Self.header + line + "\n")
    #expect(found.faults.map(\.check) == expected.sorted())
  }

  private static let header =
    "table,row,column,statistic,count,total,largest,second_largest,degrees_of_freedom,time,events,censored\n"

  @Test("a row of which everyone is in one category is found, and zero is a fault where it is asked")
  func classes() throws {
    let text = "table,row,column,count\nt,A,x,40\nt,A,y,0\nt,B,x,30\nt,B,y,20\n"
    #expect(try review(text).faults.map(\.check) == ["wholeClass", "wholeClass"])
    #expect(try review(text, withholdsZero: true).faults.map(\.check).contains("belowThreshold"))
  }

  @Test("none found is never called safe or passed, and what could not be checked is named")
  func conclusion() throws {
    let clean = try review("table,count\nt,40\n")
    #expect(clean.conclusion == "No fault found by these checks; clearance is the output checker's decision.")
    let open = try review(Self.header + "t,,,mean,40,,,,,,,\n")
    #expect(open.unchecked.count == 1 && open.conclusion.hasSuffix("1 cells could not be checked in full."))
    for text in [clean.log, open.log, open.conclusion] {
      #expect(!text.lowercased().contains("safe") && !text.lowercased().contains("passed"))
    }
    #expect(clean.log.contains("sha256," + clean.sha256) && clean.sha256.count == 64)
  }

  @Test("a file that describes no cell, or a number that is none, is an error with its line")
  func unreadable() {
    for text in ["", "a,b\n1,2\n", "table,count\n", "table,count\nt,few\n", "table,count\nt,-1\n"] {
      #expect(throws: ReleaseError.self) { try review(text) }
    }
  }

  private struct Known: Decodable {
    struct Cell: Decodable {
      let fail_threshold: Bool
      let fail_nk: Bool
      let fail_pratio: Bool
    }
    let recomputed_cell_rules: [String: Cell]
  }

  // Needs ACRO's answers, which the project does not hold.
  @Test("of ACRO's 20 cells the same are faulted for the same reason", .enabled(if: SharedFolder.isPresent))
  func acro() throws {
    let folder = "cases/analysis/sdc/"
    let known = try JSONDecoder().decode(
      Known.self, from: Data(contentsOf: URL(filePath: SharedFolder.path(folder + "acro_expected.json"))))
    let records = try SeparatedText(
      [UInt8](Data(contentsOf: URL(filePath: SharedFolder.path(folder + "acro_micro.csv")))))
    let cost = try #require(records.column("weekly_cost"))
    let cells: [String: [Double]] = Dictionary(grouping: records.records) { "\($0[0])|\($0[2])" }.mapValues { rows in
      rows.compactMap { Double($0[cost]) }.sorted(by: >)
    }
    let lines = known.recomputed_cell_rules.keys.sorted().map { name -> String in
      let costs: [Double] = cells[name] ?? []
      let numbers = [costs.reduce(0, +), Self.item(costs, 0), Self.item(costs, 1)].map { "\($0)" }
      return (["t", name, "", "total", "\(costs.count)"] + numbers + ["", "", "", ""]).joined(separator: ",")
    }
    let found = try review(Self.header + lines.joined(separator: "\n") + "\n")
    for (name, cell) in known.recomputed_cell_rules {
      let faults = Set(found.faults.filter { $0.place == "t, \(name)" }.map(\.check))
      #expect(faults.contains("belowThreshold") == cell.fail_threshold, "\(name)")
      #expect(
        faults.contains("dominance") == cell.fail_nk && faults.contains("estimable") == cell.fail_pratio, "\(name)")
    }
  }

  private static func item(_ numbers: [Double], _ place: Int) -> Double { place < numbers.count ? numbers[place] : 0 }
}
