import KithTables

/// The children whom the two returns of a year have under two identifiers of the authority.
///
/// Two children are one when each is the only one of its return with that unique pupil number, neither return (of this
/// year or last) has the other's identifier, neither birth date nor care and need speak against it, and neither child
/// was adopted: after an adoption the child's new identity is another child, who must not be found from the old one.
struct UPNMatches {
  /// The number of each such child in the CIN Census, and the identifier in the SSDA903 return.
  private(set) var pairs: [(number: Int, identifier: Label)] = []

  init(_ census: InNeedReturn, _ return903: LookedAfterReturn, inCensus known: ChildNumbers) {
    guard return903.headers.order.rowCount > 0 else { return }
    let headers = RowsByLabel(return903.headers.upn)
    let rows = RowsByLabel(census.identifiers.upn)
    for child in census.all(ChildIdentifiers.self) where child.childID.isPresent && child.upn.isPresent {
      guard rows[child.upn] != nil, let row = headers[child.upn] else { continue }
      let header = Header(return903, row: row)
      let (inNeed, lookedAfter) = (child.child, header.child)
      guard header.childID != child.childID, known.known(header.childID) == nil,
        census.texts.bytes(of: child.upn.id).count == 13, Child(return903, number: inNeed.number).isUnheardOf,
        child.birthDate == header.dateOfBirth,
        !inNeed.wasAdopted, !lookedAfter.wasAdopted, lookedAfter.isInCareWhile(inNeed)
      else { continue }
      pairs.append((inNeed.number, header.childID))
    }
  }
}

extension Child {
  /// Whether neither this year's return nor last year's has a row of the child's.
  fileprivate var isUnheardOf: Bool {
    headers.isEmpty && episodes.isEmpty && (lastYear.map { $0.headers.isEmpty && $0.episodes.isEmpty } ?? true)
  }

  /// Whether an episode of care says, this year or last, that the child was adopted.
  public var wasAdopted: Bool {
    episodes.contains { $0.endReason.isOne(of: .adopted) }
      || lastYear?.episodes.contains { $0.endReason.isOne(of: .adopted) } == true
  }

  /// Whether a day of care is also one of a time in need.
  fileprivate func isInCareWhile(_ inNeed: ChildInNeed) -> Bool {
    episodes.contains { e in
      inNeed.details.contains { d in
        (d.referred < e.end || e.end.isMissing && d.referred.hasValue)
          && (e.start < d.closed || d.closed.isMissing && e.start.hasValue)
      }
    }
  }
}

extension ChildInNeed {
  /// Whether a time in need says, this year or last, that it was closed because the child was adopted.
  public var wasAdopted: Bool {
    details.contains { $0.closureReason == .rc1 } || lastYear?.details.contains { $0.closureReason == .rc1 } == true
  }
}
