import KithReturns
import KithTables

/// The frames of the CIN Census, as ``InNeedSteps`` has them.
struct NeedFrames {
  let days: YearFrames
  let options: MeasureOptions

  init(_ script: MeasureScript) {
    days = YearFrames(script: script)
    options = script.options
  }

  /// Every frame, each after those that it is made of.
  var all: [Frame] {
    [days.held(.inNeed)] + cases + [referralBefore, referrals, episodesOfNeed, enquiries] + calendar + assessments
      + conferences + plans
  }

  var child: [String] { ["authority", "child"] }
  var ofCase: [String] { ["authority", "case_position"] }
  var person: [Frame.Taken] { ["child", "sex", "age_band", "ethnic_group"] }
  var groupNames: String { "authority child sex age_band ethnic_group need" }

  /// Takes what is known of a row's case, and leaves out rows without one.
  func ofCase(_ take: [Frame.Taken] = []) -> [Frame.Move] {
    [
      .add("case_position", "parent_position"),
      .join("need_case", on: ofCase, take: person + ["need"] + take, isRequired: true),
    ]
  }

  private var cases: [Frame] {
    let sex = Term.choose([.init(.isOne("sex_mapped", ["M", "F"]), "sex_mapped")], otherwise: .text("U"))
    return [
      Frame(
        "child_ethnicity", .table("cin_childcharacteristics", years: days.only),
        [
          .keep(.known("parent_position")), .add("position", "parent_position"),
          .addForGroup("first_ethnicity", .firstText("ethnicity"), within: ["authority", "position"]),
          .firstOf(["authority", "position"]),
        ],
        columns: "authority position first_ethnicity"),
      Frame(
        "need_child", .table("cin_childidentifiers", years: days.only),
        Frame.Move.mapped("cin_childidentifiers", "sex") + [
          .join("child_ethnicity", on: ["authority", "position"], take: [.init("first_ethnicity", as: "ethnicity")]),
          .add("child", "lachildid"), .add("sex_group", sex),
        ] + Frame.Move.age("age", born: "personbirthdate", on: days.end) + [
          .add("age_band", AgeBands.inNeed.term("age")), .add("ethnic_group", Groups.ethnicity.term("ethnicity")),
          .add("parent_position", "position"),
        ],
        columns: "authority parent_position child sex_group age_band ethnic_group"),
      acted("plan_case", "cin_childprotectionplans"), acted("plan_dates_case", "cin_cinplandates"),
      acted("enquiry_case", "cin_section47"),
      Frame(
        "need_acted", .frame("plan_case"),
        [.stack("plan_dates_case"), .stack("enquiry_case"), .firstOf(ofCase), .add("is_acted", .number(1))],
        columns: "authority case_position is_acted"),
      needCase,
    ]
  }

  private func acted(_ name: String, _ table: String) -> Frame {
    Frame(
      name, .table(table, years: days.only),
      [.keep(.known("parent_position")), .add("case_position", "parent_position")], columns: "authority case_position")
  }

  private var needCase: Frame {
    let isNotInNeed = Term.all([
      .not(.holds("is_no_further_action")), .isText("reasonforclosure_mapped", "RC8"), .atMost("closed", days.end),
      .not(.known("is_acted")),
    ])
    return Frame(
      "need_case", .table("cin_cindetails", years: days.only),
      Frame.Move.mapped("cin_cindetails", "referralnfa") + Frame.Move.mapped("cin_cindetails", "reasonforclosure") + [
        .join(
          "need_child", on: ["authority", "parent_position"],
          take: ["child", .init("sex_group", as: "sex"), "age_band", "ethnic_group"], isRequired: true),
        .add("case_position", "position"), .join("need_acted", on: ofCase, take: ["is_acted"]),
        .add("need", .orElse("primaryneedcode", .text("Not known"))), .add("referred", "cinreferraldate"),
        .add("closed", "cinclosuredate"), .add("conference_on_transfer", "dateofinitialcpc"),
        .add("source", "referralsource"), .add("closure_reason", "reasonforclosure"),
        .add("is_no_further_action", .isText("referralnfa_mapped", "1")), .add("is_not_in_need", isNotInNeed),
      ],
      columns: """
        authority case_position child sex age_band ethnic_group need referred closed conference_on_transfer source \
        closure_reason is_no_further_action is_not_in_need
        """)
  }

  private var referralBefore: Frame {
    Frame(
      "referral_before", .table("cin_cindetails", years: (days.year - 1)...days.year),
      [
        .add("child", "lachildid"), .add("referred", "cinreferraldate"),
        .keep(.all([.known("child"), .known("referred")])), .firstOf(child + ["referred"]),
        .addAlong("previous", .previous("referred"), within: child, by: ["referred"]),
      ],
      columns: "authority child referred previous")
  }

  private var referrals: Frame {
    let isAgain =
      switch options.referralWindow {
      case .anniversary: Term.atMost("referred", .later("previous", 12))
      case .underTwelveMonths: Term.less("referred", .later("previous", 12))
      case .within365Days: Term.atMost(.difference("referred", "previous"), .number(365))
      }
    return Frame(
      "referrals", .frame("need_case"),
      [
        .keep(days.holds("referred")), .join("referral_before", on: child + ["referred"], take: ["previous"]),
        .add("is_again", isAgain),
      ],
      columns: groupNames + " referred previous source is_no_further_action is_not_in_need is_again")
  }

  private var episodesOfNeed: Frame {
    func after(_ months: Int) -> Term { .later("referred", months) }
    let open = days.openBands("referred")
    let ended = Term.choose(
      [
        .init(.atMost("closed", after(3)), .text("3 months or less")),
        .init(.atMost("closed", after(6)), .text("over 3 to 6 months")),
        .init(.less("closed", after(12)), .text("6 months to 1 year")),
        .init(.less("closed", after(24)), .text("1 to 2 years")),
        .init(.known("closed"), .text("2 years or more")),
      ], otherwise: .missingText)
    return Frame(
      "episodes_of_need", .frame("need_case"),
      [
        .keep(
          .all([
            days.touches("referred", "closed"), .not(.holds("is_no_further_action")), .not(.holds("is_not_in_need")),
          ])),
        .add("is_started", days.holds("referred")), .add("is_ended", .atMost("closed", days.end)),
        .add("is_open", days.isOpen("closed")),
        .add("open_band", .choose(open, otherwise: .text("2 years or more"))), .add("ended_band", ended),
      ],
      columns: groupNames + " referred closed closure_reason is_started is_ended is_open open_band ended_band")
  }

  private var enquiries: Frame {
    Frame(
      "enquiries", .table("cin_section47", years: days.only),
      [.keep(days.holds("s47actualstartdate"))] + ofCase() + [.add("started", "s47actualstartdate")],
      columns: groupNames + " started")
  }
}

extension YearFrames {
  /// How long what began on a column's day has lasted at the year's end, in bands up to two years.
  func openBands(_ column: String) -> [Term.Choice] {
    func after(_ months: Int) -> Term { .later(.column(column), months) }
    return [
      .init(.atLeast(after(3), end), .text("3 months or less")),
      .init(.atLeast(after(6), end), .text("over 3 to 6 months")),
      .init(.more(after(12), end), .text("6 months to 1 year")), .init(.more(after(24), end), .text("1 to 2 years")),
    ]
  }
}
