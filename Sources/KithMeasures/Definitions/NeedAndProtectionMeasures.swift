import KithReturns

/// Measures of the CIN Census: episodes of need and child protection plans.
///
/// Source: DfE, "Children in need" (tables B1, D3, D5), and the LAIT data dictionary.
extension Measure {
  private static let episodes = "Counts episodes, children looked after with an open case among them."

  static let need: [Measure] =
    [
      Measure(
        "cin_31mar_count", "Children in need at 31 March", of: .episodesOfNeed, .count(.holds("is_open")),
        note: episodes),
      Measure(
        "cin_31mar_rate", "Children in need rate per 10,000", of: .episodesOfNeed, .rate(.holds("is_open")),
        status: .verified, note: episodes),
      Measure(
        "cin_start_count", "Episodes of need starting in the year", of: .episodesOfNeed, .count(.holds("is_started")),
        status: .verified, note: "Referrals less no further action less assessed and not in need."),
      Measure(
        "cin_end_count", "Episodes of need ending in the year", of: .episodesOfNeed, .count(.holds("is_ended"))),
      Measure("cin_any_count", "Episodes of need at any point in the year", of: .episodesOfNeed, .count(.always)),
      Measure(
        "cin_any_children", "Children in need at any point in the year", of: .episodesOfNeed, .children(.always),
        note: "Each child once in an authority."),
    ] + durations("open", "Children in need at 31 March by duration", "is_open")
    + durations("end", "Episodes of need ended by duration", "is_ended")

  private static func durations(_ id: String, _ words: String, _ base: String) -> [Measure] {
    let names = id == "open" ? "CINTime" : "CINCease"
    return [
      ("3months", "3 months or less"), ("3-6", "over 3 to 6 months"), ("6-1", "6 months to 1 year"),
      ("1-2", "1 to 2 years"), ("2more", "2 years or more"),
    ].map { place, band in
      Measure(
        "cin_\(id)_dur_\(names)\(place)", "\(words): \(band)", of: .episodesOfNeed,
        .percentage(.equals(id == "open" ? "open_band" : "ended_band", band), among: .holds(base)),
        note: "Calendar months from the referral.")
    }
  }

  static let protection: [Measure] =
    [
      Measure(
        "cpp_31mar_count", "Child protection plans at 31 March", of: .protectionPlans, .count(.holds("is_open"))),
      Measure(
        "cpp_31mar_rate", "Child protection plans at 31 March per 10,000", of: .protectionPlans,
        .rate(.holds("is_open")), status: .verified),
      Measure(
        "cpp_start_count", "Child protection plans starting in the year", of: .protectionPlans,
        .count(.holds("is_started"))),
      Measure(
        "cpp_start_rate", "Child protection plans starting per 10,000", of: .protectionPlans,
        .rate(.holds("is_started")), status: .verified),
      Measure(
        "cpp_end_rate", "Child protection plans ending per 10,000", of: .protectionPlans, .rate(.holds("is_ended"))),
      Measure(
        "cpp_repeat_count", "Plans that are a second or subsequent plan", of: .protectionPlans, .count(again),
        reads: [FieldRead(.childProtectionPlans, .previousPlans)]),
      Measure(
        "cpp_repeat_pct", "Plans starting that are a second or subsequent plan", of: .protectionPlans,
        .percentage(.holds("is_second_or_later"), among: .holds("is_started")), status: .verified,
        reads: [FieldRead(.childProtectionPlans, .previousPlans)], note: "However long ago the earlier plan was."),
      Measure(
        "cpp_2y_open_pct", "Plans at 31 March lasting 2 years or more", of: .protectionPlans,
        .percentage(.equals("open_band", "2 years or more"), among: .holds("is_open")), status: .verified,
        note: "More than 729 days."),
    ] + openPlans + [
      Measure(
        "cpp_2y_ended_pct", "Plans ending in the year that lasted 2 years or more", of: .protectionPlans,
        .percentage(.holds("ended_after_two_years"), among: .holds("is_ended")),
        note: "More than 729 days, the day of the end among them."),
      Measure(
        "cpp_reviewed_pct", "Plans of 3 months or more reviewed within timescale", of: .protectionPlans,
        .percentage(
          .holds("is_reviewed_in_time"), among: .all([.holds("is_open"), .holds("is_due_review")])),
        reads: [FieldRead(.reviews, .reviewed)],
        note: "First within three months, then every six, the last within six months of 31 March."),
    ]

  private static let again = Condition.all([.holds("is_started"), .holds("is_second_or_later")])

  private static let openPlans: [Measure] = [
    ("3_months_or_less", "3 months or less"), ("more_than_3_months_6_months", "over 3 to 6 months"),
    ("more_than_6_months_less_than_1_year", "6 months to 1 year"), ("1_year_less_than_2_years", "1 to 2 years"),
  ].map { id, band in
    Measure(
      "cpp_dur_open_\(id)", "Plans at 31 March by duration: \(band)", of: .protectionPlans,
      .percentage(.equals("open_band", band), among: .holds("is_open")), status: .verified)
  }
}
