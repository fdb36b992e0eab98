import KithReturns
import KithTables

/// Assessments, conferences and child protection plans.
extension NeedFrames {
  /// The calendar of working days; none where the bank holidays of a year are not known.
  var calendar: [Frame] {
    let calendar = WorkingDays.england
    guard let first = Day(1, 1, days.year - 2), let last = Day(31, 3, days.year),
      WorkingDayStep.step(for: CollectionYear(days.year)) != nil
    else { return [] }
    let all = sequence(first: first) { $0 < last ? $0.adding(days: 1) : nil }
    let holidays = all.filter { !$0.isWeekend && calendar.isWorkingDay($0) == false }
    return [
      Frame(
        "working_day", .calendar(from: first, to: last, holidays: holidays), [], columns: "day number is_working"),
      Frame(
        "working_day_from", .frame("working_day"), [.add("from_day", "day")],
        columns: "from_day number is_working"),
      Frame("working_day_to", .frame("working_day"), [.add("to_day", "day")], columns: "to_day number"),
    ]
  }

  /// The working days between two columns of days; of a start before the calendar, more than any limit.
  private func workingDays(from start: String, to end: String) -> [Frame.Move] {
    let first = days.day(1, 1, days.year - 2)
    let between = Term.difference("to_number", "from_number")
    let counted = options.dayCount == .fromStart ? Term.sum(between, "from_working") : between
    return [
      .add("from_day", .column(start)), .add("to_day", .column(end)),
      .join(
        "working_day_from", on: ["from_day"],
        take: [.init("number", as: "from_number"), .init("is_working", as: "from_working")]),
      .join("working_day_to", on: ["to_day"], take: [.init("number", as: "to_number")]),
      .add(
        "working_days",
        .choose(
          [
            .init(.less("to_day", "from_day"), .missingNumber), .init(.less("from_day", first), .number(9999)),
          ],
          otherwise: counted)),
    ]
  }

  var assessments: [Frame] {
    let clock = options.assessmentClock == .referral ? "referred" : "assessmentactualstartdate"
    let factors =
      [("f_any", Term.all([.known("assessmentfactor"), .not(.isText("assessmentfactor", "21"))]))]
      + Factor.all.map { ("f_" + $0.name, Term.isText("assessmentfactor", $0.code)) }
    let flags = factors.flatMap { name, condition -> [Frame.Move] in
      [.add("is_" + name, .flag(condition)), .addForGroup(name, .greatest("is_" + name), within: ofCase)]
    }
    let columns = ["has_factor"] + Factor.all.map(\.column)
    return [
      Frame(
        "assessments", .table("cin_assessments", years: days.only),
        [.keep(days.holds("assessmentauthorisationdate"))] + ofCase(["referred"]) + [
          .add("started", .column(clock)), .add("authorised", "assessmentauthorisationdate"),
        ] + workingDays(from: "started", to: "authorised"),
        columns: groupNames + " started authorised working_days"),
      Frame(
        "assessment_in_year", .table("cin_assessments", years: days.only),
        [
          .keep(days.holds("assessmentauthorisationdate")), .keep(.known("position")),
          .add("assessment_position", "position"), .add("case_position", "parent_position"),
        ],
        columns: "authority assessment_position case_position"),
      Frame(
        "assessment_factor", .table("cin_assessmentfactorslist", years: days.only),
        [
          .add("assessment_position", "parent_position"),
          .join(
            "assessment_in_year", on: ["authority", "assessment_position"], take: ["case_position"], isRequired: true),
          .keep(.known("case_position")),
        ] + flags + [.firstOf(ofCase)],
        columns: "authority case_position " + factors.map(\.0).joined(separator: " ")),
      Frame(
        "assessed_episodes", .frame("assessment_in_year"),
        [
          .firstOf(ofCase), .join("need_case", on: ofCase, take: person + ["need"], isRequired: true),
          .join("assessment_factor", on: ofCase, take: factors.map { .init($0.0, as: $0.0) }),
        ] + zip(columns, factors).map { .add($0, .same(.column($1.0), .number(1))) },
        columns: groupNames + " " + columns.joined(separator: " ")),
    ]
  }

  var conferences: [Frame] {
    [
      Frame(
        "conference_on_transfer", .frame("need_case"),
        [
          .keep(days.holds("conference_on_transfer")), .add("started", .missingNumber),
          .add("held", "conference_on_transfer"),
        ],
        columns: "authority case_position started held"),
      Frame(
        "conference_held", .table("cin_section47", years: days.only),
        [
          .keep(days.holds("dateofinitialcpc")), .add("case_position", "parent_position"),
          .add("started", "s47actualstartdate"), .add("held", "dateofinitialcpc"), .stack("conference_on_transfer"),
        ],
        columns: "authority case_position started held"),
      Frame(
        "conferences", .frame("conference_held"),
        [.join("need_case", on: ofCase, take: person + ["need"], isRequired: true)]
          + workingDays(from: "started", to: "held"),
        columns: groupNames + " started held working_days"),
    ]
  }

  var plans: [Frame] {
    let ofPlan = ["authority", "plan_position"]
    return [
      Frame(
        "plan_reviews", .table("cin_reviews", years: days.only),
        [
          .keep(.all([.atMost("cppreviewdate", days.end), .known("parent_position")])),
          .add("plan_position", "parent_position"),
          .addAlong("previous", .previous("cppreviewdate"), within: ofPlan, by: ["cppreviewdate"]),
          .add("is_late", .flag(.more("cppreviewdate", .later("previous", 6)))),
          .addForGroup("has_gap", .greatest("is_late"), within: ofPlan),
          .addForGroup("first_review", .least("cppreviewdate"), within: ofPlan),
          .addForGroup("last_review", .greatest("cppreviewdate"), within: ofPlan), .firstOf(ofPlan),
        ],
        columns: "authority plan_position first_review last_review has_gap"),
      Frame(
        "protection_plans", .table("cin_childprotectionplans", years: days.only),
        [.keep(days.touches("cppstartdate", "cppenddate"))] + ofCase() + [
          .add("plan_position", "position"),
          .join("plan_reviews", on: ofPlan, take: ["first_review", "last_review", "has_gap"]),
        ] + planFacts,
        columns: """
          authority child sex age_band ethnic_group abuse started ended is_started is_ended is_open is_second_or_later \
          open_band ended_after_two_years is_due_review is_reviewed_in_time
          """),
    ]
  }

  private var planFacts: [Frame.Move] {
    let months = Term.later("started", 3)
    let firstDue = Term.choose([.init(.less(months, days.start), .later(days.start, 6))], otherwise: months)
    let isReviewed = Term.all([
      .same("has_gap", .number(0)), .atLeast(.later("last_review", 6), days.end), .atMost("first_review", "first_due"),
    ])
    let open = [Term.Choice(isTwoYears(to: days.end), .text("2 years or more"))] + days.openBands("started").prefix(3)
    return [
      .add("abuse", .orElse("initialcategoryofabuse", .text("Not known"))), .add("started", "cppstartdate"),
      .add("ended", "cppenddate"), .add("is_started", days.holds("started")),
      .add("is_ended", .atMost("ended", days.end)), .add("is_open", days.isOpen("ended")),
      .add("is_second_or_later", .atLeast("numberofpreviouscpp", .number(1))),
      .add("open_band", .choose(open, otherwise: .text("1 to 2 years"))),
      .add("ended_after_two_years", isTwoYears(to: "ended")), .add("is_due_review", .atMost(months, days.end)),
      .add("first_due", firstDue), .add("is_reviewed_in_time", isReviewed),
    ]
  }

  /// Two years of a plan: more than 729 days with the last among them, or the same day two years on.
  private func isTwoYears(to end: Term) -> Term {
    switch options.twoYears {
    case .days729: .more(.sum(.difference(end, "started"), .number(1)), .number(729))
    case .calendar: .atLeast(end, .later("started", 24))
    }
  }
}
