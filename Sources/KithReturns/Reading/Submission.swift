import Crypto

/// What an authority submitted: the tables that were recognised, of this year and of last, and how they read.
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
  }

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

  /// Reads the tables at these paths, each a folder, a zip archive or a file.
  ///
  /// A folder's or archive's `prev` folder, and all of `previous`, is last year's return.
  public static func read(_ paths: [String], previous: [String] = []) throws(ReadError) -> Submission {
    var builder = SubmissionBuilder()
    for path in paths { try builder.add(path, isLastYear: false) }
    for path in previous { try builder.add(path, isLastYear: true) }
    guard !builder.tables.isEmpty else { throw ReadError(.nothingRecognised, paths.joined(separator: ", ")) }
    return builder.submission
  }

  /// Reads the tables of one file from its bytes.
  package static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> Submission {
    var builder = SubmissionBuilder()
    try builder.add(FoundFile(name: name, bytes: bytes, isLastYear: false), isAlone: true)
    return builder.submission
  }
}

/// Gathers the tables of a submission file by file.
private struct SubmissionBuilder {
  var tables: [TableName: RawTable] = [:]
  private var lastYear: [TableName: RawTable] = [:]
  private var files: [Submission.File] = []
  private var leftAside: [String] = []
  private var problems: [ReadingProblem] = []
  private var isXML = false
  private var size = 0

  var submission: Submission {
    let order = Dictionary(uniqueKeysWithValues: zip(LookedAfterSchema.tables.map(\.name), 0...))
    let sorted = files.sorted {
      ($0.isLastYear ? 1 : 0, order[$0.table] ?? 0) < ($1.isLastYear ? 1 : 0, order[$1.table] ?? 0)
    }
    return Submission(
      tables: tables, lastYear: lastYear.isEmpty ? nil : lastYear, files: sorted, leftAside: leftAside,
      problems: problems, isXML: isXML)
  }

  mutating func add(_ path: String, isLastYear: Bool) throws(ReadError) {
    let found = try FileContents.read(path, isLastYear: isLastYear)
    for file in found where file.name != Submission.notesFileName { try add(file, isAlone: found.count == 1) }
  }

  mutating func add(_ file: FoundFile, isAlone: Bool) throws(ReadError) {
    size += file.bytes.count
    guard size <= FileContents.largestSize else { throw ReadError(.tooLarge, file.name) }
    if LookedAfterXMLReader.recognises(file.bytes) { return try addXML(file) }
    let (encoding, text) = try file.delimitedText()
    if let schema = schema(of: text) {
      try add(file, text, encoding, schema)
    } else if isAlone {
      throw ReadError(.unknownHeader, file.name)
    } else {
      leftAside.append(file.name)
    }
  }

  private func schema(of text: DelimitedText) -> TableSchema? {
    guard text.header.count <= DelimitedReader.mostColumns else { return nil }
    return TableSchema.recognised(header: text.header.map(Field.init(header:)), among: LookedAfterSchema.tables)
  }

  private mutating func addXML(_ file: FoundFile) throws(ReadError) {
    let (read, faults) = try LookedAfterXMLReader.read(file.bytes, file: file.name)
    let hash = SHA256.hash(data: file.bytes).hexadecimal
    for (name, table) in read {
      try refuseSecond(name, file)
      if file.isLastYear { lastYear[name] = table } else { tables[name] = table }
      files.append(
        .init(
          name: file.name, sha256: hash, table: name, isLastYear: file.isLastYear, rows: table.rowCount,
          encoding: .utf8, extraColumns: []))
    }
    problems += faults
    isXML = true
  }

  private func refuseSecond(_ table: TableName, _ file: FoundFile) throws(ReadError) {
    if let other = (file.isLastYear ? lastYear : tables)[table] {
      throw ReadError(.sameTable(as: other.file, table: table), file.name)
    }
  }

  private mutating func add(
    _ file: FoundFile, _ text: DelimitedText, _ encoding: TextEncoding, _ schema: TableSchema
  ) throws(ReadError) {
    try refuseSecond(schema.name, file)
    let header = TableHeader(text.header, of: schema)
    let table = RawTable(schema.name, file: file.name, columns: header.columns, text: text)
    if file.isLastYear { lastYear[schema.name] = table } else { tables[schema.name] = table }
    problems += table.problems(text, header, isLastYear: file.isLastYear)
    files.append(
      .init(
        name: file.name, sha256: SHA256.hash(data: file.bytes).hexadecimal, table: schema.name,
        isLastYear: file.isLastYear, rows: table.rowCount, encoding: encoding, extraColumns: header.extra))
  }
}

extension SHA256Digest {
  /// The digest in hexadecimal.
  fileprivate var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
