import Foundation
import KithTesting
import Testing

/// A release, as a user asks for it: written with its proof, or not at all.
@Suite("Release")
struct ReleaseTests {
  private static let header =
    "year,authority,authority_name,measure,label,breakdown,category,unit,numerator,denominator,value,symbol,reason,status\n"

  private func row(_ authority: String, _ name: String, _ count: Int, _ category: String = "Total") -> String {
    let breakdown = category == "Total" ? "total" : "sex"
    return "2025,\(authority),\(name),cla_31mar_count,Children looked after at 31 March,\(breakdown),\(category),count,"
      + "\(count),,\(count),,,our reading\n"
  }

  private var figures: String {
    Self.header + row("301", "Barking and Dagenham", 104) + row("301", "Barking and Dagenham", 101, "F")
      + row("301", "Barking and Dagenham", 3, "M") + row("302", "Barnet", 90) + row("302", "Barnet", 50, "F")
      + row("302", "Barnet", 40, "M")
  }

  @Test("a small count and what would give it away are withheld, and the JSON object has its shape")
  func written() throws {
    let folder = try ScratchFolder()
    try folder.write(figures, "figures.csv")
    let outcome = try Program.run(
      "release", "--figures", folder.path + "/figures.csv", "--policy", "dfe-cla", "--title", "Looked after",
      "--out", folder.path + "/out", "--json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(Set(object.keys).isSubset(of: ["command", "written", "audit"]))
    #expect((object["written"] as? [String])?.count == 4)
    let audit = try #require(object["audit"] as? [String: Any])
    #expect(audit["safe"] as? Bool == true)
    let withheld = try #require(audit["withheld"] as? [[String: Any]])
    #expect(withheld.count >= 2)
    for count in withheld {
      #expect((count["from"] as? Int ?? 9) <= 1 || count["verdict"] as? String == "safe")
    }
    let data = try String(contentsOfFile: folder.path + "/out/looked_after.csv", encoding: .utf8)
    let male = try #require(data.split(separator: "\n").first { $0.contains("Barking") && $0.contains(",Male,") })
    #expect(male.hasSuffix(",c"))
    let female = try #require(data.split(separator: "\n").first { $0.contains("Barking") && $0.contains(",Female,") })
    #expect(!female.contains("101"))
  }

  @Test("what the files would overwrite is left as it is, and a policy that forbids release writes nothing")
  func refused() throws {
    let folder = try ScratchFolder()
    try folder.write(figures, "figures.csv")
    let outcome = try Program.run(
      "release", "--figures", folder.path + "/figures.csv", "--policy", "internal", "--title", "Looked after", "--out",
      folder.path + "/out")
    #expect(outcome.code != 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/looked_after.csv"))
    let missing = try Program.run(
      "release", "--figures", folder.path + "/none.csv", "--policy", "dfe-cla", "--title", "T", "--out",
      folder.path + "/out")
    #expect(missing.code == 2)
  }

  @Test("a pair that was released passes the screening")
  func screened() throws {
    let folder = try ScratchFolder()
    try folder.write(figures, "figures.csv")
    _ = try Program.run(
      "release", "--figures", folder.path + "/figures.csv", "--policy", "dfe-cla", "--title", "Looked after",
      "--out", folder.path + "/out")
    let outcome = try Program.run("release", "--screen", folder.path + "/out/looked_after.csv", "--json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["command", "file", "rows", "passes", "lastStage", "findings"])
    #expect(object["passes"] as? Bool == true)
  }

  @Test("outputs looked over end with 1 where there is a fault, write their log, and the JSON object has its shape")
  func outputCheck() throws {
    let folder = try ScratchFolder()
    try folder.write("table,row,column,count\nt,A,x,40\nt,A,y,3\nt,B,x,30\nt,B,y,20\n", "outputs.csv")
    try folder.write("table,count\nt,40\n", "clean.csv")
    let outcome = try Program.run(
      "release", "--check", folder.path + "/outputs.csv", "--out", folder.path + "/log", "--json")
    #expect(outcome.code == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == ["command", "file", "sha256", "cells", "threshold", "conclusion", "faults", "notChecked"])
    let faults = try #require(object["faults"] as? [[String: Any]])
    #expect(faults.count == 1 && Set(faults[0].keys) == ["line", "place", "check", "words"])
    #expect(faults[0]["line"] as? Int == 3)
    let log = try String(contentsOfFile: folder.path + "/log/output_check_log.csv", encoding: .utf8)
    #expect(log.contains("clearance is the output checker's decision"))
    let clean = try Program.run("release", "--check", folder.path + "/clean.csv")
    #expect(clean.code == 0 && clean.output.contains("No fault found by these checks"))
    #expect(try Program.run("release", "--check", folder.path + "/none.csv").code == 2)
  }
}
