import KithReturns
import KithTables

/// A case: a referral, and the episode of need that may have come of it.
struct NeedCase: Countable {
  let groups: ChildGroups
  let child: String
  let referred: Day
  let closed: Day?
  let source: String?
  let isNoFurtherAction: Bool
  /// Assessed and found not to be in need: closed so by the end of the year, without a plan or an enquiry.
  let isNotInNeed: Bool
  let isReferredInYear: Bool
  /// Whether the child was referred in the twelve months before, the same day a year ago among them.
  let isReferredAgain: Bool
  private let days: CollectionDays

  init(
    _ row: CINDetails, referred: Day, previous: Day?, groups: ChildGroups, _ days: CollectionDays
  ) {
    self.groups = groups
    self.days = days
    child = row.collection.texts[row.childID]
    self.referred = referred
    closed = row.closed.value
    source = row.source.text
    isNoFurtherAction = row.noFurtherAction.isOne(of: .yes)
    let isClosedSo = ["RC8", "RC9"].contains(row.closureReason.text) && row.closed.value.map { $0 <= days.end } == true
    let hasActivity = !row.protectionPlans.isEmpty || !row.plans.isEmpty || !row.enquiries.isEmpty
    isNotInNeed = !isNoFurtherAction && isClosedSo && !hasActivity
    isReferredInYear = days.holds(referred)
    isReferredAgain = previous.map { referred <= $0.adding(months: 12) } ?? false
  }

  /// Whether it is an episode of need at any time in the year.
  var isEpisodeOfNeed: Bool {
    !isNoFurtherAction && !isNotInNeed && (closed.map { $0 >= days.start } ?? true)
  }
  var isOpen: Bool { closed.map { $0 > days.end } ?? true }
  var durationBand: String { referred.durationBand(to: isOpen ? days.end : closed ?? days.end) }
}

/// A case of which an assessment was authorised in the year, and the factors that such assessments found.
struct AssessedCase: Countable {
  let groups: ChildGroups
  let factors: Set<String>
}

/// An assessment authorised in the year.
struct CountedAssessment: Countable {
  let groups: ChildGroups
  let workingDays: Int?
}

/// An enquiry under section 47 that began in the year.
struct CountedEnquiry: Countable {
  let groups: ChildGroups
}

/// An initial child protection conference held in the year.
struct CountedConference: Countable {
  let groups: ChildGroups
  /// The working days since the enquiry; nil where it follows none.
  let workingDays: Int?
}

/// A child protection plan that goes on in the year.
struct CountedPlan: Countable {
  let groups: ChildGroups
  let start: Day
  let end: Day?
  let isSecondOrLater: Bool
  private let reviews: [Day]
  private let days: CollectionDays

  init(_ row: ChildProtectionPlan, start: Day, groups: ChildGroups, _ days: CollectionDays) {
    self.groups = groups
    self.start = start
    self.days = days
    end = row.end.value
    isSecondOrLater = row.previousPlans >= 1.0
    reviews = row.reviews.compactMap(\.date.value).filter { $0 <= days.end }.sorted()
  }

  var isStarted: Bool { days.holds(start) }
  var isOpen: Bool { end.map { $0 > days.end } ?? true }
  /// The band of an open plan; two years are more than 729 days, the last among them.
  var durationBand: String {
    if Self.isTwoYears(start, days.end) { return "2 years or more" }
    let band = start.durationBand(to: days.end)
    return band == "2 years or more" ? "1 to 2 years" : band
  }
  var endedAfterTwoYears: Bool { end.map { Self.isTwoYears(start, $0) } ?? false }
  var isDueReview: Bool { start.adding(months: 3) <= days.end }

  /// The first review within three months, each within six of the one before, and the last within six months of 31 March.
  ///
  /// The reviews of a plan that was three months old before the year are those of the year and later: the first of them is due
  /// in the year's first six months.
  var isReviewedInTime: Bool {
    guard let first = reviews.first, let last = reviews.last else { return false }
    let due = start.adding(months: 3)
    guard first <= (due < days.start ? days.start.adding(months: 6) : due) else { return false }
    return zip(reviews, reviews.dropFirst()).allSatisfy { $1 <= $0.adding(months: 6) }
      && last.adding(months: 6) >= days.end
  }

  private static func isTwoYears(_ start: Day, _ end: Day) -> Bool { end.days(since: start) + 1 > 729 }
}
