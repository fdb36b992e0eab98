extension Recount {
  static let leaving: [String: Recount] = [
    "cease_adopted_count": .number(of: { $0.ceased }) { $0.isAdopted },
    "cease_adopted_pct": .share(of: { $0.ceased }) { $0.isAdopted },
    "cease_adopt_unopposed_pct": .share(of: { $0.ceased }, among: { $0.isAdopted }) { $0.reason == "E11" },
    "cease_adopt_consent_disp_pct": .share(of: { $0.ceased }, among: { $0.isAdopted }) { $0.reason == "E12" },
    "cease_sgo_count": .number(of: { $0.ceased }) { $0.isByGuardianship },
    "cease_sgo_pct": .share(of: { $0.ceased }) { $0.isByGuardianship },
    "cease_cao_pct": ended("E41"),
    "cease_home_planned_pct": ended("E4A"),
    "cease_home_unplanned_pct": ended("E4B"),
  ]

  private static func ended(_ reason: String) -> Recount { .share(of: { $0.ceased }) { $0.reason == reason } }

  static let adoption = Dictionary(
    uniqueKeysWithValues: zip(1..., AdoptionStage.allCases).map { place, stage in
      ("adopt_stage_\(place)", Recount.mean(of: { $0.ceased }, among: { $0.isAdopted }) { $0.stages[stage] })
    })

  static let outcomes: [String: Recount] = [
    "oc2_convicted_pct": answered(.convicted, ages: 10...17),
    "oc2_health_pct": answered(.healthAssessment),
    "oc2_imms_pct": answered(.immunised),
    "oc2_dental_pct": answered(.dentalCheck),
    "oc2_substance_pct": answered(.substances),
    "oc2_dev_pct": answered(.healthCheck, ages: 0...4),
    "oc2_sdq_received_pct": .share(of: { $0.children }, among: isAsked) { $0.facts.score != nil },
    "oc2_sdq_concern_pct": scored(17...40),
    "oc2_sdq_borderline_pct": scored(14...16),
    "oc2_sdq_normal_pct": scored(0...13),
    "oc2_sdq_mean": .mean(of: { $0.children }, among: isAsked) { $0.facts.score },
  ]

  /// Whether a child is looked after at 31 March, and has been throughout the year.
  private static let isSettled: Test<CareChild> = { $0.isAtEnd && $0.isThroughoutYear }
  private static let isAsked: Test<CareChild> = { isSettled($0) && $0.isAged(5...16) }

  private static func answered(_ answer: CareFacts.Answer, ages: ClosedRange<Int>? = nil) -> Recount {
    .share(of: { $0.children }, among: { isSettled($0) && (ages.map($0.isAged) ?? true) }) {
      $0.facts.answers.contains(answer)
    }
  }

  private static func scored(_ scores: ClosedRange<Int>) -> Recount {
    .share(of: { $0.children }, among: { isAsked($0) && $0.facts.score != nil }) {
      $0.facts.score.map(scores.contains) ?? false
    }
  }

  static let careLeavers: [String: Recount] = aged("1921", 19...21)
    .merging(aged("1718", 17...18)) { first, _ in first }
    .merging([
      "cl_notintouch_pct": .share(of: { $0.careLeavers }, among: { $0.isCounted(at: 19...21) }) {
        $0.inTouch == "NO" && !$0.isInTraining && !$0.isNotInTraining
      },
      "cl_stayput_pct": .share(
        of: { $0.careLeavers }, among: { $0.isCounted(at: 18...20) && $0.leftFosterCareAt18 }
      ) { $0.accommodation.hasPrefix("Z") },
    ]) { first, _ in first }

  private static func aged(_ id: String, _ ages: ClosedRange<Int>) -> [String: Recount] {
    [
      "cl_suitable_\(id)": .share(
        of: { $0.careLeavers }, among: { $0.isCounted(at: ages) && !$0.isAbroad }
      ) { $0.isSuitablyHoused },
      "cl_eet_\(id)": .share(of: { $0.careLeavers }, among: { $0.isCounted(at: ages) }) { $0.isInTraining },
      "cl_neet_\(id)": .share(of: { $0.careLeavers }, among: { $0.isCounted(at: ages) }) { $0.isNotInTraining },
      "cl_he_\(id)": .share(of: { $0.careLeavers }, among: { $0.isCounted(at: ages) }) {
        ["F1", "P1"].contains($0.activity)
      },
      "cl_total_\(id)": .number(of: { $0.careLeavers }) { $0.isCounted(at: ages) },
    ]
  }
}
