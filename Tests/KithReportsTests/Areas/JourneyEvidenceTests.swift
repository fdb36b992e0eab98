import Foundation
import KithCharts
import KithEngine
import KithStore
import KithStudies
import KithTesting
import Testing

@testable import KithReports

/// The parts of the needs assessment that studies make, on one invented authority over three years.
@Suite("Journeys in the needs assessment", .serialized)
struct JourneyEvidenceTests {
  private static let folder = FileManager.default.temporaryDirectory.path() + "kith-journeys-\(UUID().uuidString)"
  private static let path: String? = {
    let store = folder + "/own.duckdb"
    let steps = [
      [
        "synth", "--las", "1", "--years", "3", "--last", "2025", "--children", "900", "--seed", "9", "--out",
        folder + "/returns", "--attributes", folder + "/attributes",
      ],
      ["load", "--each", folder + "/returns", "--unchecked", "--store", store], ["link", "persons", "--store", store],
    ]
    return steps.allSatisfy { (try? KithProgram.run($0).code) == 0 } ? store : nil
  }()

  private func store() throws -> Store { try Store(try #require(Self.path), for: .reading) }

  /// The figures of an exhibit's chart or table that have a number.
  private func numbers(_ exhibit: Exhibit) -> [Double] {
    (exhibit.chart?.table ?? exhibit.table)?.rows.flatMap { $0.compactMap(\.value?.number) } ?? []
  }

  private func rows(_ exhibit: Exhibit) -> [[String]] {
    ((exhibit.chart?.table ?? exhibit.table)?.rows ?? []).map { $0.map(\.text) }
  }

  @Test("a month of the control chart is what SQL counts of the raw rows, and no count of 1 to 5 is shown")
  func months() throws {
    let store = try store()
    let exhibit = try #require(try MonthlyEvidence(.referrals, in: store, of: "010").exhibit)
    #expect(exhibit.isForRelease && exhibit.chart?.kind == "Control chart")
    let shown = rows(exhibit)
    let counted = try store.connection.query(
      """
      SELECT strftime(t.cinreferraldate, '%Y-%m') AS month, count(DISTINCT t.lachildid || t.cinreferraldate) AS n
      FROM cin_cindetails AS t JOIN submission AS s ON s.id = t.submission AND s.state = 'current'
      WHERE t.cinreferraldate >= DATE '2022-04-01' GROUP BY month ORDER BY month
      """)
    let months = try counted.text("month").values.compactMap { $0 }
    let counts = try counted.integers("n").values.compactMap { $0 }
    #expect(months.count == 36 && shown.count == 36 + 3)
    for (place, month) in months.enumerated() {
      #expect(shown[place].prefix(2) == [month, ChartDigits.text(Double(counts[place]), places: 0)])
    }
    #expect(numbers(exhibit).prefix(36).allSatisfy { $0 == 0 || $0 >= 6 })
    // The upper limit is 2.66 mean moving ranges over the mean, outlying ranges left out once.
    let values = counts.map(Double.init)
    var ranges = zip(values, values.dropFirst()).map { abs($0 - $1) }
    let mean = ranges.reduce(0, +) / Double(ranges.count)
    ranges = ranges.filter { $0 < 3.267 * mean }
    let upper = values.reduce(0, +) / 36 + 2.66 * ranges.reduce(0, +) / Double(ranges.count)
    #expect(shown[36][0] == "Upper limit" && shown[36][1] == ChartDigits.text(upper, places: 1))
    let entries = try MonthlyEvidence(.careStarts, in: store, of: "010").exhibit
    #expect(entries.map { numbers($0).dropLast(3).allSatisfy { $0 == 0 || $0 >= 6 } } ?? true)
    let two = try #require(try MonthlyEvidence(.referrals, in: store, of: "010", upTo: 2024).exhibit)
    #expect(rows(two).count == 24 + 3)
  }

  @Test("the flow's steps are those of the study, and its shares are of what is known")
  func flow() throws {
    let store = try store()
    let exhibits = try FlowEvidence(store, of: "010", year: 2025).exhibits
    let flow = try EnquiryFlow(store, of: "010", year: 2025)
    #expect(exhibits.count == 2 && exhibits.allSatisfy(\.isForRelease) && exhibits[0].chart?.kind == "Flow chart")
    let steps = Dictionary(uniqueKeysWithValues: rows(exhibits[0]).map { ("\($0[0]) > \($0[1])", $0[2]) })
    let shown = try #require(steps["Enquiries started > Conference"])
    #expect(shown == "c" || shown == ChartDigits.text(Double(flow.count(.conference)), places: 0))
    #expect(numbers(exhibits[0]).allSatisfy { $0 >= 6 })
    let share = try #require(rows(exhibits[1]).first)
    let known = Double(flow.count(.conference) + flow.count(.noConference))
    let percent = Double(flow.count(.conference)) / known * 100
    #expect(share[3] == "c" || share[3].hasPrefix(ChartDigits.text(percent, places: 1)))
    #expect(exhibits[0].sentence.contains("per cent") || exhibits[0].sentence.contains("cannot be shown"))
  }

  @Test("shares by age rise, the least lie under the most, and each is a count over the children of an age")
  func incidence() throws {
    let exhibits = try IncidenceEvidence(try store(), of: "010", year: 2025, children: 36_000).exhibits
    #expect(exhibits.count == 2 && exhibits.allSatisfy(\.isForRelease))
    let chart = try #require(exhibits[0].chart as? LineChart)
    let least = try #require(exhibits[1].table)
    for (series, row) in zip(chart.series, least.rows) {
      let most = series.values.map { $0?.number }
      #expect(zip(most.compactMap { $0 }, most.compactMap { $0 }.dropFirst()).allSatisfy { $0 <= $1 })
      for (value, cell) in zip(most, row.dropFirst()) {
        if let value, let lower = cell.value?.number { #expect(lower <= value) }
        // 36,000 children are 2,000 of each age: a share is a whole number of them.
        if let value { #expect(abs(value * 20 - (value * 20).rounded()) < 1.01) }
      }
    }
    #expect(chart.series.count == 3 && chart.series[0].values.contains { $0?.number != nil })
  }

  @Test("placements to come are to the nearest 5, none under 10, beside the errors of each kind")
  func placements() throws {
    let exhibits = try DemandEvidence(try store(), of: "010", years: 2, runs: 50).exhibits()
    #expect(exhibits.count == 4 && exhibits.allSatisfy(\.isForRelease))
    let chart = try #require(exhibits[2].chart as? DotChart)
    #expect(chart.categories.count == PlacementGroup.allCases.count && chart.series.count == 2)
    #expect(
      numbers(exhibits[2]).allSatisfy { $0 == 0 || ($0 >= 10 && $0.truncatingRemainder(dividingBy: 5) == 0) })
    #expect(exhibits[2].sentence.contains("back-test"))
    #expect(rows(exhibits[3]).count == PlacementGroup.allCases.count * 2)
  }

  @Test("the page has them all, with outcomes under an agreement, and says beside it what it was made from")
  func page() throws {
    let store = try #require(Self.path)
    let scratch = try ScratchFolder()
    try scratch.write("authority,year,population\n010,2025,36000\n", "population.csv")
    let map = Self.folder + "/attributes/2025/synthetic_map.csv"
    let arguments = [
      "report", "needs-assessment", "--la", "301", "--store", store, "--store-la", "010", "--population",
      scratch.path + "/population.csv", "--out", scratch.path + "/out",
    ]
    let columns = try String(contentsOfFile: map, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { String($0.split(separator: ",", omittingEmptySubsequences: false)[3]) }
    let register = scratch.path + "/register.json"
    let added = try KithProgram.run(
      [
        "register", "add", "--register", register, "--entry", "needs", "--purpose", "a test", "--controller",
        "A council",
        "--legal-basis", "invented", "--dpia", "D1", "--information-sharing", "I1", "--from", "2025-01-01",
        "--expires", "2027-12-31", "--destroy-by", "2028-12-31",
      ] + Set(columns).sorted().flatMap { ["--field", $0] })
    #expect(added.code == 0, "\(added.text)")
    let outcomes = [
      "--attributes", Self.folder + "/attributes/2025", "--map", map, "--register", register, "--entry", "needs",
      "--reason", "the needs assessment",
    ]
    let late = try KithProgram.run(arguments + outcomes + ["--agreed-on", "2028-02-01"])
    #expect(late.code == 2 && late.text.contains("expired"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/out"))
    #expect(try KithProgram.run(arguments + ["--attributes", Self.folder]).code != 0)
    let made = try KithProgram.run(arguments + outcomes + ["--agreed-on", "2026-11-30"])
    #expect(made.code == 0, "\(made.text.prefix(600))")
    let html = try String(contentsOfFile: scratch.path + "/out/needs_assessment_301.html", encoding: .utf8)
    for words in [
      "Referrals by month, 2022-04 to 2025-03", "Section 47 enquiries that started in 2024/25, and what followed",
      "Children with a first event by each age", "Children looked after by placement, simulated",
      "How such forecasts did by placement", "Outcomes by social care group on 31 March 2025, with match rates",
      "(OUT05)", "joined under the agreement needs",
    ] { #expect(html.contains(words), "\(words)") }
    #expect(!html.contains("Not for release") && !html.contains("SYN01"))
    let run = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(filePath: scratch.path + "/out/needs_assessment_301.run.json"))) as? [String: Any])
    #expect(
      Set(run.keys) == [
        "command", "program", "asOf", "synthetic", "agreement", "agreementSha256", "parameters", "inputs", "outputs",
      ])
    #expect(run["command"] as? String == "report needs-assessment" && run["agreement"] as? String == "needs")
    let inputs = try #require(run["inputs"] as? [[String: String]])
    #expect(inputs.contains { $0["file"] == "cin 2025 of 010, version 1" })
    #expect(inputs.contains { $0["file"] == "population.csv" } && inputs.contains { $0["file"] == "synthetic_map.csv" })
    #expect(inputs.allSatisfy { $0["sha256"]?.count == 64 })
    #expect((run["outputs"] as? [[String: String]])?.map { $0["file"] } == ["needs_assessment_301.html"])
    let log = try KithProgram.run(["store", "log", "--store", store]).text
    #expect(log.contains("the needs assessment") && log.contains("under needs"))
  }
}
