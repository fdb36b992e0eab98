import KithReturns
import KithTables

extension SocialWorkerEpisode {
  /// The day from which the identifier and the reason of a worker are required in full.
  static let fullDetailSince: Cell<Day> = .day(1, 4, 2023)

  /// Whether the identifier has at least this many characters and starts as those of the register, SW, or as one made
  /// up for a worker without a number, XX.
  func hasIdentifier(ofAtLeast count: Int) -> Bool {
    let text = collection.texts.bytes(of: worker.id)
    let starts = text.starts(with: [0x53, 0x57]) || text.starts(with: [0x58, 0x58])
    return starts && text.count { $0 & 0xC0 != 0x80 } >= count
  }

  /// Whether the worker still served on a day or began after it.
  func served(onOrAfter day: Cell<Day>) -> Bool {
    start >= day || start.hasValue && (end.hasNoValue || end >= day)
  }

  /// Whether the worker began within so many days, either way, of the end of the child's last worker.
  func followsPrevious(within days: Int) -> Bool {
    guard let previous else { return false }
    let gap = start.days(since: previous.end)
    return gap >= Cell(-days) && gap <= Cell(days)
  }
}

extension Episode {
  /// Whether care began or ended with the episode, other than in short breaks, and the child has no social worker who
  /// served when it began or later, or none who began by the time when it ended.
  var lacksSocialWorker: Bool {
    guard legalStatus.isMissingOrNone(of: .shortBreaks) else { return false }
    let workers = child.socialWorkers
    return startReason == .s && start.hasValue && !workers.contains { $0.served(onOrAfter: start) }
      || endReason.isOne(of: .leftCare) && end.hasValue && !workers.contains { $0.start <= end }
  }
}
