import KithReturns
import KithTables

/// An authority's returns of several years, as they were read.
struct AuthorityReturns: Sendable {
  /// The authority's three digits.
  let code: String
  /// The CIN Censuses, by year.
  let need: [Int: InNeedReturn]
  /// The SSDA903 returns, by year.
  let care: [Int: LookedAfterReturn]
}

/// What an authority's returns up to a year say of that year, child by child.
struct AuthorityYear {
  let days: CollectionDays
  // Of the CIN Census.
  let cases: [NeedCase]
  let assessments: [CountedAssessment]
  let assessedCases: [AssessedCase]
  let enquiries: [CountedEnquiry]
  let conferences: [CountedConference]
  let plans: [CountedPlan]
  // Of the SSDA903 return.
  let children: [CareChild]
  let started: [Starter]
  let ceased: [Leaver]
  let newPlacements: [CountedPlacement]
  let changedPlacements: [CountedPlacement]
  let careLeavers: [CareLeaver]

  init(_ returns: AuthorityReturns, year: Int) {
    let days = CollectionDays(year)
    self.days = days
    let need = NeedReader(returns, days)
    cases = need.cases
    assessments = need.assessments
    assessedCases = need.assessedCases
    enquiries = need.enquiries
    conferences = need.conferences
    plans = need.plans
    let care = CareReader(returns, days)
    children = care.children
    started = care.started
    ceased = care.ceased
    newPlacements = care.newPlacements
    changedPlacements = care.changedPlacements
    careLeavers = care.careLeavers
  }
}

extension Coded {
  /// The code that the cell holds.
  var text: String? { code?.rawValue }
}
