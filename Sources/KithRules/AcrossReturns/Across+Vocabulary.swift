import KithReturns
import KithTables

extension ChildInBoth {
  /// Whether what the returns have under the child's identifier is sure to be of one child: it names one child of
  /// either CIN Census, and nobody says, this year or last, that the child was adopted.
  ///
  /// After an adoption the child has a new identity, which is another child; nothing is compared across it.
  var isOneIdentity: Bool { hasOneRow && !wasAdopted }

  private var wasAdopted: Bool { lookedAfter.wasAdopted || inNeed.wasAdopted }

  /// Whether the child has an identifier, and no other child of the CIN Census, this year or last, has it.
  var hasOneRow: Bool {
    isAlone(in: collection.inNeed) && (collection.lastYear.map { isAlone(in: $0.inNeed) } ?? true)
  }

  private func isAlone(in census: InNeedReturn) -> Bool {
    guard census.childIDs.indices.contains(number) else { return true }
    let identifier = census.childIDs[number]
    return identifier.isPresent && !census.repeatedIdentifiers.contains(identifier)
  }
}

extension CINDetails {
  /// Whether the case was open on a day; one whose closure cannot be read counts as open.
  func isOpen(on day: Cell<Day>) -> Bool {
    referred <= day && (closed.hasValue ? closed >= day : noFurtherAction.isMissingOrNone(of: .yes))
  }

  /// Whether the case had begun by the end of last year and last year's return has none of the child with its referral
  /// date.
  var isNewToLastYear: Bool {
    guard let before = child.lastYear, referred <= before.collection.end else { return false }
    return !before.details.contains { $0.referred == referred }
  }

  /// Whether this is a case of last year's, open at its end, which the child of this year's return has not with its
  /// referral date.
  func isOpenAndGone(from now: ChildInNeed) -> Bool {
    isOpen && referred.hasValue && !now.details.contains { $0.referred == referred }
  }
}

extension ChildProtectionPlan {
  /// Whether the plan had begun by the end of last year and last year's return has none of the child with its start.
  var isNewToLastYear: Bool {
    guard let before = child.lastYear, start <= before.collection.end else { return false }
    return !before.protectionPlans.contains { $0.start == start }
  }

  /// Whether this is a plan of last year's, open at its end, which the child of this year's return has not with its
  /// start.
  func isOpenAndGone(from now: ChildInNeed) -> Bool {
    end.isMissing && start.hasValue && !now.protectionPlans.contains { $0.start == start }
  }
}

extension Episode {
  /// Whether the child began to be looked after with the episode, other than in short breaks.
  var beginsCare: Bool {
    guard start.hasValue, !isShortBreak else { return false }
    return !child.episodes.contains {
      !$0.isShortBreak && $0.start < start && ($0.end.hasNoValue || $0.end >= start)
    }
  }

  /// Whether the child ceased to be looked after with the episode, other than in short breaks.
  var endsCare: Bool { !isShortBreak && end.hasValue && endReason.isOne(of: .leftCare) }

  /// Whether the episode, which is no short break, had begun before a day and went on after it.
  func isCare(through day: Cell<Day>) -> Bool {
    !isShortBreak && start < day && (end.isMissing || end > day)
  }
}

extension ChildIdentifiers {
  /// Whether UPN holds a text in the format of a number.
  var hasUPN: Bool { UPN(collection.texts.bytes(of: upn.id)) == .number }

  /// The sex, as coded from 2024/25; missing where gender was coded as neither.
  var sexAsNow: Coded<Sex> {
    if sex.isPresent { return sex }
    if gender == .male { return Coded(.male) }
    return gender == .female ? Coded(.female) : .missing
  }
}

extension Coded<Sex> {
  /// Whether one cell says male and the other female, whichever coding each uses.
  func contradicts(_ other: Coded<Sex>) -> Bool {
    isOne(of: .male) && other.isOne(of: .female) || isOne(of: .female) && other.isOne(of: .male)
  }
}

extension BothReturns {
  /// Whether a number of this year's CIN Census is to last year's as more than one number to another, or as less than
  /// the reverse, and the two are further apart than chance takes them.
  ///
  /// Chance is three standard deviations of the difference of two Poisson counts: 3 √(a + b).
  func swings(beyond ratio: (Int, to: Int), _ count: (InNeedReturn) -> Int) -> Bool {
    guard let lastYear else { return false }
    let (now, before) = (count(inNeed), count(lastYear.inNeed))
    let isBeyond = now * ratio.to > before * ratio.0 || before * ratio.to > now * ratio.0
    return isBeyond && (now - before) * (now - before) > 9 * (now + before)
  }
}
