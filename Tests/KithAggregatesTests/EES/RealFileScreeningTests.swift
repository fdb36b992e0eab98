import KithAggregates
import KithTables
import KithTesting
import Testing

// These need the published files, which the project does not hold.
@Suite("The screening of real EES files", .enabled(if: SharedFolder.isPresent))
struct RealFileScreeningTests {
  private static let observations = "oracle/ees_files_screening_observations.csv"

  @Test("what was observed of 20 published files and the standard's own example is what the screening finds")
  func observed() throws {
    let rows = try PublishedData.table(Self.observations).rows
    #expect(rows.count == 21)
    for row in rows {
      let folder = row["file"].hasPrefix("ees_demo") ? "reference/" : "ees/"
      let path = SharedFolder.path("cases/aggregates/" + folder + row["file"])
      let screening = try EESScreening(path: path, stopsAtFailure: false)
      let rules = Set(screening.findings.map(\.rule))
      #expect(screening.rowCount == Int(row["rows"]))
      #expect(rules.contains("columns of the data") == !row["missing_required"].isEmpty, "\(row["file"])")
      #expect(rules.contains("snake case") == !row["not_snake"].isEmpty, "\(row["file"])")
      #expect(rules.contains("first letter") == !row["bad_start"].isEmpty, "\(row["file"])")
      #expect(rules.contains("single values") == !row["single_level_filters"].isEmpty, "\(row["file"])")
      #expect(!rules.contains("rows twice"), "\(row["file"])")
      #expect(
        !rules.contains("authorities") && !rules.contains("regions") && !rules.contains("countries"), "\(row["file"])")
      #expect(!rules.contains("regions of authorities") && !rules.contains("blanks"), "\(row["file"])")
    }
  }

  @Test("the columns that break the naming rules are those observed")
  func names() throws {
    for row in try PublishedData.table(Self.observations).rows where !row["bad_start"].isEmpty {
      let screening = try EESScreening(
        path: SharedFolder.path("cases/aggregates/ees/" + row["file"]), stopsAtFailure: false)
      let message = screening.findings.first { $0.rule == "first letter" }?.message ?? ""
      let columns = row["bad_start"].split(separator: ";")
      #expect(columns.prefix(6).allSatisfy { message.contains("'\($0)'") }, "\(message)")
      #expect(columns.count <= 6 || message.contains("and \(columns.count - 6) more"), "\(message)")
    }
  }

  @Test("with the metadata made for them, three published files break only what was observed of them")
  func pairs() throws {
    let expected: [String: Set<String>] = [
      "cla_number_and_rate_per_10k_children": ["defaults"], "csww_indicators_2017_to_2025": [],
      "la_cla_placement_stability": [],
    ]
    for (name, rules) in expected {
      let screening = try EESScreening(
        data: PublishedFile(path: SharedFolder.path("cases/aggregates/ees/\(name).csv")).bytes(), named: name + ".csv",
        metadata: PublishedFile(path: SharedFolder.path("cases/aggregates/examples_made_here/\(name).meta.csv"))
          .bytes(),
        named: name + ".meta.csv")
      #expect(Set(screening.findings.map(\.rule)) == rules, "\(name): \(screening.findings)")
      #expect(screening.passes)
    }
  }
}
