import Foundation
import KithReturns
import KithStore
import KithTesting
import Testing

@Suite("The commands kith emit and kith store tables")
final class EmitProgramTests {
  private let folder: ScratchFolder
  private var store: String { folder.path + "/children.duckdb" }

  init() throws {
    folder = try ScratchFolder()
    let store = try SmallStore(at: folder.path + "/children.duckdb")
    let header = "CHILD | DOB | SEX | ETHNIC | UPN\nC1 | 01/05/2010 | M | WBRI | ZZ00000000001"
    let episodes = """
      CHILD | DECOM | RNE | LS | PLACE | PL_POST | DEC | REC
      C1 | 01/05/2024 | S | C2 | U6 | ZZ1 1ZZ | 02/06/2024 | X1
      C1 | 02/06/2024 | P | C2 | U6 | ZZ9 9ZZ | | |
      """
    try store.care(2025, [.headers: header, .episodes: episodes])
    try store.care(2024, [.headers: header, .episodes: episodes.replacing("C1", with: "C0")])
  }

  private func tables(_ arguments: String...) throws -> (code: Int32, text: String) {
    try KithProgram.run(
      ["store", "tables", "--store", store, "--year", "2025", "--out", folder.path + "/out"] + arguments)
  }

  private func file(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }

  private func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path + "/" + name) }

  @Test("a script is printed or written, and never over another")
  func script() throws {
    let printed = try KithProgram.run(["emit", "sql", "--year", "2025", "--measure", "ref_nfa_pct"])
    #expect(printed.code == 0 && printed.text.hasPrefix("-- Official measures of children's social care of 2024/25"))
    #expect(printed.text.contains("'ref_nfa_pct'") && !printed.text.contains("'ref_count'"))
    let out = folder.path + "/measures.R"
    let write = ["emit", "r", "--year", "2025", "--measure", "cpp_", "--out", out]
    #expect(try KithProgram.run(write).text.contains("measures of 2024/25 to \(out)."))
    let again = try KithProgram.run(write)
    #expect(again.code == 2 && again.text.contains("is there already"))
    #expect(try KithProgram.run(write + ["--replace"]).code == 0)
  }

  @Test("the list has the languages, the measures and the tables")
  func list() throws {
    let text = try KithProgram.run(["emit", "--list", "--year", "2022"]).text
    #expect(text.contains("  stata  Stata, version 15 or later, without packages"))
    #expect(text.contains("rereferral_pct  Re-referrals within 12 months of a previous referral"))
    #expect(text.contains("Not of this year\n  sw_3plus_pct: not collected before 2023/24"))
    #expect(text.contains("  cin_reviews (1 year): authority, year, parent_position, cppreviewdate"))
  }

  @Test("what is wrong is said in one line that says what to do")
  func faults() throws {
    let faults = [
      (["emit", "--year", "2025"], "Say in which language: kith emit sql, r or stata."),
      (["emit", "r", "--year", "2025", "--measure", "nonsense"], "There is no measure nonsense"),
      (["emit", "r", "--year", "2020", "--measure", "sw_3plus_pct"], "sw_3plus_pct is not collected before 2023/24"),
      (["emit", "r", "--year", "2025", "--out", folder.path + "/none/m.R"], "cannot be written"),
    ]
    for (arguments, words) in faults {
      let said = try KithProgram.run(arguments)
      #expect(said.code == 2 && said.text.contains(words), "\(said.text)")
    }
    #expect(try KithProgram.run(["emit", "cobol", "--year", "2025"]).code != 0)
  }

  @Test("tables are written for a reason, which the log keeps, and hold no pupil number or postcode")
  func written() throws {
    let refused = try tables()
    #expect(refused.code == 2 && refused.text.contains("Say what the files are for: --reason"))
    #expect(!isThere("out"))
    let done = try tables("--reason", "to try a script")
    #expect(done.code == 0 && done.text.contains("Wrote 19 tables, 5 rows, to"))
    #expect(
      try file("out/ssda903_header.csv") == "authority,year,child,sex,dob,ethnic,uasc\n301,2025,C1,M,2010-05-01,WBRI,\n"
    )
    let episodes = try file("out/ssda903_episodes.csv").split(separator: "\n")
    #expect(episodes.count == 5 && episodes[1].hasPrefix("301,2024,0,C0,2024-05-01,S,C2,,U6,,2024-06-02,X1,,,"))
    #expect(episodes.allSatisfy { !$0.contains("ZZ") } && episodes[1].split(separator: ",").last == "1")
    #expect(try file("out/child_population.csv") == "authority,year,population\n")
    let log = try KithProgram.run(["store", "log", "--store", store]).text
    #expect(log.contains("list: tables of 2025 as files, 5 rows, for: to try a script"))
  }

  @Test("tables are never written over a folder, and nothing is left where they cannot be written")
  func whole() throws {
    try folder.write("", "out/mine.txt")
    #expect(try tables("--reason", "trial").text.contains("is there already"))
    #expect(isThere("out/mine.txt"))
    #expect(try tables("--reason", "trial", "--replace").code == 0)
    #expect(!isThere("out/mine.txt") && !isThere("out.part"))
    try folder.write("", "file")
    let within = [
      "store", "tables", "--store", store, "--year", "2025", "--out", folder.path + "/file/out", "--reason", "x",
    ]
    let refused = try KithProgram.run(within)
    #expect(refused.code == 2 && refused.text.contains("cannot be written to"))
  }
}
