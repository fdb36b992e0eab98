/// All that is to be published together, in one or several linked tables, and what may be assumed of it.
///
/// Give every relation that a reader could guess: row and column totals, regions and England, a table without some children beside
/// the table with them. What stands in no relation is protected by nothing but itself, and attacked through nothing.
public struct Publication: Sendable {
  /// The title, under which it is audited.
  public let title: String
  /// The counts.
  public let cells: [CountCell]
  /// What sums to what.
  public let relations: [Relation]
  /// Percentages and rates.
  public let figures: [DerivedFigure]
  /// Means.
  public let averages: [AverageFigure]
  /// What earlier releases, such as last year's, have already shown of these counts, by name.
  public let earlier: [String: KnownRange]

  /// Where each count stands among ``cells``.
  let positions: [String: Int]
  /// The relations by position: one weight for each count, which sum to zero.
  let balances: [[(cell: Int, weight: Int)]]

  /// Holds what is to be published, once it has been seen to be consistent with itself.
  public init(
    title: String, cells: [CountCell], relations: [Relation], figures: [DerivedFigure] = [],
    averages: [AverageFigure] = [], earlier: [String: KnownRange] = [:]
  ) throws(DisclosureError) {
    self.title = title
    self.cells = cells
    self.relations = relations
    self.figures = figures
    self.averages = averages
    self.earlier = earlier
    positions = try Self.positions(of: cells)
    var balances: [[(cell: Int, weight: Int)]] = []
    for relation in relations { balances.append(try Self.balance(relation, cells, positions)) }
    self.balances = balances
    try checkFigures()
    for (name, range) in earlier.sorted(by: { $0.key < $1.key }) {
      guard let position = positions[name] else { throw .unknownName(name) }
      guard range.contains(cells[position].count) else { throw .contradictsEarlier(name) }
    }
  }

  /// The count of a name.
  public subscript(name: String) -> CountCell? { positions[name].map { cells[$0] } }

  private func checkFigures() throws(DisclosureError) {
    var names: Set<String> = []
    for figure in figures {
      guard names.insert(figure.name).inserted else { throw .repeatedName(figure.name) }
      guard positions[figure.numerator] != nil else { throw .unknownName(figure.numerator) }
      if case .count(let name) = figure.denominator, positions[name] == nil { throw .unknownName(name) }
    }
    for average in averages {
      guard names.insert(average.name).inserted else { throw .repeatedName(average.name) }
      guard positions[average.count] != nil else { throw .unknownName(average.count) }
    }
    for average in averages {
      for name in average.parts + [average.breakdown?.total].compactMap({ $0 }) where !names.contains(name) {
        throw .unknownName(name)
      }
    }
  }

  private static func positions(of cells: [CountCell]) throws(DisclosureError) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (position, cell) in cells.enumerated() {
      guard positions.updateValue(position, forKey: cell.name) == nil else { throw .repeatedName(cell.name) }
      guard cell.count >= 0 else { throw .notACount(cell.name) }
    }
    return positions
  }

  private static func balance(
    _ relation: Relation, _ cells: [CountCell], _ positions: [String: Int]
  ) throws(DisclosureError) -> [(cell: Int, weight: Int)] {
    var weights: [Int: Int] = [:]
    for (names, weight) in [(relation.left, 1), (relation.right, -1)] {
      for name in names {
        guard let position = positions[name] else { throw .unknownName(name) }
        weights[position, default: 0] += weight
      }
    }
    guard weights.reduce(0, { $0 + cells[$1.key].count * $1.value }) == 0 else {
      throw .doesNotSum(relation.left.joined(separator: " + "))
    }
    return weights.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
