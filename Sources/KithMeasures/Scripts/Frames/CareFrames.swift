import KithReturns

/// The frames of the SSDA903 return, as ``LookedAfterSteps`` has them.
struct CareFrames {
  let days: YearFrames
  let options: MeasureOptions

  init(_ script: MeasureScript) {
    days = YearFrames(script: script)
    options = script.options
  }

  /// Every frame, each after those that it is made of.
  var all: [Frame] { [days.held(.lookedAfter)] + episodes + children + times + lookedAfter + flows + careLeavers }

  var child: [String] { ["authority", "child"] }
  var period: [String] { child + ["period_number"] }
  var place: [String] { period + ["placement_number"] }

  /// The columns of the child and of the breakdowns, of a row that has an age and codes.
  var groups: [Frame.Move] {
    [
      .fill("sex", .text("U")), .add("age_band", AgeBands.inCare.term("age")),
      .add("ethnic_group", Groups.ethnicity.term("ethnicity")), .fill("need", .text("Not known")),
      .add("placement_group", Groups.placement.term("place_mapped")),
      .add("legal_group", Groups.legalStatus.term("ls")),
    ]
  }

  func join(_ frame: String, _ take: [Frame.Taken], on keys: [String]? = nil, isRequired: Bool = false) -> Frame.Move {
    .join(frame, on: keys ?? child, take: take, isRequired: isRequired)
  }

  /// Keeps the rows of authorities that have a return of the year.
  var ofTheYear: [Frame.Move] {
    [join("care_held", ["years_held"], on: ["authority"], isRequired: true), .keep(.atLeast("years_held", .number(1)))]
  }

  private var episodes: [Frame] {
    let kept = """
      authority child started ends end_state rne ls need place place_mapped place_provider rec rec_mapped \
      reason_place_change urn pl_post pl_location pl_distance
      """
    let numbers = "begins_period period_number placement_number"
    return [
      Frame(
        "episode_as_of", .table("ssda903_episodes", years: (days.year - MeasureRun.years + 1)...days.year), episode,
        columns: kept),
      Frame("run_as_of", .frame("episode_as_of"), runs, columns: "\(kept) is_short_break \(numbers)"),
      Frame(
        "care_run", .frame("run_as_of"), [.keep(.not(.holds("is_short_break")))], columns: "\(kept) \(numbers)"),
    ]
  }

  private var episode: [Frame.Move] {
    let mapped = Frame.Move.mapped("ssda903_episodes", "place") + Frame.Move.mapped("ssda903_episodes", "rec")
    let once: [Frame.Move] = [
      .add("started", "decom"), .add("need", "cin"), .add("ended_or_not", .orElse("dec", days.day(31, 12, 9999))),
      .firstOf(child + ["started"], by: [.down("year"), .down("ended_or_not"), .down("position")]),
      join("care_held", ["last_year"], on: ["authority"]), .add("end_state", endState), .add("ends", ends),
    ]
    return [.keep(.all([.known("child"), .known("decom")]))] + mapped + once
  }

  private var isLost: Term { .less("year", "last_year") }

  private var endState: Term {
    .choose([.init(.known("dec"), .text("ended")), .init(isLost, .text("lost"))], otherwise: .text("open"))
  }

  private var ends: Term {
    .choose([.init(.known("dec"), "dec"), .init(isLost, .firstOfApril("year"))], otherwise: .missingNumber)
  }

  private var runs: [Frame.Move] {
    let line = child + ["is_short_break"]
    let begins = Term.any([.not(.known("reached")), .more("started", "reached")])
    let placement = Term.choose(
      [
        .init(.same("begins_period", .number(1)), .number(1)),
        .init(.isOne("rne", ["L", "T", "U"]), .number(0)),
      ], otherwise: .number(1))
    return [
      .add("is_short_break", .isOne("ls", ["V3", "V4"])),
      .add("ends_or_not", .orElse("ends", days.day(31, 12, 9999))),
      .addAlong("reached", .greatestBefore("ends_or_not"), within: line, by: ["started"]),
      .add("begins_period", .flag(begins)), .add("begins_placement", placement),
      .addAlong("period_number", .running("begins_period"), within: line, by: ["started"]),
      .addAlong("placement_number", .running("begins_placement"), within: line, by: ["started"]),
    ]
  }
}

extension CareFrames {
  private var children: [Frame] {
    let stated = Term.choose([.init(.isOne("sex_mapped", ["M", "F"]), "sex_mapped")], otherwise: .missingText)
    return [
      Frame(
        "care_child", .table("ssda903_header", years: days.only),
        [.keep(.known("child"))] + Frame.Move.mapped("ssda903_header", "sex") + [
          .add("sex_stated", stated), .addForGroup("born", .least("dob"), within: child),
          .addForGroup("sex_first", .firstText("sex_stated"), within: child),
          .addForGroup("ethnicity", .firstText("ethnic"), within: child), .firstOf(child),
        ],
        columns: "authority child born sex_first ethnicity"),
      Frame(
        "care_stated", .table("ssda903_header", years: days.only),
        [
          .add("is_stated", .flag(.known("uasc"))),
          .addForGroup("states_unaccompanied", .greatest("is_stated"), within: ["authority"]), .firstOf(["authority"]),
        ],
        columns: "authority states_unaccompanied"),
      Frame(
        "care_status", .table("ssda903_header", years: days.only),
        [
          .keep(.known("child")), .add("stated", .orElse("uasc", .text("-"))),
          .addForGroup("status", .lastText("stated"), within: child), .firstOf(child),
        ],
        columns: "authority child status"),
      Frame(
        "care_unaccompanied", .table("ssda903_uasc", years: days.only),
        [
          .keep(.known("child")), join("care_stated", ["states_unaccompanied"], on: ["authority"]),
          join("care_status", ["status"]),
          .keep(
            .any([
              .not(.same("states_unaccompanied", .number(1))), .same(.orElse("status", .text("1")), .text("1")),
            ])),
          .add("ceases_or_not", .orElse("duc", days.day(31, 12, 9999))),
          .addForGroup("ceases", .greatest("ceases_or_not"), within: child), .firstOf(child),
        ],
        columns: "authority child ceases"),
    ]
  }

  private var times: [Frame] {
    func ended(_ name: String, within keys: [String]) -> [Frame.Move] {
      [
        .add("is_open", .flag(.not(.known("ends")))), .addForGroup("any_open", .greatest("is_open"), within: keys),
        .addForGroup("last_end", .greatest("ends"), within: keys),
        .add(name, .choose([.init(.same("any_open", .number(1)), .missingNumber)], otherwise: "last_end")),
      ]
    }
    let entered = Term.choose([.init(.isText("rne", "S"), "started")], otherwise: .missingNumber)
    return [
      Frame(
        "care_period", .frame("care_run"),
        ended("period_ended", within: period) + [
          .firstOf(period, by: ["started"]), .add("period_started", "started"), .add("entered", entered),
        ],
        columns: "authority child period_number period_started entered period_ended"),
      Frame(
        "care_placement", .frame("care_run"),
        ended("placement_ended", within: place) + [
          .addForGroup("last_place", .last("place", by: "started"), within: place),
          .addForGroup("last_rec", .last("rec", by: "started"), within: place),
          .addForGroup("change_reason", .last("reason_place_change", by: "started"), within: place),
          .firstOf(place, by: ["started"]), .add("location", "pl_location"),
          .add("distance", .orElse("pl_distance", .number(-1))),
        ],
        columns: """
          authority child period_number placement_number started placement_ended place place_mapped last_place \
          place_provider urn pl_post need ls location distance last_rec change_reason
          """),
    ]
  }
}
