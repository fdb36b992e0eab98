import Foundation
import KithTesting
import Testing

/// The built program, run as a user runs it.
struct Program {
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Runs the program that stands beside the tests.
  static func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// The same with arguments in a list.
  static func run(_ arguments: [String]) throws -> Outcome {
    let tests = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    let process = Process()
    process.executableURL = tests.appending(path: "kith")
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let fault = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: fault, as: UTF8.self))
  }
}

@Suite("The program")
struct ProgramTests {
  private let scratch = FileManager.default.temporaryDirectory.path() + "kith-program-\(UUID().uuidString)"
  private let uasc = "CHILD,SEX,DOB,DUC\nA1,M,01/01/2009,\n"

  private func folder(_ files: [String: String]) throws -> String {
    let path = scratch + "/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: path + "/" + name)) }
    return path
  }

  @Test("a return with nothing wrong ends with 0, one with findings with 1, one that cannot be read with 2")
  func exitCodes() throws {
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let clean = try folder(["header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"])
    #expect(try Program.run("check", clean, "--year", "2026").code == 0)
    #expect(try Program.run("check", SharedFolder.projectFolder + "Fixtures/ssda903", "--year", "2026").code == 1)
    #expect(try Program.run("check", scratch + "/nothing", "--year", "2026").code == 2)
    #expect(try Program.run("check", clean).code == 2)
    #expect(try Program.run("check", clean, "--year", "1999").code == 2)
    #expect(try Program.run("check", clean, "--year", "2026", "--la", "Atlantis").code == 2)
    #expect(try Program.run("explain", "355").code == 0)
    #expect(try Program.run("explain", "nonsense").code == 2)
    #expect(try Program.run("compare", "301", "--lait-data", clean).code == 2)
  }

  @Test("what cannot be read is said in one line that names the file and what to do, and leaves nothing behind")
  func badInput() throws {
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let path = try folder([
      "empty.csv": "", "short.zip": "PK\u{3}\u{4}", "figures.parquet": "not parquet", "binary.csv": "a\u{0}b\u{0}\u{0}",
    ])
    for name in ["empty.csv", "short.zip", "binary.csv"] {
      let outcome = try Program.run("check", path + "/" + name, "--year", "2026", "--report", path + "/out")
      #expect(outcome.code == 2, "\(name)")
      #expect(outcome.errors.contains(name) && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: path + "/out"))
      #expect(!FileManager.default.fileExists(atPath: path + "/out.part"))
    }
    let postcodes = try Program.run(
      "check", SharedFolder.projectFolder + "Fixtures/ssda903", "--year", "2026", "--postcodes",
      path + "/figures.parquet")
    #expect(postcodes.code == 2)
    #expect(postcodes.errors.contains("figures.parquet"))
  }

  @Test("an open quote, a header without rows and a line of a million commas are read, and what is wrong is found")
  func oddText() throws {
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let quote = try folder(["uasc.csv": "CHILD,SEX,DOB,DUC\nA1,M,\"01/01/2009,\nA2,M,01/01/2009,\n"])
    let open = try Program.run("check", quote, "--year", "2026", "--json")
    #expect(open.code == 1)
    #expect(open.output.contains("\"rule\":\"F04\""))
    #expect(open.output.contains("\"rows\":2"))
    let commas = try folder(["uasc.csv": uasc + String(repeating: ",", count: 1_000_000) + "\n"])
    let wide = try Program.run("check", commas, "--year", "2026", "--json")
    #expect(wide.code == 1)
    #expect(wide.output.contains("\"rule\":\"F02\""))
    let header = try folder(["uasc.csv": "CHILD,SEX,DOB,DUC"])
    #expect(try Program.run("check", header, "--year", "2026").code == 0)
  }

  @Test("a folder of authorities is checked one by one, and one that cannot be read does not stop the others")
  func each() throws {
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let path = try folder([:])
    for (name, text) in [("301", uasc), ("302", uasc), ("303", "")] {
      try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path + "/" + name + "/uasc.csv"))
    }
    let outcome = try Program.run("check", path, "--each", "--year", "2026", "--json")
    #expect(outcome.code == 2)
    #expect(outcome.output.contains("\"authority\":\"301\"") && outcome.output.contains("\"authority\":\"302\""))
    #expect(outcome.output.contains("\"folder\":\"303\""))
  }

  @Test("the same seed makes the same bytes, however many authorities are made at once")
  func synthesis() throws {
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    func made(_ las: String) throws -> [String: Data] {
      let out = scratch + "/" + las
      #expect(
        try Program.run("synth", "--las", las, "--years", "2", "--children", "60", "--out", out, "--errors").code == 0)
      let paths = FileManager.default.enumerator(atPath: out)?.allObjects as? [String] ?? []
      let files = paths.compactMap { path in FileManager.default.contents(atPath: out + "/" + path).map { (path, $0) } }
      return Dictionary(uniqueKeysWithValues: files.filter { $0.0.contains("/") })
    }
    let (three, five) = (try made("3"), try made("5"))
    #expect(three.count > 60)
    #expect(three.allSatisfy { five[$0.key] == $0.value })
    #expect(Set(three.keys.map { $0.prefix(3) }) == ["010", "011", "012"])
  }

  @Test("a folder with both returns is checked by all three books, each of which can be listed and explained")
  func bothReturns() throws {
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let path = try folder([
      "header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA1,M,01/06/2015,WBRI,UN1,,\n",
      "ChildIdentifiers.csv":
        "LAchildID,UPN,FormerUPN,UPNunknown,PersonBirthDate,ExpectedPersonBirthDate,Sex,PersonDeathDate\n"
        + "A1,,,UN1,2015-06-02,,F,\n",
    ])
    let outcome = try Program.run("check", path, "--year", "2026", "--json", "--report", path + "/out")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("\"collection\":\"both\"") && outcome.output.contains("\"rule\":\"X205\""))
    let parts = try FileManager.default.contentsOfDirectory(atPath: path + "/out").sorted()
    #expect(parts == ["across", "cin", "ssda903"])
    let again = try Program.run("check", path, "--year", "2026", "--last-run", path + "/out")
    #expect(again.output.contains("Compared the CIN Census and SSDA903 return"))
    #expect(again.output.contains("0 new, 2 still there, 0 gone"))
    #expect(try Program.run("rules", "--collection", "across").output.contains("X221"))
    #expect(try Program.run("explain", "X101").output.contains("Why"))
    #expect(try Program.run("rules", "--collection", "nonsense").code != 0)
  }
}
