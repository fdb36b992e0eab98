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
]
