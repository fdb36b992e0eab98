public import KithStore

/// A child of an authority, whatever the collection, and the groups that matter for linkage.
public struct GroupedChild: Hashable, Sendable {
  /// The child; the collection is blank.
  public let key: CollectedChild
  /// The names of the groups that any of the child's records is in.
  public let groups: Set<String>
}

extension Store {
  /// The children of the authorities, each once, as ``PersonLinkage`` has prepared them on this connection.
  public func knownChildren() throws -> [GroupedChild] {
    let records = try KnownChild.all(on: connection).filter { $0.part == 0 }
    let children = Dictionary(grouping: records) {
      CollectedChild(collection: "", authority: $0.key.authority, child: $0.key.child)
    }
    return children.map { key, records in
      GroupedChild(key: key, groups: Set(records.flatMap { LinkSummary.Group.of($0).map(\.rawValue) }))
    }.sorted { ($0.key.authority, $0.key.child) < ($1.key.authority, $1.key.child) }
  }
}
