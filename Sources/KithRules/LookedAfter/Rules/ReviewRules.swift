// Reviews of a child's case.
import KithReturns
import KithTables

let reviewRules: [Rule<LookedAfterReturn>] = [
  .review("166", [.review], "The day of the review is blank or is not a date.", fix: "Write REVIEW as dd/mm/yyyy.") {
    r in
    r.date.hasNoValue
  },
  .review(
    "167", [.participation],
    "It is not said, in one of the codes, how the child took part in the review; or there is no day of a review.",
    fix: "Write PN0 to PN7 in REVIEW_CODE, and the day in REVIEW.", reads: [.in(.reviews, .review)]
  ) { r in
    r.date.isPresent ? r.participation.isMissingOrNone(of: .all) : r.participation.isPresent
  },
  .review(
    "440", [.participation, .review, .dateOfBirth],
    "The review is of a child of 4 or over, and the code is for younger ones.",
    fix: "Write PN1 to PN7 in REVIEW_CODE, or correct REVIEW or DOB."
  ) { r in
    r.participation == .pn0 && r.date >= r.dateOfBirth.adding(years: 4)
  },
  .review(
    "441", [.participation, .review, .dateOfBirth],
    "The review is of a child under 4, and the code is for older ones.",
    fix: "Write PN0 in REVIEW_CODE, or correct REVIEW or DOB."
  ) { r in
    r.date < r.dateOfBirth.adding(years: 4) && r.participation.isOne(of: .fromFour)
  },
]
