import KithReturns

/// Children looked after at any time in the year, and what is known of each.
extension CareFrames {
  var lookedAfter: [Frame] { [atEnd, counted] + stays + facts + [inYear, population] }

  private var atEnd: Frame {
    Frame(
      "care_at_end", .frame("care_run"),
      [
        .keep(.all([.atMost("started", days.end), days.isOpen("ends")])), .firstOf(child, by: [.down("started")]),
        .add("is_here", .number(1)), .add("placement_at_end", "placement_number"),
      ],
      columns: "authority child period_number placement_at_end is_here need place_mapped ls pl_location pl_distance")
  }

  private var counted: Frame {
    let yearBefore = days.day(1, 4, days.year - 2)
    let isOfTwoYears = Term.all([.more("placement_ended", yearBefore), .more("placement_ended", "started")])
    let isOpen = Term.not(.known("placement_ended"))
    let isCounted = options.temporaryPlacements == .counted ? Term.always : .not(.begins("place", "T"))
    return Frame(
      "placements_counted", .frame("care_placement"),
      [
        .keep(.all([.atMost("started", days.end), .any([isOpen, isOfTwoYears]), isCounted])),
        .add("is_one", .number(1)), .add("is_in_year", .flag(.any([isOpen, .more("placement_ended", days.start)]))),
        .addForGroup("in_two_years", .total("is_one"), within: child),
        .addForGroup("in_year", .total("is_in_year"), within: child), .firstOf(child),
      ],
      columns: "authority child in_two_years in_year")
  }

  private var stays: [Frame] {
    func previous(_ column: String) -> Frame.Move {
      .addAlong("previous_" + column, .previous(column), within: period, by: ["started", "placement_number"])
    }
    func isSame(_ column: String) -> Term { .same(.column(column), .column("previous_" + column)) }
    func isSameOrNone(_ column: String) -> Term {
      .same(.orElse(.column(column), .text("-")), .orElse(.column("previous_" + column), .text("-")))
    }
    let isSamePlace = Term.all([
      isSame("place"), isSame("place_provider"), isSameOrNone("urn"), isSameOrNone("pl_post"),
      .more("placement_number", .sum("previous_placement_number", .number(1))),
    ])
    return [
      Frame(
        "care_stay", .frame("care_placement"),
        [.keep(.not(.begins("place", "T")))]
          + ["place", "place_provider", "urn", "pl_post", "placement_number"].map(previous) + [
            .add("is_new", .flag(.not(isSamePlace))),
            .addAlong("stay", .running("is_new"), within: period, by: ["started", "placement_number"]),
          ],
        columns: "authority child period_number placement_number stay started last_place"),
      Frame(
        "stay_start", .frame("care_stay"),
        [.addForGroup("since", .least("started"), within: period + ["stay"]), .firstOf(period + ["stay"])],
        columns: "authority child period_number stay since"),
      Frame(
        "stay_before", .frame("stay_start"),
        [.add("next_stay", .sum("stay", .number(1))), .add("before_since", "since")],
        columns: "authority child period_number next_stay before_since"),
      Frame(
        "lasting_placement", .frame("care_stay"),
        [
          join("care_at_end", ["placement_at_end"], on: period, isRequired: true),
          .keep(.atMost("placement_number", "placement_at_end")), .firstOf(child, by: [.down("placement_number")]),
          join("stay_start", ["since"], on: period + ["stay"]), .add("next_stay", "stay"),
          join("stay_before", ["before_since"], on: period + ["next_stay"]),
        ],
        columns: "authority child last_place since before_since"),
    ]
  }

  /// A frame of each child's answers: whether any row says so.
  private func flags(_ answers: [(name: String, condition: Term)]) -> [Frame.Move] {
    answers.flatMap { name, condition -> [Frame.Move] in
      [.add("is_" + name, .flag(condition)), .addForGroup(name, .greatest("is_" + name), within: child)]
    }
  }

  private var facts: [Frame] {
    let answers = [
      "convicted", "health_check", "immunisations", "teeth_check", "health_assessment", "substance_misuse",
    ]
    return [
      Frame(
        "absence_in_year", .table("ssda903_missing", years: days.only),
        [.keep(.known("child")), .keep(days.touches("mis_start", "mis_end"))]
          + flags([("went_missing", .isText("missing", "M")), ("went_away", .isText("missing", "A"))])
          + [.firstOf(child)],
        columns: "authority child went_missing went_away"),
      Frame(
        "workers_in_year", .table("ssda903_swepisodes", years: days.only),
        [
          .keep(.known("child")), .keep(days.touches("sw_decom", "sw_dec")), .keep(.known("sw_id")),
          .firstOf(child + ["sw_id"]), .add("is_one", .number(1)),
          .addForGroup("workers", .total("is_one"), within: child), .firstOf(child),
        ],
        columns: "authority child workers"),
      Frame(
        "outcome_in_year", .table("ssda903_oc2", years: days.only),
        [.keep(.known("child")), .addForGroup("score", .greatest("sdq_score"), within: child)]
          + flags(answers.map { ("any_" + $0, .isText($0, "1")) }) + [.firstOf(child)],
        columns: "authority child score " + answers.map { "any_" + $0 }.joined(separator: " ")),
    ]
  }

  private var inYear: Frame {
    let touches = Term.any([
      .not(.known("ends")), .more("ends", days.start),
      .all([.same("ends", days.start), .isText("end_state", "ended")]),
    ])
    return Frame(
      "care_in_year", .frame("care_run"),
      ofTheYear + [.keep(.all([.atMost("started", days.end), touches])), .firstOf(child)], columns: "authority child")
  }

  private var population: Frame {
    func isOne(_ column: String) -> Term { .same(.column(column), .number(1)) }
    let twoYears = days.end(monthsBefore: 24)
    let isUnaccompanied = Term.all([isOne("is_here"), .more("ceases", days.end)])
    let isStable = Term.any([
      .atMost("since", twoYears),
      .all([.isOne("last_place", ["A3", "A4", "A5", "A6"]), .atMost("before_since", twoYears)]),
    ])
    return Frame(
      "looked_after", .frame("care_in_year"),
      [
        join("care_child", ["born", .init("sex_first", as: "sex"), "ethnicity"]),
        join(
          "care_at_end", ["is_here", "period_number", "need", "place_mapped", "ls", "pl_location", "pl_distance"]),
        join("care_period", ["period_started"], on: period), join("placements_counted", ["in_year", "in_two_years"]),
        join("lasting_placement", ["last_place", "since", "before_since"]),
        join("care_unaccompanied", ["ceases"]), join("absence_in_year", ["went_missing", "went_away"]),
        join("workers_in_year", ["workers"]),
        join(
          "outcome_in_year",
          [
            .init("score", as: "sdq_score"), "any_convicted", "any_health_check", "any_immunisations",
            "any_teeth_check",
            "any_health_assessment", "any_substance_misuse",
          ]),
      ] + Frame.Move.age("age", born: "born", on: days.end) + groups + [
        .add("is_at_end", isOne("is_here")),
        .add("is_far_outside", .all([.isText("pl_location", "OUT"), .more("pl_distance", .number(20))])),
        .add("is_unaccompanied", isUnaccompanied),
        .add("is_continuous_1", .atMost("period_started", days.start)),
        .add("is_continuous_2", .atMost("period_started", twoYears)),
        .add("is_continuous_2_and_half", .atMost("period_started", days.end(monthsBefore: 30))),
        .add("placements_in_year", .orElse("in_year", .number(0))),
        .add("placements_in_two_years", .orElse("in_two_years", .number(0))), .add("is_stable", isStable),
        .add("was_missing", isOne("went_missing")), .add("was_away", isOne("went_away")),
        .fill("workers", .number(0)), .add("is_convicted", isOne("any_convicted")),
        .add("has_development_check", isOne("any_health_check")), .add("is_immunised", isOne("any_immunisations")),
        .add("has_dental_check", isOne("any_teeth_check")),
        .add("has_health_assessment", isOne("any_health_assessment")),
        .add("misuses_substances", isOne("any_substance_misuse")),
      ],
      columns: """
        authority child is_at_end age sex age_band ethnic_group need placement_group legal_group is_far_outside \
        is_unaccompanied is_continuous_1 is_continuous_2 is_continuous_2_and_half placements_in_year \
        placements_in_two_years is_stable was_missing was_away workers sdq_score is_convicted has_development_check \
        is_immunised has_dental_check has_health_assessment misuses_substances
        """)
  }
}
