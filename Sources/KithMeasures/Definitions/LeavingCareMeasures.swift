import KithReturns

/// Measures of the SSDA903 return: how care ends, adoption, outcomes, and care leavers.
///
/// Source: DfE, "Children looked after in England including adoptions", and the LAIT data dictionary.
extension Measure {
  private static let adopted = Condition.isOne("reason_code", ["E11", "E12"])
  private static let guardianship = Condition.equals("reason", "SGO")

  static let leaving: [Measure] = [
    Measure("cease_adopted_count", "Looked after children adopted", of: .ceased, .count(adopted)),
    ended("cease_adopted_pct", "Share of leavers who were adopted", adopted),
    Measure(
      "cease_adopt_unopposed_pct", "Adoptions: application unopposed", of: .ceased,
      .percentage(.equals("reason_code", "E11"), among: adopted)),
    Measure(
      "cease_adopt_consent_disp_pct", "Adoptions: consent dispensed with", of: .ceased,
      .percentage(.equals("reason_code", "E12"), among: adopted)),
    Measure(
      "cease_sgo_count", "Leavers through a special guardianship order", of: .ceased, .count(guardianship),
      note: "E45 to E48, and E43 and E44 to 2017/18."),
    ended("cease_sgo_pct", "Share of leavers through a special guardianship order", guardianship),
    ended(
      "cease_cao_pct", "Share of leavers through a child arrangements or residence order",
      .equals("reason_code", "E41")),
    ended(
      "cease_home_planned_pct", "Leavers who returned home as part of the care plan", .equals("reason_code", "E4A")),
    ended(
      "cease_home_unplanned_pct", "Leavers who returned home not as part of the care plan",
      .equals("reason_code", "E4B")),
  ]

  private static func ended(_ id: String, _ name: String, _ condition: Condition) -> Measure {
    Measure(id, name, of: .ceased, .percentage(condition, among: .always))
  }

  static let adoption: [Measure] = [
    ("entry into care and the decision that the child should be placed for adoption", "entry_to_decision"),
    ("that decision and the match of child and adopters", "decision_to_match"),
    ("the match and the placement for adoption", "match_to_placed"),
    ("entry into care and the placement for adoption", "entry_to_placed"),
    ("the placement for adoption and the adoption", "placed_to_adopted"),
    ("entry into care and adoption", "entry_to_adopted"),
  ].enumerated().map { place, stage in
    Measure(
      "adopt_stage_\(place + 1)", "Average time between \(stage.0)", of: .ceased,
      .yearsAndMonths(stage.1, of: adopted), reads: [FieldRead(.ad1s, .matched)],
      yearsNeeded: stage.1.hasPrefix("entry") ? 4 : 1,
      note: "Entry is the start of the final period of care; children whose start is in no return are left out.")
  }

  private static let continuous = Condition.all([.holds("is_at_end"), .holds("is_continuous_1")])

  static func outcomes(_ options: MeasureOptions) -> [Measure] {
    let asked = Condition.all([continuous, .lies("age", options.questionnaireAges.range)])
    let scored = Condition.all([asked, .isKnown("sdq_score")])
    let score = [FieldRead(.oc2s, .sdqScore)]
    func answer(_ id: String, _ name: String, _ column: String, _ field: Field, ages: ClosedRange<Int>? = nil)
      -> Measure
    {
      let base = ages.map { Condition.all([continuous, .lies("age", $0)]) } ?? continuous
      return Measure(
        "oc2_\(id)_pct", name, of: .lookedAfter, .percentage(.holds(column), among: base), status: .verified,
        reads: [FieldRead(.oc2s, field)], note: "Looked after throughout the year to 31 March.")
    }
    func band(_ id: String, _ name: String, _ scores: ClosedRange<Int>) -> Measure {
      Measure(
        "oc2_sdq_\(id)_pct", name, of: .lookedAfter, .percentage(.lies("sdq_score", scores), among: scored),
        status: .verified, reads: score)
    }
    return [
      answer(
        "convicted", "Convicted or subject to youth caution", "is_convicted", .convicted, ages: 10...17),
      answer("health", "Annual health assessment up to date", "has_health_assessment", .healthAssessment),
      answer("imms", "Immunisations up to date", "is_immunised", .immunisations),
      answer("dental", "Teeth checked by a dentist", "has_dental_check", .dentalCheck),
      answer("substance", "Identified with a substance misuse problem", "misuses_substances", .substanceMisuse),
      answer(
        "dev", "Development assessments up to date (under 5)", "has_development_check", .healthCheck, ages: 0...4),
      Measure(
        "oc2_sdq_received_pct", "SDQ score received", of: .lookedAfter,
        .percentage(.isKnown("sdq_score"), among: asked), status: .verified, reads: score),
      band("concern", "SDQ score a cause for concern (17 to 40)", 17...40),
      band("borderline", "SDQ score borderline (14 to 16)", 14...16),
      band("normal", "SDQ score normal (0 to 13)", 0...13),
      Measure(
        "oc2_sdq_mean", "Average SDQ score", of: .lookedAfter, .mean("sdq_score", of: asked), reads: score),
    ]
  }

  static let careLeavers: [Measure] =
    [("1921", "19 to 21", 19...21), ("1718", "17 to 18", 17...18)].flatMap { id, words, ages in
      careLeavers(id, words, .all([.holds("is_counted"), .lies("age", ages)]))
    } + [
      Measure(
        "cl_notintouch_pct", "Care leavers aged 19 to 21 with whom the authority is not in touch", of: .careLeavers,
        .percentage(
          .all([.equals("in_touch", "NO"), .not(.isOne("activ", inTraining + notInTraining))]),
          among: .all([.holds("is_counted"), .lies("age", 19...21)]))),
      Measure(
        "cl_stayput_pct", "Care leavers staying with former foster carers", of: .careLeavers,
        .percentage(
          .equals("home", "Z"),
          among: .all([.holds("is_counted"), .lies("age", 18...20), .holds("left_foster_care_at_18")])),
        reads: [FieldRead(.oc3s, .accommodation)], yearsNeeded: 3,
        note: "Aged 18 to 20, who left a foster placement on the 18th birthday."),
    ]

  private static let inTraining = ["F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5"]
  private static let notInTraining = ["G4", "G5", "G6"]

  private static func careLeavers(_ id: String, _ words: String, _ base: Condition) -> [Measure] {
    func activity(_ name: String, _ title: String, _ codes: [String]) -> Measure {
      Measure(
        "cl_\(name)_\(id)", "Care leavers aged \(words) \(title)", of: .careLeavers,
        .percentage(.isOne("activ", codes), among: base), status: .verified, reads: [FieldRead(.oc3s, .activity)],
        note: "Not known stays among those divided by.")
    }
    return [
      Measure(
        "cl_suitable_\(id)", "Care leavers aged \(words) in suitable accommodation", of: .careLeavers,
        .percentage(.equals("suited", "1"), among: .all([base, .not(.isOne("home", ["G", "H"]))])),
        status: .verified, reads: [FieldRead(.oc3s, .accommodation)],
        note: "Those who have gone abroad or were deported are left out: our reading of the smaller total."),
      activity("eet", "in education, employment or training", inTraining),
      activity("neet", "not in education, employment or training", notInTraining),
      activity("he", "in higher education", ["F1", "P1"]),
      Measure("cl_total_\(id)", "Care leavers aged \(words)", of: .careLeavers, .count(base)),
    ]
  }
}
