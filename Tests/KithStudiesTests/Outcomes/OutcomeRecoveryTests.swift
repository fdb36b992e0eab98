import KithDisclosure
import KithEngine
import KithStatistics
import KithStore
import KithTables
import KithTesting
import Testing

@testable import KithStudies

@Suite("Outcomes planted in a synthetic England", .serialized)
struct OutcomeRecoveryTests {
  private func study(least: Double = 0) throws -> (study: OutcomeStudy, store: Store) {
    let store = try Store(try #require(OutcomeStore.path), for: .reading)
    let map = try AttributeMap(try OutcomeStore.table(OutcomeStore.map), name: "map")
    var index = try PersonIndex(store)
    _ = try index.add(try OutcomeStore.table(OutcomeStore.links), name: "links", least: least)
    let files = map.files.flatMap { name in
      ["010", "011", "012"].map { (name: name, path: "\(OutcomeStore.attributes)/\($0)/\(name)") }
    }
    let request = OutcomeRequest(map, files: files, windows: try OutcomeWindows(year: OutcomeStore.year))
    return (try OutcomeStudy(request, in: store, index: index), store)
  }

  @Test("groups are those in which children's lives truly put them")
  func groups() throws {
    let store = try Store(try #require(OutcomeStore.path), for: .reading)
    let found = try store.connection.query("SELECT person, authority || '-' || child AS child FROM person_record")
    let (persons, children) = (try found.text("person"), try found.text("child"))
    var person: [String: String] = [:]
    for row in 0..<found.rowCount { person[children[row] ?? ""] = persons[row] }
    let exposed = try ExposedChild.all(in: store, year: OutcomeStore.year, basis: .atEnd)
    let groups = Dictionary(uniqueKeysWithValues: exposed.map { ($0.authority + $0.person, $0.group.rawValue) })
    var (compared, alike) = (0, 0)
    for code in ["010", "011", "012"] {
      let truth = try OutcomeStore.table("\(OutcomeStore.attributes)/\(code)/synthetic_attribute_truth.csv")
      for row in truth.records where !row[2].isEmpty && row[3] != "none" {
        compared += 1
        if groups[code + (person[code + "-" + row[2]] ?? "")] == row[3] { alike += 1 }
      }
    }
    #expect(compared > 1_500 && alike == compared, "\(alike) of \(compared)")
  }

  @Test("every planted share and mean is found again within its 99.9 % interval, by group")
  func planted() throws {
    let (study, _) = try study()
    let effects = try OutcomeStore.table(OutcomeStore.attributes + "/synthetic_effects.csv")
    let reach = NormalDistribution.quantile(0.9995)
    var compared = 0
    for row in effects.records where row[2] != "none" {
      let outcome = try #require(study.outcomes.first { $0.title == row[0] }, "\(row[0])")
      let group = try #require(SocialCareGroup(rawValue: row[2]))
      let tally = try #require(study.tally(outcome.id, group, area: OutcomeStudy.all))
      guard tally.known >= 10, let truth = Double(row[3]) else { continue }
      let value = try #require(try study.value(outcome.id, group, area: OutcomeStudy.all))
      let error: Double
      if case .share = outcome.form {
        error = 100 * (truth / 100 * (1 - truth / 100) / Double(tally.known)).squareRoot()
      } else {
        let place = OutcomeStudy.Place(area: OutcomeStudy.all, group: group)
        let scale = outcome.unit == "mean" ? 1.0 : 100
        let interval = try #require(study.sums[outcome.id]?[place]?.interval)
        // Of events as rare as permanent exclusions the sample's own spread may be none.
        error = max(
          scale * (interval.upper - (interval.lower + interval.upper) / 2) / 1.96,
          outcome.unit == "rate per 100" ? 100 * (truth / 100 / Double(tally.known)).squareRoot() : 0)
      }
      compared += 1
      #expect(abs(value - truth) <= reach * error, "\(row[0]), \(row[2]): \(value), \(truth) ± \(reach * error)")
    }
    #expect(compared > 40)
  }

  @Test("a difference of groups is found with an interval without 0, which unknown children counted as no would hide")
  func difference() throws {
    let (study, _) = try study()
    let tables = try study.rawTables().value
    let differences = try #require(tables.first { $0.name == "Differences from children in need" })
    let row = try #require(
      differences.rows.first {
        $0.prefix(3) == [
          .text("all"), .text("looked after for 12 months"), .text("Persistently absent (10 % or more)"),
        ]
      })
    // 21 % was planted against 37 %.
    guard case .number(let lower, _) = row[4], case .number(let upper, _) = row[5] else {
      Issue.record("no interval")
      return
    }
    #expect(lower < -16 && upper > -16 && upper < 0)
    let dental = try #require(study.tally("health_dental_check", .need, area: OutcomeStudy.all))
    let asNo = 100 * Double(dental.answers[0]) / Double(dental.children)
    #expect(asNo < (try #require(try study.value("health_dental_check", .need, area: OutcomeStudy.all))) - 3)
  }

  /// The SQL by which each outcome is counted again: what is above and below the line, of the exposed children of the store.
  private static let recounts: [(outcome: String, above: String, below: String)] = [
    (
      "ks2_rwm_pct", "count_if(ReadOutcome <> 'WTS' AND WritOutcome <> 'WTS' AND MathOutcome <> 'WTS')",
      "count(ReadOutcome)"
    ),
    ("ks4_attainment_8", "sum(TRY_CAST(Att8 AS DOUBLE)) / 100", "count(Att8)"),
    ("ks4_pass_4_pct", "count_if(EngMat94 = '1')", "count(EngMat94)"),
    ("ks4_pass_5_pct", "count_if(EngMat95 = '1')", "count(EngMat94)"),
    (
      "absence_pct", "sum(CASE WHEN SENprovision IS NOT NULL THEN missed END)",
      "sum(CASE WHEN SENprovision IS NOT NULL THEN possible END)"
    ),
    (
      "persistent_absence_pct", "count_if(missed * 10 >= possible AND SENprovision IS NOT NULL)",
      "count_if(possible > 0 AND SENprovision IS NOT NULL)"
    ),
    (
      "severe_absence_pct", "count_if(missed * 2 >= possible AND SENprovision IS NOT NULL)",
      "count_if(possible > 0 AND SENprovision IS NOT NULL)"
    ),
    ("suspended_pct", "count_if(suspensions > 0 AND SENprovision IS NOT NULL)", "count(SENprovision)"),
    ("permanent_exclusion_rate", "sum(CASE WHEN SENprovision IS NOT NULL THEN exclusions END)", "count(SENprovision)"),
    ("sen_support_pct", "count_if(SENprovision = 'K')", "count(SENprovision)"),
    ("sen_plan_pct", "count_if(SENprovision = 'E')", "count(SENprovision)"),
  ]

  private func file(_ name: String) -> SQL {
    "(SELECT * FROM read_csv(\(literal: OutcomeStore.attributes + "/*/synthetic_\(name).csv"), all_varchar = true))"
  }

  /// The rows of each person of the store: one of each file that holds one, sums of the others; persons whose rows differ left out.
  private func joined(_ store: Store) throws {
    try store.connection.execute("USE memory")
    try store.connection.execute(
      """
      CREATE TEMP TABLE pupil AS SELECT upn, min(person) AS person FROM (
        SELECT DISTINCT upper(upn) AS upn, person FROM store.person_record WHERE upn NOT LIKE 'UN_'
      ) AS u GROUP BY upn HAVING count(*) = 1
      """)
    for name in ["school_census", "ks2", "ks4"] {
      try store.connection.execute(
        """
        CREATE TEMP TABLE \(raw: name) AS
        SELECT p.person, f.* FROM (SELECT DISTINCT * FROM \(sql: file(name)) AS g) AS f
        JOIN pupil AS p ON p.upn = f.PupilNumber
        QUALIFY count(*) OVER (PARTITION BY p.person) = 1
        """)
    }
    try store.connection.execute(
      """
      CREATE TEMP TABLE absence AS
      SELECT p.person, sum(CAST(SessionsPossible AS INTEGER)) AS possible,
        sum(CAST(AuthorisedAbsence AS INTEGER) + CAST(UnauthorisedAbsence AS INTEGER)) AS missed
      FROM (SELECT DISTINCT * FROM \(sql: file("absence")) AS g) AS f JOIN pupil AS p ON p.upn = f.PupilNumber
      GROUP BY p.person HAVING count(*) = count(DISTINCT TermStart)
      """)
    try store.connection.execute(
      """
      CREATE TEMP TABLE exclusion AS
      SELECT p.person, count_if(Category = 'SUSP') AS suspensions, count_if(Category = 'PERM') AS exclusions
      FROM (SELECT DISTINCT * FROM \(sql: file("exclusions")) AS g) AS f JOIN pupil AS p ON p.upn = f.PupilNumber
      GROUP BY p.person
      """)
  }

  @Test("each outcome is what SQL counts of the same files, in every group")
  func recount() throws {
    let (study, store) = try study()
    try joined(store)
    let exposed = try groupsInSQL()
    for (id, above, below) in Self.recounts {
      let outcome = try #require(study.outcomes.first { $0.id == id })
      let ages: SQL =
        switch outcome.question.population {
        case .endOfKeyStage2: "(age = 10 OR k2.person IS NOT NULL)"
        case .endOfKeyStage4: "(age = 15 OR k4.person IS NOT NULL)"
        default: "next_age BETWEEN 5 AND 15"
        }
      let counted = try store.connection.query(
        """
        SELECT e.place, CAST(\(raw: above) AS DOUBLE) AS above, CAST(\(raw: below) AS DOUBLE) AS below,
          count(*) AS children
        FROM (\(sql: exposed)) AS e
        LEFT JOIN school_census AS c ON c.person = e.person LEFT JOIN ks2 AS k2 ON k2.person = e.person
        LEFT JOIN ks4 AS k4 ON k4.person = e.person LEFT JOIN absence AS a ON a.person = e.person
        LEFT JOIN exclusion AS x ON x.person = e.person
        WHERE \(sql: ages) GROUP BY e.place ORDER BY e.place
        """)
      let (places, tops) = (try counted.integers("place"), try counted.doubles("above"))
      let (bottoms, children) = (try counted.doubles("below"), try counted.integers("children"))
      #expect(counted.rowCount == 4)
      for row in 0..<counted.rowCount {
        let group = SocialCareGroup.allCases[Int(try #require(places[row]))]
        let tally = try #require(study.tally(id, group, area: OutcomeStudy.all))
        #expect(tally.children == Int(try #require(children[row])), "\(id) \(group)")
        guard let bottom = bottoms[row], bottom > 0 else { continue }
        let value = try #require(try study.value(id, group, area: OutcomeStudy.all))
        #expect(abs(value - 100 * (tops[row] ?? 0) / bottom) < 1e-9, "\(id) \(group)")
      }
    }
  }

  /// The exposed children, counted again: the highest of what is open on 31 March, and two ages.
  private func groupsInSQL() throws -> SQL {
    """
    SELECT g.authority, g.person, min(g.place) AS place,
      date_diff('year', min(p.born), DATE '2024-08-31')
        - CASE WHEN strftime(min(p.born), '%m%d') > '0831' THEN 1 ELSE 0 END AS age,
      date_diff('year', min(p.born), DATE '2025-08-31')
        - CASE WHEN strftime(min(p.born), '%m%d') > '0831' THEN 1 ELSE 0 END AS next_age
    FROM (
      SELECT authority, person, CASE WHEN started <= DATE '2024-04-01' THEN 0 ELSE 1 END AS place
      FROM store.spell WHERE kind = 'looked after' AND started <= DATE '2025-03-31'
        AND coalesce(ended, DATE '9999-12-31') > DATE '2025-03-31'
      UNION ALL
      SELECT authority, person, CASE kind WHEN 'in need' THEN 3 ELSE 2 END AS place
      FROM store.spell WHERE kind IN ('in need', 'child protection plan') AND started <= DATE '2025-03-31'
        AND coalesce(ended, DATE '9999-12-31') > DATE '2025-03-31'
    ) AS g JOIN store.person AS p ON p.person = g.person GROUP BY g.authority, g.person
    """
  }

  @Test("weak links left out, fewer children are found in health, and no more")
  func threshold() throws {
    let all = try study().study
    let sure = try study(least: 0.999999).study
    func matched(_ study: OutcomeStudy) -> Int {
      SocialCareGroup.allCases.reduce(0) {
        $0 + (study.tally("health_dental_check", $1, area: OutcomeStudy.all)?.matched ?? 0)
      }
    }
    #expect(matched(sure) < matched(all) && matched(sure) > matched(all) / 2)
    let tally = try #require(all.tally("health_dental_check", .need, area: OutcomeStudy.all))
    #expect(Double(tally.matched) > 0.9 * Double(tally.children) && tally.matched < tally.children)
  }
}
