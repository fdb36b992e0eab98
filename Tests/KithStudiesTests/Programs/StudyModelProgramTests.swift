import Foundation
import KithTesting
import Testing

/// What the library has beyond the defaults, from the command line.
@Suite("kith study return and pathways: other models, distances and units")
struct StudyModelProgramTests {
  private func run(_ arguments: [String]) throws -> (code: Int32, text: String) {
    let run = try KithProgram.run(["study"] + arguments)
    #expect(!run.text.contains("nan") && !run.text.contains("inf,"), "\(run.text.prefix(300))")
    return run
  }

  private func object(_ arguments: [String]) throws -> [String: Any] {
    let (code, text) = try run(arguments + ["--json"])
    #expect(code == 0, "\(text.prefix(300))")
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func effect(_ object: [String: Any]) throws -> [String: Any] {
    let model = try #require(object["model"] as? [String: Any], "\(object["notes"] ?? "")")
    return try #require((model["effects"] as? [[String: Any]])?.first)
  }

  /// Forty spells in weeks: covariate 1 in every other one, which is shorter; each fifth ends otherwise, each seventh is cut off.
  private static let spells =
    (["stop,event,x"]
    + (0..<40).map { row -> String in
      let (x, stop) = (row % 2, 2 + row / 2 + (row % 2 == 0 ? 6 : 0))
      return "\(stop),\(row % 7 == 6 ? 0 : row % 5 == 4 ? 2 : 1),\(x)"
    }).joined(separator: "\n") + "\n"

  @Test("Fine and Gray's model and models in discrete time go the way of Cox's, and say what their ratio is")
  func models() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.spells, "s.csv")
    let file = ["return", "--spells", folder.path + "/s.csv", "--covariate", "x", "--at", "5,10,20,30"]
    for kind in ["cox", "fine-gray", "logit", "cloglog"] {
      let found = try object(file + ["--model", kind])
      let own = try effect(found)
      #expect((found["model"] as? [String: Any])?["kind"] as? String == kind)
      #expect((own["hazardRatio"] as? Double ?? 0) > 1.2, "\(kind)")
      #expect((own["lower"] as? Double ?? 9) < (own["upper"] as? Double ?? 0))
    }
    #expect(try run(file + ["--model", "fine-gray"]).text.contains("subdistribution hazard ratio"))
    #expect(try run(file + ["--model", "logit"]).text.contains("odds ratio"))
    // The complementary log-log is proportional hazards: near Cox's own coefficient.
    let cox = try effect(try object(file))["coefficient"] as? Double ?? 0
    let log =
      try effect(try object(file + ["--model", "cloglog", "--periods", "0,5,10,15,20,30"]))["coefficient"] as? Double
    #expect(abs(cox - (log ?? 9)) < 0.25)
  }

  @Test("the mean number of events is worked out by hand, and each event has its model")
  func recurrent() throws {
    let folder = try ScratchFolder()
    // A has events at 2 and 4 and is followed to 6, B one at 3 and to 5, C none to 6.
    try folder.write(
      "start,stop,event,who,x\n0,2,1,A,1\n2,4,1,A,1\n4,6,0,A,1\n0,3,1,B,1\n3,5,0,B,1\n0,6,0,C,0\n", "r.csv")
    let file = ["return", "--spells", folder.path + "/r.csv", "--start", "start", "--cluster", "who"]
    let found = try object(file + ["--recurrent", "--at", "1,3,5,9"])
    let means = try #require(found["means"] as? [[String: Any]])
    #expect(means.map { $0["events"] as? Int } == [0, 2, 3, 3])
    // 1/3 at 2, 1/3 at 3, 1/3 at 4, all three being followed.
    #expect(zip(means.prefix(3), [0, 2.0 / 3, 1]).allSatisfy { abs(($0["mean"] as? Double ?? 9) - $1) < 1e-12 })
    #expect(means[3]["mean"] == nil)
    var rows = "start,stop,event,who,x\n"
    for child in 0..<60 {
      let step = child % 2 == 0 ? 3 : 5
      rows += (0..<4).map {
        "\($0 * step + child % 3),\(($0 + 1) * step + child % 3),\($0 < 3 ? 1 : 0),\(child),\(child % 2)\n"
      }
      .joined()
    }
    try folder.write(rows, "many.csv")
    let many = ["return", "--spells", folder.path + "/many.csv", "--start", "start", "--cluster", "who", "--recurrent"]
    for kind in ["andersen-gill", "pwp-total", "pwp-gap"] {
      let found = try object(many + ["--covariate", "x", "--model", kind])
      guard found["model"] != nil else {
        // Children of one step have their gaps alike, so that the effect has no bound; that is said.
        #expect("\(found["notes"] ?? "")".contains("No model"), "\(kind)")
        continue
      }
      #expect((try effect(found)["coefficient"] as? Double ?? 1) < 0, "\(kind)")
    }
  }

  @Test("what cannot be fitted is said, and options that do not go together are refused")
  func degenerate() throws {
    let folder = try ScratchFolder()
    try folder.write("stop,event,x\n5,0,1\n6,0,0\n7,0,1\n", "none.csv")
    for kind in ["fine-gray", "logit", "cloglog"] {
      let (code, text) = try run(
        ["return", "--spells", folder.path + "/none.csv", "--covariate", "x", "--model", kind, "--at", "3,7"])
      #expect(code == 0 && text.contains("No model"), "\(kind)")
    }
    try folder.write("stop,event,x,y\n5,1,1,1\n6,1,0,0\n7,0,1,1\n8,1,0,0\n9,2,1,1\n", "same.csv")
    let same = ["return", "--spells", folder.path + "/same.csv", "--covariate", "x", "--covariate", "y", "--at", "9"]
    for kind in ["fine-gray", "logit"] {
      let text = try run(same + ["--model", kind]).text
      #expect(text.contains("No model"), "\(kind)")
    }
    try folder.write(Self.spells, "s.csv")
    let file = ["return", "--spells", folder.path + "/s.csv", "--covariate", "x"]
    #expect(try run(file + ["--model", "andersen-gill"]).code != 0)
    #expect(try run(file + ["--model", "cox", "--recurrent"]).code != 0)
    #expect(try run(file + ["--recurrent"]).text.contains("--start"))
    #expect(try run(file + ["--periods", "0,5"]).code != 0)
    #expect(try run(file + ["--model", "logit", "--periods", "0,x"]).text.contains("--periods"))
    #expect(try run(Array(file.dropLast(2)) + ["--model", "cox"]).code != 0)
    #expect(try run(file + ["--model", "fine-gray", "--stratum", "x"]).text.contains("takes no --stratum"))
  }

  @Test("ways are compared by any distance, and clusters are Ward's or about medoids")
  func distances() throws {
    let folder = try ScratchFolder()
    let rows = (0..<12).map { "\($0),N,N,N,R,R,R" } + (12..<26).map { "\($0),C,C,C,C,L,L" } + ["27,N,N,R,R,R,R"]
    try folder.write((["id,m1,m2,m3,m4,m5,m6"] + rows).joined(separator: "\n") + "\n", "ways.csv")
    let file = ["pathways", "--sequences", folder.path + "/ways.csv", "--clusters", "2", "--costs", "constant"]
    var sums: [String: Double] = [:]
    for distance in ["optimal-matching", "hamming", "dynamic-hamming", "lcs", "lcp", "spells"] {
      for cluster in ["ward", "pam"] {
        let found = try object(file + ["--distance", distance, "--cluster", cluster])
        let sizes = (found["clusters"] as? [[String: Any]])?.compactMap { $0["children"] as? Int }.sorted()
        #expect(sizes == [13, 14], "\(distance) \(cluster)")
        #expect(found["distance"] as? String == distance && found["clustering"] as? String == cluster)
        sums[distance] = found["distanceSum"] as? Double
      }
    }
    // Three different ways: those of N differ at one place of six, those of C have nothing in common with them.
    #expect(sums["hamming"] == 2 + 12 + 12 && sums["lcs"] == 2 + 12 + 12 && sums["lcp"] == 8 + 12 + 12)
    #expect(try run(file + ["--unit", "day"]).code != 0)
    #expect(
      try run(["pathways", "--sequences", folder.path + "/ways.csv", "--clusters", "9", "--cluster", "pam"]).code == 2)
  }
}
