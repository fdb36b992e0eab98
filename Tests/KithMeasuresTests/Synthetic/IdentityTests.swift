import KithMeasures
import Testing

@Suite("Identities of measures")
struct IdentityTests {
  private let counts: SyntheticCounts

  init() throws { counts = try SyntheticCounts.clean.get() }

  private var places: [(authority: String, year: Int)] {
    counts.returns.flatMap { authority in SyntheticCounts.years.map { (authority.code, $0) } }
  }

  /// What stands above the line of a measure's total.
  private func above(_ id: String, _ authority: String, _ year: Int) throws -> Int {
    let figure = counts.figures.first {
      $0.measure.id == id && $0.year == year && $0.place.area == .authority(authority) && $0.place.breakdown == nil
    }
    return Int(try #require(figure?.numerator, "\(id) of \(authority) in \(year)"))
  }

  @Test("episodes of need starting are referrals less no further action less not in need")
  func starts() throws {
    for (authority, year) in places {
      let rest =
        try above("ref_count", authority, year) - above("ref_nfa_pct", authority, year)
        - above("ref_notneed_pct", authority, year)
      #expect(try above("cin_start_count", authority, year) == rest)
    }
  }

  @Test("episodes at any time less those that ended are those at 31 March, and bands of duration sum to both")
  func stock() throws {
    for (authority, year) in places {
      let open = try above("cin_31mar_count", authority, year)
      let ended = try above("cin_end_count", authority, year)
      #expect(try above("cin_any_count", authority, year) - ended == open)
      func bands(_ stem: String) throws -> Int {
        try ["3months", "3-6", "6-1", "1-2", "2more"].reduce(0) { try $0 + above(stem + $1, authority, year) }
      }
      #expect(try bands("cin_open_dur_CINTime") == open)
      #expect(try bands("cin_end_dur_CINCease") == ended)
    }
  }

  /// The cases open at 31 March that the next year's census has closed as not in need.
  private func droppedCases(_ authority: AuthorityReturns, _ year: Int) -> Int {
    let before = AuthorityYear(authority, year: year - 1)
    let open = Set(before.episodesOfNeed.filter(\.isOpen).map { "\($0.child) \($0.referred)" })
    return AuthorityYear(authority, year: year).cases.count {
      $0.isNotInNeed && open.contains("\($0.child) \($0.referred)")
    }
  }

  @Test("the opening stock is under the closing stock before it by the cases that were then closed as not in need")
  func openingStock() throws {
    var (gaps, stocks) = (0, 0)
    for authority in counts.returns {
      for year in SyntheticCounts.years.dropFirst() {
        let closing = try above("cin_31mar_count", authority.code, year - 1)
        let opening =
          try above("cin_any_count", authority.code, year) - above("cin_start_count", authority.code, year)
        #expect(closing - opening == droppedCases(authority, year), "\(authority.code) \(year)")
        gaps += closing - opening
        stocks += closing
      }
    }
    // In England it is 9.5 to 13 % every year, which three small authorities come near.
    #expect((0.05...0.2).contains(Double(gaps) / Double(stocks)))
  }

  @Test("authorities sum to what all together have, in each group")
  func sums() {
    let totals = counts.figures.filter { $0.place.area == .held }
    #expect(totals.count > 1_000)
    let parts = Dictionary(grouping: counts.figures.filter { $0.place.area != .held }) {
      [$0.measure.id, "\($0.year)", $0.place.breakdown?.rawValue ?? "total", $0.place.category]
    }
    for total in totals {
      let key = [total.measure.id, "\(total.year)", total.place.breakdown?.rawValue ?? "total", total.place.category]
      let own = parts[key] ?? []
      guard total.numerator != nil else { continue }
      #expect(own.reduce(0) { $0 + ($1.numerator ?? 0) } == total.numerator, "\(key)")
      #expect(own.reduce(0) { $0 + ($1.denominator ?? 0) } == total.denominator ?? 0, "\(key)")
    }
  }

  @Test("groups sum to the total, but for children counted once")
  func groups() {
    let byPlace = Dictionary(grouping: counts.figures.filter { !$0.measure.figure.unit.hasPrefix("rate") }) {
      [$0.measure.id, "\($0.year)", "\($0.place.area)", $0.place.breakdown?.rawValue ?? "total"]
    }
    for (key, figures) in byPlace where key[3] != "total" {
      let total = byPlace[Array(key.prefix(3)) + ["total"]]?.first
      #expect(figures.reduce(0) { $0 + ($1.numerator ?? 0) } == total?.numerator ?? 0, "\(key)")
    }
  }

  @Test("who is looked after in the year was so at its start or started, and is so at its end or ceased")
  func careFlow() throws {
    for authority in counts.returns {
      for year in SyntheticCounts.years.dropFirst() {
        let opening = try above("cla_31mar_count", authority.code, year - 1)
        let closing = try above("cla_31mar_count", authority.code, year)
        let started = try above("cla_start_count", authority.code, year)
        let ceased = try above("cla_cease_count", authority.code, year)
        let inYear = AuthorityYear(authority, year: year).children.count
        #expect(max(opening, closing, started, ceased) <= inYear)
        #expect(inYear <= min(opening + started, closing + ceased))
      }
    }
  }
}
