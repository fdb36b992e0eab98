import KithReturns
import KithTables

extension Row {
  /// Whether this is the same row of the table as another.
  func isSame(as other: Self?) -> Bool { row == other?.row }

  /// Whether the row is the first of the child's in its table.
  var isFirst: Bool { childID.isPresent && previous == nil }

  /// Whether the row is the last of the child's in its table.
  var isLast: Bool { childID.isPresent && next == nil }
}

extension Header {
  /// The child's headers of last year; none when the child had none or last year's was not given.
  var lastYear: [Header] { child.lastYear.map { Array($0.headers) } ?? [] }
}

extension Child {
  /// The episode with which last year's return left the child in care; nil when it left the child out of care. An
  /// episode that ended on a day which cannot be read counts as open.
  var openLastYear: Episode? {
    guard let last = lastYear?.episodes.last(where: \.start.hasValue), last.end.hasNoValue else { return nil }
    return last
  }
}

extension Coded<Sex> {
  /// Whether another cell holds another sex, whichever of the two codings each uses; blank and blank are alike.
  func isOtherSex(than other: Coded<Sex>) -> Bool {
    let areAlike =
      isOne(of: .male) && other.isOne(of: .male) || isOne(of: .female) && other.isOne(of: .female)
    return differs(from: other) && !areAlike
  }
}

extension Episode {
  /// Whether the type, postcode, URN or provider of the placement differs from another episode's.
  func hasOtherPlacementDetails(than other: Episode) -> Bool {
    placement.differs(from: other.placement) || placementPostcode.differs(from: other.placementPostcode)
      || urn.differs(from: other.urn) || provider.differs(from: other.provider)
  }
}
