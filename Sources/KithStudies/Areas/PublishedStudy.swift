public import KithDisclosure

/// Tables worked out wholly from one publication's cells that show a number.
///
/// What makes one takes numbers of ``PublishedCell`` only, and leaves out each area and year of which a cell shows a symbol, so that no
/// withheld cell bears on it.
public struct PublishedStudy: PublishedTable {
  /// The publication.
  public let source: PublicationSource
  /// The tables.
  public let tables: [StudyTable]
  /// Whether the publication is of an invented England.
  public let isSynthetic: Bool

  /// Tables from a publication.
  public init(source: PublicationSource, tables: [StudyTable], isSynthetic: Bool) {
    self.source = source
    self.tables = tables
    self.isSynthetic = isSynthetic
  }
}
