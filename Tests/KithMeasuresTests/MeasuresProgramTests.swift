import Foundation
import KithReturns
import KithStore
import KithTables
import KithTesting
import Testing

@Suite("The command kith measures")
final class MeasuresProgramTests {
  private let folder: ScratchFolder

  private var store: String { folder.path + "/children.duckdb" }

  /// Two years of 301's returns, without its absences, and one of 302's; the store is let go of, so that the program can have it.
  init() throws {
    folder = try ScratchFolder()
    try folder.write("authority,year,population\n301,2025,20000\n", "population.csv")
    let store = try SmallStore(at: folder.path + "/children.duckdb")
    let cases = "LAchildID | CINdetailsID | CINreferralDate | CINclosureDate | ReasonForClosure | ReferralNFA\n"
    try store.need(2024, [.cinDetails: cases + "A1 | 1 | 2023-05-10 | 2023-06-01 | RC7 | false"])
    try store.need(2025, [.cinDetails: cases + "A1 | 1 | 2024-05-10 | | | false\nB1 | 1 | 2024-05-11 | | | false"])
    let episodes = "CHILD | DECOM | RNE | LS | PLACE | DEC | REC\nC1 | 01/05/2024 | S | C2 | U6 | |"
    let leavers = "CHILD | DOB | IN_TOUCH | ACTIV | ACCOM\nD1 | 01/06/2004 | YES | F2 | B1"
    try store.care(2025, [.episodes: episodes, .oc3s: leavers], without: [.absences])
    try store.care(2025, [.episodes: episodes], authority: "302")
  }

  private func measures(_ arguments: String...) throws -> (code: Int32, text: String) {
    try KithProgram.run(["measures", "--store", store, "--year", "2025"] + arguments)
  }

  /// The rows of the command's comma-separated text, after the header, by the header's names.
  private func rows(_ arguments: String...) throws -> [[String: String]] {
    let (code, text) = try KithProgram.run(["measures", "--store", store, "--year", "2025", "--csv"] + arguments)
    #expect(code == 0)
    #expect(
      text.hasPrefix(
        "year,authority,authority_name,measure,label,breakdown,category,unit,numerator,denominator,value,symbol,reason,"
          + "status,synthetic\n"))
    let table = try SeparatedText(Array(text.utf8))
    return table.records.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0)) }
  }

  @Test("a figure has its parts, its value and its status")
  func figure() throws {
    let row = try #require(try rows("--measure", "rereferral_pct", "--la", "301").first)
    #expect(row["authority_name"] == "Barking and Dagenham")
    #expect(row["breakdown"] == "total" && row["category"] == "Total" && row["unit"] == "percentage")
    #expect(row["numerator"] == "1" && row["denominator"] == "2" && row["value"] == "50.0")
    #expect(row["symbol"] == "" && row["reason"] == "" && row["synthetic"] == "")
    #expect(row["status"] == "formula verified on published cells")
  }

  @Test("a release straight from the store is that of a file of its figures, byte for byte")
  func release() throws {
    let figures = try measures("--measure", "cla_", "--by", "sex", "--csv")
    try folder.write(figures.text, "figures.csv")
    let common = ["--policy", "dfe-cla", "--title", "Looked after", "--out"]
    let chosen = ["--year", "2025", "--measure", "cla_", "--by", "sex"]
    let fromFile = try KithProgram.run(
      ["release", "--figures", folder.path + "/figures.csv"] + common + [folder.path + "/a"])
    let fromStore = try KithProgram.run(["release", "--store", store] + chosen + common + [folder.path + "/b"])
    #expect(fromFile.code == 0 && fromStore.code == 0, "\(fromFile.text)\(fromStore.text)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a").sorted()
    #expect(names.count == 4)
    for name in names {
      let contents = try ["a", "b"].map { try Data(contentsOf: URL(filePath: folder.path + "/\($0)/\(name)")) }
      #expect(contents[0] == contents[1], "\(name)")
    }
  }

  @Test("a release is of a file or of a store, and a store's of a year")
  func releaseOptions() throws {
    let common = ["--policy", "dfe-cla", "--title", "T", "--out", folder.path + "/none"]
    for wrong in [
      ["--store", store], ["--year", "2025"], ["--store", store, "--year", "2025", "--figures", "f.csv"], [],
    ] {
      #expect(try KithProgram.run(["release"] + wrong + common).code != 0, "\(wrong)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/none"))
  }

  @Test("a figure that the returns do not give is x, and the reason is said")
  func unavailable() throws {
    let reasons = [
      ("302", "ref_count", "the store has no CIN Census of 2024/25"),
      ("301", "cla_longterm_stable_pct", "it needs the SSDA903 return of 2023/24, which the store does not have"),
      ("301", "missing_pct", "MISSING of Missing was not submitted"),
      ("301", "ref_rate", "no population of 0 to 17 in mid-2024 was given"),
    ]
    for (authority, measure, reason) in reasons {
      let row = try #require(try rows("--measure", measure, "--la", authority).first)
      #expect(row["symbol"] == "x" && row["reason"] == reason)
      #expect(row["numerator"] == "" && row["denominator"] == "" && row["value"] == "")
    }
    let page = try measures("--measure", "missing_pct", "--la", "301").text
    #expect(page.contains("Why there is no figure") && page.contains("MISSING of Missing was not submitted"))
  }

  @Test("a rate is of the population that is given, and no figure has a population's place taken")
  func population() throws {
    let rows = try rows("--measure", "ref_rate", "--population", folder.path + "/population.csv")
    let rates = Dictionary(rows.map { ($0["authority"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    #expect(rates["301"]?["value"] == "1.0" && rates["301"]?["denominator"] == "20000")
    #expect(rates["302"]?["symbol"] == "x" && rates["all"]?["symbol"] == "x")
    try folder.write("place,people\n301,20000\n", "other.csv")
    let other = try measures("--population", folder.path + "/other.csv")
    #expect(other.code == 2 && other.text.contains("has neither the columns authority, year, population"))
  }

  @Test("a measure is broken down by what is asked, and areas are those asked for")
  func breakdowns() throws {
    let rows = try rows("--measure", "cla_31mar_count", "--by", "sex", "--by", "age")
    #expect(Set(rows.map { $0["authority"] ?? "" }) == ["301", "302", "all"])
    let own = rows.filter { $0["authority"] == "301" }.map {
      "\($0["breakdown"] ?? "") \($0["category"] ?? "") \($0["value"] ?? "")"
    }
    #expect(own == ["total Total 1", "sex F 1", "age 10 to 15 1"])
    let named = try self.rows("--measure", "cla_31mar_count", "--la", "Barking and Dagenham")
    #expect(named.map { $0["authority"] ?? "" } == ["301"])
    #expect(try measures("--by", "colour").code != 0)
  }

  @Test("several years in one run are the years one after the other, however they are named")
  func years() throws {
    func run(_ arguments: String...) throws -> String {
      let (code, text) = try KithProgram.run(["measures", "--store", store] + arguments)
      #expect(code == 0, "\(text)")
      return text
    }
    let first = try run("--year", "2024", "--csv")
    let second = try run("--year", "2025", "--csv")
    let rows = second.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
    for named in [
      ["--year", "2024-2025"], ["--year", "2025", "--year", "2024"], ["--year", "2024-2025", "--year", "2025"],
    ] {
      let (code, text) = try KithProgram.run(["measures", "--store", store, "--csv"] + named)
      #expect(code == 0 && text == first + rows)
    }
    let page = try run("--year", "2024-2025", "--la", "301")
    #expect(page.contains("301 Barking and Dagenham, 2023/24") && page.contains("301 Barking and Dagenham, 2024/25"))
    let object =
      try JSONSerialization.jsonObject(with: Data(run("--year", "2024-2025", "--json").utf8)) as? [String: Any]
    let figures = try #require(object?["figures"] as? [[String: Any]])
    #expect(figures.count == (first + rows).split(separator: "\n").count - 1)
    #expect(figures.compactMap { $0["year"] as? Int } == figures.compactMap { $0["year"] as? Int }.sorted())
  }

  @Test("what is no span of years is said to be none")
  func spans() throws {
    for (wrong, why) in [
      ("2025-2024", "The years begin after they end"), ("25", "Give a year as 2025"), ("2024-", "Give a year as 2025"),
      ("2023-2024-2025", "Give a year as 2025"), ("1900-2025", "The years are more than 50"),
    ] {
      let (code, text) = try KithProgram.run(["measures", "--store", store, "--year", wrong])
      #expect(code != 0 && text.contains(why), "\(wrong): \(text)")
    }
    let change = try KithProgram.run(["measures", "--store", store, "--year", "2024-2025", "--la", "301", "--change"])
    #expect(change.code == 2 && change.text.contains("--change and --children are of one year"))
  }

  @Test("children are listed for a reason alone, which the log keeps, and no child")
  func listing() throws {
    let refused = try measures("--measure", "rereferral_pct", "--la", "301", "--children")
    #expect(refused.code == 2 && refused.text.contains("Say what the listing is for"))
    let (code, text) = try measures(
      "--measure", "rereferral_pct", "--la", "301", "--children", "--reason", "query of the director")
    #expect(code == 0)
    #expect(text.contains("Not for release: identifiable children."))
    #expect(
      text.contains(
        "child,counted,is_again,previous,referred\nA1,yes,true,2023-05-10,2024-05-10\nB1,no,false,,2024-05-11"))
    let log = try KithProgram.run(["store", "log", "--store", store]).text
    #expect(log.contains("query of the director") && log.contains("rereferral_pct of 2025, authority 301"))
    #expect(!log.contains("A1") && !log.contains("B1"))
  }

  @Test("the listing behind a care leavers' measure has the days that make one")
  func leavers() throws {
    let text = try measures("--measure", "cl_eet_1921", "--la", "301", "--children", "--reason", "check").text
    #expect(
      text.contains(
        "child,counted,activ,age,days_since_14,days_since_16,is_counted,is_eligible\nD1,yes,F2,20,0,0,true,false"))
  }

  @Test("a page says that it is not for release, what is encrypted, and which edge is not DfE's")
  func notices() throws {
    let text = try measures("--la", "301", "--rereferral-window", "under-12-months").text
    #expect(text.hasPrefix("This store is not encrypted"))
    #expect(text.lowercased().contains("not for release"))
    #expect(text.contains("Not DfE's edge: re-referral window: under-12-months"))
    let row = try #require(
      try rows("--measure", "rereferral_pct", "--la", "301", "--rereferral-window", "under-12-months").first)
    #expect(row["numerator"] == "0")
    #expect(try measures("--measure", "cla_everything").text.contains("There is no measure cla_everything"))
  }

  @Test("the JSON object has the shape that docs/json.md gives")
  func shape() throws {
    let (code, text) = try measures("--json", "--la", "301", "--by", "sex")
    #expect(code == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["command", "notice", "synthetic", "edges", "edgesVersion", "figures"])
    #expect(object["command"] as? String == "measures" && object["edgesVersion"] as? Int == 1)
    let figures = try #require(object["figures"] as? [[String: Any]])
    let always: Set = [
      "measure", "name", "year", "area", "areaName", "breakdown", "category", "unit", "status", "counts",
    ]
    let sometimes: Set = ["numerator", "denominator", "value", "symbol", "reason", "note"]
    for figure in figures {
      #expect(always.isSubset(of: figure.keys) && Set(figure.keys).isSubset(of: always.union(sometimes)))
      #expect((figure["value"] == nil) != (figure["symbol"] == nil))
      #expect((figure["symbol"] == nil) == (figure["reason"] == nil))
    }
    #expect(Set(figures.flatMap(\.keys)) == always.union(sometimes))
    #expect(Set(figures.compactMap { $0["symbol"] as? String }) == ["x", "z"])
  }
}
