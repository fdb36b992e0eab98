import Foundation
import KithAggregates
import KithDisclosure
import KithPlaces
import KithStatistics
import KithTesting
import Testing

// These need the Department for Education's published files, which the project does not hold.
@Suite("The 20 published EES files", .enabled(if: SharedFolder.isPresent))
struct EESFileTests {
  @Test("each is read whole: its rows, its indicators, and every symbol that it holds")
  func all() throws {
    let observations = try PublishedData.table("oracle/ees_files_screening_observations.csv").rows
    var read = 0
    for row in observations where row["file"] != "ees_demo_datafile.csv" {
      let data = try EESData(path: SharedFolder.path("cases/aggregates/ees/" + row["file"]))
      read += 1
      #expect(String(data.rowCount) == row["rows"], "\(row["file"])")
      #expect(String(Set(data.indicators).count) == row["n_indicators"], "\(row["file"])")
      #expect(data.table.notes.filter { $0.contains("twice") }.isEmpty, "\(row["file"])")
      let expected = row["symbols"].split(separator: ";").map(String.init).filter { !$0.contains(":") }.sorted()
      // The list of the file of years and months was cut short by its maker.
      if !row["symbols"].contains(":") { #expect(symbols(data) == expected, "\(row["file"])") }
    }
    #expect(read == 20)
  }

  private func symbols(_ data: EESData) -> [String] {
    var counts: [PublishedSymbol: Int] = [:]
    for measure in data.table.measures {
      for period in data.table.periods(of: measure).indices {
        for place in data.table.areas.indices {
          let cell = data.table.cell(measure, period: period, place: place)
          if let symbol = cell.symbol, symbol != .blank { counts[symbol, default: 0] += 1 }
        }
      }
    }
    return counts.map { "\($0.key.rawValue)=\($0.value)" }.sorted()
  }

  @Test("a file that writes geographical_level and has no authorities is read with a note")
  func demonstration() throws {
    let data = try EESData(path: SharedFolder.path("cases/aggregates/reference/ees_demo_datafile.csv"))
    #expect(data.table.notes == ["The file has no column geographic_level."])
    #expect(data.table.measures.count == 12)
  }

  @Test("authorities that make one return are one place")
  func joint() throws {
    let data = try EESData(path: SharedFolder.path("cases/aggregates/ees/csww_indicators_2017_to_2025.csv"))
    let joint = data.table.areas.compactMap { if case .joint(let codes) = $0 { codes.map(\.number) } else { nil } }
    #expect(joint.sorted { $0[0] < $1[0] } == [[314, 318], [940, 941]])
  }

  @Test("metadata gives labels and decimals")
  func metadata() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (source, name) in [
      ("ees/la_cla_placement_stability.csv", "a.csv"),
      ("examples_made_here/la_cla_placement_stability.meta.csv", "a.meta.csv"),
    ] {
      try FileManager.default.copyItem(
        atPath: SharedFolder.path("cases/aggregates/" + source), toPath: folder.appending(path: name).path())
    }
    let data = try EESData(path: folder.appending(path: "a.csv").path())
    let measure = try #require(
      data.measure(
        indicator: "children_count",
        filters: ["cla_group": "CLA on 31 March", "placement_stability": "Total children"]))
    #expect(measure.name == "Number of children, CLA on 31 March, Total children")
    #expect(measure.decimals == 0)
  }
}
