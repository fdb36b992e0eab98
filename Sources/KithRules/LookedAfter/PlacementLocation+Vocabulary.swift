import KithReturns
import KithTables

extension Episode {
  /// Whether the placement's area is outside England, or its country is not known: SCO, WAL, NIR, NUK, CON, or the
  /// ONS code of an authority of Scotland, Wales or Northern Ireland.
  var isOutsideEngland: Bool {
    guard let letter = collection.texts.bytes(of: placementAuthority.id).first else { return false }
    return "CNSW".utf8.contains(letter)
  }

  /// The episode that was open at the end of last year, if this is the child's first of this year.
  var continued: Episode? { isFirst ? child.openLastYear : nil }
}

extension Cell<Double> {
  /// Whether two distances are two tenths of a mile or more apart, or only one of them is known.
  func isMoved(from other: Cell<Double>) -> Bool {
    guard let value, let theirs = other.value else { return hasValue != other.hasValue }
    return ((value - theirs).magnitude * 10).rounded() >= 2
  }
}
