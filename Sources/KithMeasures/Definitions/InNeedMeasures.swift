import KithReturns

/// Measures of the CIN Census: referrals, assessments, enquiries, conferences.
///
/// Source: DfE, "Children in need" (tables B1, C1, C3), and the LAIT data dictionary, whose words are kept.
extension Measure {
  static let referrals: [Measure] = [
    Measure("ref_count", "Referrals in the year", of: .referrals, .count(.always), status: .verified),
    Measure("ref_rate", "Referral rate per 10,000", of: .referrals, .rate(.always), status: .verified),
    Measure(
      "rereferral_pct", "Re-referrals within 12 months of a previous referral", of: .referrals,
      .percentage(.holds("is_again"), among: .always), status: .verified, yearsNeeded: 2,
      note: "Referral to referral, no further action on both sides; the edge of 12 months is our reading."),
    Measure(
      "ref_nfa_pct", "Referrals resulting in no further action", of: .referrals,
      .percentage(.holds("is_no_further_action"), among: .always), status: .verified),
    Measure(
      "ref_notneed_pct", "Referrals assessed and found not in need", of: .referrals,
      .percentage(.holds("is_not_in_need"), among: .always), status: .verified,
      reads: [FieldRead(.cinDetails, .closureReason)],
      note: "Closed by 31 March as RC8 or RC9, with no plan or enquiry; referrals of the last months are closed later."),
    source("school", "schools", ["2A"]),
    source("health", "health services", ["3A", "3B", "3C", "3D", "3E", "3F"]),
    source("police", "police", ["6"]),
  ]

  private static func source(_ id: String, _ words: String, _ codes: [String]) -> Measure {
    Measure(
      "ref_source_\(id)_pct", "Referrals whose source is \(words)", of: .referrals,
      .percentage(.isOne("source", codes), among: .always), reads: [FieldRead(.cinDetails, .referralSource)])
  }

  static let assessments: [Measure] = [
    Measure(
      "assess_45d_pct", "Assessments completed within 45 working days", of: .assessments,
      .percentage(.lies("working_days", 0...45), among: .always), reads: [FieldRead(.assessments, .assessmentStart)],
      note: "Days after the day on which the assessment started; weekends and bank holidays do not count."),
    Measure("s47_rate", "Section 47 enquiries rate per 10,000", of: .enquiries, .rate(.always)),
    Measure(
      "icpc_rate", "Initial child protection conferences rate per 10,000", of: .conferences, .rate(.always),
      note: "Conferences of children who moved in with a plan are among them."),
    Measure(
      "icpc_15d_pct", "Initial child protection conferences within 15 working days of the enquiry", of: .conferences,
      .percentage(.lies("working_days", 0...15), among: .isKnown("working_days")),
      note: "Among conferences that followed an enquiry; those dated before it count in the rate alone."),
    conference("10", "0 to 10", .lies("working_days", 0...10)),
    conference("15", "11 to 15", .lies("working_days", 11...15)),
    conference("20", "16 to 20", .lies("working_days", 16...20)),
    conference("21", "21 or more", .isAtLeast("working_days", 21)),
  ]

  private static func conference(_ id: String, _ words: String, _ condition: Condition) -> Measure {
    Measure(
      "icpc_days_\(id)", "Initial child protection conferences \(words) working days after the enquiry",
      of: .conferences, .count(condition))
  }

  static let factors: [Measure] =
    [
      Measure(
        "factor_episodes_with_assessment_factor", "Episodes with factors found at the end of an assessment",
        of: .assessedEpisodes, .count(.holds("has_factor")), reads: [FieldRead(.identifiedFactors, .factor)],
        note: "Code 21 says that no factor was found, and is none.")
    ]
    + Factor.all.map { factor in
      Measure(
        "factor_\(factor.name)", "Factors at the end of an assessment: \(factor.title)", of: .assessedEpisodes,
        .count(.holds(factor.column)), reads: [FieldRead(.identifiedFactors, .factor)], firstYear: factor.firstYear,
        note: "An episode has several factors.")
    }
}
