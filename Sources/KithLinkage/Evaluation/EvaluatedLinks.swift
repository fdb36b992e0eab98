public import KithTables

/// Links whose records are known by name, as they are weighed against the truth.
public struct EvaluatedLinks: Sendable {
  /// A link of a record of the first party and one of the second.
  public struct Link: Hashable, Sendable {
    /// The names of the records.
    public let pair: NamedPair
    /// How alike they are; nil where the file does not say.
    public let similarity: Double?
  }

  /// The links.
  public let links: [Link]

  /// Links from a file: two names and perhaps a similarity in each row, or what `kith link match` wrote about two
  /// parties.
  ///
  /// - Parameter owners: For what `kith link match` wrote, the lists that say which record each label is; links of
  ///   decoys are left out.
  public init(_ table: SeparatedText, name: String, owners: (OwnersList, OwnersList)? = nil) throws(LinkageError) {
    guard table.raggedLines.isEmpty, table.header.count >= 2 else {
      throw LinkageError(.evaluation, "\(name) is not a file of links: each row is to have the two records of a link.")
    }
    let matched = PairsFile.header.allSatisfy(table.header.contains)
    guard matched || owners == nil else {
      throw LinkageError(.evaluation, "\(name) already has names of records, so it needs no lists of owners.")
    }
    let labels = try matched ? Self.labels(table, name) : table.records.map { NamedPair($0[0], $0[1]) }
    let column = table.column("similarity") ?? table.column("weight")
    let similarities = table.records.map { row in column.flatMap { Double(row[$0]) } }
    let names = owners.map { ($0.0.names, $0.1.names) }
    var links: [Link] = []
    for (label, similarity) in zip(labels, similarities) {
      if let names {
        guard let first = names.0[label.first], let second = names.1[label.second] else {
          throw LinkageError(
            .evaluation, "\(name) has a record that the lists of owners do not have; give the lists of these parties.")
        }
        if let first, let second { links.append(Link(pair: NamedPair(first, second), similarity: similarity)) }
      } else {
        links.append(Link(pair: label, similarity: similarity))
      }
    }
    self.links = links
  }

  private static func labels(_ table: SeparatedText, _ name: String) throws(LinkageError) -> [NamedPair] {
    let columns = PairsFile.header.compactMap(table.column)
    guard table.records.allSatisfy({ $0[columns[0]] == "1" && $0[columns[2]] == "2" }) else {
      throw LinkageError(
        .evaluation, "\(name) has links of more than two parties; evaluate those of each two by themselves.")
    }
    return table.records.map { NamedPair($0[columns[1]], $0[columns[3]]) }
  }
}

/// The names of a record of the first party and of one of the second.
public struct NamedPair: Hashable, Sendable {
  /// The name of the first.
  public let first: String
  /// The name of the second.
  public let second: String

  /// A pair of names.
  public init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }

  /// The same two names, the lesser first.
  public var inOrder: NamedPair { second < first ? NamedPair(second, first) : self }
}

extension OwnersList {
  /// The name of the record of each label: its identifier, or its line where it has none; nil for a decoy.
  var names: [String: String?] {
    entries.reduce(into: [:]) { names, entry in
      names.updateValue(entry.line.map { entry.id.isEmpty ? String($0) : entry.id }, forKey: entry.label)
    }
  }
}
