/// Links of one record to one of another party, so that the similarities of all links add up to the most.
///
/// Similarities are compared to nine decimal places; of equal sums the one is taken that the order of records gives.
public struct OneToOne: Hashable, Sendable {
  /// The links, in the order of the first records.
  public let links: [CandidatePair]

  /// The links of the most similarity among candidates of two parties.
  public init(_ candidates: [CandidatePair]) {
    let rows = RecordNumbers(candidates.map(\.a))
    let columns = RecordNumbers(candidates.map(\.b))
    let chosen = HeaviestMatching(
      candidates.map { (row: rows[$0.a], column: columns[$0.b], weight: $0.similarity) }
    ).chosen
    links = chosen.map { candidates[$0] }
  }
}

/// The records of one side, numbered in their order.
struct RecordNumbers<Record: Hashable & Comparable> {
  private let numbers: [Record: Int]

  init(_ records: [Record]) { numbers = Dictionary(uniqueKeysWithValues: zip(Set(records).sorted(), 0...)) }

  subscript(_ record: Record) -> Int { numbers[record] ?? 0 }
}
