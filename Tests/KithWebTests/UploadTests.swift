import Foundation
import HTTPTypes
import KithTesting
import Testing

@testable import KithWeb

@Suite("Uploads")
struct UploadTests {
  private static let uasc = Browser.File("uasc.csv", "CHILD,SEX,DOB,DUC\nZ1,M,01/01/2009,\n")
  private static let year = [("year", "2026")]

  /// What lies in the session's private folder.
  private func kept(_ browser: Browser) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: browser.site.scratch.path)
  }

  @Test("a form without the session's token writes nothing")
  func token() async throws {
    let browser = try await Browser()
    #expect(try await browser.upload("/check/upload", [Self.uasc], Self.year, token: "wrong").status == 403)
    #expect(try await browser.upload("/check/upload", [Self.uasc], Self.year, token: "").status == 403)
    #expect(try await browser.post("/check/upload", ["year": "2026"]).status == 403)
    #expect(try kept(browser) == [])
  }

  @Test(
    "a name that leads elsewhere, hides or is of no table is refused",
    arguments: [
      "../../evil.csv", "..\\..\\evil.csv", "prev/../../evil.csv", ".hidden.csv", "evil.sh", "..", "a\u{0}.csv", "csv",
    ])
  func names(name: String) async throws {
    let browser = try await Browser()
    let file = Browser.File(name, Self.uasc.text)
    #expect(try await browser.upload("/check/upload", [Self.uasc, file], Self.year).status == 422)
    #expect(try kept(browser) == [])
  }

  @Test("of a path, only the last part names the file, and a folder prev makes it last year's")
  func paths() async throws {
    let browser = try await Browser()
    let old = Browser.File("return/prev/uasc.csv", Self.uasc.text)
    let answer = try await browser.upload("/check/upload", [.init("/etc/uasc.csv", Self.uasc.text), old], Self.year)
    #expect(answer.status == 303)
    #expect(try kept(browser).filter { $0.hasSuffix("/uasc.csv") }.count == 2)
    #expect(try kept(browser).contains { $0.hasSuffix("/prev/uasc.csv") })
  }

  @Test("two files of one name are refused, and nothing of them is kept")
  func sameName() async throws {
    let browser = try await Browser()
    #expect(try await browser.upload("/check/upload", [Self.uasc, Self.uasc], Self.year).status == 422)
    #expect(try kept(browser) == [])
  }

  @Test("an upload beyond the limits is refused, whatever it says of its length")
  func limits() async throws {
    var settings = WebSettings()
    settings.largestUpload = 20_000
    settings.mostFiles = 2
    let browser = try await Browser(settings)
    let large = Browser.File("large.csv", String(repeating: "x", count: 30_000))
    #expect(try await browser.upload("/check/upload", [large], Self.year).status == 413)
    #expect(try await browser.upload("/check/upload", [large], Self.year, saysLength: false).status == 413)
    let many = (0..<3).map { Browser.File("a\($0).csv", "a,b\n") }
    #expect(try await browser.upload("/check/upload", many, Self.year).status == 413)
    #expect(try kept(browser) == [])
  }

  @Test("an archive that unpacks to more than the limit is refused before it is unpacked")
  func bomb() async throws {
    var settings = WebSettings()
    settings.largestUnpacked = 1_000_000
    let browser = try await Browser(settings)
    let bomb = ZipBomb(unpacked: 40_000_000).bytes
    #expect(bomb.count < 400_000)
    let answer = try await browser.upload("/check/upload", [.init("return.zip", bytes: bomb)], Self.year)
    #expect(answer.status == 413)
    #expect(try kept(browser) == [])
  }

  @Test("an upload that is cut off is refused, and nothing of it is kept")
  func cutOff() async throws {
    let browser = try await Browser()
    #expect(try await browser.upload("/check/upload", [Self.uasc], Self.year, lost: 40).status == 400)
    #expect(try kept(browser) == [])
  }

  @Test("two uploads at once are two checks")
  func together() async throws {
    let browser = try await Browser()
    let other = Browser.File("uasc.csv", "CHILD,SEX,DOB,DUC\nZ7,F,01/01/2010,\nZ8,F,01/01/2010,\n")
    async let first = browser.upload("/check/upload", [Self.uasc], Self.year)
    async let second = browser.upload("/check/upload", [other], Self.year)
    let addresses = try await [first, second].compactMap { $0.headers[.location] }
    #expect(Set(addresses).count == 2)
    let texts = try await [browser.get(addresses[0]).text, browser.get(addresses[1]).text]
    #expect(texts[0].contains("<td class=\"govuk-table__cell kith-number\">1</td>"))
    #expect(texts[1].contains("<td class=\"govuk-table__cell kith-number\">2</td>"))
  }

  @Test("a file survives whole, though what looks like the form's own text stands in it")
  func contents() async throws {
    let browser = try await Browser()
    let tricky = "CHILD,SEX,DOB,DUC\nZ1,M,01/01/2009,\r\n--\r\n------kithtes\r\n\r\n--x\n"
    #expect(try await browser.upload("/check/upload", [.init("uasc.csv", tricky)], Self.year).status == 303)
    let path = try #require(try kept(browser).first { $0.hasSuffix("uasc.csv") })
    let held = try String(contentsOfFile: browser.site.scratch.path + "/" + path, encoding: .utf8)
    #expect(held == tricky)
  }

  @Test("a script in any text of a return is shown and never run")
  func scripts() async throws {
    let scratch = try ScratchFolder()
    var settings = WebSettings()
    settings.accessLog = scratch.path
    let browser = try await Browser(settings)
    let attack = "<script>alert(1)</script>'\"\"><img src=x onerror=alert(1)>"
    let columns = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
    let row = columns.split(separator: ",").map { _ in "\"\(attack)\"" }.joined(separator: ",")
    let header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
    let head = header.split(separator: ",").map { _ in "\"\(attack)\"" }.joined(separator: ",")
    let files = [
      Browser.File("<img src=x>.csv", "\(columns)\n\(row)\n"), Browser.File("header.csv", "\(header)\n\(head)\n"),
      Browser.File("<script>.txt", "<script>,alert\n1,2\n"),
    ]
    let address = try #require(try await browser.upload("/check/upload", files, Self.year).headers[.location])
    var pages = [try await browser.get(address), try await browser.get(address + "/children")]
    for match in pages[0].text.matches(of: /href="([^"]*\/rule\/[^"]*)"/) {
      pages.append(try await browser.get(String(match.1)))
    }
    let child = try #require(pages[1].text.firstMatch(of: /href="([^"]*\/child\/[0-9a-f]+)"/)).1
    #expect(try await browser.post(String(child), ["reason": attack]).status == 303)
    pages.append(try await browser.get(String(child)))
    pages.append(try await browser.get(address + "/part/ssda903/report.html"))
    #expect(pages.count > 5)
    for page in pages {
      #expect(page.status == 200)
      #expect(!page.text.contains("<script>alert") && !page.text.contains("<img"))
    }
  }
}

/// A small zip archive of one file that unpacks to very many zeros.
struct ZipBomb {
  let bytes: [UInt8]

  init(unpacked: Int) {
    let packed = Self.deflated(zeros: unpacked)
    let name = Array("episodes.csv".utf8)
    let facts =
      Self.little(20, 2) + [0, 0, 8, 0, 0, 0, 0, 0] + Self.little(0, 4) + Self.little(packed.count, 4)
      + Self.little(unpacked, 4) + Self.little(name.count, 2) + [0, 0]
    let local = Array("PK\u{3}\u{4}".utf8) + facts + name + packed
    let central =
      Array("PK\u{1}\u{2}".utf8) + Self.little(20, 2) + facts + [UInt8](repeating: 0, count: 14) + name
    let end =
      Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0, 1, 0, 1, 0] + Self.little(central.count, 4)
      + Self.little(local.count, 4) + [0, 0]
    bytes = local + central + end
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(number >> (8 * $0) & 255) }
  }

  /// Zeros as one block of fixed codes: a zero, then the longest copy of the byte before, again and again (RFC 1951).
  private static func deflated(zeros: Int) -> [UInt8] {
    var bits: [Bool] = [true, true, false]
    let code = { (text: String) in bits += text.map { $0 == "1" } }
    code("00110000")
    for _ in 0..<(zeros / 258) { code("1100010100000") }
    code("0000000")
    return stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(UInt8(0)) { byte, place in
        start + place < bits.count && bits[start + place] ? byte | 1 << UInt8(place) : byte
      }
    }
  }
}
