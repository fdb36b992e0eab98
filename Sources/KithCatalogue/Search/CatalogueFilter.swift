/// Which data sets a list shows.
public struct CatalogueFilter: Hashable, Sendable {
  /// Those of a level; nil for all.
  public let level: DataSet.Level?
  /// Those whose steward's name has this in it, whatever the capitals; nil for all.
  public let steward: String?
  /// Those had by a route of this identifier; nil for all.
  public let route: String?
  /// Those that a kind of user may have themselves, not published totals in their place; nil for all.
  public let who: UserKind?
  /// Those of a family; nil for all.
  public let group: DataSet.Group?

  /// Describes what is shown.
  public init(
    level: DataSet.Level? = nil, steward: String? = nil, route: String? = nil, who: UserKind? = nil,
    group: DataSet.Group? = nil
  ) {
    self.level = level
    self.steward = steward
    self.route = route
    self.who = who
    self.group = group
  }

  func keeps(_ set: DataSet) -> Bool {
    if let level, !set.levels.contains(level) { return false }
    if let group, set.group != group { return false }
    if let steward, !set.steward.lowercased().contains(steward.lowercased()) { return false }
    if let route, !set.access.contains(where: { $0.route == route && $0.instead == nil }) { return false }
    if let who, !set.access(for: who).contains(where: { $0.instead == nil }) { return false }
    return true
  }
}

extension Catalogue {
  /// The data sets that a filter keeps; an error where it names a steward or a route that the catalogue does not know.
  public func dataSets(_ filter: CatalogueFilter) throws(CatalogueError) -> [DataSet] {
    if let route = filter.route, self.route(id: route) == nil {
      throw .unknown("route \(route)", nearest: nearest(route, among: routes.map(\.id)))
    }
    if let steward = filter.steward, !dataSets.contains(where: { CatalogueFilter(steward: steward).keeps($0) }) {
      throw .unknown("steward \(steward)", nearest: dataSets.map(\.stewardShort).distinct.filter { $0.count < 10 })
    }
    return dataSets.filter(filter.keeps)
  }

  private func nearest(_ name: String, among names: [String]) -> [String] {
    names.map { ($0, SearchWords.distance(name, $0)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
  }
}
