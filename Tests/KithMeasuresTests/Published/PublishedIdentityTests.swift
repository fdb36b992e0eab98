import KithEngine
import KithTesting
import Testing

@Suite("Identities of published figures", .enabled(if: SharedFolder.isPresent))
struct PublishedIdentityTests {
  private let files: PublishedFiles
  private let need = "b1_children_in_need_2013_to_2025.csv"
  private let referrals = "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv"

  init() throws { files = try PublishedFiles() }

  private func joined(_ columns: SQL, _ level: String, since year: Int) throws -> SQL {
    try """
    SELECT b.time_period, \(sql: columns)
    FROM \(sql: files.ees(need)) AS b
    JOIN \(sql: files.ees(referrals)) AS c
      ON c.time_period = b.time_period AND c.geographic_level = b.geographic_level
      AND coalesce(c.old_la_code, '') = coalesce(b.old_la_code, '') AND coalesce(c.region_code, '') = coalesce(b.region_code, '')
    WHERE b.geographic_level = \(literal: level) AND CAST(b.time_period AS INTEGER) >= \(raw: String(year))
    ORDER BY b.time_period
    """
  }

  private let flow: SQL = "b.Started_episodes, c.referral_count, c.no_further_action_count, c.not_in_need_count"

  @Test("episodes starting are referrals less no further action less not in need: exactly, in England since 2023")
  func starts() throws {
    let england = try files.numbers(joined(flow, "National", since: 2023))
    #expect(england.count == 3)
    for row in england { #expect(row[1] == (row[2] ?? 0) - (row[3] ?? 0) - (row[4] ?? 0)) }
  }

  @Test("and in 145 of 153 authorities in 2025; the others withhold a count of 1 to 5")
  func startsOfAuthorities() throws {
    let rows = try files.numbers(joined(flow, "Local authority", since: 2025))
    let gaps = rows.map { ($0[2] ?? 0) - ($0[3] ?? 0) - ($0[4] ?? 0) - ($0[1] ?? 0) }
    #expect(rows.count == 153)
    #expect(gaps.count { $0 == 0 } == 145)
    #expect(gaps.allSatisfy { (0...4).contains($0) })
    #expect(zip(rows, gaps).allSatisfy { row, gap in gap == 0 || row.contains(nil) })
  }

  @Test("episodes at any time less those ended are those at 31 March, within rounding since 2015")
  func stock() throws {
    let rows = try files.numbers(
      joined("b.Anypoint_episodes, b.Ended_episodes, b.At31_episodes", "National", since: 2013))
    let gaps = rows.map { ($0[1] ?? 0) - ($0[2] ?? 0) - ($0[3] ?? 0) }
    #expect(gaps.count == 13)
    #expect(Array(gaps.prefix(2)) == [1_880, -670])
    #expect(gaps.dropFirst(2).allSatisfy { abs($0) <= 10 })
  }

  @Test("authorities sum to England, which is rounded to 10")
  func sums() throws {
    let cared = "cla_number_and_rate_per_10k_children.csv"
    let series: [(file: String, column: String, kind: SQL, sum: Int)] = [
      (need, "At31_episodes", "", 402_398), (referrals, "referral_count", "", 632_828),
      (cared, "children_count", " AND population_type = 'Children looked after on 31 March each year'", 81_766),
    ]
    for one in series {
      func sum(_ level: String) throws -> Int? {
        let found = try files.numbers(
          """
          SELECT CAST(sum(TRY_CAST(\(identifier: one.column) AS INTEGER)) AS VARCHAR) AS total
          FROM \(sql: files.ees(one.file))
          WHERE geographic_level = \(literal: level) AND time_period = '2025'\(sql: one.kind)
          """)
        return found.first?[0]
      }
      #expect(try sum("Local authority") == one.sum)
      #expect(try sum("National") == (one.sum + 5) / 10 * 10)
    }
  }

  @Test("the opening stock of episodes of need is 9.5 to 13 % under the closing stock before it, every year since 2014")
  func openingStock() throws {
    let rows = try files.numbers(
      joined("b.Anypoint_episodes, b.Started_episodes, b.At31_episodes", "National", since: 2013))
    let gaps = zip(rows, rows.dropFirst()).map { before, year -> (gap: Int, share: Double) in
      let gap = (before[3] ?? 0) - ((year[1] ?? 0) - (year[2] ?? 0))
      return (gap, Double(gap) / Double(before[3] ?? 1))
    }
    #expect(gaps.count == 12)
    #expect(gaps.last?.gap == 40_210)
    #expect(gaps.allSatisfy { (0.0945...0.13).contains($0.share) })
  }
}
