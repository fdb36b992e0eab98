import KithEngine
public import KithTables

/// What a return says of a child, as someone needs it who decides whether two are one. No pupil number is in it.
public struct ListedChild: Hashable, Sendable {
  /// The child.
  public let key: CollectedChild
  /// The day of birth in the latest return.
  public let born: Day?
  /// Sex in the latest return.
  public let sex: String
  /// The ethnic group's code in the latest return.
  public let ethnicity: String
}

extension Store {
  /// The children whom evidence is about, by who they are.
  ///
  /// Every listing of them has to be noted in the log (``noteListing(of:rows:purpose:asOf:)``).
  public func listedChildren(in evidence: [LinkEvidence]) throws -> [CollectedChild: ListedChild] {
    let wanted = Set(evidence.flatMap { [$0.first, $0.second] })
    let found = try connection.query(
      """
      SELECT collection, authority, child, max(born) AS born, max(coalesce(sex, '')) AS sex,
        max(coalesce(ethnicity, '')) AS ethnicity
      FROM person_record WHERE (authority, child) IN (
        SELECT (authority, child) FROM link_evidence UNION SELECT (other_authority, other_child) FROM link_evidence
      ) GROUP BY collection, authority, child
      """)
    let texts = try ["collection", "authority", "child", "sex", "ethnicity"].map { try found.text($0).values }
    let births = try found.days("born").values
    let children = births.indices.map { row in
      let t = texts.map { $0[row] ?? "" }
      return ListedChild(
        key: CollectedChild(collection: t[0], authority: t[1], child: t[2]), born: births[row], sex: t[3],
        ethnicity: t[4])
    }
    return Dictionary(
      children.filter { wanted.contains($0.key) }.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
