public import KithStatistics

/// Children of a level by decile of deprivation, with those who could not be placed.
public struct DecileCounts: Sendable {
  /// Which children.
  public let level: InterventionLevel
  /// The children of each decile in each authority, 1, the most deprived, first.
  public let byAuthority: [String: [Double]]
  /// Children, unaccompanied ones apart.
  public let children: Int
  /// Children of them who were placed in a small area.
  public let matched: Int
  /// Unaccompanied children, who take no part.
  public let unaccompanied: Int

  /// Counts children by the decile of their home.
  public init(_ level: InterventionLevel, _ children: [PlacedChild], homes: ChildHomes, areas: SmallAreas) {
    let homed = children.filter { !$0.isUnaccompanied }
    var counts: [String: [Double]] = [:]
    var matched = 0
    for child in homed {
      let own = counts[child.authority] ?? Array(repeating: 0, count: 10)
      counts[child.authority] = own
      guard let area = homes.area(of: child).flatMap({ areas.areas[$0] }) else { continue }
      counts[child.authority]?[area.decile - 1] += 1
      matched += 1
    }
    self.level = level
    byAuthority = counts
    self.children = homed.count
    self.matched = matched
    unaccompanied = children.count - homed.count
  }

  /// The share of children who were placed; nil where there are none.
  public var matchedShare: Double? { children > 0 ? Double(matched) / Double(children) : nil }

  /// The strata of an authority, or of all, the most deprived first.
  public func strata(_ areas: SmallAreas, authority: String? = nil) -> [Stratum] {
    let counts = (authority.map { [byAuthority[$0] ?? []] } ?? Array(byAuthority.values)).filter { !$0.isEmpty }
    return areas.population(byDecileOf: authority).enumerated().map { place, people in
      Stratum(events: counts.reduce(0) { $0 + $1[place] }, population: people)
    }
  }
}

/// Whether, among children of the same decile, authorities that are more deprived on the whole intervene less: the inverse intervention law.
///
/// P. Bywaters and others, Children and Youth Services Review 57 (2015); C. Webb and others, the same 111 (2020). A quasi-Poisson model
/// of counts by authority and decile on the decile and on the authority's mean decile, both counted towards more deprived.
public struct InverseIntervention: Hashable, Sendable {
  /// The ratio of rates for an authority one decile more deprived on the whole, the child's own decile being the same. Below 1 is the law.
  public let ratio: Estimate
  /// The ratio of rates for a home one decile more deprived.
  public let homeRatio: Estimate
  /// The authorities.
  public let authorities: Int

  /// Compares authorities, each by its strata with the most deprived first.
  public init(_ strata: [String: [Stratum]]) throws(StudyError) {
    let used = strata.filter { $0.value.contains { $0.population > 0 } }
    guard used.count > 2 else {
      throw StudyError(
        .tooLittle, "Fewer than three authorities have a population by decile, so they cannot be compared.")
    }
    var rows: [[Double]] = []
    var cells: [Stratum] = []
    for (_, own) in used.sorted(by: { $0.key < $1.key }) {
      let whole = own.reduce(0) { $0 + $1.population }
      let mean = own.enumerated().reduce(0) { $0 + $1.element.population * Double(10 - $1.offset) } / whole
      for (place, cell) in own.enumerated() where cell.population > 0 {
        rows.append([1, Double(10 - place), mean])
        cells.append(cell)
      }
    }
    let model = try StudyError.fitting("counts by authority and decile") { () throws(FitFailure) in
      try CountModel(rows: rows, counts: cells.map(\.events), exposures: cells.map(\.population))
    }
    homeRatio = Estimate(value: model.quasi[1].ratio, interval: model.quasi[1].ratioInterval())
    ratio = Estimate(value: model.quasi[2].ratio, interval: model.quasi[2].ratioInterval())
    authorities = used.count
  }
}
