import KithTables

/// A time in need, from the referral to the closure, as it truly went.
struct NeedEpisode: Sendable {
  var referred: Day
  var source: String
  var isNoFurtherAction = false
  var need: String
  /// The day on which the case was closed, or will be.
  var closed: Day
  var reason: String
  /// A conference held without an enquiry of this authority's.
  var conference: Day?
  var assessments: [Assessment] = []
  var enquiries: [Enquiry] = []
  var plans: [Plan] = []
  var protection: [ProtectionPlan] = []

  /// Whether the assessment found no need.
  var isNotInNeed: Bool { reason == "RC8" || reason == "RC9" }

  struct Assessment: Sendable {
    var start: Day
    var authorised: Day
    var factors: [String]
  }

  struct Enquiry: Sendable {
    var start: Day
    /// The day of the conference; nil when none was needed.
    var conference: Day?
    /// The day on which it was decided whether one was.
    var decided: Day
  }

  struct Plan: Sendable {
    var start: Day
    var end: Day
  }

  struct ProtectionPlan: Sendable {
    var start: Day
    var end: Day
    var initial: String
    var latest: String
    var previous: Int
    var reviews: [Day]
  }
}

extension NeedEpisode {
  /// Cuts the episode short on a day, for a reason.
  mutating func cut(on day: Day, reason: String) {
    guard day < closed else { return }
    closed = max(day, referred)
    self.reason = reason
    if let held = conference, held > closed { conference = nil }
    assessments = assessments.filter { $0.start <= day }.map {
      Assessment(start: $0.start, authorised: min($0.authorised, day), factors: $0.factors)
    }
    enquiries = enquiries.filter { $0.start <= day }.map { enquiry in
      guard let held = enquiry.conference, held >= day else {
        return Enquiry(start: enquiry.start, conference: enquiry.conference, decided: min(enquiry.decided, day))
      }
      return Enquiry(start: enquiry.start, conference: nil, decided: day)
    }
    plans = plans.filter { $0.start < day }.map { Plan(start: $0.start, end: min($0.end, day)) }
    protection = protection.filter { $0.start < day }.map { plan in
      var plan = plan
      plan.end = min(plan.end, day)
      plan.reviews = plan.reviews.filter { $0 <= plan.end }
      return plan
    }
  }
}

/// What an authority knows of a child: times in need and care.
struct Career: Sendable {
  var person: Person
  /// The authority's place.
  let authority: Int
  /// The authority's identifier of the child.
  let label: String
  var episodes: [NeedEpisode] = []
  var care: [CarePeriod] = []
  var breaks: ShortBreaks?
  /// Whether the child is in the care of another authority, which stays responsible.
  var isElsewhere = false
  /// The birth of the child's own first child.
  var firstChildBorn: Day?

  /// The day after the last on which anything goes on.
  var lastDay: Day {
    let need = episodes.map(\.closed).max() ?? person.born
    let care = care.map(\.end).max() ?? person.born
    // What becomes of a care leaver is told of until 21.
    let leaver = self.care.contains { $0.end > person.birthday(16) } ? person.birthday(22) : person.born
    return max(max(need, leaver), max(care, breaks?.lastDay ?? person.born))
  }
}
