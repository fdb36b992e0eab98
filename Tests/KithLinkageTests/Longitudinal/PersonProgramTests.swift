import Foundation
import KithEngine
import KithLinkage
import KithStore
import KithTesting
import Testing

@Suite("kith link persons, review and decide", .serialized)
final class PersonProgramTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private var store: String { folder.path + "/synthetic.duckdb" }

  private func kith(_ words: String, _ more: [String] = []) throws -> (code: Int32, text: String) {
    try KithProgram.run(words.split(separator: " ").map { String($0) } + more)
  }

  private func object(_ words: String, _ more: [String] = []) throws -> [String: Any] {
    let text = try kith(words + " --json", more).text
    let start = try #require(text.firstIndex(of: "{"))
    return try #require(try JSONSerialization.jsonObject(with: Data(text[start...].utf8)) as? [String: Any])
  }

  private func england(_ size: String) throws -> String {
    let england = folder.path + "/england"
    #expect(try kith("synth \(size) --errors --out", [england]).code == 0)
    #expect(try kith("load --unchecked --each", [england, "--store", store]).code == 0)
    return england
  }

  @Test("ten authorities over five years: who is linked is right, and who has a pupil number is found again")
  func england() throws {
    let england = try england("--las 10 --years 5 --last 2026 --children 130 --seed 5")
    let link = ["--store", store, "--truth", england, "--samples", "20000"]
    let found = try object("link persons", link)
    let rows = try #require(found["accuracy"] as? [[String: Any]])
    let row = { (group: String?) in rows.first { $0["group"] as? String == group } }
    let value = { (group: String?, figure: String) in (row(group)?[figure] as? [String: Double])?["value"] ?? 0 }
    #expect(value(nil, "precision") > 0.995 && value(nil, "recall") > 0.97 && value(nil, "f1") > 0.98)
    #expect(value("of one authority", "recall") > 0.99)
    #expect(value("moved: aged 10 to 15 when last seen", "recall") > 0.9)
    #expect(row("of two authorities: moved")?["right"] as? Int ?? 0 >= 3)
    // Who moved without a pupil number is not guessed at.
    #expect(value("moved: under five, without a pupil number", "recall") < 0.5)
    let weighed = try #require(
      try Store(store, for: .reading).linkEvidence(.linked).first { $0.rank == 4 && $0.probability != nil })
    let why = try kith("link review --reason check --number \(weighed.number)", ["--store", store]).text
    #expect(why.contains("any pair, before anything is compared") && why.contains("pupil number"))
    let total = weighed.trail.steps.reduce(0) { $0 + $1.weight }
    #expect(abs(total - (weighed.weight ?? 0)) < 0.1)
    let again = try object("link persons", link)
    #expect(again["run"] as? Int == 2)
    let same = { (run: [String: Any]) in NSDictionary(dictionary: run.filter { $0.key != "run" }) }
    #expect(same(found) == same(again))
  }

  /// The keys of each JSON object, as docs/json.md has them.
  private static let keys: Set<String> = [
    "command", "notice", "synthetic", "run", "settings", "records", "children", "persons",
    "personsInSeveralAuthorities",
    "linked", "review", "refused", "adoption", "alone", "groups", "templates",
  ]

  @Test("a run is shown again; pairs are listed with a line in the log; decisions count; nothing holds a pupil number")
  func commands() throws {
    _ = try england("--las 2 --years 2 --last 2026 --children 60 --seed 3")
    let place = ["--store", store, "--samples", "5000"]
    #expect(try kith("link persons --show", ["--store", store]).code == 2)
    let previewed = try object("link persons --preview", place)
    #expect(previewed["run"] == nil && Self.keys.subtracting(previewed.keys) == ["run"])
    let run = try object("link persons --as-of 2026-03-31", place)
    #expect(Set(run.keys) == Self.keys.union(["asOf"]))
    let shown = try object("link persons --show", ["--store", store])
    #expect(NSDictionary(dictionary: run) == NSDictionary(dictionary: shown))
    #expect(try kith("link persons --show", ["--store", store]).text.contains("Run 1, as of 2026-03-31."))
    let list = try kith("link review --state linked --number 1 --reason check", ["--store", store])
    #expect(list.code == 0 && list.text.contains("The pair was not weighed") && list.text.contains("SYN0"))
    let numbers = try Store(store, for: .reading).connection
      .query("SELECT DISTINCT upn FROM person_record WHERE length(upn) > 8").text("upn").values.compactMap { $0 }
    #expect(!numbers.isEmpty && !numbers.contains { list.text.contains($0) })
    #expect(try kith("link decide 1 --different --reason twins", ["--store", store]).code == 0)
    #expect(try kith("link decide 99999 --same --reason twins", ["--store", store]).code == 2)
    let after = try object("link persons", place)
    #expect(after["persons"] as? Int ?? 0 > run["persons"] as? Int ?? 0)
    let log = try Store(store, for: .reading).accessLog.map(\.action)
    #expect(log.suffix(4) == ["link", "list", "decide", "link"])
    #expect(try kith("store verify", ["--store", store]).code == 0)
  }
}
