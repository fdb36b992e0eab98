import KithDisclosure
import KithTesting
import Testing

@Suite(
  "Records and outputs, against pycanon and ACRO",
  .enabled(if: SharedFolder.isPresent, "the shared folder of oracles is not here"))
struct RecordOracleTests {
  struct Anonymity: Decodable {
    struct Result: Decodable {
      let quasi_identifiers: [String]
      let k_anonymity: Int
      let l_diversity: Int
      let entropy_l: Double
      let t_closeness: Double
      let n_classes: Int
      let n_sample_unique: Int
      let n_records_k_lt_5: Int
      let n_records_k_lt_10: Int
    }
    let results: [Result]
    let minimal_sample_uniques: [String: [[String]]]
  }

  @Test("k, l, t and uniques are pycanon's")
  func anonymity() throws {
    let records = try Oracle.rows("kanon_micro.csv")
    let expected = try Oracle.read(Anonymity.self, "kanon_expected.json")
    #expect(expected.results.count == 4)
    for result in expected.results {
      let columns = result.quasi_identifiers.map { column in records.map { $0[column] ?? "" } }
      let risk = RecordRisk(recognisable: columns, sensitive: records.map { $0["need"] ?? "" })
      #expect(risk.anonymity == result.k_anonymity)
      #expect(risk.diversity == result.l_diversity)
      #expect(abs(risk.entropyDiversity - result.entropy_l) < 1e-8)
      #expect(abs(risk.closeness - result.t_closeness) < 1e-8)
      #expect(risk.classes.count == result.n_classes)
      #expect(risk.uniques.count == result.n_sample_unique)
      #expect(risk.records(inClassesBelow: 5) == result.n_records_k_lt_5)
      #expect(risk.records(inClassesBelow: 10) == result.n_records_k_lt_10)
    }
  }

  @Test("the smallest sets of columns that single a record out are the oracle's")
  func minimalUniques() throws {
    let records = try Oracle.rows("kanon_micro.csv")
    let names = ["sex", "age_band", "ethnicity", "uasc", "placement"]
    let found = RecordRisk.minimalUniques(recognisable: names.map { name in records.map { $0[name] ?? "" } })
    let expected = try Oracle.read(Anonymity.self, "kanon_expected.json").minimal_sample_uniques
    #expect(found.count == expected.count)
    for (record, subsets) in expected {
      let position = records.firstIndex { $0["id"] == record } ?? -1
      let own = (found[position] ?? []).map { $0.map { names[$0] } }
      #expect(Set(own) == Set(subsets), "\(record)")
    }
  }

  struct Output: Decodable {
    struct Cell: Decodable {
      let n: Int
      let nk2: Double
      let pratio: Double?
      let fail_threshold: Bool
      let fail_nk: Bool
      let fail_pratio: Bool
      let fail_table_dof: Bool
    }
    struct Outcome: Decodable {
      struct Masks: Decodable { let cells: [String: [[Int]]]? }
      let sdc: Masks?
    }
    let recomputed_cell_rules: [String: Cell]
    let acro_outcomes: [String: Outcome]
  }

  @Test("threshold, dominance, p-ratio and degrees of freedom are ACRO's, cell by cell")
  func outputChecks() throws {
    let records = try Oracle.rows("acro_micro.csv")
    let cells = Dictionary(grouping: records) { "\($0["la"] ?? "")|\($0["placement"] ?? "")" }
      .mapValues { $0.compactMap { Double($0["weekly_cost"] ?? "") } }
    let expected = try Oracle.read(Output.self, "acro_expected.json")
    let checks = OutputChecks()
    #expect(expected.recomputed_cell_rules.count == 20)
    for (name, cell) in expected.recomputed_cell_rules {
      let costs = cells[name] ?? []
      let objections = checks.objections(toTotalOf: costs)
      #expect(costs.count == cell.n)
      #expect(abs(checks.dominance(costs) - cell.nk2) < 1e-8)
      #expect(abs((checks.remainder(costs) ?? 0) - (cell.pratio ?? 0)) < 1e-6)
      #expect(objections.contains(.belowThreshold) == cell.fail_threshold)
      #expect(objections.contains(.dominance) == cell.fail_nk)
      #expect(objections.contains(.estimable) == cell.fail_pratio)
      #expect(!checks.objections(toDegreesOfFreedom: cell.n - 1).isEmpty == cell.fail_table_dof)
    }
  }

  @Test("the masks of ACRO's tables of counts and totals are ours")
  func masks() throws {
    let records = try Oracle.rows("acro_micro.csv")
    let expected = try Oracle.read(Output.self, "acro_expected.json").acro_outcomes
    try expect(
      expected["crosstab(la, placement)"], records, "placement", ["MinimumThresholdCheck": .belowThreshold])
    try expect(expected["crosstab(la, age)"], records, "age", ["MinimumThresholdCheck": .belowThreshold])
    try expect(
      expected["crosstab(la, placement, sum(weekly_cost))"], records, "placement",
      ["MinimumThresholdCheck": .belowThreshold, "NKCheck": .dominance, "PPercentCheck": .estimable])
  }

  private func expect(
    _ outcome: Output.Outcome?, _ records: [[String: String]], _ column: String,
    _ checks: [String: OutputChecks.Objection]
  ) throws {
    let masks = try #require(outcome?.sdc?.cells)
    let rows = Set(records.compactMap { $0["la"] }).sorted()
    let columns = Set(records.compactMap { $0[column] }).sorted()
    for (check, objection) in checks {
      let ours = rows.indices.flatMap { row in
        columns.indices.filter { place in
          let costs = records.filter { $0["la"] == rows[row] && $0[column] == columns[place] }
            .compactMap { Double($0["weekly_cost"] ?? "") }
          return OutputChecks().objections(toTotalOf: costs).contains(objection)
        }.map { [row, $0] }
      }
      #expect(ours == masks[check], "\(check)")
    }
  }

  @Test("a model's degrees of freedom pass from 10")
  func degrees() {
    #expect(OutputChecks().objections(toDegreesOfFreedom: 2995).isEmpty)
    #expect(OutputChecks().objections(toDegreesOfFreedom: 7) == [.degreesOfFreedom])
    #expect(OutputChecks().objections(toDegreesOfFreedom: 10).isEmpty)
  }

  @Test("a group whose members are all in one category is objected to")
  func wholeClass() {
    #expect(OutputChecks().objections(toClass: [0, 40, 0]) == [.wholeClass])
    #expect(OutputChecks().objections(toClass: [1, 40, 0]).isEmpty)
    #expect(OutputChecks().objections(toClass: [0, 0, 0]).isEmpty)
  }
}
