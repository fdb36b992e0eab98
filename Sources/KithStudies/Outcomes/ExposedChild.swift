import KithEngine
public import KithStore
public import KithTables

/// A child of a social care group in the year to 31 March: the exposure, which is fixed before outcomes are looked at.
public struct ExposedChild: Hashable, Sendable {
  /// The authority's three digits. A child whom two authorities know is counted in both, as the Department for Education does.
  public let authority: String
  /// The person in the store.
  let person: String
  /// The highest group of the child in that authority.
  public let group: SocialCareGroup
  /// The day of birth, where it is known.
  public let born: Day?

  /// A child of a group.
  init(authority: String, person: String, group: SocialCareGroup, born: Day?) {
    self.authority = authority
    self.person = person
    self.group = group
    self.born = born
  }
}

extension ExposedChild {
  /// The children of the groups in the year that ends on 31 March of `year`, each once for each authority.
  ///
  /// Cases without further action are no need; in the whole year, neither are those that closed after an assessment that found none
  /// (RC8, RC9).
  public static func all(in store: Store, year: Int, basis: ExposureBasis) throws -> [ExposedChild] {
    let found = try store.connection.query(query(year, basis))
    let (authorities, persons) = (try found.text("authority"), try found.text("person"))
    let (places, born) = (try found.integers("place"), try found.days("born"))
    return (0..<found.rowCount).compactMap { row in
      guard let authority = authorities[row], let person = persons[row], let place = places[row] else { return nil }
      return ExposedChild(
        authority: authority, person: person, group: SocialCareGroup.allCases[Int(place)], born: born[row])
    }
  }

  private static func query(_ year: Int, _ basis: ExposureBasis) -> SQL {
    let (start, end) = (Day.collectionStart(year), Day.collectionEnd(year))
    let care = within("started", "ended", start, end, basis)
    let need = within("started", "ends", start, end, basis)
    let found: SQL =
      basis == .atEnd ? "TRUE" : "NOT (coalesce(reasonforclosure, '') IN ('RC8', 'RC9') AND ends <= \(end))"
    return """
      SELECT g.authority, g.person, min(g.place) AS place, min(p.born) AS born
      FROM (
        SELECT authority, person, CASE WHEN started <= \(start) AND (ended IS NULL OR ended > \(end)) THEN 0 ELSE 1 END
          AS place
        FROM period_of_care WHERE \(sql: care)
        UNION ALL
        SELECT authority, person, 2 AS place FROM protection_plan WHERE \(sql: need)
        UNION ALL
        SELECT authority, person, 3 AS place FROM need_episode
        WHERE NOT is_no_further_action AND \(sql: found) AND \(sql: need)
      ) AS g
      LEFT JOIN person AS p ON p.person = g.person
      GROUP BY g.authority, g.person ORDER BY g.authority, g.person
      """
  }

  private static func within(
    _ from: String, _ until: String, _ start: Day, _ end: Day, _ basis: ExposureBasis
  ) -> SQL {
    let after: SQL = basis == .atEnd ? "> \(end)" : ">= \(start)"
    return "\(raw: from) <= \(end) AND (\(raw: until) IS NULL OR \(raw: until) \(sql: after))"
  }
}

extension Day {
  /// 1 April of the collection year that ends in a calendar year.
  static func collectionStart(_ year: Int) -> Day { Day(1, 4, year - 1) ?? Day(number: 0) }
  /// 31 March of it.
  static func collectionEnd(_ year: Int) -> Day { Day(31, 3, year) ?? Day(number: 0) }
}
