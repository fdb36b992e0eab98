import Foundation
import KithTesting
import Testing

@Suite("kith link records")
struct LinkRecordsProgramTests {
  /// Two files of sixty invented children, of whom the first forty are in both, some with an error.
  private static func rows(_ mark: String, _ numbers: Range<Int>, isSecond: Bool) -> String {
    let names = ["XANTHE", "YUSUF", "ZORA", "WILF", "UNA", "TANE", "SUNIL"]
    return numbers.reduce(into: "id,given_name,surname,dob,sex,postcode\n") { text, n in
      let surname = "ZED\(n * 7919 % 997)" + (isSecond && n % 9 == 0 ? "E" : "")
      let born = "20\(10 + n % 9)-0\(1 + n % 8)-1\(n % 10)"
      text += "\(mark)\(n),\(names[n % 7]),\(surname),\(born),\(n % 2 == 0 ? "F" : "M"),ZZ\(n % 50) 1AA\n"
    }
  }

  @Test("the links of two files are printed in counts, written by identifier, and explained; the JSON is as documented")
  func files() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.rows("A", 0..<60, isSecond: false), "a.csv")
    try folder.write(Self.rows("B", 20..<80, isSecond: true), "b.csv")
    try folder.write("a,b\n" + (20..<60).map { "A\($0),B\($0)\n" }.joined(), "truth.csv")
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
    #expect(accuracy["right"] as? Int ?? 0 >= 38 && accuracy["wrong"] as? Int == 0)
    #expect(!outcome.output.contains("ZED") && !outcome.output.contains("A20"))
    let written = try String(contentsOfFile: path("links.csv"), encoding: .utf8).split(separator: "\n")
    #expect(written[0] == "left,right,weight,probability" && written[1].hasPrefix("A20,B20,"))
    let again = try Program.run(command + ["--out", path("links.csv")])
    #expect(again.code == 2 && again.errors.contains("--replace"))
    let why = try Program.run(command + ["--why", "A21,B21"])
    #expect(why.code == 0 && why.output.contains("weight in bits") && why.output.contains("surname"))
  }
}
