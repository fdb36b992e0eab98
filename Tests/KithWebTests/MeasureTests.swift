import Foundation
import HTTPTypes
import KithReturns
import KithStore
import KithTesting
import Testing

@testable import KithWeb

@Suite("Measures and studies in the browser")
struct MeasureTests {
  private static let fixture = SharedFolder.projectFolder + "Fixtures/ssda903"

  @Test(
    "the store's figures stand beside last year's, and the children behind one are listed for a reason that is noted")
  func measures() async throws {
    let scratch = try ScratchFolder()
    var settings = WebSettings()
    settings.store = scratch.path + "/children.duckdb"
    do {
      let store = try Store(scratch.path + "/children.duckdb", for: .writing)
      for submission in try Submission.readAll([Self.fixture]) {
        _ = try store.load(LoadRequest(submission, year: 2026, authority: "301"))
      }
    }
    let browser = try await Browser(settings)
    #expect(try await browser.get("/measures").text.contains("/measures/2026/301"))
    let page = try await browser.get("/measures/2026/301")
    #expect(page.status == 200 && page.text.contains("Not for release"))
    let children = "/measures/2026/301/children/cla_31mar_count"
    #expect(try await browser.get(children).text.contains("noted in the store"))
    #expect(try await browser.post(children, ["reason": ""]).status == 422)
    let listed = try await browser.post(children, ["reason": "to explain the count"])
    #expect(listed.status == 200 && listed.text.contains("Z1"))
    let log = try Store(scratch.path + "/children.duckdb", for: .reading).accessLog
    #expect(log.contains { $0.action == "list" && $0.detail.contains("to explain the count") })
    #expect(try await browser.get("/measures/2020/301").status == 404)
    #expect(try await browser.get("/measures/2026/301/children/nothing").status == 404)
  }

  @Test("a check has a page of the return's headline measures")
  func plausibility() async throws {
    var settings = WebSettings()
    settings.returns = [[Self.fixture]]
    settings.year = 2026
    settings.authority = "301"
    let browser = try await Browser(settings)
    let address = try #require(try await browser.post("/check/given", ["return": "0"]).headers[.location])
    let page = try await browser.get(address + "/plausibility")
    #expect(page.status == 200 && page.text.contains("Children looked after at 31 March"))
  }

  @Test("a study's file has its charts and its tables, and what is not one is not listed")
  func studies() async throws {
    let scratch = try ScratchFolder()
    try scratch.write("{\"a\":1}", "other.json")
    try scratch.write("<html></html>", "needs.html")
    var settings = WebSettings()
    settings.studies = [SharedFolder.projectFolder + "Fixtures/studies", scratch.path]
    let browser = try await Browser(settings)
    let list = try await browser.get("/studies").text
    #expect(list.contains("return.json") && list.contains("needs.html") && !list.contains("other.json"))
    for place in 0..<3 {
      let page = try await browser.get("/studies/\(place)")
      #expect(page.status == 200 && page.text.contains("<figure") && page.text.contains("Not for release"))
    }
    let inequality = try await browser.get("/studies/0").text
    #expect(inequality.contains(">Inequality</h1>") && inequality.contains("Source: kith study inequality"))
    #expect(inequality.contains(">101.00</td>"), "the numbers of a column have the same places")
    #expect(try await browser.get("/studies/9").status == 404)
    #expect(try await browser.get("/studies/report/0").headers[.contentDisposition]?.contains("attachment") == true)
  }
}
