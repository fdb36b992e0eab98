import KithDisclosure
import KithEngine
import KithStore

/// How recognisable the children of an extract are by what it says of them: for the keeper of the records, not for release.
public struct ExtractRisk: Sendable {
  /// What would be known of a child, by the columns' names.
  public let recognisable: [String]
  /// How many children there are.
  public let children: Int
  /// The least number of children who look alike (k).
  public let anonymity: Int
  /// The least number of kinds of history among children who look alike (l).
  public let diversity: Int
  /// How many children look like no other.
  public let unique: Int
  /// How many look like fewer than 5, themselves included.
  public let below5: Int
  /// How many look like fewer than 10.
  public let below10: Int

  /// What the extract has of: the authority, birth month, sex and ethnic group; what is to be learnt is the furthest that a
  /// child came: looked after, on a protection plan, or in need.
  init(_ tables: [ExtractTable], _ store: Store) throws {
    guard let table = tables.first(where: { $0.name == "children" }) else {
      (recognisable, children, anonymity, diversity) = ([], 0, 0, 0)
      (unique, below5, below10) = (0, 0, 0)
      return
    }
    let known = ["birth_month", "sex", "ethnicity"].filter { name in table.columns.contains { $0.name == name } }
    recognisable = ["authority"] + known
    let list = (["p.authority"] + known.map { "c.\"\($0)\"" }).enumerated().map {
      "coalesce(CAST(\($1) AS VARCHAR), '') AS k\($0)"
    }
    let found = try store.connection.query(
      """
      SELECT \(raw: list.joined(separator: ", ")), CASE WHEN max(s.kind = 'looked after') THEN 'looked after'
        WHEN max(s.kind = 'child protection plan') THEN 'plan' ELSE 'need' END AS history
      FROM \(identifier: ResearchExtract.kept(table)) AS c JOIN extract_names AS m ON m.keyed = c.child_id
      JOIN person AS p ON p.person = m.person LEFT JOIN spell AS s ON s.person = m.person
      GROUP BY m.person, \(raw: (0..<list.count).map { "k\($0)" }.joined(separator: ", "))
      """)
    let columns = try recognisable.indices.map { place in
      try found.text("k\(place)").values.map { $0 ?? "" }
    }
    let risk = RecordRisk(
      recognisable: columns, sensitive: try found.text("history").values.map { $0 ?? "" })
    children = columns.first?.count ?? 0
    anonymity = risk.anonymity
    diversity = risk.diversity
    unique = risk.uniques.count
    below5 = risk.records(inClassesBelow: 5)
    below10 = risk.records(inClassesBelow: 10)
  }
}
