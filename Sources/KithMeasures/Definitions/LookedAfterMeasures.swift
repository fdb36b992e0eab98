import KithReturns

/// Measures of the SSDA903 return: children looked after, placements, and how care ends.
///
/// Source: DfE, "Children looked after in England including adoptions", and the LAIT data dictionary.
extension Measure {
  private static let atEnd = Condition.holds("is_at_end")
  private static let unaccompanied = [FieldRead(.uascs, .statusCeased)]

  static let lookedAfter: [Measure] = [
    Measure("cla_31mar_count", "Children looked after at 31 March", of: .lookedAfter, .count(atEnd)),
    Measure(
      "cla_31mar_rate", "Children looked after at 31 March per 10,000", of: .lookedAfter, .rate(atEnd),
      status: .verified),
    Measure(
      "cla_start_count", "Children starting to be looked after", of: .started, .count(.always),
      note: "Each child once, at the first start in the year."),
    Measure(
      "cla_start_rate", "Children starting to be looked after per 10,000", of: .started, .rate(.always),
      status: .verified),
    Measure(
      "cla_cease_count", "Children ceasing to be looked after", of: .ceased, .count(.always),
      note: "Each child once, at the last end in the year; moves of care to another authority are among them."),
    Measure(
      "cla_cease_rate", "Children ceasing to be looked after per 10,000", of: .ceased, .rate(.always),
      status: .verified),
    Measure(
      "cla_uasc_count", "Unaccompanied asylum-seeking children looked after at 31 March", of: .lookedAfter,
      .count(.holds("is_unaccompanied")), reads: unaccompanied),
    Measure(
      "cla_uasc_pct", "Unaccompanied asylum-seeking children as a share of children looked after", of: .lookedAfter,
      .percentage(.holds("is_unaccompanied"), among: atEnd), reads: unaccompanied),
    Measure(
      "cla_start_uasc_pct", "Unaccompanied asylum-seeking children's share of children starting", of: .started,
      .percentage(.holds("is_unaccompanied"), among: .always), reads: unaccompanied),
    Measure(
      "cla_3plus_pct", "Looked after children with 3 or more placements in the year", of: .lookedAfter,
      .percentage(.isAtLeast("placements_in_year", 3), among: atEnd), status: .verified,
      note: "Placements of a day or longer, the one on 1 April among them; not temporary ones (T0 to T4)."),
    Measure(
      "cla_longterm_stable_pct", "Long-term stability: same placement for 2 years or more", of: .lookedAfter,
      .percentage(
        .holds("is_stable"), among: .all([atEnd, .holds("is_continuous_2_and_half"), .lies("age", 0...15)])),
      status: .verified, yearsNeeded: 3, note: "Under 16, looked after for two and a half years or longer."),
    Measure(
      "cla_3plus_2y_pct", "3 or more placements in the previous 2 years", of: .lookedAfter,
      .percentage(
        .isAtLeast("placements_in_two_years", 3), among: .all([atEnd, .holds("is_continuous_2")])),
      status: .verified, yearsNeeded: 2),
    Measure(
      "missing_pct", "Looked after children who went missing in the year", of: .lookedAfter,
      .percentage(.holds("was_missing"), among: .always), reads: [FieldRead(.absences, .absence)]),
    Measure(
      "away_pct", "Looked after children away without authorisation in the year", of: .lookedAfter,
      .percentage(.holds("was_away"), among: .always), reads: [FieldRead(.absences, .absence)]),
    Measure(
      "sw_3plus_pct", "Looked after children with 3 or more social workers in the year", of: .lookedAfter,
      .percentage(.isAtLeast("workers", 3), among: atEnd), reads: [FieldRead(.socialWorkers, .worker)],
      firstYear: 2024, note: "Different workers; time when the child is not looked after is among it."),
  ]

  static let placements: [Measure] =
    [
      place("LAC_Foster_Placements", "foster care", "Foster placements"),
      place("LAC_SecHome_And_ChildHome", "secure homes and children's homes", "Secure homes and children's homes"),
      place(
        "LAC_Ind_SInd_Liv_Arr", "independent, semi-independent and supported accommodation",
        "Supported accommodation and independent living"),
      place("LAC_Other_Res_Settings", "other residential settings", "Other residential settings"),
      place("LAC_Other_Place_Inc_Unreg", "other placements", "Other placements"),
      place(
        "LAC_Parents_OR_Others", "parents or person with parental responsibility",
        "Parents or other person with parental responsibility"),
      Measure(
        "cla_20miles_out_pct", "Placed more than 20 miles from home and outside the authority", of: .lookedAfter,
        .percentage(.holds("is_far_outside"), among: atEnd), reads: location,
        note: "An unknown distance stays among those divided by."),
      newPlacement(
        "placed_inside_la_boundary_less_than_20_miles_", "inside the authority, up to 20 miles from home",
        .all([.equals("location", "IN"), .lies("distance", 0...20)])),
      newPlacement(
        "placed_outside_la_boundary_more_than_20_miles", "outside the authority, more than 20 miles from home",
        .all([.equals("location", "OUT"), .not(.lies("distance", -1...20))])),
      Measure(
        "newplace_total_new_placements", "New placements in the year", of: .newPlacements, .count(.always)),
    ]
    + [
      ("change_to_implementation_of_care_plan", "Change to or implementation of care plan", "CARPL"),
      ("carer_requests_placement_ends_due_to_childs_b", "Carer requests end due to child's behaviour", "CREQB"),
      ("child_requests_placement_to_end", "Child requests placement to end", "CHILD"),
      ("standards_of_care_concern", "Standards of care concern", "STAND"),
    ].map { id, words, code in
      Measure(
        "placechange_\(id)", "Reason for placement change: \(words)", of: .placementChanges,
        .percentage(.equals("change_reason", code), among: .always), reads: [FieldRead(.episodes, .changeReason)])
    }

  private static let location = [
    FieldRead(.episodes, .placementLocation), FieldRead(.episodes, .placementDistance),
  ]

  private static func place(_ id: String, _ words: String, _ group: String) -> Measure {
    Measure(
      "cla_place_\(id)", "Share of looked after children in \(words)", of: .lookedAfter,
      .percentage(.equals("placement_group", group), among: atEnd), reads: [FieldRead(.episodes, .placement)])
  }

  private static func newPlacement(_ id: String, _ words: String, _ condition: Condition) -> Measure {
    Measure(
      "newplace_\(id)", "New placements in the year: \(words)", of: .newPlacements, .count(condition), reads: location)
  }
}
