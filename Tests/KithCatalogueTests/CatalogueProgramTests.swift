import Foundation
import KithTesting
import Testing

@Suite("kith catalogue", .enabled(if: KithProgram.path != nil))
struct CatalogueProgramTests {
  private func json(_ arguments: [String]) throws -> [String: Any] {
    let run = try KithProgram.run(["catalogue"] + arguments + ["--json"])
    #expect(run.code == 0, "\(run.text)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.text.utf8)) as? [String: Any])
  }

  private func keys(_ value: Any?) -> Set<String> { Set((value as? [String: Any] ?? [:]).keys) }

  private func keysOfAll(_ value: Any?) -> Set<String> { (value as? [Any] ?? []).reduce([]) { $0.union(keys($1)) } }

  private static let entry: Set = [
    "id", "name", "family", "levels", "steward", "coverage", "open", "personalData", "routes", "lastVerified",
    "unverified",
  ]
  private static let study: Set = [
    "id", "authors", "year", "title", "outlet", "dataSets", "themes", "design", "finding", "reference", "lastVerified",
    "unverified",
  ]
  private static let route: Set = [
    "route", "title", "fewestMonths", "mostMonths", "instead", "note", "unverified",
  ]

  @Test("list --json has the shape of docs/json.md")
  func list() throws {
    let document = try json(["list", "--level", "individual", "--who", "researcher"])
    #expect(keys(document) == ["command", "dataSets"] && document["command"] as? String == "catalogue list")
    #expect(keysOfAll(document["dataSets"]) == Self.entry)
  }

  @Test("search --json has the shape of docs/json.md")
  func search() throws {
    let document = try json(["search", "social", "worker", "turnover", "--top", "2"])
    #expect(keys(document) == ["command", "words", "results"])
    #expect((document["results"] as? [Any])?.count == 2)
    #expect(keysOfAll(document["results"]) == ["id", "name", "foundIn"])
  }

  @Test("show --json has the shape of docs/json.md, of a data set and of a study")
  func show() throws {
    let document = try json(["show", "CIN"])
    #expect(
      keys(document) == [
        "command", "dataSet", "alsoCalled", "unit", "population", "geography", "frequency", "period", "published",
        "form",
        "identifiers", "variables", "topics", "breaks", "limits", "uses", "licence", "page", "links", "access",
        "commands",
        "measures", "studies", "basis",
      ])
    #expect(keys(document["dataSet"]) == Self.entry)
    #expect(keysOfAll(document["breaks"]) == ["year", "what", "verified"])
    #expect(keysOfAll(document["links"]) == ["dataSets", "key", "note"])
    #expect(keysOfAll(document["access"]) == Self.route.union(["who"]))
    #expect(keysOfAll(document["studies"]) == Self.study)
    let study = try json(["show", "s04"])
    #expect(keys(study) == ["command", "study"] && keys(study["study"]) == Self.study)
  }

  @Test("plan --json has the shape of docs/json.md")
  func plan() throws {
    let document = try json(["plan", "are looked after children excluded more?", "--who", "anyone"])
    #expect(
      keys(document) == [
        "command", "question", "who", "topics", "dataSets", "links", "fewestMonths", "mostMonths", "published",
        "commands",
        "measures", "studies",
      ])
    #expect(keysOfAll(document["dataSets"]) == ["id", "name", "gives", "fields", "years", "routes", "unverified"])
    let routes = (document["dataSets"] as? [[String: Any]] ?? []).flatMap { $0["routes"] as? [Any] ?? [] }
    #expect(keysOfAll(routes).isSubset(of: Self.route) && !routes.isEmpty)
    #expect(keysOfAll(document["links"]).isSubset(of: ["dataSets", "key", "note"]))
    let without = try json(["plan", "earnings", "--who", "la-analyst"])
    #expect(without["fewestMonths"] == nil)
  }

  @Test("Texts say the same, and an unknown name ends with 2 and the nearest names")
  func texts() throws {
    let list = try KithProgram.run(["catalogue", "list"])
    #expect(list.code == 0 && list.text.contains("38 data sets"))
    let plan = try KithProgram.run(["catalogue", "plan", "re-referral", "--who", "researcher"])
    #expect(plan.text.contains("Allow for all, side by side: 3 to 12 months (not verified). That is a range of ours"))
    let unknown = try KithProgram.run(["catalogue", "show", "cin-cencus"])
    #expect(unknown.code == 2 && unknown.text.contains("Nearest: cin-census"))
    for wrong in [
      ["plan", "weather"], ["list", "--route", "post"], ["plan", "re-referral", "--from", "2019"],
      ["picture", "--of", "nil"],
      ["plan", "re-referral", "--application", "--from", "2025", "--to", "2019"], ["export", "--base", "here"],
    ] {
      #expect(try KithProgram.run(["catalogue"] + wrong).code == 2, "\(wrong)")
    }
  }

  @Test("Files are written whole, and none is written over unless asked")
  func files() throws {
    let folder = try ScratchFolder()
    let file = folder.path + "/links.svg"
    #expect(try KithProgram.run(["catalogue", "picture", "--out", file]).code == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("<svg "))
    #expect(try KithProgram.run(["catalogue", "picture", "--out", file]).code == 2)
    #expect(try KithProgram.run(["catalogue", "export", "--out", file, "--replace"]).code == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("\"dcat:Catalog\""))
    let draft = folder.path + "/draft.md"
    let arguments = [
      "catalogue", "plan", "re-referral", "--application", "--from", "2019", "--to", "2025", "--out", draft,
    ]
    #expect(try KithProgram.run(arguments).code == 0)
    #expect(try String(contentsOfFile: draft, encoding: .utf8).hasPrefix("# Draft application\n"))
  }
}
