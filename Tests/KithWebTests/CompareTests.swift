import Foundation
import HTTPTypes
import KithTesting
import Testing

@testable import KithWeb

@Suite("Comparisons in the browser")
struct CompareTests {
  private func browser() async throws -> Browser {
    var settings = WebSettings()
    settings.aggregates = SharedFolder.projectFolder + "Fixtures/compare"
    return try await Browser(settings)
  }

  private static let repeats = "la=370&measure=ExampleRepeat"

  @Test(
    "each view answers with its table",
    arguments: [
      "topic?la=370&topic=Children%20in%20need%20(invented)", "measure?\(repeats)", "measure?\(repeats)&axis=data",
      "list?\(repeats)&among=all", "list?\(repeats)&among=region", "heat?la=370", "scatter?la=370&x=ExampleRepeat",
      "own?la=370&la=383&measure=ExampleRepeat&england=yes", "list?\(repeats)&as-of=2024",
    ])
  func views(path: String) async throws {
    let answer = try await browser().get("/compare/" + path)
    #expect(answer.status == 200, "\(answer.text)")
    #expect(answer.text.contains("<table"))
  }

  @Test("a rank says how many are ranked, and a measure's page where the authority stands")
  func rank() async throws {
    let text = try await browser().get("/compare/measure?\(Self.repeats)").text
    #expect(text.contains(/Rank in \d+: \d+(st|nd|rd|th) of \d+/))
    #expect(text.contains("their median is"))
  }

  @Test("a table of one's own has a link that restores it, and its data")
  func own() async throws {
    let browser = try await browser()
    let page = try await browser.get("/compare/own?la=370&la=383&measure=ExampleRepeat&england=yes&from=2024")
    let link = try #require(page.text.firstMatch(of: /href="(\/compare\/own\?[^"]*)">a link that restores it/)).1
      .replacing("&amp;", with: "&")
    let again = try await browser.get(String(link))
    #expect(again.text == page.text)
    let data = try await browser.get(String(link).replacing("/own?", with: "/own.csv?"))
    #expect(data.text.contains("ExampleRepeat") && data.text.contains("England"))
    #expect(!data.text.contains(",2023,"))
  }

  @Test("the data of a page are those of kith compare --csv")
  func data() async throws {
    let text = try await browser().get("/compare/data.csv?page=list&\(Self.repeats)&among=all").text
    #expect(text.hasPrefix("\u{FEFF}la_code,la_name,measure"))
    #expect(text.split(separator: "\n").count > 100)
  }

  @Test(
    "what is not there is said, and no address of a wrong kind harms",
    arguments: [
      ("topic", 422), ("topic?la=Atlantis", 422), ("measure?la=370&measure=nothing", 422), ("nothing?la=370", 404),
      ("list?source=9", 404), ("own?la=370&measure=%3Cscript%3E", 422), ("measure?la=370&as-of=1991", 422),
    ])
  func wrong(path: String, status: Int) async throws {
    let answer = try await browser().get("/compare/" + path)
    #expect(answer.status == status)
    #expect(!answer.text.contains("<script>"))
  }

  @Test("without published figures the page says how to give them")
  func empty() async throws {
    let browser = try await Browser()
    #expect(try await browser.get("/compare").text.contains("--aggregates"))
    #expect(try await browser.get("/compare/topic?la=301").status == 404)
  }

  @Test("a file of Explore Education Statistics stands beside LAIT, and its counts bring intervals, funnel and trend")
  func counts() async throws {
    var settings = WebSettings()
    settings.aggregates = SharedFolder.projectFolder + "Fixtures/compare"
    settings.ees = [SharedFolder.projectFolder + "Fixtures/ees/example_rereferrals.csv"]
    let browser = try await Browser(settings)
    let asked = "source=1&la=370&measure=rereferral_percent"
    let measure = try await browser.get("/compare/measure?\(asked)").text
    #expect(measure.contains("95% interval") && measure.contains("Trend over five periods: rising (99.8% test)"))
    #expect(measure.contains("<option value=\"1\" selected>Example rereferrals</option>"))
    let list = try await browser.get("/compare/list?\(asked)&among=all").text
    #expect(list.contains("authorities lie outside the 95% limits") && list.contains("Funnel chart"))
    #expect(list.contains("c (withheld"), "a withheld figure says so")
    #expect(!list.contains("does not hold the counts"))
    #expect(list.contains("which end is good is not published") && !list.contains("neither end is good"))
    #expect(list.contains(">Funnel</th>") && !list.contains(">Rank</th>"), "no column of what is said once")
    let data = try await browser.get("/compare/data.csv?page=list&\(asked)&among=all").text
    #expect(data.contains("370,Barnsley,rereferral_percent"))
  }
}

// These need the Department for Education's published files, which the project does not hold.
@Suite("Comparisons of real files of Explore Education Statistics", .enabled(if: SharedFolder.isPresent))
struct PublishedCompareTests {
  @Test("every view of a published file answers, and measures with counts have their funnel")
  func views() async throws {
    var settings = WebSettings()
    settings.ees = [
      SharedFolder.path("cases/aggregates/ees/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv")
    ]
    let browser = try await Browser(settings)
    let asked = "la=370&measure=rereferral_percent"
    for page in [
      "topic?la=370", "measure?\(asked)", "list?\(asked)&among=all", "heat?la=370", "scatter?x=rereferral_percent",
    ] {
      let answer = try await browser.get("/compare/" + page)
      #expect(answer.status == 200 && answer.text.contains("<table"), "\(page)")
    }
    #expect(try await browser.get("/compare/measure?\(asked)").text.contains("Trend over five periods"))
    #expect(try await browser.get("/compare/list?\(asked)&among=all").text.contains("Funnel chart"))
    #expect(
      try await browser.get("/compare/list?la=370&measure=referral_count").text.contains("does not hold the counts"))
  }
}
