import KithReturns
import KithTables

extension Child {
  /// Whether the child's header, or the table of such children, says that the child was an unaccompanied
  /// asylum-seeking child in the year; missing for a child without a header.
  var unaccompanied: Coded<YesOrNo> { headers.first?.unaccompanied ?? .missing }

  /// Whether the child was not an unaccompanied asylum-seeking child, or nothing says that the child was.
  var isNotUnaccompanied: Bool { unaccompanied.isMissing || unaccompanied == .no }

  /// Whether the child is no longer an unaccompanied asylum-seeking child, and the days on which the status ceased
  /// do not bear that out: there is one this year, or none within last year.
  var lapsedWithoutCeasing: Bool {
    guard let lastYear, lastYear.unaccompanied == .yes, !headers.isEmpty, unaccompanied.isMissingOrNot(.yes) else {
      return false
    }
    let (start, end) = (lastYear.collection.start, lastYear.collection.end)
    return uascs.contains { $0.statusCeased.isPresent }
      || !lastYear.uascs.contains { $0.statusCeased >= start && $0.statusCeased <= end }
  }

  /// Whether the child was in neither year an unaccompanied asylum-seeking child, and a day on which the status
  /// ceased is given.
  var ceasedWithoutStatus: Bool {
    guard let lastYear, !headers.isEmpty, isNotUnaccompanied, lastYear.isNotUnaccompanied else { return false }
    return uascs.contains { $0.statusCeased.hasValue } || lastYear.uascs.contains { $0.statusCeased.hasValue }
  }

  /// The episode of last year's return that started last; nil when that has none of the child.
  var latestLastYear: Episode? { lastYear?.episodes.last(where: \.start.hasValue) }
}

extension UASC {
  /// Whether the day on which the status ceased fits the row of last year, of which the status should cease on the
  /// eighteenth birthday.
  func ceases(asIn last: UASC) -> Bool {
    let isInYear = statusCeased >= collection.start && statusCeased <= collection.end
    return (isInYear || statusCeased == last.statusCeased)
      && last.statusCeased == last.dateOfBirth.adding(years: 18)
  }

  /// Whether the child was unaccompanied in both years, and the day on which the status ceased does not fit last
  /// year's.
  var ceasesOtherwiseThanLastYear: Bool {
    guard child.unaccompanied == .yes, let last = child.lastYear, last.unaccompanied == .yes else { return false }
    return last.uascs.contains { !ceases(asIn: $0) }
  }
}

extension Header {
  /// Whether UPN changed since a header of last year other than by becoming known.
  func hasOtherUPN(than last: Header) -> Bool {
    guard upn.differs(from: last.upn) else { return false }
    switch (last.upnContent, upnContent) {
    case (.blank, _), (.reason, .number), (.reason, .other), (.reason(1), .reason): return false
    default: return true
    }
  }
}

extension Episode {
  /// The episode with which last year's return left the child in care, if this is the child's first of the year.
  var openLastYear: Episode? { isFirst ? child.openLastYear : nil }

  /// Whether the type of placement differs from last year's only because the codes changed between the years.
  func isRecodedPlacement(of last: Episode) -> Bool {
    switch collection.year {
    case 2024, 2025: last.placement == .h5 && placement == .k3
    case 2026: last.placement == .z1 && placement.isOne(of: .otherParts)
    default: false
    }
  }

  /// Whether the child had been adopted before the episode: an episode before it, or last year's, ended so.
  var followsAdoption: Bool {
    guard start.hasValue else { return false }
    let isAfterThisYears = child.episodes.prefix { $0.row != row }.contains { $0.endReason.isOne(of: .adopted) }
    return isAfterThisYears
      || child.lastYear?.episodes.contains { $0.endReason.isOne(of: .adopted) && $0.start < start } == true
  }
}
