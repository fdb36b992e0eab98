extension Recount {
  static let referrals: [String: Recount] = [
    "ref_count": .number(of: { $0.referrals }),
    "ref_rate": .number(of: { $0.referrals }),
    "rereferral_pct": .share(of: { $0.referrals }) { $0.isReferredAgain },
    "ref_nfa_pct": .share(of: { $0.referrals }) { $0.isNoFurtherAction },
    "ref_notneed_pct": .share(of: { $0.referrals }) { $0.isNotInNeed },
    "ref_source_school_pct": .share(of: { $0.referrals }) { $0.source == "2A" },
    "ref_source_health_pct": .share(of: { $0.referrals }) { $0.source?.hasPrefix("3") == true },
    "ref_source_police_pct": .share(of: { $0.referrals }) { $0.source == "6" },
  ]

  static let assessments: [String: Recount] = [
    "assess_45d_pct": .share(of: { $0.assessments }) { ($0.workingDays ?? .max) <= 45 },
    "s47_rate": .number(of: { $0.enquiries }),
    "icpc_rate": .number(of: { $0.conferences }),
    "icpc_15d_pct": .share(of: { $0.conferences }, among: { $0.workingDays != nil }) { ($0.workingDays ?? .max) <= 15 },
    "icpc_days_10": conferences(0...10),
    "icpc_days_15": conferences(11...15),
    "icpc_days_20": conferences(16...20),
    "icpc_days_21": conferences(21...10_000),
  ]

  private static func conferences(_ days: ClosedRange<Int>) -> Recount {
    .number(of: { $0.conferences }) { $0.workingDays.map(days.contains) ?? false }
  }

  /// Factors by the codes of the guidance; 21 says that none was found.
  static let factors: [String: Recount] = [
    "factor_episodes_with_assessment_factor": .number(of: { $0.assessedCases }) {
      !$0.factors.subtracting(["21"]).isEmpty
    },
    "factor_domestic_abuse_parent": factor("3B"), "factor_domestic_abuse_child": factor("3A"),
    "factor_mental_health_parent": factor("4B"), "factor_mental_health_child": factor("4A"),
    "factor_neglect": factor("16A"), "factor_emotional_abuse": factor("17A"),
    "factor_child_sexual_exploitation": factor("11A"), "factor_child_criminal_exploitation": factor("24A"),
    "factor_gangs": factor("13A"), "factor_going_missing": factor("10A"), "factor_young_carer": factor("7A"),
  ]

  private static func factor(_ code: String) -> Recount {
    .number(of: { $0.assessedCases }) { $0.factors.contains(code) }
  }

  static let need: [String: Recount] = [
    "cin_31mar_count": .number(of: { $0.episodesOfNeed }) { $0.isOpen },
    "cin_31mar_rate": .number(of: { $0.episodesOfNeed }) { $0.isOpen },
    "cin_start_count": .number(of: { $0.episodesOfNeed }) { $0.isReferredInYear },
    "cin_end_count": .number(of: { $0.episodesOfNeed }) { !$0.isOpen },
    "cin_any_count": .number(of: { $0.episodesOfNeed }),
    "cin_any_children": .number(of: { $0.childrenInNeed }),
  ].merging(durations("open", "CINTime", isOpen: true)) { first, _ in first }
    .merging(durations("end", "CINCease", isOpen: false)) { first, _ in first }

  private static func durations(_ id: String, _ stem: String, isOpen: Bool) -> [String: Recount] {
    let bands = [
      "3months": "3 months or less", "3-6": "over 3 to 6 months", "6-1": "6 months to 1 year", "1-2": "1 to 2 years",
      "2more": "2 years or more",
    ]
    return Dictionary(
      uniqueKeysWithValues: bands.map { place, band in
        (
          "cin_\(id)_dur_\(stem)\(place)",
          .share(of: { $0.episodesOfNeed }, among: { $0.isOpen == isOpen }) { $0.durationBand == band }
        )
      })
  }

  static let protection: [String: Recount] = [
    "cpp_31mar_count": .number(of: { $0.plans }) { $0.isOpen },
    "cpp_31mar_rate": .number(of: { $0.plans }) { $0.isOpen },
    "cpp_start_count": .number(of: { $0.plans }) { $0.isStarted },
    "cpp_start_rate": .number(of: { $0.plans }) { $0.isStarted },
    "cpp_end_rate": .number(of: { $0.plans }) { !$0.isOpen },
    "cpp_repeat_count": .number(of: { $0.plans }) { $0.isStarted && $0.isSecondOrLater },
    "cpp_repeat_pct": .share(of: { $0.plans }, among: { $0.isStarted }) { $0.isSecondOrLater },
    "cpp_2y_open_pct": openPlans("2 years or more"),
    "cpp_dur_open_3_months_or_less": openPlans("3 months or less"),
    "cpp_dur_open_more_than_3_months_6_months": openPlans("over 3 to 6 months"),
    "cpp_dur_open_more_than_6_months_less_than_1_year": openPlans("6 months to 1 year"),
    "cpp_dur_open_1_year_less_than_2_years": openPlans("1 to 2 years"),
    "cpp_2y_ended_pct": .share(of: { $0.plans }, among: { !$0.isOpen }) { $0.endedAfterTwoYears },
    "cpp_reviewed_pct": .share(of: { $0.plans }, among: { $0.isOpen && $0.isDueReview }) { $0.isReviewedInTime },
  ]

  private static func openPlans(_ band: String) -> Recount {
    .share(of: { $0.plans }, among: { $0.isOpen }) { $0.durationBand == band }
  }
}

extension AuthorityYear {
  var referrals: [NeedCase] { cases.filter(\.isReferredInYear) }
  var episodesOfNeed: [NeedCase] { cases.filter(\.isEpisodeOfNeed) }

  /// One episode of each child who has any.
  var childrenInNeed: [NeedCase] {
    var seen: Set<String> = []
    return episodesOfNeed.filter { seen.insert($0.child).inserted }
  }
}
