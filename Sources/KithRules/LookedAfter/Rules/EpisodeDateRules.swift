// Dates of one episode, and the child's age in it.
import KithReturns
import KithTables

let episodeDateRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "302", [.start], with: [.dateOfBirth], "The child's first episode starts before the child was born.",
    fix: "Correct DECOM or DOB.", reads: [.in(.episodes, .start)]
  ) { (e: Episode, h: Header) in
    e.isFirst && e.start < h.dateOfBirth
  },
  .episode(
    "352", [.start, .startReason], "The child was 18 or over when care started.", fix: "Correct DECOM or DOB.",
    reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    e.startReason == .s && e.start >= e.child.dateOfBirth.adding(years: 18)
  },
  .episode(
    "353", [.start], "The episode starts before 14 October 1991.",
    fix: "Correct DECOM; the Children Act came into force on that day."
  ) { e in
    e.start < .day(14, 10, 1991)
  },
  .episode("354", [.start], "The episode starts after the year ended.", fix: "Correct DECOM.") { e in
    e.start > e.collection.end
  },
  .episode(
    "355", [.start, .end], "The episode lasted less than 24 hours.",
    fix: "Correct DECOM or DEC, or take the episode out."
  ) { e in
    e.start == e.end
  },
  .episode("356", [.start, .end], "The episode ends before it starts.", fix: "Correct DECOM or DEC.") { e in
    e.end < e.start
  },
  .episode(
    "358", [.legalStatus, .start], with: [.dateOfBirth], "The child was not yet 10 and has a youth justice status.",
    fix: "Correct LS, DECOM or DOB."
  ) { (e: Episode, h: Header) in
    e.legalStatus.isOne(of: .youthJustice) && h.dateOfBirth.adding(years: 10) >= e.start
  },
  .episode("385", [.end], "The episode ends after the year ended.", fix: "Leave DEC and REC blank, or correct DEC.") {
    e in
    e.end > e.collection.end
  },
  .episode(
    "359", [.end, .legalStatus, .placement],
    "The child turned 18 before the year ended and is still looked after, not by agreement in a children's home.",
    fix: "End the episode on or before the 18th birthday, or correct DOB.", reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    guard e.end.isMissing, e.legalStatus.isMissingOrNot(.v2) || e.placement.isMissingOrNot(.k2) else { return false }
    return e.child.headers.contains { $0.dateOfBirth.adding(years: 18) < e.collection.end }
  },
  .episode(
    "386", [.endReason], "The child was 18 or over when adopted.", fix: "Correct REC, DEC or DOB.",
    reads: [.in(.episodes, .end), .in(.headers, .dateOfBirth)]
  ) { e in
    guard e.endReason.isOne(of: .adopted) else { return false }
    return e.child.headers.contains { $0.dateOfBirth.adding(years: 18) <= e.end }
  },
  .episode(
    "387", [.endReason], "The child left care to live independently, and was under 14 or has no date of birth.",
    fix: "Correct REC, DEC or DOB.", reads: [.in(.episodes, .end), .in(.headers, .dateOfBirth)]
  ) { e in
    guard e.endReason.isOne(of: [.e5, .e6]), e.end.hasValue else { return false }
    return !e.isKnownToEndAt(age: 14)
  },
  .episode(
    "389", [.endReason],
    "The child moved to adult social care, and was under 16 or it cannot be told how old the child was.",
    fix: "Correct REC, DEC or DOB.", reads: [.in(.episodes, .end), .in(.headers, .dateOfBirth)]
  ) { e in
    e.endReason == .e7 && !e.isKnownToEndAt(age: 16)
  },
  .episode(
    "407", [.end, .endReason], with: [.dateOfBirth], "A special guardianship order was made after the child turned 18.",
    fix: "Correct REC, DEC or DOB."
  ) { (e: Episode, h: Header) in
    e.endReason.isOne(of: .specialGuardianship) && e.end > h.dateOfBirth.adding(years: 18)
  },
  .episode(
    "460", [.end, .endReason], "The child stayed with the carers on turning 18, and was under 18.",
    fix: "Correct REC, DEC or DOB.", reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    guard e.endReason == .e17 else { return false }
    return e.child.headers.contains { $0.dateOfBirth.adding(years: 18) > e.end }
  },
]
