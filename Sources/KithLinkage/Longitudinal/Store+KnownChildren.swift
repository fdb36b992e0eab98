import KithTables
public import KithStore

/// A child of an authority in a collection, and what matters for how well the child's records are linked.
public struct GroupedChild: Hashable, Sendable {
  /// The child.
  public let key: CollectedChild
  /// The group that decides what the child can be linked by.
  public let group: LinkSummary.Group?
  /// Whether the birth date is 1 January.
  public let isBornInJanuary: Bool
  /// The age in years when last seen; nil without a birth date.
  public let age: Int?
}

extension Store {
  /// The children as ``PersonLinkage`` has prepared them on this connection; of a child whom an adoption order parts, what is
  /// seen before it.
  public func knownChildren() throws -> [GroupedChild] {
    try KnownChild.all(on: connection).filter { $0.part == 0 }.map { child in
      let groups = LinkSummary.Group.of(child)
      return GroupedChild(
        key: child.key, group: groups.first, isBornInJanuary: groups.contains(.january),
        age: child.born.map { $0.age(on: child.seenUntil) })
    }
  }
}
