/// Something that people want to know, and the data that answer it.
public struct Question: Decodable, Hashable, Sendable {
  /// The name by which commands know it, such as `re-referral`.
  public let id: String
  /// What it is about.
  public let title: String
  /// Words and phrases by which it is recognised.
  public let words: [String]
  /// The data sets that answer it best.
  public let needs: [Need]
  /// Published data sets that answer it in totals.
  public let published: [String]
  /// Measures of Kith about it, by what their identifiers begin with.
  public let measures: [String]
  /// Commands of Kith that work on it.
  public let commands: [String]

  /// A data set that a question needs.
  public struct Need: Decodable, Hashable, Sendable {
    /// Its identifier.
    public let dataSet: String
    /// What it gives to the answer.
    public let why: String
    /// The fields that are enough, as `Episodes.DECOM`, where the data set is a return that Kith reads.
    public let fields: [String]
    /// How many years are enough.
    public let years: Int
  }
}
