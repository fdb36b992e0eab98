import Foundation
import KithCharts
import KithDisclosure
import KithPlaces
import KithTesting
import Testing

@testable import KithReports

@Suite("The needs assessment")
struct NeedsAssessmentTests {
  private func page(_ folder: borrowing ScratchFolder, of name: String = "301", asOf: Int? = nil) throws
    -> NeedsAssessment
  {
    var sources = NeedsAssessment.Sources(authority: try InventedLAIT.authority(name))
    sources.published = try InventedLAIT.benchmark(folder, asOf: asOf)
    return NeedsAssessment(sources, assets: nil)
  }

  private func isWhole(_ html: String) -> Bool {
    let words = html.lowercased().split { !$0.isLetter && $0 != "-" }
    return !words.contains("nan") && !words.contains("inf") && !words.contains("infinity") && !words.contains("nil")
  }

  @Test("published figures are shown with a sentence, a chart's table and their source, the same each time")
  func published() throws {
    let folder = try ScratchFolder()
    try InventedLAIT.write(to: folder)
    let found = try page(folder)
    #expect(found.html == (try page(folder)).html)
    #expect(isWhole(found.html))
    #expect(found.contents.map(\.title).first == "Summary")
    #expect(found.contents.map(\.title).last == "Data quality and method")
    #expect(found.html.contains("95 % interval"))
    #expect(found.html.contains("what its own earlier years lead one to expect"))
    #expect(found.html.contains("measure LAC and LACnum"))
    #expect(found.html.contains("<th scope=\"row\" class=\"govuk-table__header\">Neighbours</th>"))
    #expect(!found.html.contains("<script"))
  }

  @Test("a withheld figure is its symbol, and nothing is worked out from it")
  func withheld() throws {
    let folder = try ScratchFolder()
    try InventedLAIT.write(to: folder, withheld: ["LAC 301 2025", "LACnum 301 2025"])
    let html = try page(folder).html
    #expect(html.contains("No figure of Barking and Dagenham is published for 2025"))
    #expect(html.contains("c: withheld: confidential"))
    #expect(isWhole(html))
  }

  @Test("one year, an authority that is not there, and no data at all each say so")
  func degenerate() throws {
    let folder = try ScratchFolder()
    try InventedLAIT.write(to: folder, years: 1)
    let one = try page(folder)
    #expect(one.html.contains("too few years to tell a change from chance"))
    #expect(isWhole(one.html))
    let absent = try page(folder, of: "Cornwall")
    #expect(absent.html.contains("LAIT&#39;s files do not have Cornwall"))
    #expect(absent.contents.dropLast().allSatisfy { $0.exhibits == 0 })
    let nothing = NeedsAssessment(.init(authority: try InventedLAIT.authority("301")), assets: nil)
    #expect(nothing.html.contains("name their folder with --lait-data"))
    #expect(nothing.html.contains("name the store with --store"))
    #expect(nothing.html.contains("never from invented prices"))
    #expect(nothing.contents.dropFirst().dropLast().allSatisfy { !$0.missing.isEmpty })
    #expect(isWhole(nothing.html))
  }

  @Test("what people write is shown as they wrote it, and what is empty is said to be not written")
  func texts() throws {
    let folder = try ScratchFolder()
    try folder.write("We want\nto be heard.\n\n<script>alert(1)</script>", "text/voice.txt")
    try folder.write("nothing", "text/poem.txt")
    let texts = try TextSlots(folder: folder.path + "/text")
    #expect(texts.unknown == ["poem.txt"])
    #expect(texts.paragraphs(.voice) == ["We want to be heard.", "<script>alert(1)</script>"])
    #expect(texts.paragraphs(.services).isEmpty)
    var sources = NeedsAssessment.Sources(authority: try InventedLAIT.authority("301"))
    sources.texts = texts
    let html = NeedsAssessment(sources, assets: nil).html
    #expect(html.contains("<p>We want to be heard.</p>"))
    #expect(html.contains("&lt;script&gt;") && !html.contains("<script>alert"))
    #expect(html.components(separatedBy: "Not written.").count == TextSlots.Slot.allCases.count)
  }

  @Test("a figure that is not for release is not shown in it")
  func notForRelease() throws {
    var document = AreaDocument(draws: false)
    let own = ChartValue(3, of: Disclosure.internalUse(3.0), places: 0)
    let exhibit = Exhibit("Three.", table: ChartTable("t", ["a", "b"], [[.text("x"), .value(own)]]), source: "s")
    document.open("Section")
    document.show(exhibit, orSay: "it is raw.")
    #expect(document.html.contains("Not shown: it is raw.") && !document.html.contains("Three."))
    #expect(document.contents[0].missing == ["it is raw."])
  }
}
