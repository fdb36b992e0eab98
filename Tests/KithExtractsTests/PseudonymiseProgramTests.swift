import Foundation
import KithTesting
import Testing

@Suite("kith pseudonymise")
final class PseudonymiseProgramTests {
  private static let fields = [
    "DOB", "SEX", "ETHNIC", "DECOM", "DEC", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "REC", "HOME_POST",
    "CINreferralDate", "CINclosureDate", "PrimaryNeedCode", "ReasonForClosure", "CPPstartDate", "CPPendDate",
    "InitialCategoryOfAbuse",
  ]
  private let folder = FileManager.default.temporaryDirectory.path() + "kith-extract-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try kith("synth", "--las", "1", "--years", "2", "--seed", "4", "--children", "150", "--out", path("synth"))
    try kith("load", path("synth"), "--each", "--store", path("store.duckdb"), "--unchecked")
    try kith("link", "key", "new", "--out", path("key"))
    try register("study", Self.fields)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func path(_ name: String) -> String { folder + "/" + name }

  @discardableResult private func kith(_ arguments: String..., code: Int32 = 0) throws -> String {
    let outcome = try KithProgram.run(arguments)
    #expect(outcome.code == code, "\(arguments.joined(separator: " ")): \(outcome.text)")
    return outcome.text
  }

  private func register(_ entry: String, _ fields: [String]) throws {
    let outcome = try KithProgram.run(
      [
        "register", "add", "--register", path("register.json"), "--entry", entry, "--purpose", "Study of re-referral",
        "--controller", "Alderton Council", "--legal-basis", "UK GDPR 6(1)(e)", "--dpia", "D7",
        "--information-sharing", "I3", "--from", "2026-01-01", "--expires", "2026-12-31", "--destroy-by", "2027-03-31",
      ] + fields.flatMap { ["--field", $0] })
    #expect(outcome.code == 0, "\(outcome.text)")
  }

  @discardableResult private func extract(
    _ out: String, _ more: [String] = [], entry: String = "study", project: String = "p", day: String = "2026-06-30",
    code: Int32 = 0
  ) throws -> String {
    let outcome = try KithProgram.run(
      [
        "pseudonymise", "--store", path("store.duckdb"), "--key", path("key"), "--project", project, "--register",
        path("register.json"), "--entry", entry, "--as-of", day, "--out", path(out),
      ] + more)
    #expect(outcome.code == code, "\(outcome.text)")
    return outcome.text
  }

  private func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  private func rows(_ name: String) throws -> [[Substring]] {
    try read(name).split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test("an extract holds keyed names, months and codes; no identifier, day or postcode; readers and a codebook beside")
  func whole() throws {
    let said = try extract("extract")
    #expect(said.contains("none is left") && said.contains("personal data"))
    let returned = try FileManager.default.subpathsOfDirectory(atPath: path("synth")).filter {
      $0.hasSuffix("header.csv")
    }
    let header = try #require(returned.first)
    let ids = try rows("synth/" + header).dropFirst().map { String($0[0]) }
    #expect(!ids.isEmpty)
    for table in ["children", "returns", "episodes", "need_episodes", "protection_plans"] {
      let text = try read("extract/synthetic_\(table).csv")
      #expect(!ids.contains { text.contains($0) })
      #expect(try text.firstMatch(of: Regex("[0-9]{4}-[0-9]{2}-[0-9]{2}|[A-Z]{1,2}[0-9]{1,2} ?[0-9][A-Z]{2}")) == nil)
      #expect(FileManager.default.fileExists(atPath: path("extract/synthetic_\(table).parquet")))
    }
    let children = try rows("extract/synthetic_children.csv")
    #expect(children[0] == ["child_id", "authorities", "birth_month", "sex", "ethnicity"])
    #expect(Set(children.dropFirst().map { $0[0] }).count == children.count - 1)
    let episodes = try rows("extract/synthetic_episodes.csv")
    #expect(episodes[0].contains("home_sector") && !episodes[0].contains("location"))
    let known = Set(children.map { $0[0] })
    #expect(episodes.dropFirst().allSatisfy { known.contains($0[0]) } && episodes.count > 10)
    let codebook = try read("extract/synthetic_codebook.csv")
    #expect(codebook.contains("children,sex,sex,SEX,") && codebook.contains("numbers became letters in 2024/25"))
    #expect(try read("extract/synthetic_manifest.json").contains("\"identifiersLookedFor\""))
    #expect(try kith("store", "log", "--store", path("store.duckdb")).contains("research extract under study"))
  }

  @Test("the readers read: in R the rows are there and codes have words; for Stata each code is labelled")
  func readers() throws {
    try extract("extract")
    let stata = try read("extract/synthetic_read.do")
    #expect(
      stata.contains("label define l_sex 1 \"M\", add") && stata.contains("save \"synthetic_episodes.dta\", replace"))
    let rows = try rows("extract/synthetic_episodes.csv").count - 1
    let script = Process()
    script.executableURL = URL(filePath: "/usr/bin/env")
    script.arguments = [
      "Rscript", "-e",
      "source('synthetic_read.R'); cat(nrow(episodes), levels(children$sex)[1], sum(is.na(episodes$legal_status)))",
    ]
    script.currentDirectoryURL = URL(filePath: path("extract"))
    let output = Pipe()
    (script.standardOutput, script.standardError) = (output, FileHandle.nullDevice)
    guard (try? script.run()) != nil else { return }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    script.waitUntilExit()
    guard script.terminationStatus != 127 else { return }
    #expect(text.hasPrefix("\(rows) M Male"), "\(text)")
  }

  @Test("one key gives the same names again, and others in another project; ages leave the month of birth out")
  func names() throws {
    try extract("one")
    try extract("two")
    try extract("three", ["--dates", "age", "--place", "none"], project: "q")
    #expect(try read("one/synthetic_episodes.csv") == read("two/synthetic_episodes.csv"))
    let names = try ["one", "three"].map { try Set(rows("\($0)/synthetic_children.csv").dropFirst().map { $0[0] }) }
    #expect(names[0].isDisjoint(with: names[1]) && names[0].count == names[1].count)
    let head = try rows("three/synthetic_episodes.csv")[0]
    #expect(head.contains("started_age") && !head.contains("started_month") && !head.contains("home_sector"))
    #expect(try !rows("three/synthetic_children.csv")[0].contains("birth_month"))
  }

  @Test("without an agreement that holds and names a field, or with choices that tell too much, nothing is written")
  func refused() throws {
    #expect(try extract("x", day: "2027-02-01", code: 2).contains("expired"))
    #expect(try extract("x", entry: "none", code: 2).contains("none"))
    try register("little", ["given_name"])
    #expect(try extract("x", entry: "little", code: 2).contains("names no field"))
    let both = ["--place", "lsoa", "--place", "decile", "--places", path("places.csv")]
    #expect(try extract("x", both, code: 2).contains("choose one"))
    #expect(try extract("x", ["--place", "lsoa"], code: 2).contains("need a file"))
    #expect(try extract("x", ["--place", "lsoa", "--places", path("none.csv")], code: 2).contains("cannot be read"))
    #expect(!FileManager.default.fileExists(atPath: path("x")))
  }

  @Test("an agreement's fields decide the columns, and what is left out is said")
  func covered() throws {
    try register("short", ["SEX", "CINreferralDate"])
    let outcome = try extract("short", ["--json"], entry: "short")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.utf8)) as? [String: Any])
    let tables = try #require(object["tables"] as? [[String: Any]])
    #expect(tables.map { $0["table"] as? String } == ["children", "returns", "need_episodes"])
    #expect(tables[0]["columns"] as? [String] == ["child_id", "authorities", "sex"])
    #expect((object["leftOut"] as? [String])?.contains("episodes.legal_status") == true)
    #expect(
      Set(object.keys) == [
        "agreement", "agreementSha256", "command", "leftOut", "notice", "proof", "risk", "synthetic", "tables",
      ])
    #expect((object["risk"] as? [String: Any])?["k"] as? Int ?? 0 > 0)
  }
}
