import Foundation
import HTTPTypes
import KithTesting
import Testing

@testable import KithWeb

@Suite("Checks in the browser")
struct CheckTests {
  private static let header = Browser.File(
    "header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nZ1,M,01/01/2015,WBRI,UN2,0,\nZ2,F,02/02/2014,WBRI,UN2,0,\n")

  private static func episodes(_ rows: String) -> Browser.File {
    Browser.File(
      "episodes.csv",
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n" + rows)
  }

  private static let faulty = episodes(
    "Z1,01/05/2025,S,C2,N1,U1,PR1,01/05/2025,X1,,ZZ1 1ZZ,ZZ1 1ZZ,\nZ2,01/06/2025,S,C2,N1,U1,PR1,,,,ZZ1 1ZZ,ZZ1 1ZZ,\n")

  /// The address of a check of these files.
  private func check(_ files: [Browser.File], _ browser: Browser, year: String = "2026") async throws -> String {
    let answer = try await browser.upload("/check/upload", files, [("year", year), ("authority", "301 Barking")])
    #expect(answer.status == 303, "\(answer.text)")
    return try #require(answer.headers[.location])
  }

  @Test("a return is checked: what to fix first, each rule, each child with a timeline")
  func journey() async throws {
    let scratch = try ScratchFolder()
    var settings = WebSettings()
    settings.accessLog = scratch.path
    let browser = try await Browser(settings)
    let address = try await check([Self.header, Self.faulty], browser)
    let summary = try await browser.get(address)
    #expect(summary.text.contains("Fix these first") && summary.text.contains("/part/ssda903/rule/355"))
    let rule = try await browser.get(address + "/part/ssda903/rule/355")
    #expect(rule.status == 200 && rule.text.contains("Episodes of care (Episodes)"))
    let child = try #require(rule.text.firstMatch(of: /href="(\/check\/[0-9a-f]+\/child\/[0-9a-f]+)"/)).1
    #expect(try await browser.get(String(child)).text.contains("Say why you need it"))
    #expect(try await browser.post(String(child), ["reason": " "]).status == 422)
    #expect(try await browser.post(String(child), ["reason": "to explain rule 355"]).status == 303)
    let page = try await browser.get(String(child))
    #expect(page.text.contains("Child Z1") && page.text.contains("kith-bar--fault"))
    #expect(page.text.contains("Periods of care") && page.text.contains("Placements"))
    let log = try String(contentsOfFile: scratch.path + "/access-log.csv", encoding: .utf8)
    #expect(log.contains("to explain rule 355") && !log.contains("Z1"))
  }

  @Test("no address shows a child's identifier")
  func addresses() async throws {
    let browser = try await Browser()
    let address = try await check([Self.header, Self.faulty], browser)
    for path in ["", "/children", "/part/ssda903/rule/355"] {
      let text = try await browser.get(address + path).text
      for match in text.matches(of: /(?:href|action)="([^"]*)"/) { #expect(!match.1.contains("Z1")) }
    }
    let found = try await browser.post(address + "/find", ["child": "z1"])
    #expect(found.status == 303 && found.headers[.location]?.contains("/child/") == true)
    #expect(found.headers[.location]?.lowercased().contains("z1") == false)
    #expect(try await browser.post(address + "/find", ["child": "nobody"]).status == 422)
  }

  @Test("every download is there, and the workbook is one")
  func downloads() async throws {
    let browser = try await Browser()
    let base = try await check([Self.header, Self.faulty], browser) + "/part/ssda903"
    #expect(try await browser.get(base + "/report.xlsx").bytes.starts(with: Array("PK".utf8)))
    #expect(try await browser.get(base + "/report.html").text.contains("Fix these first"))
    #expect(try await browser.get(base + "/findings.csv").text.contains("355"))
    #expect(try await browser.get(base + "/findings.json").text.contains("\"collection\":\"ssda903\""))
    #expect(try await browser.get(base + "/team/0").status == 200)
    #expect(try await browser.get(base + "/team/99").status == 404)
    #expect(try await browser.get(base + "/other.txt").status == 404)
  }

  @Test("a note stays with its finding, and is in the file of notes")
  func notes() async throws {
    let browser = try await Browser()
    let address = try await check([Self.header, Self.faulty], browser)
    let rule = try await browser.get(address + "/part/ssda903/rule/355")
    let note = try #require(rule.text.firstMatch(of: /href="([^"]*\/note\/\d+)"/)).1
    #expect(try await browser.get(String(note)).status == 200)
    #expect(try await browser.post(String(note), ["note": "court <b>confirmed</b>"]).status == 303)
    #expect(try await browser.get(address + "/part/ssda903/rule/355").text.contains("court &lt;b&gt;confirmed"))
    #expect(try await browser.get(address + "/kith-notes.csv").text.contains("355,Episodes,Z1"))
  }

  @Test("the next check of the same return says what is new and what is gone")
  func trend() async throws {
    let browser = try await Browser()
    _ = try await check([Self.header, Self.faulty], browser)
    let mended = Self.episodes(
      "Z1,01/05/2025,S,C2,N1,U1,PR1,02/05/2025,X1,,ZZ1 1ZZ,ZZ1 1ZZ,\n"
        + "Z2,01/06/2025,S,C2,N1,U1,PR1,,,,ZZ1 1ZZ,ZZ1 1ZZ,\n")
    let address = try await check([Self.header, mended], browser)
    #expect(try await browser.get(address).text.contains("Since the last run: "))
  }

  @Test("a return whose path was given needs no upload, and its notes are kept beside it")
  func given() async throws {
    let scratch = try ScratchFolder()
    for file in [Self.header, Self.faulty] { try scratch.write(file.bytes, "return/" + file.name) }
    var settings = WebSettings()
    settings.returns = [[scratch.path + "/return"]]
    settings.year = 2026
    settings.authority = "301"
    let browser = try await Browser(settings)
    #expect(try await browser.get("/check").text.contains("return"))
    let answer = try await browser.post("/check/given", ["return": "0"])
    let address = try #require(answer.headers[.location])
    let rule = try await browser.get(address + "/part/ssda903/rule/355")
    let note = try #require(rule.text.firstMatch(of: /href="([^"]*\/note\/\d+)"/)).1
    #expect(try await browser.post(String(note), ["note": "seen"]).status == 303)
    #expect(try String(contentsOfFile: scratch.path + "/return/kith-notes.csv", encoding: .utf8).contains("seen"))
    #expect(try await browser.post("/check/given", ["return": "5"]).status == 404)
  }

  @Test("a removed check is gone, and so are its files")
  func removal() async throws {
    let browser = try await Browser()
    let address = try await check([Self.header, Self.faulty], browser)
    #expect(try FileManager.default.contentsOfDirectory(atPath: browser.site.scratch.path).count == 1)
    #expect(try await browser.post(address + "/remove").status == 303)
    #expect(try await browser.get(address).status == 404)
    #expect(try FileManager.default.contentsOfDirectory(atPath: browser.site.scratch.path).isEmpty)
  }

  @Test("what is missing is asked for in words, and nothing of the upload stays")
  func questions() async throws {
    let browser = try await Browser()
    let noYear = try await browser.upload("/check/upload", [Self.header, Self.faulty])
    #expect(noYear.status == 422 && noYear.text.contains("Choose the year"))
    let noReturn = try await browser.upload("/check/upload", [.init("x.csv", "a,b\n1,2\n")], [("year", "2026")])
    #expect(noReturn.status == 422)
    #expect(try await browser.upload("/check/upload", [], [("year", "2026")]).status == 422)
    #expect(try FileManager.default.contentsOfDirectory(atPath: browser.site.scratch.path).isEmpty)
  }
}
