import KithReturns
import KithTables

extension Header {
  /// Whether the sex is male, as the collection year codes it.
  var isMale: Bool { sex == (collection.year >= 2025 ? .male : .formerMale) }

  /// Whether the sex is female, as the collection year codes it.
  var isFemale: Bool { sex == (collection.year >= 2025 ? .female : .formerFemale) }

  /// Whether MOTHER is no code, is given for a boy, or does not fit the care that a girl had in the year, beside a
  /// row of care leavers' data where the child has one.
  ///
  /// Children who had no care but short breaks are left out.
  func isMotherInvalid(beside careLeaver: OC3?) -> Bool {
    if mother.isNone(of: .all) || isMale && mother.isPresent { return child.hasCareBesidesShortBreaks }
    guard isFemale else { return false }
    if mother.isMissing { return child.isInCareBesidesShortBreaks }
    return careLeaver?.hasAnyItem == true && child.hasCareBesidesShortBreaks && !child.isInCareBesidesShortBreaks
  }
}

extension OC3 {
  /// Whether any of the three items on the care leaver is given.
  var hasAnyItem: Bool { inTouch.isPresent || activity.isPresent || accommodation.isPresent }
}

extension Child {
  /// Whether the child has an episode other than a short break.
  var hasCareBesidesShortBreaks: Bool {
    episodes.contains { $0.legalStatus.isMissingOrNone(of: .shortBreaks) }
  }

  /// Whether the child has an episode other than a short break with a day in the year.
  var isInCareBesidesShortBreaks: Bool {
    episodes.contains {
      $0.legalStatus.isMissingOrNone(of: .shortBreaks) && $0.overlaps(collection.start, collection.end)
    }
  }

  /// The episode that ended last, the later to start where two ended on that day; nil when none has ended.
  var lastEnded: Episode? {
    var last: Episode?
    for episode in episodes where episode.end.hasValue {
      if last.map({ episode.end >= $0.end }) ?? true { last = episode }
    }
    return last
  }

  /// The day on which the child left care; missing while an episode is open.
  var leftCare: Cell<Day> {
    episodes.contains { $0.end.hasNoValue } ? .missing : lastEnded?.end ?? .missing
  }
}

/// What a UPN cell holds.
enum UPN: Hashable, Sendable {
  /// Nothing.
  case blank
  /// The reason why there is no number, UN1 to UN5.
  case reason(Int)
  /// A text in the format of a number.
  case number
  /// Another text.
  case other

  /// What the upper-cased bytes of a cell are.
  init(_ text: ArraySlice<UInt8>) {
    let first = text.startIndex
    switch text.count {
    case 0: self = .blank
    case 3 where text.starts(with: [UInt8(ascii: "U"), UInt8(ascii: "N")]) && (49...53).contains(text[first + 2]):
      self = .reason(Int(text[first + 2] - 48))
    case 13 where Self.isNumber(text): self = .number
    default: self = .other
    }
  }

  /// Whether the thirteen bytes are a letter other than I, O and S, then twelve digits of which the last may be a
  /// letter.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    let (first, last) = (text[text.startIndex], text[text.endIndex - 1])
    return isLetter(first) && first != UInt8(ascii: "I") && first != UInt8(ascii: "O") && first != UInt8(ascii: "S")
      && text.dropFirst().dropLast().allSatisfy(isDigit) && (isDigit(last) || isLetter(last))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
}

extension Header {
  /// What UPN holds.
  var upnContent: UPN { UPN(collection.texts.bytes(of: upn.id)) }
}

extension RowPart where R.Collection == LookedAfterReturn {
  /// The rows whose label, where there is one, another child's row of the table has too.
  func callAsFunction(
    _ fields: [Field], sharedByChildren label: @escaping @Sendable (R) -> Label
  ) -> RulePart<LookedAfterReturn> {
    RulePart(table: R.tableName, isLastYear: false, fields: fields, linked: []) { collection in
      let order = R.order(in: collection)
      var childOfLabel: [UInt32: Int] = [:]
      var shared: Set<UInt32> = []
      let labels = (0..<order.rowCount).map { label(R(collection, row: $0)) }
      for (row, label) in labels.enumerated() where label.isPresent {
        let child = order.child(ofRow: row)
        if childOfLabel.updateValue(child, forKey: label.id).map({ $0 != child || child < 0 }) == true {
          shared.insert(label.id)
        }
      }
      return labels.indices.filter { shared.contains(labels[$0].id) }.map { Failure(row: $0) }
    }
  }
}
