import Foundation
import KithTesting
import Testing

@Suite("kith link records")
struct LinkRecordsProgramTests {
  /// The records of some invented children; every ninth surname of the second file has a letter more.
  private static func rows(_ mark: String, _ numbers: Range<Int>, isSecond: Bool) -> String {
    var chance = SplitMix64(seed: 12)
    let parts = ["ABER", "BOND", "CUTH", "DRYS", "ELPH", "FROG", "GOLD", "HUMB", "IVES", "JUDD", "KELP", "LOXL"]
    let people = (0..<300).map { number -> String in
      let surname = "Z" + chance.pick(parts) + chance.pick(parts) + (isSecond && number % 9 == 0 ? "E" : "")
      let given = chance.pick(parts) + chance.pick(["A", "INE", "OR", "UEL"])
      let born = "20\(chance.number(10...22))-\(chance.number(10...12))-\(chance.number(10...28))"
      let home = "ZZ\(chance.number(1...40)) \(chance.number(1...9))AA"
      return "\(mark)\(number),\(given),\(surname),\(born),\(chance.pick(["F", "M"])),\(home)\n"
    }
    return "id,given_name,surname,dob,sex,postcode\n" + people[numbers].joined()
  }

  @Test("the links of two files are printed in counts, written by identifier, and explained; the JSON is as documented")
  func files() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.rows("A", 0..<200, isSecond: false), "a.csv")
    try folder.write(Self.rows("B", 100..<300, isSecond: true), "b.csv")
    try folder.write("a,b\n" + (20..<200).map { "A\($0),B\($0)\n" }.joined(), "truth.csv")
    let path = { (name: String) in folder.path + "/" + name }
    let command = ["link", "records", path("a.csv"), path("b.csv"), "--id", "id", "--truth", path("truth.csv")]
    let outcome = try Program.run(command + ["--json", "--out", path("links.csv")])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == ["command", "records", "compared", "links", "threshold", "model", "accuracy"])
    let model = try #require(object["model"] as? [String: Any])
    #expect(
      Set(model.keys) == ["pairs", "expectedMatches", "rounds", "settled", "siblings", "rules", "levels"])
    let accuracy = try #require((object["accuracy"] as? [[String: Any]])?.first)
    #expect(accuracy["right"] as? Int ?? 0 >= 97 && accuracy["wrong"] as? Int == 0)
    #expect(!outcome.output.contains("ZED") && !outcome.output.contains("A100"))
    let written = try String(contentsOfFile: path("links.csv"), encoding: .utf8).split(separator: "\n")
    #expect(written.prefix(2).map { $0.prefix(8) } == ["left,rig", "A100,B10"])
    let again = try Program.run(command + ["--out", path("links.csv")])
    #expect(again.code == 2 && again.errors.contains("--replace"))
    let why = try Program.run(command + ["--why", "A101,B101", "--charts", path("drawn")])
    #expect(why.code == 0 && why.output.contains("weight in bits") && why.output.contains("surname"), "\(why.errors)")
    let page = try String(contentsOfFile: path("drawn/weights.html"), encoding: .utf8)
    #expect(page.contains("Waterfall chart") && page.contains("any pair") && page.contains("Not for release"))
    #expect(!page.contains("A101") && !page.contains("ZED"))
    #expect(try Program.run(command + ["--charts", path("drawn")]).code == 64)
  }
}
