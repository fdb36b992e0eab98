/// Two records of different parties that are alike.
public struct CandidatePair: Hashable, Sendable {
  /// How alike they are.
  public let similarity: Double
  /// The first record.
  public let a: RecordPlace
  /// The second record, of a later party.
  public let b: RecordPlace

  /// A pair.
  public init(similarity: Double, _ a: RecordPlace, _ b: RecordPlace) {
    self.similarity = similarity
    self.a = a
    self.b = b
  }

  /// A pair of two parties, as of the parties of these numbers.
  func among(_ first: Int, _ second: Int) -> CandidatePair {
    CandidatePair(
      similarity: similarity, RecordPlace(party: first, row: Int(a.row)), RecordPlace(party: second, row: Int(b.row)))
  }
}

/// A record by its party and its position among the party's encodings.
public struct RecordPlace: Hashable, Comparable, Sendable {
  /// The party's number, from 0.
  public let party: UInt32
  /// The position of the record.
  public let row: UInt32

  /// A record's place.
  public init(party: Int, row: Int) {
    self.party = UInt32(party)
    self.row = UInt32(row)
  }

  /// Whether one stands before the other: by party, then by position.
  @inlinable public static func < (a: RecordPlace, b: RecordPlace) -> Bool {
    a.party != b.party ? a.party < b.party : a.row < b.row
  }
}

extension CandidatePair {
  /// Whether a pair stands before another: the more alike first, then by parties, then by positions, as anonlink has
  /// it.
  @inlinable public static func precedes(_ x: CandidatePair, _ y: CandidatePair) -> Bool {
    if x.similarity != y.similarity { return x.similarity > y.similarity }
    if x.a.party != y.a.party { return x.a.party < y.a.party }
    if x.b.party != y.b.party { return x.b.party < y.b.party }
    return x.a.row != y.a.row ? x.a.row < y.a.row : x.b.row < y.b.row
  }
}
