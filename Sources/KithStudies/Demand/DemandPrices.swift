import KithEngine
public import KithStore
import KithTables

extension RateCard {
  /// Pounds a week for each kind of placement: the fees of the placements that an authority has on a day, averaged over their children.
  ///
  /// A kind of which no child has a fee has no price.
  public func weekly(in store: Store, authority: String, on day: String) throws -> [PlacementGroup: Double] {
    guard let last = Day(iso: day) else { return [:] }
    let result = try store.connection.query(
      """
      SELECT coalesce(place, '') AS place, coalesce(place_provider, '') AS provider, count(*)::BIGINT AS children
      FROM looked_after_episode
      WHERE authority = \(authority) AND coalesce(ls, '') NOT IN ('V3', 'V4') AND started <= \(last)
        AND (ends IS NULL OR ends > \(last))
      GROUP BY ALL ORDER BY ALL
      """)
    let (places, providers) = (try result.text("place"), try result.text("provider"))
    let numbers = try result.integers("children")
    var sums: [PlacementGroup: (pounds: Double, children: Double)] = [:]
    for row in 0..<result.rowCount {
      let place = places[row] ?? ""
      guard
        let cost = unitCost(of: .placement, placement: place, provider: providers[row] ?? "", authority: authority)
      else { continue }
      let children = Double(numbers[row] ?? 0)
      let old = sums[PlacementGroup(code: place)] ?? (0, 0)
      sums[PlacementGroup(code: place)] = (
        old.pounds + children * cost.pounds * 7 / cost.unit.days, old.children + children
      )
    }
    return sums.mapValues { $0.pounds / $0.children }
  }
}
