import KithEngine
import KithStore

/// The populations of the CIN Census, step by step.
///
/// They come from the year's own return; re-referrals also from the one before. `is_not_in_need` is a referral that was closed,
/// by the end of the year, after assessment (RC8, and RC9 that was split from it), without further activity: a protection plan,
/// a child in need plan or an enquiry under section 47.
struct InNeedSteps {
  let year: CollectionYear
  let options: MeasureOptions
  /// What the rows are broken down by; they have a column for each of these that is of the child or of the case.
  let breakdowns: [Breakdown]

  /// The steps that every population of the collection rests on.
  var common: [NamedQuery] {
    [
      NamedQuery(
        "need_submission",
        """
        SELECT id, authority FROM submission_as_of WHERE collection = 'cin' AND year = \(raw: String(year.ends))
        """),
      NamedQuery("need_child", child), NamedQuery("need_case", needCase),
    ]
  }

  /// The steps of a population; the last has its name.
  func steps(of population: Population) -> [NamedQuery] {
    switch population {
    case .referrals: [NamedQuery("referral_before", referralBefore), named(population, referrals)]
    case .episodesOfNeed: [named(population, episodesOfNeed)]
    case .assessments: [named(population, assessments)]
    case .assessedEpisodes: [named(population, assessedEpisodes)]
    case .enquiries: [named(population, enquiries)]
    case .conferences: [named(population, conferences)]
    case .protectionPlans: [NamedQuery("plan_reviews", planReviews), named(population, protectionPlans)]
    default: []
    }
  }

  private func named(_ population: Population, _ query: SQL) -> NamedQuery { NamedQuery(population.rawValue, query) }

  private var child: SQL {
    let groups: [(Breakdown, String)] = [
      (.sex, Groups.sex("i.sex_mapped")), (.age, Groups.ageInNeed(year.age("i.personbirthdate"))),
      (.ethnicity, Groups.ethnicity("e.ethnicity")),
    ]
    let columns = groups.filter { breakdowns.contains($0.0) }.map { ",\n  \($1) AS \($0.column)" }.joined()
    return """
      SELECT
        s.id AS submission, i.position, s.authority, i.lachildid AS child\(raw: columns)
      FROM cin_childidentifiers AS i
      JOIN need_submission AS s ON s.id = i.submission\(raw: breakdowns.contains(.ethnicity) ? Self.ethnicity : "")
      """
  }

  private static let ethnicity = """

    LEFT JOIN (
      SELECT x.submission, x.parent_position, min(x.ethnicity) AS ethnicity
      FROM cin_childcharacteristics AS x JOIN need_submission AS o ON o.id = x.submission
      GROUP BY x.submission, x.parent_position
    ) AS e ON e.submission = i.submission AND e.parent_position = i.position
    """

  /// The columns of a case or child that say whose a row is, and its groups.
  private func whose(_ row: String, _ groups: [Breakdown] = [.sex, .age, .ethnicity, .need]) -> String {
    (["authority", "child"] + groups.filter(breakdowns.contains).map(\.column)).map { "\(row).\($0)" }
      .joined(separator: ", ")
  }

  private var primaryNeed: String {
    breakdowns.contains(.need) ? " \(Groups.code("d.primaryneedcode")) AS need," : ""
  }

  private var needCase: SQL {
    """
    SELECT
      d.submission, d.position, \(raw: whose("c", [.sex, .age, .ethnicity])),\(raw: primaryNeed)
      d.cinreferraldate AS referred, d.cinclosuredate AS closed,
      d.dateofinitialcpc AS conference_on_transfer, d.referralsource AS source, d.reasonforclosure AS closure_reason,
      coalesce(d.referralnfa_mapped, '0') = '1' AS is_no_further_action,
      coalesce(d.referralnfa_mapped, '0') <> '1' AND coalesce(d.reasonforclosure_mapped, '') = 'RC8'
        AND coalesce(d.cinclosuredate <= \(raw: year.end), FALSE) AND p.submission IS NULL AS is_not_in_need
    FROM cin_cindetails AS d
    JOIN need_child AS c ON c.submission = d.submission AND c.position = d.parent_position
    LEFT JOIN (
      SELECT DISTINCT x.submission, x.parent_position
      FROM (
        SELECT submission, parent_position FROM cin_childprotectionplans
        UNION ALL SELECT submission, parent_position FROM cin_cinplandates
        UNION ALL SELECT submission, parent_position FROM cin_section47
      ) AS x JOIN need_submission AS o ON o.id = x.submission
    ) AS p ON p.submission = d.submission AND p.parent_position = d.position
    """
  }

  /// The day of the child's referral before each referral of the year, where two years' returns have one.
  private var referralBefore: SQL {
    """
    SELECT c.authority, c.child, c.referred, max(d.cinreferraldate) AS previous
    FROM need_case AS c
    JOIN submission_as_of AS s
      ON s.authority = c.authority AND s.collection = 'cin' AND s.year >= \(raw: String(year.ends - 1))
    JOIN cin_cindetails AS d
      ON d.submission = s.id AND d.lachildid = c.child AND d.cinreferraldate < c.referred
    WHERE \(raw: year.holds("c.referred"))
    GROUP BY c.authority, c.child, c.referred
    """
  }

  private var referrals: SQL {
    """
    SELECT c.*, b.previous, coalesce(\(raw: isAgain), FALSE) AS is_again
    FROM need_case AS c
    LEFT JOIN referral_before AS b ON b.authority = c.authority AND b.child = c.child AND b.referred = c.referred
    WHERE \(raw: year.holds("c.referred"))
    """
  }

  private var isAgain: String {
    switch options.referralWindow {
    case .anniversary: "c.referred <= b.previous + INTERVAL 12 MONTH"
    case .underTwelveMonths: "c.referred < b.previous + INTERVAL 12 MONTH"
    case .within365Days: "CAST(c.referred - b.previous AS INTEGER) <= 365"
    }
  }

  private var episodesOfNeed: SQL {
    """
    SELECT
      c.*, \(raw: year.holds("c.referred")) AS is_started, coalesce(c.closed <= \(raw: year.end), FALSE) AS is_ended,
      coalesce(c.closed > \(raw: year.end), TRUE) AS is_open, \(raw: openBand("c.referred")) AS open_band,
      CASE WHEN c.closed <= c.referred + INTERVAL 3 MONTH THEN '3 months or less'
        WHEN c.closed <= c.referred + INTERVAL 6 MONTH THEN 'over 3 to 6 months'
        WHEN c.closed < c.referred + INTERVAL 12 MONTH THEN '6 months to 1 year'
        WHEN c.closed < c.referred + INTERVAL 24 MONTH THEN '1 to 2 years'
        WHEN c.closed IS NOT NULL THEN '2 years or more' END AS ended_band
    FROM need_case AS c
    WHERE c.referred <= \(raw: year.end) AND NOT c.is_no_further_action AND NOT c.is_not_in_need
      AND (c.closed IS NULL OR c.closed >= \(raw: year.start))
    """
  }

  /// How long a case that began on a day has been open at the end of the year. The months are counted on from the day: three reach
  /// the end from 31 December, six from 1 October, as those of 30 September end on 30 March.
  private func openBand(_ day: String) -> String {
    let (last, before) = (year.ends - 1, year.ends - 2)
    return """
      CASE WHEN \(day) >= \(CollectionYear.date(last, 12, 31)) THEN '3 months or less' \
      WHEN \(day) >= \(CollectionYear.date(last, 10, 1)) THEN 'over 3 to 6 months' \
      WHEN \(day) > \(CollectionYear.date(last, 3, 31)) THEN '6 months to 1 year' \
      WHEN \(day) > \(CollectionYear.date(before, 3, 31)) THEN '1 to 2 years' ELSE '2 years or more' END
      """
  }

  private var enquiries: SQL {
    """
    SELECT \(raw: whose("c")), e.s47actualstartdate AS started
    FROM cin_section47 AS e
    JOIN need_case AS c ON c.submission = e.submission AND c.position = e.parent_position
    WHERE \(raw: year.holds("e.s47actualstartdate"))
    """
  }
}

extension InNeedSteps {
  private var assessments: SQL {
    let clock = options.assessmentClock == .referral ? "c.referred" : "a.assessmentactualstartdate"
    let days = WorkingDayStep.between("f", "t", from: clock, year, options.dayCount)
    return """
      SELECT
        \(raw: whose("c")), \(raw: clock) AS started,
        a.assessmentauthorisationdate AS authorised,
        CASE WHEN a.assessmentauthorisationdate < \(raw: clock) THEN NULL ELSE \(raw: days) END AS working_days
      FROM cin_assessments AS a
      JOIN need_case AS c ON c.submission = a.submission AND c.position = a.parent_position
      LEFT JOIN working_day AS f ON f.day = \(raw: clock)
      LEFT JOIN working_day AS t ON t.day = a.assessmentauthorisationdate
      WHERE \(raw: year.holds("a.assessmentauthorisationdate"))
      """
  }

  private var assessedEpisodes: SQL {
    let flags = Factor.all.map { factor in
      "max(CASE WHEN f.assessmentfactor = '\(factor.code)' THEN 1 ELSE 0 END) = 1 AS \(factor.column)"
    }.joined(separator: ",\n    ")
    return """
      SELECT \(raw: whose("c")), e.*
      FROM need_case AS c
      JOIN (
        SELECT
          a.submission, a.parent_position, max(CASE WHEN f.assessmentfactor <> '21' THEN 1 ELSE 0 END) = 1 AS has_factor,
          \(raw: flags)
        FROM cin_assessments AS a
        JOIN need_submission AS s ON s.id = a.submission
        LEFT JOIN cin_assessmentfactorslist AS f ON f.submission = a.submission AND f.parent_position = a.position
        WHERE \(raw: year.holds("a.assessmentauthorisationdate"))
        GROUP BY a.submission, a.parent_position
      ) AS e ON e.submission = c.submission AND e.parent_position = c.position
      """
  }

  /// Conferences after an enquiry, and those of children who moved in with a plan, which follow none here.
  private var conferences: SQL {
    let days = WorkingDayStep.between("f", "t", from: "h.started", year, options.dayCount)
    return """
      SELECT
        \(raw: whose("c")), h.started, h.held,
        CASE WHEN h.held < h.started THEN NULL ELSE \(raw: days) END AS working_days
      FROM (
        SELECT submission, parent_position AS position, s47actualstartdate AS started, dateofinitialcpc AS held
        FROM cin_section47 WHERE \(raw: year.holds("dateofinitialcpc"))
        UNION ALL
        SELECT submission, position, CAST(NULL AS DATE) AS started, conference_on_transfer AS held
        FROM need_case WHERE \(raw: year.holds("conference_on_transfer"))
      ) AS h
      JOIN need_case AS c ON c.submission = h.submission AND c.position = h.position
      LEFT JOIN working_day AS f ON f.day = h.started
      LEFT JOIN working_day AS t ON t.day = h.held
      """
  }

  /// The reviews of each plan: the first, the last, and whether one came more than six months after the one before.
  private var planReviews: SQL {
    """
    SELECT
      submission, parent_position, min(reviewed) AS first_review, max(reviewed) AS last_review,
      max(CASE WHEN reviewed > previous + INTERVAL 6 MONTH THEN 1 ELSE 0 END) AS has_gap
    FROM (
      SELECT
        r.submission, r.parent_position, r.cppreviewdate AS reviewed,
        lag(r.cppreviewdate) OVER (PARTITION BY r.submission, r.parent_position ORDER BY r.cppreviewdate) AS previous
      FROM cin_reviews AS r JOIN need_submission AS s ON s.id = r.submission
      WHERE r.cppreviewdate <= \(raw: year.end)
    ) AS o
    GROUP BY submission, parent_position
    """
  }

  /// A plan that began long enough before the year for its first review to lie before it has a review in the year's first
  /// six months instead.
  private var protectionPlans: SQL {
    """
    SELECT
      \(raw: whose("c", [.sex, .age, .ethnicity])), \(raw: Groups.code("p.initialcategoryofabuse")) AS abuse,
      p.cppstartdate AS started, p.cppenddate AS ended, \(raw: year.holds("p.cppstartdate")) AS is_started,
      coalesce(p.cppenddate <= \(raw: year.end), FALSE) AS is_ended,
      coalesce(p.cppenddate > \(raw: year.end), TRUE) AS is_open,
      coalesce(p.numberofpreviouscpp, 0) >= 1 AS is_second_or_later,
      CASE WHEN \(raw: isTwoYears(to: year.end)) THEN '2 years or more'
        WHEN p.cppstartdate + INTERVAL 3 MONTH >= \(raw: year.end) THEN '3 months or less'
        WHEN p.cppstartdate + INTERVAL 6 MONTH >= \(raw: year.end) THEN 'over 3 to 6 months'
        WHEN p.cppstartdate + INTERVAL 12 MONTH > \(raw: year.end) THEN '6 months to 1 year' ELSE '1 to 2 years' END AS open_band,
      coalesce(\(raw: isTwoYears(to: "p.cppenddate")), FALSE) AS ended_after_two_years,
      p.cppstartdate + INTERVAL 3 MONTH <= \(raw: year.end) AS is_due_review,
      coalesce(v.has_gap = 0 AND v.last_review + INTERVAL 6 MONTH >= \(raw: year.end) AND v.first_review <=
        CASE WHEN p.cppstartdate + INTERVAL 3 MONTH < \(raw: year.start) THEN \(raw: year.start) + INTERVAL 6 MONTH
          ELSE p.cppstartdate + INTERVAL 3 MONTH END, FALSE) AS is_reviewed_in_time
    FROM cin_childprotectionplans AS p
    JOIN need_case AS c ON c.submission = p.submission AND c.position = p.parent_position
    LEFT JOIN plan_reviews AS v ON v.submission = p.submission AND v.parent_position = p.position
    WHERE p.cppstartdate <= \(raw: year.end) AND (p.cppenddate IS NULL OR p.cppenddate >= \(raw: year.start))
    """
  }

  /// Two years of a plan: more than 729 days with the last among them, or the same day two years on.
  private func isTwoYears(to end: String) -> String {
    switch options.twoYears {
    case .days729: "CAST(\(end) - p.cppstartdate AS INTEGER) + 1 > 729"
    case .calendar: "\(end) >= p.cppstartdate + INTERVAL 24 MONTH"
    }
  }
}

/// A factor found at the end of an assessment, and the measure that counts it.
struct Factor {
  let code: String
  let name: String
  let title: String
  let firstYear: Int?

  var column: String { "has_" + name }

  init(_ code: String, _ name: String, _ title: String, from firstYear: Int? = nil) {
    self.code = code
    self.name = name
    self.title = title
    self.firstYear = firstYear
  }

  static let all: [Factor] = [
    Factor("3B", "domestic_abuse_parent", "domestic abuse: parent or carer is the victim"),
    Factor("3A", "domestic_abuse_child", "domestic abuse: child is the victim"),
    Factor("4B", "mental_health_parent", "mental health: parent or carer"),
    Factor("4A", "mental_health_child", "mental health: child"), Factor("16A", "neglect", "neglect"),
    Factor("17A", "emotional_abuse", "emotional abuse"),
    Factor("11A", "child_sexual_exploitation", "child sexual exploitation"),
    Factor("24A", "child_criminal_exploitation", "child criminal exploitation", from: 2022),
    Factor("13A", "gangs", "gangs"), Factor("10A", "going_missing", "going missing"),
    Factor("7A", "young_carer", "young carer"),
  ]
}
