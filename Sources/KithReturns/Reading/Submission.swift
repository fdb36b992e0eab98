/// What an authority submitted of one collection: the tables that were recognised, of this year and of last, and how
/// they read.
public struct Submission: Sendable {
  /// A file that was read.
  public struct File: Sendable {
    /// The file's name, without its folder.
    public let name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public let sha256: String
    /// The table that it holds.
    public let table: TableName
    /// Whether it is last year's.
    public let isLastYear: Bool
    /// How many rows it has.
    public let rows: Int
    /// How its bytes write text.
    public let encoding: TextEncoding
    /// The columns that the table does not have, which were left aside.
    public let extraColumns: [String]
    /// Whether its name, or the mark in its folder, says that it is synthetic.
    public let isSynthetic: Bool
  }

  /// The collection.
  public let collection: CollectionKind
  /// This year's tables.
  public let tables: [TableName: RawTable]
  /// Last year's tables; nil when none was given.
  public let lastYear: [TableName: RawTable]?
  /// The files that were read, in the order of the guidance's tables.
  public let files: [File]
  /// The names of files that may hold a table and fit none.
  public let leftAside: [String]
  /// Faults of the files' text.
  public let problems: [ReadingProblem]
  /// Whether tables came from the XML layout.
  public let isXML: Bool

  /// The file beside a return that holds accepted explanations; it is no table.
  public static let notesFileName = "kith-notes.csv"

  /// Reads the returns at these paths, each a folder, a zip archive or a file, in the order of the collections.
  ///
  /// A folder's or archive's `prev` folder, and all of `previous`, is last year's return.
  /// Where whoever gave the files is not to be trusted with the memory, `largest` is the most bytes that they may hold,
  /// unpacked; else it is as much as any return may.
  public static func readAll(
    _ paths: [String], previous: [String] = [], largest: Int? = nil
  ) throws(ReadError) -> [Submission] {
    var builder = SubmissionBuilder(largest: largest ?? FileContents.largestSize)
    for path in paths { try builder.add(path, isLastYear: false) }
    for path in previous { try builder.add(path, isLastYear: true) }
    let submissions = builder.submissions
    guard !submissions.isEmpty else { throw ReadError(.nothingRecognised, paths.joined(separator: ", ")) }
    return submissions
  }

  /// What was submitted of several collections as one, for checks across them: the files, each table with its
  /// collection said. Faults of the files' text are left out; each collection's own check reports them.
  public static func joining(_ submissions: [Submission]) -> Submission {
    let files = submissions.flatMap { submission in
      submission.files.map { file in
        File(
          name: file.name, sha256: file.sha256, table: file.table.of(submission.collection),
          isLastYear: file.isLastYear, rows: file.rows, encoding: file.encoding, extraColumns: file.extraColumns,
          isSynthetic: file.isSynthetic)
      }
    }
    return Submission(
      collection: submissions.first?.collection ?? .inNeed, tables: [:], lastYear: nil, files: files, leftAside: [],
      problems: [], isXML: false)
  }

  /// Reads one collection's return at these paths, as ``readAll(_:previous:)`` does.
  public static func read(
    _ paths: [String], previous: [String] = [], of collection: CollectionKind = .lookedAfter
  ) throws(ReadError) -> Submission {
    let submission = try readAll(paths, previous: previous).first { $0.collection == collection }
    guard let submission else { throw ReadError(.nothingRecognised, paths.joined(separator: ", ")) }
    return submission
  }

  /// Reads the tables of one file from its bytes.
  package static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> Submission {
    var builder = SubmissionBuilder()
    try builder.add(FoundFile(name: name, bytes: bytes, isLastYear: false), isAlone: true)
    guard let submission = builder.submissions.first else { throw ReadError(.nothingRecognised, name) }
    return submission
  }
}
