import Crypto
import KithTables

/// Gathers the tables of submissions file by file.
struct SubmissionBuilder {
  private struct Part {
    var tables: [TableName: RawTable] = [:]
    var lastYear: [TableName: RawTable] = [:]
    var files: [Submission.File] = []
    var problems: [ReadingProblem] = []
    var isXML = false
  }

  private var parts: [CollectionKind: Part] = [:]
  private var leftAside: [String] = []
  private var size = 0
  private let largest: Int

  /// A builder that refuses more bytes than these, unpacked.
  init(largest: Int = FileContents.largestSize) { self.largest = largest }

  /// What was submitted of each collection of which this year's return is there.
  var submissions: [Submission] {
    CollectionKind.allCases.compactMap { kind in
      guard let part = parts[kind], !part.tables.isEmpty else { return nil }
      let order = Dictionary(uniqueKeysWithValues: zip(kind.schemas.map(\.name), 0...))
      let files = part.files.sorted {
        ($0.isLastYear ? 1 : 0, order[$0.table] ?? 0) < ($1.isLastYear ? 1 : 0, order[$1.table] ?? 0)
      }
      return Submission(
        collection: kind, tables: part.tables, lastYear: part.lastYear.isEmpty ? nil : part.lastYear, files: files,
        leftAside: leftAside, problems: part.problems + kind.problemsOfFlatTables(part.tables), isXML: part.isXML)
    }
  }

  mutating func add(_ path: String, isLastYear: Bool) throws(ReadError) {
    let found = try FileContents.read(path, isLastYear: isLastYear, largest: largest)
    for file in found where file.name != Submission.notesFileName { try add(file, isAlone: found.count == 1) }
  }

  mutating func add(_ file: FoundFile, isAlone: Bool) throws(ReadError) {
    size += file.bytes.count
    guard size <= largest else { throw ReadError(.tooLarge, file.name) }
    if let kind = CollectionKind.ofXML(file.bytes) { return try addXML(file, kind) }
    let (encoding, text) = try file.delimitedText()
    if let (kind, schema) = Self.recognised(text.header) {
      try add(file, text, encoding, schema, kind)
    } else if isAlone {
      throw ReadError(.unknownHeader, file.name)
    } else {
      leftAside.append(file.name)
    }
  }

  private static func recognised(_ header: [String]) -> (CollectionKind, TableSchema)? {
    guard header.count <= DelimitedReader.mostColumns else { return nil }
    let fits = CollectionKind.allCases.compactMap { kind in
      TableSchema.recognised(header: header, among: kind.schemas).map { (kind, $0) }
    }
    return fits.count == 1 ? fits[0] : nil
  }

  private mutating func addXML(_ file: FoundFile, _ kind: CollectionKind) throws(ReadError) {
    let (read, faults) = try kind.readXML(file.bytes, file: file.name)
    let hash = SHA256.hash(data: file.bytes).hexadecimal
    for table in read.values {
      try add(table, of: kind, isLastYear: file.isLastYear)
      parts[kind]?.files.append(
        .init(
          name: file.name, sha256: hash, table: table.name, isLastYear: file.isLastYear, rows: table.rowCount,
          encoding: .utf8, extraColumns: [], isSynthetic: file.isSynthetic))
    }
    parts[kind]?.problems += faults.map { $0.placed(inLastYear: file.isLastYear) }
    parts[kind]?.isXML = true
  }

  private mutating func add(_ table: RawTable, of kind: CollectionKind, isLastYear: Bool) throws(ReadError) {
    let known = isLastYear ? parts[kind]?.lastYear : parts[kind]?.tables
    if let other = known?[table.name] {
      throw ReadError(.sameTable(as: other.file, table: table.name), table.file)
    }
    if isLastYear {
      parts[kind, default: Part()].lastYear[table.name] = table
    } else {
      parts[kind, default: Part()].tables[table.name] = table
    }
  }

  private mutating func add(
    _ file: FoundFile, _ text: DelimitedText, _ encoding: TextEncoding, _ schema: TableSchema, _ kind: CollectionKind
  ) throws(ReadError) {
    let header = TableHeader(text.header, of: schema)
    let table = RawTable(schema.name, file: file.name, columns: header.columns, text: text)
    try add(table, of: kind, isLastYear: file.isLastYear)
    parts[kind]?.problems += table.problems(text, header, isLastYear: file.isLastYear)
    parts[kind]?.files.append(
      .init(
        name: file.name, sha256: SHA256.hash(data: file.bytes).hexadecimal, table: schema.name,
        isLastYear: file.isLastYear, rows: table.rowCount, encoding: encoding, extraColumns: header.extra,
        isSynthetic: file.isSynthetic))
  }
}

extension ReadingProblem {
  /// The same fault of a file that is of this year or of last.
  fileprivate func placed(inLastYear isLastYear: Bool) -> ReadingProblem {
    ReadingProblem(
      kind: kind, table: table, isLastYear: isLastYear, file: file, line: line, row: row, field: field, path: path)
  }
}
