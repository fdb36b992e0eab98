import Foundation
import KithTesting
import Testing

@Suite("kith study outcomes", .serialized)
struct OutcomeProgramTests {
  private func run(_ more: [String]) throws -> (code: Int32, text: String) {
    let store = try #require(OutcomeStore.copy)
    return try KithProgram.run(
      [
        "study", "outcomes", "--store", store, "--year", "\(OutcomeStore.year)", "--attributes",
        OutcomeStore.attributes,
        "--map", OutcomeStore.map, "--links", OutcomeStore.links,
      ] + (more.contains("--register") ? [] : OutcomeStore.agreement()) + more)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text.prefix(300))")
  }

  private func rows(_ table: Int, of object: [String: Any]) throws -> [[String: Any]] {
    let tables = try #require(object["tables"] as? [[String: Any]])
    return try #require(tables[table]["rows"] as? [[String: Any]])
  }

  @Test("by default small counts are withheld, an audit has passed, and the object is as docs/json.md says")
  func released() throws {
    let (code, text) = try run(["--reason", "a test", "--json", "--la", "010"])
    #expect(code == 0, "\(text.prefix(500))")
    let found = try object(text)
    #expect(Set(found.keys) == ["command", "notice", "notes", "synthetic", "tables"])
    #expect(found["synthetic"] as? Bool == true)
    #expect((found["notice"] as? String)?.contains("the audit has passed") == true)
    #expect((found["notice"] as? String)?.contains("SYNTHETIC") == true)
    // No note and no table of files has a raw count: they could be of one child.
    let notes = try #require(found["notes"] as? [String])
    #expect(!notes.contains { $0.contains(" links: ") || $0.hasPrefix("1") || $0.hasPrefix("2") || $0.hasPrefix("3") })
    for table in 2...3 { for row in try rows(table, of: found) { #expect(row.values.allSatisfy { $0 is String }) } }
    let outcomes = try rows(0, of: found)
    #expect(
      Set(try #require(outcomes.first).keys).isSubset(of: [
        "area", "group", "measure", "outcome", "unit", "value", "lower", "upper", "known", "unknown", "children",
        "match_rate",
      ]))
    let counts = (outcomes + (try rows(1, of: found))).flatMap { [$0["known"], $0["children"], $0["matched"]] }
    #expect(counts.contains { $0 as? String == "c" })
    #expect(!counts.contains { ($0 as? Int).map { (1...5).contains($0) } ?? false })
    #expect(!text.contains("SYN01"))
    #expect(
      Set(outcomes.compactMap { $0["measure"] as? String }) == [
        "", "OUT02", "OUT03", "OUT04", "OUT05", "OUT06", "OUT07",
      ])
  }

  @Test("a folder holds the tables, the audit and what the run was of, and the log says that children were joined")
  func folder() throws {
    let scratch = try ScratchFolder()
    let out = scratch.path + "/out"
    let (code, text) = try run(["--reason", "health needs", "--out", out, "--policy", "srs", "--la", "010"])
    #expect(code == 0, "\(text.prefix(500))")
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: out)) == [
        "run.json", "synthetic_outcomes.audit.txt", "synthetic_outcomes.csv", "synthetic_outcomes.json",
      ])
    let record = try object(String(contentsOfFile: out + "/run.json", encoding: .utf8))
    #expect(
      Set(record.keys) == [
        "command", "program", "asOf", "synthetic", "edition", "agreement", "agreementSha256", "parameters", "inputs",
        "outputs",
      ])
    #expect(record["agreement"] as? String == "outcomes" && record["asOf"] as? String == "2026-11-30")
    let register = try String(contentsOfFile: try #require(OutcomeStore.register), encoding: .utf8)
    let hash = try #require(record["agreementSha256"] as? String)
    #expect(hash.count == 64 && register.contains("outcomes"))
    #expect((record["parameters"] as? [String: Any])?["policy"] as? String == "srs")
    let inputs = try #require(record["inputs"] as? [[String: String]])
    #expect(inputs.contains { $0["file"] == "links.csv" } && inputs.allSatisfy { $0["sha256"]?.count == 64 })
    let log = try KithProgram.run(["store", "log", "--store", try #require(OutcomeStore.copy)]).text
    #expect(log.contains("joined to") && log.contains("health needs"))
    #expect(try run(["--reason", "again", "--out", out]).code == 2)
    let same = try run(["--reason", "again", "--out", out, "--replace", "--policy", "srs", "--la", "012"])
    #expect(same.code == 0)
  }

  @Test("without an agreement that holds and names the map's columns nothing is joined, and the log has no line of it")
  func agreement() throws {
    let store = try #require(OutcomeStore.copy)
    let without = try KithProgram.run([
      "study", "outcomes", "--store", store, "--year", "2025", "--attributes", OutcomeStore.attributes, "--map",
      OutcomeStore.map, "--reason", "never",
    ])
    #expect(without.code != 0 && without.text.contains("--register"))
    let refused: [(options: [String], words: String)] = [
      (OutcomeStore.agreement(asOf: "2028-01-01"), "expired on 2027-12-31"),
      (OutcomeStore.agreement(asOf: "2024-12-31"), "holds from 2025-01-01 only"),
      (OutcomeStore.agreement("narrow"), "does not name the fields"), (OutcomeStore.agreement("nothing"), "nothing"),
      (OutcomeStore.agreement(asOf: "today"), "--as-of is a day"),
    ]
    let scratch = try ScratchFolder()
    for (options, words) in refused {
      let (code, text) = try run(["--reason", "never", "--out", scratch.path + "/out"] + options)
      #expect(code == 2 && text.contains(words), "\(text.prefix(300))")
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/out"))
    #expect(try !KithProgram.run(["store", "log", "--store", store]).text.contains("never"))
  }

  @Test("kith release takes the figures, and sessions are not among them")
  func figures() throws {
    let scratch = try ScratchFolder()
    let file = scratch.path + "/synthetic_figures.csv"
    #expect(try run(["--reason", "a release", "--figures", file, "--policy", "internal"]).code == 0)
    #expect(try run(["--reason", "a release", "--figures", file, "--policy", "internal"]).code == 2)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("out_ks2_rwm_pct") && !text.contains("Sessions missed"))
    let release = try KithProgram.run([
      "release", "--figures", file, "--policy", "dfe-cin", "--title", "Outcomes 2025", "--out",
      scratch.path + "/release",
    ])
    #expect(release.code == 0, "\(release.text.prefix(600))")
    let shown = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/release")
    #expect(shown.count == 4 && shown.allSatisfy { $0.contains("synthetic") })
  }

  @Test("raw figures say so, and have bounds and differences")
  func raw() throws {
    let found = try object(try run(["--reason", "a test", "--policy", "internal", "--json"]).text)
    #expect((found["notice"] as? String)?.hasPrefix("Not for release") == true)
    let names = (found["tables"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
    #expect(names?.contains("Shares if none, or all, of the unknown had the outcome") == true)
    #expect(names?.contains("Differences from children in need") == true)
  }

  @Test("what is wrong with files, maps and windows is said, without a value of a record, and ends with 2")
  func wrong() throws {
    let scratch = try ScratchFolder()
    let store = try #require(OutcomeStore.copy)
    let added = try KithProgram.run([
      "register", "add", "--register", scratch.path + "/register.json", "--entry", "wide", "--purpose", "a test",
      "--controller", "A council", "--legal-basis", "invented", "--dpia", "D1", "--information-sharing", "I1", "--from",
      "2025-01-01", "--expires", "2027-12-31", "--destroy-by", "2028-12-31", "--field", "UPN", "--field", "Day",
    ])
    #expect(added.code == 0, "\(added.text)")
    func tried(_ map: String, _ more: [String] = []) throws -> String {
      try scratch.write("edition,kind,file,column,field,form,values,verified\n" + map, "map.csv")
      let (code, text) = try KithProgram.run(
        [
          "study", "outcomes", "--store", store, "--year", "2025", "--attributes", scratch.path, "--map",
          scratch.path + "/map.csv", "--reason", "a test", "--register", scratch.path + "/register.json", "--entry",
          "wide", "--as-of", "2026-11-30",
        ] + more)
      #expect(code == 2, "\(text.prefix(300))")
      return text
    }
    let good =
      "E,census,synthetic_c.csv,UPN,(id),pupil number,,yes\nE,census,synthetic_c.csv,Day,(day),yyyy-mm-dd,,yes\n"
    #expect(try tried(good).contains("no file synthetic_c.csv"))
    try scratch.write("", "synthetic_c.csv")
    #expect(try tried(good).contains("is empty"))
    try scratch.write("UPN,When\nA00100001223A,2026-01-15\n", "synthetic_c.csv")
    let column = try tried(good)
    #expect(column.contains("no column Day") && !column.contains("A00100001223A"))
    try scratch.write("UPN,Day\nA,2026-01-15,more\n", "synthetic_c.csv")
    _ = try tried(good.replacing("synthetic_c", with: "synthetic_d"))
    try scratch.write("UPN,Day\nA00100001223A,2026-01-15\n", "synthetic_c.csv")
    #expect(try tried(good, ["--window", "census=2025"]).contains("Write a window"))
    #expect(try tried(good, ["--window", "census=2025-01-01:2025-12-31"]).contains("begins before groups are fixed"))
    #expect(try tried(good, ["--la", "999"]).contains("No child of the store"))
    try scratch.write("UPN,Day\nA00100001223A,2026-01-15\n", "c.csv")
    #expect(try tried(good.replacing("synthetic_c", with: "c")).contains("bears no synthetic mark"))
    #expect(try KithProgram.run(["study", "outcomes", "--store", store, "--year", "2025"]).code != 0)
  }
}
