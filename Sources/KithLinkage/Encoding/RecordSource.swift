import Crypto
public import KithReturns
import KithTables

/// The records of a file, each with a cell for each feature of a schema.
public struct RecordSource: Sendable {
  let file: RecordText
  /// The column of each feature; nil for an ignored one that the file does not have.
  let columns: [Int?]
  private let idColumn: Int?

  /// The columns of a file that a schema names; others are left aside.
  ///
  /// - Parameter id: The heading of the column that names each record; nil where records are known by their line.
  public init(_ file: RecordText, _ schema: LinkageSchema, id: String? = nil) throws(LinkageError) {
    self.file = file
    guard file.faultyLines.isEmpty else {
      throw LinkageError(
        .records,
        "\(Self.lines(file.faultyLines)) of the records has cells too many, too few, or a quote that is not closed.")
    }
    var columns: [Int?] = []
    for feature in schema.features {
      let found = file.header.indices.filter { file.header[$0] == feature.identifier }
      if feature.encoding != nil, found.count != 1 {
        let what = found.isEmpty ? "no column" : "more than one column"
        throw LinkageError(.records, "The records have \(what) \(feature.identifier), which the schema encodes.")
      }
      columns.append(found.first)
    }
    self.columns = columns
    if let id {
      guard let column = file.header.firstIndex(of: id) else {
        throw LinkageError(.records, "The records have no column \(id) that could name them.")
      }
      idColumn = column
    } else {
      idColumn = nil
    }
    try checkNames()
  }

  private func checkNames() throws(LinkageError) {
    guard idColumn != nil else { return }
    var seen: Set<String> = []
    var (blank, doubled): ([Int], [Int]) = ([], [])
    for row in 0..<file.count {
      let name = name(row)
      if name.isEmpty { blank.append(line(row)) } else if !seen.insert(name).inserted { doubled.append(line(row)) }
    }
    if !blank.isEmpty { throw LinkageError(.records, "\(Self.lines(blank)) of the records has no name.") }
    if !doubled.isEmpty {
      throw LinkageError(.records, "\(Self.lines(doubled)) of the records has the name of an earlier one.")
    }
  }

  /// `Line 7`, or `Line 7 (and 3 more, of which the first are 9, 12)`.
  static func lines(_ lines: [Int]) -> String {
    guard lines.count > 1 else { return "Line \(lines.first ?? 0)" }
    let shown = lines[1..<min(5, lines.count)].map(String.init).joined(separator: ", ")
    return "Line \(lines[0]) (and \(lines.count - 1) more: \(shown)\(lines.count > 5 ? ", …" : ""))"
  }

  /// How many records there are.
  public var count: Int { file.count }

  /// The line on which a record stands.
  public func line(_ row: Int) -> Int { Int(file.lines[row]) }

  /// The name of a record; blank where records are known by their line.
  public func name(_ row: Int) -> String { idColumn.map { file.text(row: row, column: $0) } ?? "" }

  /// The file's bytes.
  public var bytes: [UInt8] { file.bytes }

  /// The SHA-256 of the file, in hexadecimal.
  public var hash: String { SHA256.hash(data: file.bytes).hexadecimal }
}
