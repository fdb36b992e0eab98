import Foundation
import KithTesting
import Testing

@Suite("Charts of studies")
struct StudyChartTests {
  @Test("the curves of a return are drawn beside the text, marked, once, and with the times asked for in the table")
  func curves() throws {
    let folder = try ScratchFolder()
    var dice = SplitMix64(seed: 3)
    let rows = (0..<200).map { row in "\(row),\(dice.number(1...60)),\(dice.number(0...2))" }
    try folder.write((["id,stop,event"] + rows).joined(separator: "\n") + "\n", "spells.csv")
    let arguments = [
      "study", "return", "--spells", folder.path + "/spells.csv", "--at", "10,30", "--synthetic", "--charts",
      folder.path + "/charts",
    ]
    let text = try KithProgram.run(arguments)
    #expect(text.code == 0 && text.text.contains("10") && !text.text.contains("return.html"))
    let html = try String(contentsOfFile: folder.path + "/charts/return.html", encoding: .utf8)
    #expect(html.contains("Not for release") && html.contains("SYNTHETIC"))
    #expect(html.components(separatedBy: "<th scope=\"row\"").count == 3)
    #expect(try KithProgram.run(arguments).code == 2)
    #expect(try KithProgram.run(arguments + ["--replace", "--json"]).code == 0)
  }

  @Test("a change of state by fewer than ten is not drawn")
  func pathways() throws {
    let folder = try ScratchFolder()
    let ways = Array(repeating: "a,a,b,b", count: 30) + Array(repeating: "a,b,b,c", count: 4)
    let rows = ways.enumerated().map { "\($0),\($1)" }
    try folder.write((["id,t1,t2,t3,t4"] + rows).joined(separator: "\n") + "\n", "journeys.csv")
    let found = try KithProgram.run([
      "study", "pathways", "--sequences", folder.path + "/journeys.csv", "--clusters", "0", "--charts",
      folder.path + "/charts",
    ])
    #expect(found.code == 0, "\(found.text)")
    let html = try String(contentsOfFile: folder.path + "/charts/pathways.html", encoding: .utf8)
    let table = html.components(separatedBy: "What followed each state").last ?? ""
    #expect(table.contains("<td class=\"govuk-table__cell govuk-table__cell--numeric\">34</td>"))
    #expect(!table.contains("--numeric\">4</td>"))
    #expect(html.contains("Not for release"))
  }
}
