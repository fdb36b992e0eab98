extension Recount {
  static let lookedAfter: [String: Recount] = [
    "cla_31mar_count": .number(of: { $0.children }) { $0.isAtEnd },
    "cla_31mar_rate": .number(of: { $0.children }) { $0.isAtEnd },
    "cla_start_count": .number(of: { $0.started }),
    "cla_start_rate": .number(of: { $0.started }),
    "cla_cease_count": .number(of: { $0.ceased }),
    "cla_cease_rate": .number(of: { $0.ceased }),
    "cla_uasc_count": .number(of: { $0.children }) { $0.isUnaccompanied },
    "cla_uasc_pct": atEnd { $0.isUnaccompanied },
    "cla_start_uasc_pct": .share(of: { $0.started }) { $0.isUnaccompanied },
    "cla_3plus_pct": atEnd { $0.placementsInYear >= 3 },
    "cla_longterm_stable_pct": .share(
      of: { $0.children }, among: { $0.isAtEnd && $0.isThroughoutTwoAndAHalfYears && $0.isAged(0...15) }
    ) { $0.isStable },
    "cla_3plus_2y_pct": .share(of: { $0.children }, among: { $0.isAtEnd && $0.isThroughoutTwoYears }) {
      $0.placementsInTwoYears >= 3
    },
    "missing_pct": .share(of: { $0.children }) { $0.facts.wasMissing },
    "away_pct": .share(of: { $0.children }) { $0.facts.wasAway },
    "sw_3plus_pct": atEnd { $0.facts.workers.count >= 3 },
  ]

  private static func atEnd(_ passes: @escaping Test<CareChild>) -> Recount {
    .share(of: { $0.children }, among: { $0.isAtEnd }, passes)
  }

  static let placements: [String: Recount] = [
    "cla_place_LAC_Foster_Placements": placed { $0.hasPrefix("U") },
    "cla_place_LAC_SecHome_And_ChildHome": placed { ["K1", "K2"].contains($0) },
    "cla_place_LAC_Ind_SInd_Liv_Arr": placed { ["H5", "P2", "K3"].contains($0) },
    "cla_place_LAC_Other_Res_Settings": placed { ["P3", "R1", "R2", "R3", "R5", "S1"].contains($0) },
    "cla_place_LAC_Other_Place_Inc_Unreg": placed { $0.hasPrefix("Z1") },
    "cla_place_LAC_Parents_OR_Others": placed { $0 == "P1" },
    "cla_20miles_out_pct": atEnd { $0.isFarOutside },
    "newplace_placed_inside_la_boundary_less_than_20_miles_": .number(of: { $0.newPlacements }) {
      $0.location == "IN" && ($0.distance ?? 21) <= 20
    },
    "newplace_placed_outside_la_boundary_more_than_20_miles": .number(of: { $0.newPlacements }) {
      $0.location == "OUT" && ($0.distance ?? 0) > 20
    },
    "newplace_total_new_placements": .number(of: { $0.newPlacements }),
    "placechange_change_to_implementation_of_care_plan": changed("CARPL"),
    "placechange_carer_requests_placement_ends_due_to_childs_b": changed("CREQB"),
    "placechange_child_requests_placement_to_end": changed("CHILD"),
    "placechange_standards_of_care_concern": changed("STAND"),
  ]

  private static func placed(_ isOne: @escaping @Sendable (String) -> Bool) -> Recount {
    atEnd { $0.last?.place.map(isOne) ?? false }
  }

  private static func changed(_ reason: String) -> Recount {
    .share(of: { $0.changedPlacements }) { $0.changeReason == reason }
  }
}
