import Foundation
import KithStudies
import KithTesting
import Testing

@Suite("kith study cohort, return and pathways")
struct CohortProgramTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func spells(_ folder: borrowing ScratchFolder) throws -> String {
    var dice = SplitMix64(seed: 3)
    let rows = (0..<200).map { row in
      "\(row),\(dice.number(1...60)),\(dice.number(0...2)),\(["a", "b"][row % 2]),\(dice.number(0...9))"
    }
    try folder.write((["id,stop,event,arm,x"] + rows + ["200,,1,a,3"]).joined(separator: "\n") + "\n", "spells.csv")
    return folder.path + "/spells.csv"
  }

  @Test("study return says of a file what docs/json.md states, and marks it not for release")
  func returns() throws {
    let folder = try ScratchFolder()
    let path = try spells(folder)
    let arguments = ["study", "return", "--spells", path, "--group", "arm", "--covariate", "x", "--at", "10,30"]
    let found = try object(try KithProgram.run(arguments + ["--synthetic", "--json"]).text)
    #expect(found["command"] as? String == "study return" && found["synthetic"] as? Bool == true)
    #expect((found["notice"] as? String)?.hasPrefix("Not for release") == true)
    let curves = try #require(found["curves"] as? [[String: Any]])
    #expect(curves.map { $0["group"] as? String } == ["all", "a", "b"])
    #expect(Set(curves[0].keys) == ["group", "spells", "ends", "censored", "points"])
    let point = try #require((curves[0]["points"] as? [[String: Any]])?.first)
    #expect(
      Set(point.keys) == ["time", "atRisk", "events", "share", "standardError", "lower", "upper", "objections"])
    let tests = try #require(found["tests"] as? [[String: Any]])
    #expect(tests.map { $0["name"] as? String } == ["Gray", "log-rank"])
    #expect(Set(tests[0].keys) == ["name", "chiSquare", "degreesOfFreedom", "p"])
    let model = try #require(found["model"] as? [String: Any])
    #expect(
      Set(model.keys) == ["kind", "effects", "ties", "isRobust", "spells", "events", "logLikelihood", "concordance"])
    let effect = try #require((model["effects"] as? [[String: Any]])?.first)
    #expect(
      Set(effect.keys) == [
        "name", "coefficient", "standardError", "hazardRatio", "lower", "upper", "p", "pOfChange",
      ])
    #expect(found["notes"] as? [String] == ["1 rows were left out, as something in them is blank or not a number."])
    let text = try KithProgram.run(arguments).text
    #expect(text.contains("Not for release") && text.contains("Gray test") && !text.contains("nan"))
    #expect(try KithProgram.run(arguments + ["--csv"]).text.split(separator: "\n").count == 7)
  }

  @Test("study return says what is wrong with a file, and ends with 2")
  func wrongFile() throws {
    let folder = try ScratchFolder()
    let path = try spells(folder)
    let missing = try KithProgram.run(["study", "return", "--spells", path, "--covariate", "height"])
    #expect(missing.code == 2 && missing.text.contains("no column height"))
    let absent = try KithProgram.run(["study", "return", "--spells", folder.path + "/none.csv"])
    #expect(absent.code == 2 && absent.text.contains("cannot be read"))
    let neither = try KithProgram.run(["study", "return"])
    #expect(neither.code == 2 && neither.text.contains("--store"))
  }

  @Test(
    "study pathways says of a file what docs/json.md states, and shows a child's order of states only where others have it"
  )
  func pathways() throws {
    let folder = try ScratchFolder()
    let alike = (0..<12).map { "\($0),N,N,R,R" } + (12..<26).map { "\($0),C,C,L,L" } + ["27,L,R,N,C"]
    try folder.write((["id,m1,m2,m3,m4"] + alike).joined(separator: "\n") + "\n", "ways.csv")
    let arguments = ["study", "pathways", "--sequences", folder.path + "/ways.csv", "--clusters", "3", "--json"]
    let found = try object(try KithProgram.run(arguments).text)
    #expect(
      Set(found.keys) == [
        "command", "notice", "synthetic", "title", "steps", "states", "children", "distinct", "transitions", "rates",
        "meanTimes", "shares", "entropies", "means", "distanceSum", "averageSilhouette", "clusters", "distance",
        "clustering", "notes",
      ])
    #expect(found["children"] as? Int == 27 && found["distinct"] as? Int == 3)
    let clusters = try #require(found["clusters"] as? [[String: Any]])
    #expect(clusters.compactMap { $0["states"] as? [String] } == [["C", "L"], ["N", "R"]])
    #expect(clusters.first { $0["children"] as? Int == 1 }?["alike"] == nil)
  }
}
