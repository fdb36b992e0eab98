import KithTables

/// The social care group of a child at 31 March, as the child's life truly went; the highest alone.
enum PlantedGroup: String, Sendable, CaseIterable {
  case lookedAfterYear = "looked after for 12 months"
  case lookedAfter = "looked after for less"
  case protection = "protection plan"
  case need = "in need"
  /// Not known to social care on that day.
  case none

  var place: Int { Self.allCases.firstIndex(of: self) ?? 4 }
}

/// What each group's outcomes are made by: invented numbers, of the size of published ones, that a study has to find again.
///
/// Lists are in the order of ``PlantedGroup``.
struct PlantedOutcomes: Sendable {
  /// Shares that meet the expected standard at key stage 2.
  let standard = [0.37, 0.30, 0.35, 0.44, 0.62]
  /// Mean points of Attainment 8, and how far pupils lie about it.
  let attainment = [19.0, 16.0, 17.0, 22.0, 46.0]
  let attainmentSpread = 5.0
  /// Shares that pass English and mathematics at grade 4 or above, and of these the share at 5 or above.
  let pass4 = [0.22, 0.15, 0.18, 0.26, 0.65]
  let pass5OfPass4 = 0.55
  /// Mean points of the English Baccalaureate.
  let baccalaureate = [1.7, 1.4, 1.5, 1.9, 4.1]
  /// Shares that miss half of their sessions or more, and a tenth or more but not half; the mean share of sessions that each kind misses.
  let severe = [0.06, 0.10, 0.09, 0.07, 0.015]
  let persistent = [0.15, 0.25, 0.33, 0.30, 0.15]
  let missed = (severe: 0.65, persistent: 0.20, other: 0.045)
  /// Shares that are suspended, and that are excluded for good.
  let suspended = [0.12, 0.16, 0.12, 0.10, 0.03]
  let excluded = [0.004, 0.006, 0.005, 0.004, 0.001]
  /// Shares with special educational needs support, and with a plan.
  let support = [0.28, 0.28, 0.27, 0.24, 0.13]
  let plan = [0.30, 0.25, 0.20, 0.26, 0.04]
  /// Shares with a dental check, and with immunisations up to date.
  let dental = [0.80, 0.60, 0.55, 0.58, 0.62]
  let immunised = [0.85, 0.80, 0.75, 0.78, 0.88]
  /// Shares who are in no school's file, and in none of health.
  let outOfSchool = [0.03, 0.08, 0.04, 0.03, 0.05]
  let outOfHealth = [0.05, 0.10, 0.06, 0.06, 0.06]

  /// The share of sessions missed that follows from the kinds of absence.
  func absence(_ place: Int) -> Double {
    let other = 1 - severe[place] - persistent[place]
    return severe[place] * missed.severe + persistent[place] * missed.persistent + other * missed.other
  }

  /// The known answers: outcomes by the names that `kith study outcomes` gives them, and what was planted for each group.
  var answers: [(outcome: String, unit: String, values: [Double])] {
    let percent = { (shares: [Double]) in shares.map { 100 * $0 } }
    return [
      ("Expected standard in reading, writing and mathematics", "percentage", percent(standard)),
      ("Attainment 8", "mean", attainment),
      ("Grade 4 or above in English and mathematics", "percentage", percent(pass4)),
      ("Grade 5 or above in English and mathematics", "percentage", percent(pass4.map { $0 * pass5OfPass4 })),
      ("English Baccalaureate average point score", "mean", baccalaureate),
      ("Sessions missed", "percentage", percent(severe.indices.map(absence))),
      ("Persistently absent (10 % or more)", "percentage", percent(zip(severe, persistent).map(+))),
      ("Severely absent (50 % or more)", "percentage", percent(severe)),
      ("Suspended once or more", "percentage", percent(suspended)),
      ("Permanent exclusions", "rate per 100", percent(excluded)),
      ("Special educational needs support", "percentage", percent(support)),
      ("Education, health and care plan", "percentage", percent(plan)),
      ("Dental check", "percentage", percent(dental)),
      ("Immunisations up to date", "percentage", percent(immunised)),
    ]
  }
}

extension Career {
  /// The child's group in this authority on the last day of a year.
  func plantedGroup(on day: Day) -> PlantedGroup {
    if let care = care.last(where: { $0.contains(day) }) {
      return care.start <= Day.yearStart(day.collectionYear) ? .lookedAfterYear : .lookedAfter
    }
    let open = episodes.filter { $0.referred <= day && $0.closed > day && !$0.isNoFurtherAction }
    if episodes.contains(where: { $0.protection.contains { $0.start <= day && $0.end > day } }) { return .protection }
    return open.isEmpty ? .none : .need
  }
}
