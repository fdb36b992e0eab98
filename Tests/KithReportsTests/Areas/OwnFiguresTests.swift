import Crypto
import Foundation
import KithCharts
import KithMeasures
import KithRelease
import KithStore
import KithTesting
import Testing

@testable import KithReports

@Suite("Documents of own returns", .serialized)
struct OwnFiguresTests {
  private func store(_ folder: borrowing ScratchFolder) throws -> String {
    let made = try KithProgram.run([
      "synth", "--las", "1", "--years", "2", "--last", "2026", "--children", "60", "--errors", "--out",
      folder.path + "/returns",
    ])
    try #require(made.code == 0, "\(made.text)")
    let path = folder.path + "/own.duckdb"
    let loaded = try KithProgram.run(["load", "--each", folder.path + "/returns", "--store", path])
    try #require(loaded.code == 0, "\(loaded.text)")
    return path
  }

  @Test("no count of 1 to 5 is shown, an own copy is marked, and the overview and its JSON are written once")
  func own() throws {
    let folder = try ScratchFolder()
    let path = try store(folder)
    try checkCounts(path)
    try checkForecast(path)
    try checkProgram(path, folder)
  }

  private func checkCounts(_ path: String) throws {
    let store = try Store(path, for: .reading)
    let own = try OwnEvidence(store, of: "010", children: .none)
    #expect(own.years == [2025, 2026] && own.isSynthetic && own.refusals.isEmpty)
    let counts = Measure.all().filter { $0.figure.unit == "count" }.map(\.id)
    let shown = counts.flatMap { id in own.years.compactMap { own.value(id, $0) } }
    let groups = OwnEvidence.brokenDown.flatMap { item in
      item.by.flatMap { by in own.groups(item.measure, by: by).compactMap { own.value(item.measure, 2026, $0) } }
    }
    #expect(shown.count > 20 && groups.count > 10)
    #expect((shown + groups).compactMap(\.number).allSatisfy { $0 == 0 || $0 >= 6 })
    #expect((shown + groups).contains { $0.text == "c" })
    #expect(!(shown + groups).contains { !$0.isForRelease })
    let raw = try OwnEvidence(store, of: "010", children: .none, isInternal: true)
    #expect(raw.years("Care", ["cla_31mar_count"])?.isForRelease == false)
    #expect(try OwnEvidence(store, of: "999", children: .none).years.isEmpty)
  }

  private func checkForecast(_ path: String) throws {
    let store = try Store(path, for: .reading)
    guard let demand = try? DemandEvidence(store, of: "010", years: 2, runs: 50) else { return }
    let exhibit = try demand.exhibits()[0]
    let numbers = exhibit.chart?.table.rows.flatMap { $0.compactMap(\.value?.number) } ?? []
    #expect(numbers.allSatisfy { $0 >= 10 && $0.truncatingRemainder(dividingBy: 5) == 0 })
    #expect(exhibit.isForRelease)
  }

  private func checkProgram(_ path: String, _ folder: borrowing ScratchFolder) throws {
    let arguments = [
      "report", "overview", "--la", "301", "--store", path, "--store-la", "010", "--out", folder.path + "/out",
    ]
    let made = try KithProgram.run(arguments + ["--json"])
    let start = try #require(made.text.firstIndex(of: "{"))
    let found = try #require(
      try JSONSerialization.jsonObject(with: Data(made.text[start...].utf8)) as? [String: Any])
    #expect(Set(found.keys) == ["command", "authority", "name", "sections", "written"])
    let sections = try #require(found["sections"] as? [[String: Any]])
    #expect(sections.count == 10 && Set(sections[0].keys) == ["title", "exhibits", "notShown"])
    #expect(try KithProgram.run(arguments).code == 2)
    let html = try String(contentsOfFile: folder.path + "/out/overview_301.html", encoding: .utf8)
    #expect(html.contains("SYNTHETIC") && html.contains("Provisional, from your return"))
    #expect(!html.contains("Not for release"))
    try checkRun(folder.path + "/out/overview_301.run.json", found, html)
    try checkFaults(path, html)
    try checkPages(folder.path + "/out/overview_301.html", folder)
    let inside = try KithProgram.run(arguments + ["--internal", "--replace"])
    #expect(inside.code == 0)
    let raw = try String(contentsOfFile: folder.path + "/out/overview_301.html", encoding: .utf8)
    #expect(raw.components(separatedBy: "Not for release: raw figures").count == 11)
  }

  /// The note beside the page names each return by the hash of its files, and the page by its own.
  private func checkRun(_ path: String, _ printed: [String: Any], _ html: String) throws {
    let run = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any])
    #expect(Set(run.keys) == ["command", "program", "synthetic", "parameters", "inputs", "outputs"])
    #expect(run["command"] as? String == "report overview" && run["synthetic"] as? Bool == true)
    #expect((run["inputs"] as? [[String: String]])?.count == 4)
    #expect((printed["written"] as? [String])?.contains(path) == true)
    let output = try #require((run["outputs"] as? [[String: String]])?.first)
    #expect(output["sha256"] == SHA256.hash(data: Data(html.utf8)).map { String(format: "%02x", $0) }.joined())
  }

  /// The rules that the latest returns broke stand with their findings, none of 1 to 5, and sum to the totals that the store keeps.
  private func checkFaults(_ path: String, _ html: String) throws {
    let store = try Store(path, for: .reading)
    let latest = try store.submissions.filter { $0.year == 2026 }
    #expect(latest.count == 2 && latest.allSatisfy { $0.ruleBook != nil })
    for item in latest {
      let rules = try store.ruleCounts(of: item.id)
      #expect(rules.filter(\.isError).reduce(0) { $0 + $1.findings } == item.errors)
      #expect(rules.filter { !$0.isError }.reduce(0) { $0 + $1.findings } == item.queries)
    }
    let own = try OwnEvidence(store, of: "010", children: .none)
    let all = try latest.flatMap { try store.ruleCounts(of: $0.id) }
    try #require(!all.isEmpty)
    let exhibit = try #require(FaultEvidence(own).exhibit(most: 24))
    #expect(exhibit.isForRelease && html.contains("Findings by rule"))
    let shown = try #require(exhibit.table).rows
    #expect(shown.count == min(24, all.count))
    #expect(shown.compactMap { $0[4].value?.number }.allSatisfy { $0 >= 6 })
    #expect(Set(shown.map { $0[0].text }).isSubset(of: Set(all.map(\.rule))))
    let lines = FaultEvidence(own).lines
    #expect(lines.count == 2 && lines.allSatisfy { html.contains($0.replacing("&", with: "&amp;")) })
    let raw = FaultEvidence(try OwnEvidence(store, of: "010", children: .none, isInternal: true))
    let counts = try #require(raw.exhibit(most: 1_000)?.table).rows.compactMap { $0[4].value?.number }
    #expect(counts.reduce(0, +) == Double(all.reduce(0) { $0 + $1.findings }))
  }

  /// Each page of the overview is one of A4, as Chromium prints it where it is installed.
  private func checkPages(_ path: String, _ folder: borrowing ScratchFolder) throws {
    guard
      let browser = ["/usr/bin/chromium", "/usr/bin/google-chrome"].first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    else { return }
    let process = Process()
    process.executableURL = URL(filePath: browser)
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000",
      "--user-data-dir=\(folder.path)/profile", "--no-pdf-header-footer", "--print-to-pdf=\(folder.path)/overview.pdf",
      "file://\(path)",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let document = String(
      decoding: try Data(contentsOf: URL(filePath: folder.path + "/overview.pdf")), as: Unicode.ASCII.self)
    #expect(document.components(separatedBy: "/Type /Page\n").count == 11)
  }
}
