// Times when a child was missing or away without authorisation.
import KithReturns
import KithTables

let absenceRules: [Rule<LookedAfterReturn>] = [
  .absence(
    "564", [.absence, .missingStart], "The child was missing or away, and the start is blank.",
    fix: "Give MIS_START, or take the row out."
  ) { m in
    m.kind.isOne(of: .all) && m.start.isMissing
  },
  .absence(
    "565", [.absence, .missingStart], "There is a start, and it does not say whether the child was missing or away.",
    fix: "Write M or A in MISSING."
  ) { m in
    m.start.isPresent && m.kind.isMissing
  },
  .absence(
    "566", [.absence, .missingEnd], "There is an end, and it does not say whether the child was missing or away.",
    fix: "Write M or A in MISSING."
  ) { m in
    m.end.isPresent && m.kind.isMissing
  },
  .absence("567", [.missingStart, .missingEnd], "It ends before it starts.", fix: "Correct MIS_START or MIS_END.") {
    m in
    m.start > m.end
  },
  .absence("570", [.missingStart], "It starts after the year ended.", fix: "Correct MIS_START.") { m in
    m.start > m.collection.end
  },
  .absence(
    "571", [.missingEnd], "It ends before the year began or after the year ended.",
    fix: "Correct MIS_END; leave it blank where the child was not back by 31 March."
  ) { m in
    m.end < m.collection.start || m.end > m.collection.end
  },
  .absence(
    "574", [.missingStart, .missingEnd], "It starts before the child's last time missing or away ended.",
    fix: "Correct MIS_START, or MIS_END of the time before.", reads: [.in(.absences, .missingStart, .missingEnd)]
  ) { m in
    m.overlapsPrevious
  },
  .absence(
    "575", [.missingEnd], "The placement from which the child went has ended, and the time missing or away has not.",
    fix: "Give MIS_END, or correct the episodes.",
    reads: [.in(.absences, .missingStart), .in(.episodes, .start, .end, .startReason)]
  ) { m in
    m.end.isMissing && m.start.hasValue
      && m.child.episodes.contains { $0.holdsStart(of: m) && $0.placementEnd.hasValue }
  },
  Rule(
    "576", "The child was missing or away when last year ended, and this year's return does not go on with that time.",
    fix: "Add the time with last year's MIS_START and, where the child is back, MIS_END.",
    reads: [
      .in(.absences, .child, .missingStart), .lastYear(.absences, .missingStart, .missingEnd),
      .ifGiven(.headers, .child),
    ],
    parts: [
      .absence([.missingStart]) { m in
        m.isFirst && m.child.lastYear?.absences.contains { $0.isOpen && $0.start.differs(from: m.start) } == true
      },
      .header([.child], withLastYear: [.missingStart]) { (h: Header, last: MissingPeriod) in
        last.isOpen && h.child.absences.isEmpty
      },
      .absence.lastYear([.missingStart]) { last, child in
        last.isOpen && child.absences.isEmpty && child.headers.isEmpty
      },
    ]),
  .absence(
    "577", [.missingEnd], "Care has ended, and the time missing or away goes on after it.",
    fix: "Correct MIS_END, or the episodes.",
    reads: [.in(.absences, .missingStart), .in(.episodes, .start, .end)]
  ) { m in
    m.child.wasOutOfCare(atEndOf: (m.start, m.end))
  },
  .absence(
    "578", [.missingStart], "It starts after the child left care.", fix: "Correct MIS_START, or the episodes.",
    reads: [.in(.episodes, .start, .end)]
  ) { m in
    let periods = m.child.periodsOfCare
    return periods.contains { $0.end < m.start } && !periods.contains { $0.contains(m.start) }
  },
  .episode(
    "580", [.endReason], "Care ended at 18 while the child was missing or away, and the reason is not E8.",
    fix: "Write E8 in REC.", reads: [.in(.episodes, .end), .in(.absences, .missingEnd, .dateOfBirth)]
  ) { e in
    e.end.hasValue && e.endReason.isMissingOrNot(.e8)
      && e.child.absences.contains { $0.end == e.end && $0.dateOfBirth.adding(years: 18) == e.end }
  },
  .absence(
    "581", [.missingStart], "It starts before care began.", fix: "Correct MIS_START, or the episodes.",
    reads: [.in(.episodes, .start)]
  ) { m in
    guard let first = m.child.episodes.first else { return false }
    return m.start < first.start
  },
  .absence(
    "586", [.missingStart], "It starts before the child was born.", fix: "Correct MIS_START or DOB.",
    reads: [.in(.absences, .dateOfBirth)]
  ) { m in
    m.start <= m.dateOfBirth
  },
  .absence("1004", [.missingStart], "The start is blank or is not a date.", fix: "Write MIS_START as dd/mm/yyyy.") {
    m in
    m.start.hasNoValue
  },
  .absence("1005", [.missingEnd], "The end is not a date.", fix: "Write MIS_END as dd/mm/yyyy, or leave it blank.") {
    m in
    m.end.isUnreadable
  },
  .absence("1006", [.absence], "It is neither M nor A.", fix: "Write M for missing or A for away in MISSING.") { m in
    m.kind.isNone(of: .all)
  },
]

extension MissingPeriod {
  /// Whether the time has a start and its end is blank.
  fileprivate var isOpen: Bool { start.hasValue && end.isMissing }
}

extension Episode {
  /// Whether the child went missing or away in the episode; the day of a change belongs to the episode that starts.
  fileprivate func holdsStart(of absence: MissingPeriod) -> Bool {
    guard overlaps(absence.start, absence.start) else { return false }
    return end.hasNoValue || absence.start < end || next?.start.value != end.value
  }

  /// The day on which the placement ended, which a change of legal status alone does not end.
  fileprivate var placementEnd: Cell<Day> {
    var last = self
    while let next = last.next, next.startReason == .l, next.start == last.end { last = next }
    return last.end
  }
}
