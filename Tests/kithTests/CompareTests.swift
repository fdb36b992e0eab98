import ArgumentParser
import Foundation
import KithAggregates
import KithTesting
import Testing

@testable import kith

@Suite("kith compare, on the project's invented figures")
struct CompareTests {
  private let folder = SharedFolder.projectFolder + "/Fixtures/compare"

  private func command(_ arguments: String...) throws -> CompareCommand {
    try CompareCommand.parse(arguments + ["--lait-data", folder])
  }

  private func text(_ command: CompareCommand) throws -> String {
    let figures = try CompareFigures(command)
    return CompareText(try figures.table(command), figures, command).text
  }

  private func object(_ command: CompareCommand) throws -> [String: Any] {
    let figures = try CompareFigures(command)
    let text = try CompareJSON(try figures.table(command), register: figures.benchmark.register).text()
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("a measure is set out as LAIT's page is: four rows over time, then rank and bands")
  func page() throws {
    let text = try text(try command("301", "--measure", "conferences held"))
    #expect(
      text == """
        301 Barking and Dagenham
        Invented figures, for demonstration only; neighbours: neighbours.csv

        Example: conferences held on time

                                      2023  2024  2025  Change
        Barking and Dagenham          89.7  91.8  94.1  +2.3 ▲ better
        Neighbours, mean of 10 of 10  79.6  79.7  80.5  +0.8 ▲ better
        London (Outer)                82.5  81.4  81.4  0.0 =
        England                       81.7  81.4  81.5  +0.1 ▲ better

        2025: 17th of 148, quartile band A
        Bands A: above 87.6; B: above 81.95 to 87.6; C: above 74.1 to 81.95; D: 74.1 or less
        The neighbours' median is 82.3.

        Counts are not known here, so intervals, funnel limits and a test of trend are not shown.

        """)
  }

  @Test(
    "every list of authorities fits 120 columns, and marks the one that was named",
    arguments: ["--all-las", "--region", "--neighbours"])
  func lists(flag: String) throws {
    let text = try text(try command("Hull", "--topic", "child protection", flag))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 })
    #expect(text.contains("> Kingston upon Hull, City of"))
    #expect(text.contains("  England"))
  }

  @Test("the figures of a year before are compared as of that year")
  func asOf() throws {
    let found = try object(try command("301", "--measure", "ExampleOnTime", "--as-of", "2024"))
    let comparison = try #require((found["comparisons"] as? [[String: Any]])?.first)
    #expect(comparison["period"] as? String == "2024")
    #expect(found["asOf"] as? Int == 2024)
  }

  @Test("the JSON object has the shape that docs/json.md gives")
  func shape() throws {
    let found = try object(try command("301", "--measure", "ExampleOnTime"))
    #expect(
      Set(found.keys) == ["command", "mode", "source", "neighbourEdition", "comparisons", "notes"])
    let comparison = try #require((found["comparisons"] as? [[String: Any]])?.first)
    #expect(
      Set(comparison.keys) == [
        "authority", "measure", "period", "value", "rank", "band", "quartiles", "neighbours", "region", "england",
        "series",
      ])
    let keys = { (name: String) in Set((comparison[name] as? [String: Any] ?? [:]).keys) }
    #expect(keys("authority") == ["code", "name"])
    #expect(keys("measure") == ["code", "name", "topics", "unit", "good", "decimals"])
    #expect(keys("value") == ["text", "number", "change"])
    #expect(keys("rank") == ["rank", "tied", "ranked"])
    #expect(keys("neighbours") == ["mean", "median", "used", "total", "change"])
    #expect(keys("region") == ["name", "value"])
    #expect(keys("series") == ["periods", "own", "region", "england", "neighbourMeans"])
    let change = try #require((comparison["value"] as? [String: Any])?["change"] as? [String: Any])
    #expect(Set(change.keys) == ["difference", "since"])
    #expect((comparison["quartiles"] as? [Double])?.count == 5)
  }

  @Test("every measure of every authority is one line of CSV under a header")
  func csv() throws {
    let command = try command("--all")
    let figures = try CompareFigures(command)
    let text = ComparisonCSV(try figures.table(command), register: figures.benchmark.register).text
    let lines = text.split(separator: "\n")
    #expect(lines.count == 1 + 3 * 153)
    #expect(lines[0].hasPrefix("la_code,la_name,measure,measure_name,period,value,published_text,change,"))
    #expect(text.contains("801,\"Bristol, City of\",ExampleOnTime,"))
  }

  @Test(
    "what cannot be found or read stops with what to do instead",
    arguments: [
      (["Nowhere", "--all"], "No local authority is called"), (["301", "--topic", "zzz"], "The topics are:"),
      (["301", "--measure", "zzz"], "Try fewer words"), (["301"], "name a topic with --topic"),
    ])
  func errors(arguments: [String], message: String) throws {
    let command = try CompareCommand.parse(arguments + ["--lait-data", folder])
    let failure = #expect(throws: CannotRead.self) { try CannotRead.saying { try CompareFigures(command) } }
    #expect(failure?.message.contains(message) == true)
  }

  @Test(
    "a folder with a file that is not what its name says stops with the file's name",
    arguments: ["hello", "PAR1 no", ""])
  func notParquet(content: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(atPath: self.folder, toPath: folder.path())
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(content.utf8).write(to: folder.appending(path: "bds_long_0.parquet"))
    let error = #expect(throws: AggregatesError.self) { try LAITData(folder: folder.path()) }
    #expect(error?.file.hasSuffix("bds_long_0.parquet") == true)
  }
}
