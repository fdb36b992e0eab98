import Foundation
import HTTPTypes
import KithCatalogue
import Testing

@testable import KithWeb

@Suite("Pages on the national data sets")
struct CataloguePageTests {
  private func page(_ path: String, status: Int = 200) async throws -> String {
    let answer = try await Browser().get(path)
    #expect(answer.status == status, "\(path)")
    return answer.text
  }

  @Test("the list has every data set, and each leads to its page")
  func list() async throws {
    let browser = try await Browser()
    let text = try await browser.get("/catalogue").text
    #expect(text.contains("38 of 38 data sets"))
    for set in Catalogue.england.dataSets {
      let address = "/catalogue/entry/\(set.id)"
      #expect(text.contains("href=\"\(address)\""), "\(set.id)")
      let entry = try await browser.get(address)
      #expect(entry.status == 200 && entry.text.contains("Last verified: \(set.lastVerified)"), "\(set.id)")
    }
  }

  @Test("words and choices narrow the list, and stay in the form")
  func narrowed() async throws {
    let text = try await page("/catalogue?words=social+worker+turnover&level=individual&steward=DfE&who=researcher")
    #expect(text.contains("value=\"social worker turnover\""))
    #expect(text.contains("<option value=\"individual\" selected>"))
    let first = try #require(text.range(of: "/catalogue/entry/"))
    #expect(text[first.upperBound...].hasPrefix("csww"))
    #expect(!text.contains("/catalogue/entry/lait"))
    #expect(try await page("/catalogue?words=xyzzyplugh").contains("No data set fits"))
  }

  @Test("an entry says who may have it, what links to it, and how far to trust it")
  func entry() async throws {
    let text = try await page("/catalogue/entry/cin-census")
    for part in [
      "Who may have it, and how", "What can be joined", "Breaks in series", "Studies that used it", "rereferral_pct",
      "6 to 18 months (not verified)", "href=\"/catalogue/entry/npd\"", "href=\"/catalogue/picture?of=cin-census\"",
      "https://www.gov.uk/guidance/children-in-need-census",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(try await page("/catalogue/entry/hes").contains("Not verified: the whole entry: from memory"))
  }

  @Test("a question becomes a plan for whoever asks, with a draft to save")
  func plan() async throws {
    let text = try await page("/catalogue/plan?question=how+many+children+are+referred+again&who=la-analyst")
    #expect(text.contains("About: Children referred again") && text.contains("The authority&#39;s own return"))
    #expect(text.contains("<option value=\"la-analyst\" selected>"))
    let browser = try await Browser()
    let draft = try await browser.get("/catalogue/application.md?question=re-referral&who=researcher&from=2019&to=2025")
    #expect(draft.text.hasPrefix("# Draft application") && draft.text.contains("2019 to 2025"))
    #expect(draft.headers[.contentDisposition]?.contains("kith-application.md") == true)
    for wrong in ["from=2019", "from=2025&to=2019", "from=a&to=b"] {
      #expect(
        try await browser.get("/catalogue/application.md?question=re-referral&\(wrong)").status == 422, "\(wrong)")
    }
    #expect(try await browser.get("/catalogue/application.md?question=weather").status == 422)
  }

  @Test("a question that is not recognised leads to topics, each of which is")
  func topics() async throws {
    let browser = try await Browser()
    let text = try await browser.get("/catalogue/plan?question=weather").text
    #expect(text.contains("No question that the catalogue knows"))
    for question in Catalogue.england.questions {
      let address = "/catalogue/plan?question=\(question.id)&who=researcher"
      #expect(text.contains(address.replacing("&", with: "&amp;")), "\(question.id)")
    }
    #expect(try await browser.get("/catalogue/plan?question=uasc&who=researcher").text.contains("Draft an application"))
  }

  @Test("the picture stands above the same links as a table")
  func picture() async throws {
    let text = try await page("/catalogue/picture?of=echild")
    #expect(text.contains("<svg ") && text.contains("What can be joined"))
    #expect(text.components(separatedBy: "<path ").count - 1 == 4)
    let file = try await Browser().get("/catalogue/links.svg")
    #expect(file.text.contains("The same in words") && file.headers[.contentType] == "image/svg+xml")
    let export = try await Browser().get("/catalogue/catalogue.jsonld")
    #expect(export.bytes == CatalogueDCAT().bytes)
  }

  @Test(
    "an address that leads nowhere, or a choice that is none, gets a page that says so",
    arguments: [
      ("/catalogue/entry/nothing", 404), ("/catalogue/picture?of=nothing", 404), ("/catalogue?route=by-post", 422),
      ("/catalogue?steward=Nobody", 422), ("/catalogue/entry/..%2f..%2fetc", 404),
    ])
  func wrong(_ path: String, _ status: Int) async throws { _ = try await page(path, status: status) }

  @Test("markup in what is asked stays text")
  func inert() async throws {
    let script = "%3Cscript%3Ealert(1)%3C/script%3E%22"
    for path in ["/catalogue?words=", "/catalogue/plan?question="] {
      #expect(try await !page(path + script).contains("<script>alert"))
    }
    #expect(try await !page("/catalogue/plan?question=re-referral+" + script).contains("<script>alert"))
  }

  @Test("every field has a label, every table a caption and headings, and headings go down by one")
  func markup() async throws {
    for path in [
      "/catalogue", "/catalogue/entry/ssda903", "/catalogue/plan", "/catalogue/plan?question=exclusion",
      "/catalogue/picture",
    ] {
      let text = try await page(path)
      for field in text.matches(of: /<(?:input|select)[^>]* id="([^"]+)"/) {
        #expect(text.contains("<label class=\"govuk-label\" for=\"\(field.output.1)\""), "\(path): \(field.output.1)")
      }
      let tables = text.components(separatedBy: "<table").count - 1
      #expect(text.components(separatedBy: "<caption").count - 1 == tables, "\(path)")
      let levels = text.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
      #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(path): \(levels)")
      let ids = text.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }
}
