public import KithDisclosure

extension LinkageBias {
  /// A row as it may be released.
  public struct ReleasedRow: Sendable {
    /// The characteristic and the category.
    public let characteristic: String
    /// The category.
    public let category: String
    /// How many are in it, how many of them are linked, and the percentage.
    public let figures: [Releasable<ShownFigure>]
  }

  /// The table as it may be released under a policy: what would give small counts away is withheld.
  ///
  /// Differences and intervals are left out, for they would give counts away.
  public func released(under policy: DisclosurePolicy) throws(DisclosureError) -> [ReleasedRow] {
    let name = { (row: Row) in "\(row.characteristic)|\(row.category)" }
    var cells = [
      CountCell("linked", count: linked), CountCell("not linked", count: unlinked),
      CountCell("all", count: linked + unlinked),
    ]
    var relations = [Relation(total: "all", parts: ["linked", "not linked"])]
    var figures: [DerivedFigure] = []
    for row in rows {
      let parts = ["linked", "not linked", "all"].map { "\(name(row))|\($0)" }
      cells += zip(parts, [row.linked, row.unlinked, row.linked + row.unlinked]).map { CountCell($0, count: $1) }
      relations.append(Relation(total: parts[2], parts: Array(parts[..<2])))
      figures.append(.percentage("\(name(row))|%", of: parts[0], among: .count(parts[2]), places: 1))
    }
    for (_, group) in Dictionary(grouping: rows, by: \.characteristic).sorted(by: { $0.key < $1.key }) {
      for part in ["linked", "not linked", "all"] {
        relations.append(Relation(total: part, parts: group.map { "\(name($0))|\(part)" }))
      }
    }
    let publication = try Publication(
      title: "Linked and not linked, by characteristics", cells: cells, relations: relations, figures: figures)
    let release = try Disclosure.release(publication, under: policy)
    return rows.map { row in
      let shown = [
        release.count("\(name(row))|all"), release.count("\(name(row))|linked"), release.figure("\(name(row))|%"),
      ]
      return ReleasedRow(characteristic: row.characteristic, category: row.category, figures: shown.compactMap { $0 })
    }
  }
}
