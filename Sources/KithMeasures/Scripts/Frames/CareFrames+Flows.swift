import KithReturns

/// How care begins and ends, placements, adoptions, and care leavers.
extension CareFrames {
  private var person: Frame.Move { join("care_child", ["born", .init("sex_first", as: "sex"), "ethnicity"]) }
  private var groupNames: String { "sex age_band ethnic_group need placement_group legal_group" }
  private var leaves: Term {
    .all([.isText("end_state", "ended"), .known("rec"), .not(.isText("rec", "X1"))])
  }

  var flows: [Frame] {
    [started] + adoptions + [
      ceased, placements("new_placements", on: "started", .always),
      placements("placement_changes", on: "placement_ended", .isText("last_rec", "X1")),
    ]
  }

  private var started: Frame {
    Frame(
      "started", .frame("care_run"),
      [
        .keep(.all([.same("begins_period", .number(1)), .isText("rne", "S"), days.holds("started")])),
        .firstOf(child, by: ["started"]), person, join("care_unaccompanied", ["ceases"]),
        .add("is_unaccompanied", .more("ceases", "started")),
      ] + Frame.Move.age("age", born: "born", on: "started") + groups,
      columns: "authority child started is_unaccompanied " + groupNames)
  }

  private func placements(_ name: String, on day: String, _ condition: Term) -> Frame {
    Frame(
      name, .frame("care_placement"),
      ofTheYear + [.keep(.all([days.holds(day), condition, .not(.begins("place", "T"))])), person]
        + Frame.Move.age("age", born: "born", on: .column(day)) + groups,
      columns: "authority child started placement_ended location distance change_reason " + groupNames)
  }

  private var adoptions: [Frame] {
    [
      Frame(
        "adoption_placed", .frame("care_run"),
        [
          .keep(.isOne("place", ["A3", "A4", "A5", "A6"])),
          .addForGroup("placed", .least("started"), within: period), .firstOf(period),
        ],
        columns: "authority child period_number placed"),
      Frame(
        "adoption_decision", .table("ssda903_placedadoption", years: days.only),
        [
          .keep(.all([.known("child"), .not(.known("date_placed_ceased"))])),
          .addForGroup("decided", .greatest("date_placed"), within: child), .firstOf(child),
        ],
        columns: "authority child decided"),
      Frame(
        "adoption_match", .table("ssda903_ad1", years: days.only),
        [
          .keep(.known("child")), .addForGroup("decided_first", .greatest("date_int"), within: child),
          .addForGroup("matched", .greatest("date_match"), within: child), .firstOf(child),
        ],
        columns: "authority child decided_first matched"),
    ]
  }

  private var ceased: Frame {
    let days = [
      ("entry_to_decision", "decision", "entered"), ("decision_to_match", "matched", "decision"),
      ("match_to_placed", "placed", "matched"), ("entry_to_placed", "placed", "entered"),
      ("placed_to_adopted", "ends", "placed"), ("entry_to_adopted", "ends", "entered"),
    ]
    return Frame(
      "ceased", .frame("care_run"),
      [
        join("care_period", ["entered", "period_ended"], on: period),
        .keep(.all([leaves, .same("ends", "period_ended"), self.days.holds("ends")])),
        .firstOf(child, by: [.down("ends"), .down("started")]), person,
        join("adoption_placed", ["placed"], on: period), join("adoption_decision", ["decided"]),
        join("adoption_match", ["decided_first", "matched"]), .add("decision", .orElse("decided", "decided_first")),
        .add("ceased", "ends"), .add("reason", "rec_mapped"), .add("reason_code", "rec"),
      ] + days.map { .add($0.0, .difference(.column($0.1), .column($0.2))) }
        + Frame.Move.age("age", born: "born", on: "ends") + groups,
      columns: "authority child ceased reason reason_code " + days.map(\.0).joined(separator: " ") + " " + groupNames)
  }

  var careLeavers: [Frame] {
    let ages = Term.choose(
      (17...20).map { .init(.same("age", .number($0)), .text(String($0))) }, otherwise: .text("21"))
    let foster = Term.isOne("place", ["U1", "U2", "U3", "U4", "U5", "U6"])
    return [
      Frame(
        "foster_end", .frame("care_run"), [.keep(.all([foster, leaves])), .add("birthday", "ends")],
        columns: "authority child birthday"),
      Frame(
        "foster_end_at_birthday", .frame("care_run"),
        [
          .keep(.all([foster, leaves])), .add("birthday", .sum("ends", .number(1))), .stack("foster_end"),
          .firstOf(child + ["birthday"]), .add("is_left", .number(1)),
        ],
        columns: "authority child birthday is_left"),
      Frame(
        "care_leavers", .table("ssda903_oc3", years: days.only),
        Frame.Move.age("age", born: "dob", on: days.end) + [
          .keep(.between(.number(17), "age", .number(21))), .add("home", .letter("accom", 1)),
          .add("suited", .letter("accom", 2)), .add("is_counted", .not(.isOne("in_touch", ["DIED", "RHOM"]))),
          .add("birthday", .later("dob", 216)),
          join("foster_end_at_birthday", ["is_left"], on: child + ["birthday"]),
          .add("left_foster_care_at_18", .same("is_left", .number(1))), person, .fill("sex", .text("U")),
          .add("ethnic_group", Groups.ethnicity.term("ethnicity")), .add("age_band", ages),
        ],
        columns: """
          authority child age in_touch activ accom home suited is_counted left_foster_care_at_18 sex ethnic_group age_band
          """),
    ]
  }
}
