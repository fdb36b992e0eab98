/// A study that shows what a data set is good for, in words of our own.
public struct PublishedStudy: Decodable, Hashable, Sendable {
  /// The name by which commands know it, such as `S04`.
  public let id: String
  /// Who wrote it.
  public let authors: String
  /// The year in which it appeared.
  public let year: Int
  /// Its title.
  public let title: String
  /// Where it appeared.
  public let outlet: String
  /// The data sets of the catalogue that it used, by their identifiers.
  public let dataSets: [String]
  /// What it is about.
  public let themes: [String]
  /// How it was done.
  public let design: String
  /// What it found.
  public let finding: String
  /// An address of it; empty where none is known.
  public let reference: String
  /// Why it uses no data set of the catalogue, where it uses none.
  public let note: String?
  /// The day on which the entry was last compared with its evidence.
  public let lastVerified: String
  /// What of the entry is not verified, in words.
  public let unverified: [String]
}
