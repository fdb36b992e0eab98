import KithReturns
import KithTables

extension CodeGroup<PlacementType> {
  /// Temporary moves and other placements, as coded to 2024/25.
  static let temporaryOrFormerOther: Self = temporary.union([.z1])
  /// Temporary moves and other placements, as coded from 2025/26.
  static let temporaryOrOther: Self = temporary.union(.otherParts)
  /// Fostered, or placed for adoption.
  static let familyBased: Self = fostering.union(adoptive)
  /// Placements that Ofsted does not register, in every year.
  static let unregistered: Self = [.p1, .p3, .r1, .r2, .r5]
}

extension Episode {
  /// Whether the placement is a temporary move.
  var isTemporaryMove: Bool { placement.isOne(of: .temporary) }

  /// Whether the placement has gone on for more than a number of days: to its end or, while it goes on, to the last
  /// day of the year.
  func lasts(overDays limit: Int) -> Bool { endSoFar > start.adding(days: limit) }

  /// Whether the Ofsted number is seven times X, which stands for a carer who may not be named.
  var hasAnonymousURN: Bool {
    guard urn.isPresent else { return false }
    let bytes = collection.texts.bytes(of: urn.id)
    return bytes.count == 7 && bytes.allSatisfy { $0 == UInt8(ascii: "X") }
  }

  /// Whether the postcodes of home and placement are the same, spaces left out.
  var isPlacedAtHomePostcode: Bool {
    guard homePostcode.isPresent, placementPostcode.isPresent else { return false }
    if homePostcode == placementPostcode { return true }
    let home = collection.texts.bytes(of: homePostcode.id)
    let placed = collection.texts.bytes(of: placementPostcode.id)
    guard home.last == placed.last else { return false }
    let space = UInt8(ascii: " ")
    return home.lazy.filter { $0 != space }.elementsEqual(placed.lazy.filter { $0 != space })
  }

  /// Whether the placement covers a carer's holiday (T3) and is one of more than two that lie, in whole or in part, in
  /// some twelve months; this year's and last year's count.
  ///
  /// Of the twelve months that hold the most, some begin with a day on which such a placement ended.
  var isOneOfManyHolidayCovers: Bool {
    guard placement == .t3, start.hasValue else { return false }
    let covers = child.episodesOfTwoYears.filter { $0.placement == .t3 && $0.start.hasValue }
    guard covers.count > 2 else { return false }
    return covers.contains { first in
      let from = first.endSoFar
      return isInTwelveMonths(from: from) && covers.count { $0.isInTwelveMonths(from: from) } > 2
    }
  }

  private func isInTwelveMonths(from first: Cell<Day>) -> Bool {
    endSoFar >= first && start < first.adding(years: 1)
  }
}
