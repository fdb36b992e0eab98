// Codes and formats of the header, and what it says of the child alone.
import KithReturns
import KithTables

let headerCodeRules: [Rule<LookedAfterReturn>] = [
  .header(
    "101", [.sex], "The sex is blank or is not one of the year's codes.",
    fix: "Write M, F or U in SEX (1 or 2 to 2023/24)."
  ) { h in
    h.sex.isMissingOrNone(of: Sex.codes(in: h.collection.year))
  },
  .header("102", [.dateOfBirth], "The date of birth is blank or is not a date.", fix: "Write DOB as dd/mm/yyyy.") { h in
    h.dateOfBirth.hasNoValue
  },
  .header(
    "103", [.ethnicity], "The ethnic origin is blank or is not one of the codes.",
    fix: "Write one of the 20 codes in ETHNIC; NOBT where it is not yet known."
  ) { h in
    h.ethnicity.isMissingOrNone(of: .all)
  },
  .header(
    "168", [.upn], "The unique pupil number is not in the format of one, and is no reason for having none.",
    fix: "Write the 13 characters that the school gives, or UN1 to UN5, in UPN."
  ) { h in
    h.upnContent == .other
  },
  .header(
    "209", [.upn, .dateOfBirth], "The child is of school age, and UPN says that the child is too young for a number.",
    fix: "Give the number, or another reason for having none."
  ) { h in
    h.dateOfBirth.adding(years: 4) <= .day(31, 8, h.collection.year - 2) && h.upnContent == .reason(1)
  },
  .episode(
    "210", [.start], with: [.upn],
    "UPN says that the child came into care in the last week of the year, and the episode began before it.",
    fix: "Give the number, or another reason for having none."
  ) { (e: Episode, h: Header) in
    e.start < .day(24, 3, e.collection.year) && h.upnContent == .reason(4)
  },
  .header(
    "232", [.sex], "The sex is given as unknown.", fix: "Check SEX, and explain it where it is right.",
    severity: .query, years: .since(2025)
  ) { h in
    h.sex == .unknown
  },
  .header("301", [.dateOfBirth], "The child was born after the year ended.", fix: "Correct DOB.") { h in
    h.dateOfBirth > h.collection.end
  },
  .header("351", [.dateOfBirth], "The person was over 25 when the year began.", fix: "Correct DOB.") { h in
    h.collection.start > h.dateOfBirth.adding(years: 25)
  },
  .header(
    "442", [.upn], "The unique pupil number is blank.", fix: "Give the number, or UN1 to UN5 where there is none.",
    reads: [.in(.episodes, .legalStatus)]
  ) { h in
    h.upn.isMissing && h.child.hasCareBesidesShortBreaks
  },
  Rule(
    "444", "Another child of the return has the same unique pupil number.",
    fix: "Correct UPN of the child whose number it is not.", years: .since(2026),
    parts: [
      .header(
        [.upn],
        sharedByChildren: { h in
          if case .reason = h.upnContent { return .missing }
          return h.upn
        })
    ]),
]
