// Girls who are mothers.
import KithReturns
import KithTables

let motherRules: [Rule<LookedAfterReturn>] = [
  Rule(
    "165", "MOTHER is no code, is given for a boy, or does not fit the care that the girl had in the year.",
    fix: "Write 0 or 1 in MOTHER for a girl looked after in the year, and leave it blank for others.",
    reads: [
      .in(.headers, .mother, .sex), .in(.episodes, .start, .end, .legalStatus),
      .ifGiven(.oc3s, .inTouch, .activity, .accommodation),
    ],
    parts: [
      .header([.mother, .sex]) { h in
        h.isMotherInvalid(beside: nil) || h.child.oc3s.contains { h.isMotherInvalid(beside: $0) }
      },
      .oc3([.inTouch, .activity, .accommodation]) { o in o.child.headers.contains { $0.isMotherInvalid(beside: o) } },
    ]),
  .header(
    "171", [.firstChildBorn], "The date of birth of the child's first child is not a date.",
    fix: "Write MC_DOB as dd/mm/yyyy."
  ) { h in
    h.firstChildBorn.isUnreadable
  },
  .header(
    "174", [.sex, .firstChildBorn], "A boy has the date of birth of a first child.",
    fix: "Take MC_DOB out, or correct SEX."
  ) { h in
    h.firstChildBorn.isPresent && h.isMale
  },
  .header(
    "393", [.mother], "It is not said whether the girl is a mother.", fix: "Write 0 or 1 in MOTHER.",
    reads: [.in(.headers, .sex), .in(.episodes, .legalStatus)]
  ) { h in
    h.isFemale && h.mother.isMissing && h.child.hasCareBesidesShortBreaks
  },
  .episode(
    "607", [.end, .endReason, .legalStatus], with: [.mother, .sex],
    "The girl left care in the year, and it is not said whether she is a mother.", fix: "Write 0 or 1 in MOTHER."
  ) { (e: Episode, h: Header) in
    e.end >= e.collection.start && e.end <= e.collection.end && e.endReason != .x1
      && e.legalStatus.isMissingOrNone(of: .shortBreaks) && h.isFemale && h.mother.isMissing
  },
  .header(
    "611", [.mother, .firstChildBorn], "The child is a mother, and the date of birth of her child is blank.",
    fix: "Give MC_DOB, or correct MOTHER."
  ) { h in
    h.mother == .yes && h.firstChildBorn.isMissing
  },
  .header(
    "612", [.mother, .firstChildBorn, .sex], "The girl is no mother, and has the date of birth of a first child.",
    fix: "Write 1 in MOTHER, or take MC_DOB out."
  ) { h in
    h.firstChildBorn.isPresent && h.isFemale && (h.mother.isMissing || h.mother == .no)
  },
  .header(
    "620", [.mother, .dateOfBirth], "A mother was under 11 when the year began.", fix: "Correct MOTHER or DOB."
  ) { h in
    h.mother == .yes && h.dateOfBirth.adding(years: 11) > h.collection.start
  },
  .header(
    "621", [.dateOfBirth, .firstChildBorn], "The mother is no older than her child.", fix: "Correct DOB or MC_DOB."
  ) { h in
    h.firstChildBorn.hasValue && (h.dateOfBirth.hasNoValue || h.firstChildBorn <= h.dateOfBirth)
  },
  Rule(
    "625", "The first child was born after the year ended, or after the mother left care.",
    fix: "Correct MC_DOB, or DEC of the last episode.",
    reads: [.in(.headers, .firstChildBorn), .in(.episodes, .end)],
    parts: [
      .header([.firstChildBorn]) { h in
        h.firstChildBorn.hasValue
          && (h.firstChildBorn > h.collection.end || h.firstChildBorn > h.child.leftCare)
      },
      .episode([.end]) { e in
        e.child.headers.contains { h in
          h.firstChildBorn.hasValue && e.child.lastEnded?.row == e.row
            && (h.firstChildBorn > e.collection.end || h.firstChildBorn > e.child.leftCare)
        }
      },
    ]),
  .header(
    "628", [.mother], "A care leaver who was not looked after in the year has an entry in MOTHER.",
    fix: "Leave MOTHER blank.",
    reads: [.in(.episodes, .child), .in(.oc3s, .inTouch, .activity, .accommodation)]
  ) { h in
    h.mother.isPresent && h.child.episodes.isEmpty && h.child.oc3s.contains(where: \.hasAnyItem)
  },
]
