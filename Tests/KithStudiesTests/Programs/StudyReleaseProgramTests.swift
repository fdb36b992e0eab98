import Foundation
import KithTesting
import Testing

/// What studies of costs, demand, trends and ways release, on returns of invented children.
@Suite("kith study … --policy, --figures and --outputs", .serialized)
struct StudyReleaseProgramTests {
  private let ways = [
    "pathways", "--origin", "referral", "--from", "2023-04-01", "--to", "2024-03-31", "--months", "9", "--clusters",
    "3",
    "--la", "010",
  ]

  private func study(_ arguments: [String]) throws -> (code: Int32, text: String) {
    try KithProgram.run(["study"] + arguments + ["--store", try #require(OutcomeStore.path)])
  }

  /// What a command prints as released: one object of the shape that all released studies have.
  private func released(_ arguments: [String], under policy: String) throws -> [String: Any] {
    let (code, text) = try study(arguments + ["--policy", policy, "--json"])
    #expect(code == 0, "\(text.prefix(500))")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["command", "notice", "notes", "synthetic", "tables"])
    #expect(object["command"] as? String == "study \(arguments[0])" && object["synthetic"] as? Bool == true)
    let notice = try #require(object["notice"] as? String)
    #expect(notice.contains("the audit has passed") && notice.contains("SYNTHETIC") && !text.contains("SYN01"))
    #expect(!notice.contains("Not for release"))
    return object
  }

  private func cells(_ columns: Set<String>, of object: [String: Any], in name: String? = nil) throws -> [Any] {
    let tables = try #require(object["tables"] as? [[String: Any]])
    return try tables.filter { name == nil || ($0["name"] as? String)?.contains(name ?? "") == true }.flatMap { table in
      try #require(table["rows"] as? [[String: Any]]).flatMap { row in row.filter { columns.contains($0.key) }.values }
    }
  }

  /// Writes raw figures and cells, releases the one and checks the other, once each.
  private func route(_ arguments: [String], policy: String, title: String) throws {
    let scratch = try ScratchFolder()
    let (figures, outputs) = (scratch.path + "/synthetic_figures.csv", scratch.path + "/cells.csv")
    let more = ["--figures", figures, "--outputs", outputs]
    let (code, text) = try study(arguments + more)
    #expect(code == 0, "\(text.prefix(400))")
    #expect(try study(arguments + more).code == 2)
    #expect(try study(arguments + more + ["--replace"]).code == 0)
    let release = try KithProgram.run([
      "release", "--figures", figures, "--policy", policy, "--title", title, "--out", scratch.path + "/release",
    ])
    #expect(release.code == 0, "\(release.text.prefix(600))")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/release").count == 4)
    #expect([0, 1].contains(try KithProgram.run(["release", "--check", outputs]).code))
  }

  @Test("trends: no month of 1 to 5 is shown, and kith release takes the months")
  func trends() throws {
    let arguments = ["trends", "--la", "010", "--count", "referrals", "--count", "care-starts"]
    let found = try released(arguments, under: "dfe-cin")
    let values = try cells(["value"], of: found)
    #expect(values.count > 16)
    #expect(values.allSatisfy { ($0 as? Double).map { $0 == 0 || $0 >= 6 } ?? ($0 as? String == "c") })
    try route(arguments, policy: "dfe-cin", title: "Months")
    #expect(try KithProgram.run(["study", "trends", "--lait-data", "x", "--la", "010", "--policy", "srs"]).code != 0)
  }

  @Test("demand: counts of 1 to 5 are withheld, simulated or not, and today's sum by age and by placement")
  func demand() throws {
    let arguments = ["demand", "--la", "010", "--years", "2", "--runs", "60"]
    let found = try released(arguments, under: "dfe-cla")
    let counts = try cells(["now", "children", "low_80", "high_80"], of: found)
    #expect(counts.count > 60 && counts.contains { $0 as? String == "c" })
    #expect(counts.allSatisfy { ($0 as? Int).map { $0 == 0 || $0 >= 6 } ?? ($0 is String) })
    let rounded = try cells(["now", "children"], of: try released(arguments, under: "srs"))
    #expect(rounded.compactMap { $0 as? Int }.allSatisfy { $0 % 10 == 0 })
    try route(arguments, policy: "dfe-cla", title: "Demand")
  }

  @Test("costs: pounds are whole thousands, of no child alone, and days are not released")
  func costs() throws {
    let arguments = ["costs", "--year", "2025", "--example", "--la", "010"]
    let found = try released(arguments, under: "dfe-cla")
    let pounds = try cells(["pounds"], of: found)
    #expect(pounds.count > 8)
    #expect(pounds.compactMap { $0 as? Double }.allSatisfy { $0.truncatingRemainder(dividingBy: 1_000) == 0 })
    #expect(try cells(["quantity", "days", "placement_days", "not_priced"], of: found).isEmpty)
    #expect(try cells(["children"], of: found).compactMap { $0 as? Int }.allSatisfy { $0 == 0 || $0 >= 6 })
    try route(arguments, policy: "dfe-cla", title: "Costs")
    #expect(try study(arguments + ["--policy", "srs", "--children", "--reason", "x"]).code != 0)
  }

  @Test("ways: counts by time and the orders of states have passed an audit, and so has what is drawn")
  func pathways() throws {
    let found = try released(ways, under: "dfe-cin")
    let counts = try cells(["none", "in need", "protection plan", "looked after", "children"], of: found)
    #expect(counts.count > 36)
    #expect(counts.allSatisfy { ($0 as? Int).map { $0 == 0 || $0 >= 6 } ?? ($0 is String) })
    try route(ways, policy: "dfe-cin", title: "Ways")
    let scratch = try ScratchFolder()
    #expect(try study(ways + ["--policy", "dfe-cin", "--charts", scratch.path]).code == 0)
    let page = try String(contentsOfFile: scratch.path + "/pathways.html", encoding: .utf8)
    #expect(page.contains("Order 1") && page.contains("The order that most children had"))
    #expect(!page.contains("Not for release") && page.contains("Provisional, from your return"))
    #expect(try study(ways + ["--charts", scratch.path]).code == 2)
    #expect(try study(ways + ["--charts", scratch.path, "--replace"]).code == 0)
    let raw = try String(contentsOfFile: scratch.path + "/pathways.html", encoding: .utf8)
    #expect(raw.contains("Not for release") && raw.contains("Order 1"))
  }
}
