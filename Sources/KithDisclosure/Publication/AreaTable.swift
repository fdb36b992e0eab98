/// A table of counts by area and category, with totals: authorities in regions, regions in England.
public struct AreaTable: Sendable {
  /// One authority's counts, in the order of the categories.
  public struct Row: Sendable {
    /// The authority.
    public let authority: String
    /// Its region.
    public let region: String
    /// Its counts.
    public let counts: [Int]

    /// Describes a row.
    public init(_ authority: String, region: String, counts: [Int]) {
      self.authority = authority
      self.region = region
      self.counts = counts
    }
  }

  /// The table's name, which begins each cell's; empty for none.
  public let name: String
  /// The categories, in order, which sum to ``total``.
  public let categories: [String]
  /// The name of the total over categories.
  public let total: String
  /// The name of the total over areas.
  public let country: String
  /// The rows.
  public let rows: [Row]
  /// Whether region and England cells must be shown.
  public let showsRegions: Bool

  /// Describes a table.
  public init(
    _ name: String = "", categories: [String], total: String = "T", country: String = "England",
    showsRegions: Bool = false,
    rows: [Row]
  ) {
    self.name = name
    self.categories = categories
    self.total = total
    self.country = country
    self.rows = rows
    self.showsRegions = showsRegions
  }

  /// The name of a cell.
  public func cell(_ area: String, _ category: String) -> String {
    (name.isEmpty ? [] : [name]).appending(area, category).joined(separator: "|")
  }

  /// The cells, totals among them.
  public var cells: [CountCell] {
    let areas =
      rows.map { ($0.authority, AreaLevel.authority, $0.counts) } + regionRows + [(country, .national, sums(rows))]
    return areas.flatMap { area, level, counts in
      zip(categories + [total], counts + [counts.reduce(0, +)]).map { category, count in
        CountCell(
          cell(area, category), count: count, area: level,
          handling: showsRegions && level != .authority ? .mustShow : .open)
      }
    }
  }

  /// What sums to what.
  public var relations: [Relation] {
    let areas = rows.map(\.authority) + regions + [country]
    let across = areas.map { area in
      Relation(total: cell(area, total), parts: categories.map { cell(area, $0) })
    }
    let down = (categories + [total]).flatMap { category in
      regions.map { region in
        Relation(
          total: cell(region, category), parts: rows.filter { $0.region == region }.map { cell($0.authority, category) }
        )
      } + [Relation(total: cell(country, category), parts: regions.map { cell($0, category) })]
    }
    return across + down
  }

  private var regions: [String] {
    var seen: Set<String> = []
    return rows.map(\.region).filter { seen.insert($0).inserted }
  }

  private var regionRows: [(String, AreaLevel, [Int])] {
    regions.map { region in (region, .region, sums(rows.filter { $0.region == region })) }
  }

  private func sums(_ rows: [Row]) -> [Int] {
    rows.reduce(Array(repeating: 0, count: categories.count)) { sums, row in zip(sums, row.counts).map { $0 + $1 } }
  }
}

extension [String] {
  fileprivate func appending(_ names: String...) -> [String] { self + names }
}
