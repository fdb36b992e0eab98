import KithEngine
import KithMeasures
import KithStore

/// Moves days in a store to where definitions have their edges: the ends of years, birthdays, so many months or days after
/// another day.
struct EdgeDays {
  let year: Int

  /// Moves one row in a few, told by its place.
  func move(in store: Store) throws {
    for table in ScriptTable.all {
      for (place, column) in table.columns.filter({ $0.kind == .day }).enumerated() {
        try store.connection.execute(toEdges(table.name, column.name, place))
      }
    }
    for statement in pairs { try store.connection.execute("\(raw: statement)") }
  }

  private var days: [String] {
    [
      "\(year - 1)-03-31", "\(year - 1)-04-01", "\(year)-03-31", "\(year)-04-01", "\(year - 1)-12-31",
      "\(year - 1)-09-30",
      "\(year - 2)-03-31", "\(year - 2)-04-01", "\(year - 3)-09-30", "\(year)-01-01",
    ]
  }

  private func toEdges(_ table: String, _ column: String, _ place: Int) -> SQL {
    let cases = days.enumerated().map { "WHEN \($0) THEN DATE '\($1)'" }.joined(separator: " ")
    return """
      UPDATE \(identifier: table) SET \(raw: column) =
        CASE (position * 13 + \(raw: String(place * 5))) % 71 \(raw: cases) ELSE \(raw: column) END
      WHERE \(raw: column) IS NOT NULL
      """
  }

  private var pairs: [String] {
    let months = [3, 6, 12, 24].enumerated().map { place, months in
      """
      UPDATE cin_cindetails SET cinclosuredate = CAST(cinreferraldate + INTERVAL \(months) MONTH AS DATE) + CAST(position % 3 - 1 AS INTEGER)
      WHERE position % 11 = \(place)
      """
    }
    return months + [
      "UPDATE cin_childprotectionplans SET cppenddate = cppstartdate + CAST(727 + position % 4 AS INTEGER) WHERE position % 3 = 0",
      """
      UPDATE cin_childprotectionplans SET cppstartdate = DATE '\(year)-03-31' - CAST(727 + position % 4 AS INTEGER), cppenddate = NULL
      WHERE position % 5 = 1
      """,
      "UPDATE cin_reviews SET cppreviewdate = cppreviewdate + CAST(position % 3 AS INTEGER) WHERE position % 2 = 0",
      """
      UPDATE cin_assessments SET assessmentauthorisationdate = assessmentactualstartdate + CAST(60 + position % 9 AS INTEGER)
      WHERE position % 3 = 0
      """,
      "UPDATE cin_section47 SET dateofinitialcpc = s47actualstartdate + CAST(position % 25 - 1 AS INTEGER) WHERE position % 2 = 0",
      """
      UPDATE cin_cindetails SET cinreferraldate = CAST(x.first + INTERVAL 12 MONTH AS DATE) + CAST(position % 3 - 1 AS INTEGER)
      FROM (SELECT lachildid, min(cinreferraldate) AS first FROM cin_cindetails GROUP BY lachildid) AS x
      WHERE x.lachildid = cin_cindetails.lachildid AND cinreferraldate > x.first AND position % 2 = 0
      """,
      "UPDATE ssda903_episodes SET dec = decom WHERE position % 29 = 0",
      "UPDATE ssda903_header SET dob = make_date(year(dob), 3, 31) WHERE position % 9 = 0",
      "UPDATE ssda903_header SET dob = make_date(year(dob), 4, 1) WHERE position % 9 = 1",
      "UPDATE ssda903_header SET dob = DATE '2008-02-29' WHERE position % 9 = 2",
      "UPDATE cin_childidentifiers SET personbirthdate = make_date(year(personbirthdate), 3, 31) WHERE position % 5 = 0",
      "UPDATE cin_childidentifiers SET personbirthdate = make_date(year(personbirthdate), 4, 1) WHERE position % 5 = 1",
      """
      UPDATE ssda903_oc3 SET dob = CAST(e.dec - INTERVAL 18 YEAR AS DATE) + CAST(ssda903_oc3.position % 3 AS INTEGER)
      FROM (SELECT child, max(dec) AS dec FROM ssda903_episodes WHERE place LIKE 'U%' AND rec <> 'X1' GROUP BY child) AS e
      WHERE e.child = ssda903_oc3.child
      """,
      "UPDATE ssda903_uasc SET duc = DATE '\(year)-04-01' WHERE position % 4 = 0",
      "UPDATE ssda903_oc2 SET sdq_score = 12 + position % 7 WHERE sdq_score IS NOT NULL AND position % 2 = 0",
      "UPDATE ssda903_header SET ethnic = 'BAFR', sex = 'U', sex_mapped = 'U' WHERE position % 17 = 3",
      """
      INSERT INTO ssda903_header BY NAME
      SELECT * REPLACE (position + 100000 AS position, 'AIND' AS ethnic) FROM ssda903_header WHERE position % 13 = 2
      """,
    ]
  }
}
