import KithReturns
import KithTables

extension AD1 {
  /// The items that describe an adoption.
  static let items: [Field] = [
    .adoptionDecided, .matched, .adoptedByFosterCarer, .numberOfAdopters, .sexOfAdopters, .adoptersStatus,
  ]

  /// Whether the row says anything about an adoption.
  var saysAnything: Bool {
    decided.isPresent || matched.isPresent || adoptedByFosterCarer.isPresent || numberOfAdopters.isPresent
      || sexOfAdopters.isPresent || adoptersStatus.isPresent
  }

  /// Whether the row leaves out an item about the adoption.
  var lacksAnItem: Bool {
    decided.isMissing || matched.isMissing || adoptedByFosterCarer.isMissing || numberOfAdopters.isMissing
      || sexOfAdopters.isMissing || adoptersStatus.isMissing
  }
}

extension Episode {
  /// Whether the child was adopted at the end of the episode, in the collection year.
  var endsInAdoptionThisYear: Bool {
    endReason.isOne(of: .adopted) && end >= collection.start && end <= collection.end
  }

  /// Whether the child was placed for adoption, or the court had said that the child may be.
  ///
  /// Freeing orders were still returned to 2023/24.
  var isOnTheWayToAdoption: Bool {
    placement.isOne(of: .adoptive) || legalStatus == .e1 || collection.year <= 2024 && legalStatus == .d1
  }
}

extension Child {
  /// Of the child's episodes that have a start, the first for which a condition holds.
  func firstEpisode(where holds: (Episode) -> Bool) -> Episode? {
    episodes.first { $0.start.hasValue && holds($0) }
  }

  /// Of the child's episodes that have a start, the last for which a condition holds.
  func lastEpisode(where holds: (Episode) -> Bool = { _ in true }) -> Episode? {
    episodes.last { $0.start.hasValue && holds($0) }
  }

  /// The latest decision that the child should be placed for adoption; where none has a day, the first.
  var latestDecision: PlacedForAdoption? {
    placedForAdoption.last(where: \.decided.hasValue) ?? placedForAdoption.first
  }
}

extension PlacedForAdoption {
  /// Whether the child has no later decision; decisions without a day count as latest together.
  var isLatest: Bool { !child.placedForAdoption.contains { $0.decided > decided } }

  /// Whether the decision was reversed and a later one was made.
  var isReplaced: Bool { reversed.isPresent && !isLatest }

  /// Whether the decision had been made by a day, and was not reversed before it.
  func stands(on day: Cell<Day>) -> Bool { decided <= day && (reversed.hasNoValue || reversed >= day) }

  /// The child's decisions in last year's return; none when that was not given.
  var lastYear: [PlacedForAdoption] { child.lastYear.map { Array($0.placedForAdoption) } ?? [] }
}
