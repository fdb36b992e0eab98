import KithTables

/// What a CIN Census says of itself: the year and the authority.
public struct CensusFacts: Sendable, Equatable {
  /// The calendar year in which the collection ends, as Year or else ReferenceDate has it; nil when neither can be read.
  public let year: Int?
  /// The authority's number, as LEA has it; nil when it is blank.
  public let authority: String?

  /// What the header among these tables says.
  public init(_ tables: [TableName: RawTable]) {
    let header = tables[.censusHeader]
    func text(_ field: Field) -> String? {
      guard let header, header.rowCount > 0, let text = header.text(field, row: 0)?.trimmed, !text.isEmpty else {
        return nil
      }
      return text
    }
    let stated = text(.collectionYear).flatMap { Int($0) }.flatMap { (1000...9999).contains($0) ? $0 : nil }
    year = stated ?? text(.referenceDate).flatMap { Day(censusText: $0)?.year }
    authority = text(.sendingAuthority)
  }
}
