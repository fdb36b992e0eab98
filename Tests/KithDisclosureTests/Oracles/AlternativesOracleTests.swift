import KithDisclosure
import KithTesting
import Testing

@Suite(
  "Rounding and noise, against the oracles",
  .enabled(if: SharedFolder.isPresent, "the shared folder of oracles is not here"))
struct AlternativesOracleTests {
  struct Rounding: Decodable {
    let base: Int
    let `true`: [[Int]]
    let objective_sum_abs: Double
  }

  @Test("controlled rounding keeps every sum, leaves multiples alone, and moves as little as the oracle's")
  func controlledRounding() throws {
    let cases = try Oracle.read([Rounding].self, "controlled_rounding.json")
    #expect(cases.count == 4)
    for example in cases {
      let publication = try Self.publication(example.true)
      let rounding = try ControlledRounding(publication, base: example.base)
      #expect(Double(rounding.movement) == example.objective_sum_abs)
      let release = try Disclosure.release(publication, roundedTo: example.base, under: .council(threshold: 6))
      func shown(_ name: String) -> Int { Int(release.count(name)?.value.number ?? -1) }
      for relation in publication.relations {
        #expect(relation.left.map(shown).reduce(0, +) == relation.right.map(shown).reduce(0, +))
      }
      for cell in publication.cells {
        #expect(shown(cell.name) % example.base == 0)
        #expect(abs(shown(cell.name) - cell.count) < example.base)
      }
    }
  }

  /// A table whose last row and column are totals.
  static func publication(_ counts: [[Int]]) throws -> Publication {
    let (rows, columns) = (counts.count - 1, counts[0].count - 1)
    let cells = (0...rows).flatMap { row in (0...columns).map { CountCell("\(row)|\($0)", count: counts[row][$0]) } }
    let across = (0...rows).map { row in
      Relation(total: "\(row)|\(columns)", parts: (0..<columns).map { "\(row)|\($0)" })
    }
    let down = (0...columns).map { column in
      Relation(total: "\(rows)|\(column)", parts: (0..<rows).map { "\($0)|\(column)" })
    }
    return try Publication(title: "A table", cells: cells, relations: across + down)
  }

  /// The ONS "10-5" table: below 10 to nothing, else to the nearest 5.
  static let tenFive = PerturbationTable(
    entries: (1...750).lazy.flatMap { count in
      (0..<256).lazy.map { key in (count, key, count < 10 ? -count : (count + 2) / 5 * 5 - count) }
    })

  /// One down for half the keys and up for the others at 1; else a quarter each.
  static let simple = PerturbationTable(
    entries: (1...750).lazy.flatMap { count in
      (0..<256).lazy.map { key in
        (count, key, count == 1 ? (key < 128 ? -1 : 1) : key < 64 ? -1 : key < 128 ? 1 : 0)
      }
    })

  @Test(
    "cell keys, rows of the perturbation table and counts are the ONS package's, bit for bit",
    arguments: [["age"], ["la", "placement"], ["la", "age", "placement"]], [0, 10])
  func cellKeys(columns: [String], threshold: Int) throws {
    let records = try Oracle.rows("cellkey_micro.csv")
    let cells = Dictionary(grouping: records) { record in columns.map { record[$0] ?? "" } }
    for (name, table) in [("ons_10_5", Self.tenFive), ("simple_pm1", Self.simple)] {
      let expected = try Oracle.rows("cellkey_\(name)_\(columns.joined(separator: "_"))_t\(threshold).csv")
      for row in expected {
        let keys = (cells[columns.map { row[$0] ?? "" }] ?? []).compactMap { Int($0["record_key"] ?? "") }
        guard !keys.isEmpty else {
          #expect(row["pre_sdc_count"] == "0")
          continue
        }
        let count = try PerturbedCount(recordKeys: keys, table: table, threshold: threshold)
        #expect(String(keys.count) == row["pre_sdc_count"])
        #expect(String(count.key) == row["ckey"])
        #expect(String(count.row) == row["pcv"])
        #expect(count.count.map(String.init) ?? "" == row["count"])
      }
    }
  }
}
