import KithEngine
import KithStore
import KithTables

extension CostHistory {
  /// The days looked after in the window, counted by the engine, to reconcile the ledger's days with.
  public func daysLookedAfter(in authorities: [String] = []) throws -> Int {
    let after = window.last.adding(days: 1)
    let result = try store.connection.query(
      """
      SELECT coalesce(sum(greatest(0, date_diff('day', greatest(started, \(window.first)),
        least(coalesce(ends, \(after)), \(after))))), 0)::BIGINT AS days
      FROM looked_after_episode
      WHERE coalesce(ls, '') NOT IN ('V3', 'V4') AND started <= \(window.last) AND \(sql: among(authorities))
      """)
    return Int(try result.integers("days")[0] ?? 0)
  }

  /// How many children are in each placement on the window's last day.
  func placementsAtEnd(in authorities: [String]) throws -> [String: Int] {
    let result = try store.connection.query(
      """
      SELECT coalesce(place, '') AS place, count(DISTINCT authority || '-' || child)::BIGINT AS children
      FROM looked_after_episode
      WHERE coalesce(ls, '') NOT IN ('V3', 'V4') AND started <= \(window.last)
        AND (ends IS NULL OR ends > \(window.last)) AND \(sql: among(authorities))
      GROUP BY coalesce(place, '')
      """)
    let (places, numbers) = (try result.text("place"), try result.integers("children"))
    return Dictionary(uniqueKeysWithValues: (0..<result.rowCount).map { (places[$0] ?? "", Int(numbers[$0] ?? 0)) })
  }

  /// The financial year in which each child's first period of care in the store began, by the year in which it ends.
  public func entryYears() throws -> [String: Int] {
    let result = try store.connection.query(
      """
      SELECT authority || '-' || child AS who,
        (year(min(started)) + CASE WHEN month(min(started)) > 3 THEN 1 ELSE 0 END)::BIGINT AS entry
      FROM period_of_care GROUP BY authority, child
      """)
    let (who, years) = (try result.text("who"), try result.integers("entry"))
    return Dictionary(uniqueKeysWithValues: (0..<result.rowCount).map { (who[$0] ?? "", Int(years[$0] ?? 0)) })
  }

  private func among(_ authorities: [String]) -> SQL {
    guard let first = authorities.first else { return "TRUE" }
    return authorities.dropFirst().reduce("authority IN (\(literal: first)" as SQL) { $0 + ", \(literal: $1)" } + ")"
  }
}
