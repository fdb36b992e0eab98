// Social workers (SWEpisodes), from 2023/24.
import KithReturns
import KithTables

/// What decides whether a child was looked after on a day.
private let care: Reading = .in(.episodes, .start, .end, .legalStatus)

let socialWorkerRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "SW01STG1", [.end], "The child is looked after at the end of the year, and a social worker's details are missing.",
    fix: "Give SW_ID, SW_DECOM and SW_REASON of each of the child's social workers.", years: .only(2024),
    reads: [.in(.episodes, .legalStatus), .in(.socialWorkers, .worker, .workerStart, .workerReason)]
  ) { e in
    e.end.isMissing && e.legalStatus.isMissingOrNone(of: .shortBreaks)
      && (e.child.socialWorkers.isEmpty
        || e.child.socialWorkers.contains { $0.worker.isMissing || $0.start.isMissing || $0.reason.isMissing })
  },
  .socialWorker(
    "SW01aSTG1", [.workerStart, .worker], "The start is not a date, or no worker is named.",
    fix: "Give SW_DECOM as dd/mm/yyyy and SW_ID.", years: .only(2025)
  ) { s in
    s.start.hasNoValue || s.worker.isMissing && s.start < SocialWorkerEpisode.fullDetailSince
  },
  .socialWorker(
    "SW01bSTG1", [.workerStart, .worker, .workerReason],
    "The start is not a date, or the worker or the reason for the change is blank.",
    fix: "Give SW_DECOM as dd/mm/yyyy, SW_ID and SW_REASON.", years: .only(2025)
  ) { s in
    s.start.hasNoValue
      || (s.worker.isMissing || s.reason.isMissing) && s.start >= SocialWorkerEpisode.fullDetailSince
  },
  .socialWorker(
    "SW02STG1", [.worker], "The identifier starts with neither SW nor XX.",
    fix: "Write the Social Work England number as SW…, or a made-up identifier as XX….", years: .between(2024, 2025)
  ) { s in
    !s.hasIdentifier(ofAtLeast: 2)
  },
  .socialWorker(
    "SW02STG1", [.worker], "The identifier starts with neither SW nor XX, or has fewer than four characters.",
    fix: "Write the Social Work England number as SW…, or a made-up identifier as XX….", years: .since(2026)
  ) { s in
    !s.hasIdentifier(ofAtLeast: 4)
  },
  .socialWorker(
    "SW03STG1", [.worker, .workerStart, .workerReason], "The worker, the start or the reason for the change is blank.",
    fix: "Give SW_ID, SW_DECOM and SW_REASON.", years: .only(2024)
  ) { s in
    s.worker.isMissing || s.start.isMissing || s.reason.isMissing
  },
  .socialWorker(
    "SW04STG1", [.workerStart], "The start is not a date.", fix: "Write SW_DECOM as dd/mm/yyyy.", years: .since(2024)
  ) { s in
    s.start.isUnreadable
  },
  .socialWorker(
    "SW05STG1", [.workerEnd], "The end is not a date.", fix: "Write SW_DEC as dd/mm/yyyy, or leave it blank.",
    years: .since(2024)
  ) { s in
    s.end.isUnreadable
  },
  .socialWorker(
    "SW06STG2", [.workerStart], "The worker began after the year ended.", fix: "Correct SW_DECOM.", years: .since(2024)
  ) { s in
    s.start > s.collection.end
  },
  .socialWorker(
    "SW07STG2", [.workerEnd], "The worker ended before the year began or after the year ended.",
    fix: "Correct SW_DEC, or take the row out.", years: .only(2024)
  ) { s in
    s.end < s.collection.start || s.end > s.collection.end
  },
  .socialWorker(
    "SW07STG2", [.workerEnd], "The worker ended more than a year before the year began, or after the year ended.",
    fix: "Correct SW_DEC, or take the row out.", years: .since(2025)
  ) { s in
    s.end < s.collection.start.adding(years: -1) || s.end > s.collection.end
  },
  .socialWorker(
    "SW08STG2", [.workerEnd], "The worker has no end, and another follows.", fix: "Give SW_DEC.",
    years: .since(2024), reads: [.in(.socialWorkers, .workerStart)]
  ) { s in
    s.isOpenBeforeNext
  },
  .socialWorker(
    "SW09STG2", [.workerStart, .workerEnd], "The worker had the case for less than a day.",
    fix: "Correct SW_DECOM or SW_DEC, or take the row out.", years: .between(2024, 2025)
  ) { s in
    s.start == s.end
  },
  .socialWorker(
    "SW09STG2", [.workerStart, .workerEnd], "The worker had the case for less than three days.",
    fix: "Correct SW_DECOM or SW_DEC, or take the row out.", years: .since(2026)
  ) { s in
    s.end.days(since: s.start) < 3
  },
  .socialWorker(
    "SW10STG2", [.workerStart], "The worker began more than seven days before or after the last one ended.",
    fix: "Correct SW_DECOM, or SW_DEC of the worker before.", years: .only(2024),
    reads: [.in(.socialWorkers, .workerStart, .workerEnd)]
  ) { s in
    s.previous != nil && !s.followsPrevious(within: 7)
  },
  .socialWorker(
    "SW10STG2", [.workerStart], "The worker began more than seven days before or after the last one ended.",
    fix: "Correct SW_DECOM, or SW_DEC of the worker before; write FCONTA for a child who came back into care.",
    years: .only(2025), reads: [.in(.socialWorkers, .workerStart, .workerEnd, .workerReason)]
  ) { s in
    s.previous != nil && s.reason.isMissingOrNot(.fconta) && !s.followsPrevious(within: 7)
  },
  .socialWorker(
    "SW10aSTG2", [.workerStart], "The worker began more than seven days before or after the last one ended.",
    fix: "Correct SW_DECOM, or SW_DEC of the worker before; write FCONTA for a child who came back into care.",
    years: .since(2026), reads: [.in(.socialWorkers, .workerStart, .workerEnd, .workerReason)]
  ) { s in
    s.previous != nil && s.reason.isMissingOrNot(.fconta) && !s.followsPrevious(within: 7)
  },
  .socialWorker(
    "SW10bSTG2", [.workerStart, .workerReason], "First contact is given, and the last worker had not yet ended.",
    fix: "Correct SW_REASON, SW_DECOM, or SW_DEC of the worker before.", years: .since(2026),
    reads: [.in(.socialWorkers, .workerStart, .workerEnd)]
  ) { s in
    guard s.reason == .fconta, let previous = s.previous else { return false }
    return s.start <= previous.end
  },
  .socialWorker(
    "SW11aSTG2", [.workerEnd],
    "The worker ended while the child was looked after, and no other began within five days.",
    fix: "Add the worker who followed, or correct SW_DEC.", years: .only(2024),
    reads: [.in(.socialWorkers, .workerStart), care]
  ) { s in
    s.end <= s.collection.end.adding(days: -5) && s.next?.followsPrevious(within: 5) != true
      && s.child.isLookedAfter(atEndOf: s.end.adding(days: 5))
  },
  .socialWorker(
    "SW11bSTG2", [.workerEnd],
    "The worker ended in the last days of the year, no other began, and the child is still looked after.",
    fix: "Add the worker who followed, or correct SW_DEC.", years: .since(2024),
    reads: [.in(.socialWorkers, .workerStart), care]
  ) { s in
    s.end >= s.collection.end.adding(days: -5) && s.end <= s.collection.end && s.isLatest
      && s.child.isLookedAfter(atEndOf: s.collection.end)
  },
  .episode(
    "SW12STG2", [.start, .startReason, .end, .endReason],
    "Care began or ended with the episode, and the child has no social worker of that time.",
    fix: "Add the child's social workers to SWEpisodes.", years: .only(2024),
    reads: [.in(.episodes, .legalStatus), .in(.socialWorkers, .workerStart, .workerEnd)]
  ) { e in
    e.lacksSocialWorker
  },
  .episode(
    "SW12STG2", [.start, .startReason, .end, .endReason],
    "Care began or ended with the episode, and the child has no social worker of that time.",
    fix: "Add the child's social workers to SWEpisodes.", years: .since(2025),
    reads: [.in(.episodes, .legalStatus), .in(.socialWorkers, .workerStart, .workerEnd)]
  ) { e in
    (e.end.hasNoValue || e.end >= e.collection.start.adding(years: -1) && e.end <= e.collection.end)
      && e.lacksSocialWorker
  },
  .socialWorker(
    "SW13STG1", [.workerReason], "The reason for the change is blank or is not one of the codes.",
    fix: "Write one of the ten codes of the guidance in SW_REASON.", years: .only(2024)
  ) { s in
    s.reason.isMissingOrNone(of: .all)
  },
  .socialWorker(
    "SW13STG1", [.workerReason], "The reason for the change is not one of the codes, or is blank.",
    fix: "Write one of the ten codes of the guidance in SW_REASON; it may be blank only before April 2023.",
    years: .since(2025), reads: [.in(.socialWorkers, .workerStart)]
  ) { s in
    s.reason.isNone(of: .all) || s.reason.isMissing && s.start >= SocialWorkerEpisode.fullDetailSince
  },
  .socialWorker(
    "SW14STG2", [.workerEnd], "The worker has no end and is not the child's last.", fix: "Give SW_DEC.",
    years: .only(2024), reads: [.in(.socialWorkers, .workerStart)]
  ) { s in
    s.end.hasNoValue && !s.isLatest
  },
  .socialWorker(
    "SW17STG2", [.workerEnd],
    "The child is still looked after at the end of the year, and the last social worker has ended.",
    fix: "Leave SW_DEC blank, or add the worker who followed.", years: .since(2026),
    reads: [.in(.socialWorkers, .workerStart), care]
  ) { s in
    s.end.isPresent && s.isLatest && s.child.isLookedAfter(atEndOf: s.collection.end)
  },
  .socialWorker(
    "SW18STG2", [.workerEnd, .workerStart], "The worker ended on or before the day on which the worker began.",
    fix: "Correct SW_DECOM or SW_DEC.", years: .since(2026)
  ) { s in
    s.end <= s.start
  },
  .socialWorker(
    "SW19STG2", [.workerStart], "Two of the child's social workers began on one day.",
    fix: "Correct SW_DECOM, or take one of the rows out.", years: .since(2026),
    reads: [.in(.socialWorkers, .workerStart)]
  ) { s in
    s.begins(with: s.previous) || s.begins(with: s.next)
  },
]

extension SocialWorkerEpisode {
  /// Whether another worker of the child began on the same day.
  fileprivate func begins(with other: SocialWorkerEpisode?) -> Bool {
    guard let other else { return false }
    return start == other.start
  }
}
