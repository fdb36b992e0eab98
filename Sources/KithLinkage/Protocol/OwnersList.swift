public import KithTables

/// Which record each encoding is of: the list that stays with the owner of the records.
public struct OwnersList: Hashable, Sendable {
  /// The name of its file.
  public static let name = "records.csv"

  /// One encoding.
  public struct Entry: Hashable, Sendable {
    /// The label under which it was sent.
    public let label: String
    /// The line of the record in its file; nil for a decoy.
    public let line: Int?
    /// The name of the record; blank where records are known by their line.
    public let id: String
  }

  /// The encodings, in the order in which they were sent.
  public let entries: [Entry]

  /// The list of a run.
  public init(_ run: EncodingRun, _ source: RecordSource) {
    entries = run.origins.enumerated().map { place, origin in
      switch origin {
      case .row(let row): Entry(label: String(place + 1), line: source.line(row), id: source.name(row))
      case .decoy: Entry(label: String(place + 1), line: nil, id: "")
      }
    }
  }

  /// The list as comma-separated text.
  public var text: String {
    entries.reduce(into: "record,line,id\n") { text, entry in
      text += "\(entry.label),\(entry.line.map(String.init) ?? "decoy"),\(entry.id.quotedCell)\n"
    }
  }

  /// Reads a list.
  public init(_ table: SeparatedText, name: String) throws(LinkageError) {
    guard table.header == ["record", "line", "id"], table.raggedLines.isEmpty else {
      throw LinkageError(.file, "\(name) is not a list of records that `kith link encode` wrote.")
    }
    entries = table.records.map { Entry(label: $0[0], line: Int($0[1]), id: $0[2]) }
  }
}
