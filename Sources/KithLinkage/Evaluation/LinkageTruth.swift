public import KithTables

/// Which records truly are one person, and perhaps the group of each pair.
public struct LinkageTruth: Sendable {
  /// The true pairs, with their groups; a blank where there is none.
  public let groups: [NamedPair: String]
  private let hasGroups: Bool

  /// True pairs from a file: two names in each row, and perhaps a group in the third column.
  ///
  /// - Parameter isWithin: Whether the records are of one file, so that a pair has no first.
  public init(_ table: SeparatedText, name: String, isWithin: Bool = false) throws(LinkageError) {
    guard table.raggedLines.isEmpty, table.header.count >= 2, !table.records.isEmpty else {
      throw LinkageError(.evaluation, "\(name) holds no true pairs: each row is to have two names, under a header.")
    }
    hasGroups = table.header.count > 2
    groups = table.records.reduce(into: [:]) { groups, row in
      let pair = NamedPair(row[0], row[1])
      groups[isWithin ? pair.inOrder : pair] = row.count > 2 ? row[2] : ""
    }
  }

  /// How good links are over all.
  public func accuracy(of links: [EvaluatedLinks.Link], atLeast threshold: Double = 0) -> LinkAccuracy {
    accuracy(of: Set(links.filter { $0.similarity ?? 1 >= threshold }.map(\.pair)))
  }

  /// How good links are over all.
  public func accuracy(of links: Set<NamedPair>) -> LinkAccuracy { LinkAccuracy(links, truth: Set(groups.keys)) }

  /// The share of true pairs that is linked, by group; none where the truth has no groups.
  public func recallByGroup(of links: [EvaluatedLinks.Link]) -> [(group: String, accuracy: LinkAccuracy)] {
    recallByGroup(of: Set(links.map(\.pair)))
  }

  /// The share of true pairs that is linked, by group; none where the truth has no groups.
  public func recallByGroup(of links: Set<NamedPair>) -> [(group: String, accuracy: LinkAccuracy)] {
    guard hasGroups else { return [] }
    return Dictionary(grouping: groups.keys) { groups[$0] ?? "" }.sorted { $0.key < $1.key }.map { group, pairs in
      (group, LinkAccuracy(links.intersection(pairs), truth: Set(pairs)))
    }
  }

  /// How good links are at thresholds 0.02 apart, the greatest first; none where links have no similarity.
  public func byThreshold(_ links: [EvaluatedLinks.Link]) -> [(threshold: Double, accuracy: LinkAccuracy)] {
    let known = links.compactMap(\.similarity)
    guard known.count == links.count, let least = known.min(), let most = known.max(), most <= 1 else { return [] }
    return stride(from: 50, through: Int((least * 50).rounded(.down)), by: -1).map { step in
      (Double(step) / 50, accuracy(of: links, atLeast: Double(step) / 50))
    }
  }
}
