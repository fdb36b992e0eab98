import Foundation
import KithTesting
import Testing

/// The page that a director signs off, as a user asks for it.
@Suite("The sign-off page")
struct SignOffTests {
  private static let columns =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"

  private func episodes(_ rows: [String]) -> String {
    Self.columns + rows.map { $0 + "\n" }.joined()
  }

  @Test("the JSON object has the shape that docs/json.md gives, and no identifier")
  func json() throws {
    let folder = try ScratchFolder()
    try folder.write(
      episodes([
        "KEEP1,01/06/2023,S,V2,N1,U6,PR1,,,,,,", "LEFT1,01/06/2023,S,V2,N1,U6,PR1,10/10/2024,E4A,,,,",
        "CAME1,01/02/2025,S,V2,N1,U6,PR1,,,,,,",
      ]), "this/episodes.csv")
    try folder.write(
      episodes(["KEEP1,01/06/2023,S,V2,N1,U6,PR1,,,,,,", "LEFT1,01/06/2023,S,V2,N1,U6,PR1,,,,,,"]), "last/episodes.csv")
    let outcome = try Program.run(
      "check", folder.path + "/this", "--previous", folder.path + "/last", "--year", "2025", "--la", "301",
      "--plausibility", "--json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    for name in ["KEEP1", "LEFT1", "CAME1"] { #expect(!outcome.output.contains(name)) }
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["command", "notice", "measures"])
    #expect((object["notice"] as? [String])?.first?.hasPrefix("Not for release") == true)
    let measures = try #require(object["measures"] as? [[String: Any]])
    let stock = try #require(measures.first { $0["measure"] as? String == "cla_31mar_count" })
    #expect(
      Set(stock.keys) == ["measure", "name", "year", "now", "before", "unit", "difference", "reasons", "notes"])
    #expect(stock["now"] as? String == "2")
    #expect(stock["before"] as? String == "2")
    #expect(stock["difference"] as? Int == 0)
    let reasons = try #require(stock["reasons"] as? [[String: Any]])
    #expect(Set(reasons.compactMap { $0["count"] as? Int }) == [1, -1])
  }

  @Test("a return without last year's says so and has figures")
  func withoutLastYear() throws {
    let folder = try ScratchFolder()
    try folder.write(episodes(["A,01/06/2023,S,V2,N1,U6,PR1,,,,,,"]), "episodes.csv")
    let outcome = try Program.run(
      "check", folder.path, "--year", "2025", "--la", "301", "--plausibility")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Last year's SSDA903 was not given"))
    #expect(outcome.output.contains("Children looked after at 31 March: 1, last year x"))
  }
}
