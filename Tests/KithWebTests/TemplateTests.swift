import Foundation
import KithTesting
import Mustache
import Testing

@testable import KithWeb

@Suite("Templates")
struct TemplateTests {
  @Test("every tag of every template is a property of its page")
  func tags() throws {
    var walk = TemplateWalk()
    for page in PageExamples.all { walk.walk("layout", [PageExamples.frame(page)]) }
    #expect(walk.faults == [])
    #expect(walk.walked == Set(Templates.all.keys))
  }

  @Test("a tag that no property answers is found")
  func misspelt() {
    struct Misspelt: Page {
      static let template = "error"
      static let part = SitePart.home
      let title = "Title"
      let advise = "a property that the template does not name"
    }
    var walk = TemplateWalk()
    walk.walk("layout", [PageExamples.frame(Misspelt())])
    #expect(walk.faults == ["error: advice"])
  }

  @Test(
    "what answers tags by itself answers each of its properties, and nothing else", arguments: PageExamples.answering)
  func answers(value: any MustacheParent & Sendable) {
    for property in Mirror(reflecting: value).children {
      let answer = value.child(named: property.label ?? "")
      #expect(answer.map { "\($0)" } == "\(property.value)")
    }
    #expect(value.child(named: "another") == nil)
  }

  @Test("every page renders whole, with its title and its form token")
  func pages() throws {
    let templates = try Templates()
    for page in PageExamples.all {
      let html = try templates.html(PageExamples.frame(page))
      let title = page.title.replacing("'", with: "&#39;")
      #expect(html.contains("<title>\(title) – Kith</title>") && html.hasSuffix("</html>\n"))
      #expect(html.contains("name=\"token\" value=\"the-form-token\""))
    }
  }

  @Test("every template of the folder is one that the program holds")
  func files() throws {
    let folder = SharedFolder.projectFolder + "Sources/KithWeb/Resources"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".mustache") }
    #expect(Set(names) == Set(Templates.all.keys.map { $0 + ".mustache" }))
  }
}
