import KithStatistics

/// The tables of a study of inequality.
public struct InequalityReport {
  private let areas: SmallAreas

  /// Tables over the population of these small areas.
  public init(_ areas: SmallAreas) { self.areas = areas }

  /// What was placed, the rates by decile, the gradient, and the comparison of authorities, of one level.
  public func tables(_ counts: DecileCounts) -> [StudyTable] {
    [matched(counts), rates(counts), gradient(counts), compared(counts)].compactMap { $0 }
  }

  private func matched(_ counts: DecileCounts) -> StudyTable {
    StudyTable(
      "\(counts.level.title): who could be placed", columns: ["who", "children", "percent"],
      rows: [
        [
          .text("placed in a small area"), .count(counts.matched),
          .maybe(counts.matchedShare.map { $0 * 100 }, places: 1),
        ],
        [
          .text("not placed: in no decile below"), .count(counts.children - counts.matched),
          .maybe(counts.matchedShare.map { 100 - $0 * 100 }, places: 1),
        ],
        [.text("unaccompanied, apart"), .count(counts.unaccompanied), .none],
      ])
  }

  private func rates(_ counts: DecileCounts) -> StudyTable {
    StudyTable(
      "\(counts.level.title): rate per 10,000 by decile, 1 the most deprived",
      columns: ["decile", "children", "population", "rate", "lower", "upper"],
      rows: counts.strata(areas).enumerated().map { place, stratum in
        let limits =
          stratum.population > 0
          ? Interval.poisson(events: stratum.events).multiplied(by: 10_000 / stratum.population) : nil
        return [
          .count(place + 1), .count(Int(stratum.events)), .count(Int(stratum.population)),
          .maybe(limits.map { _ in stratum.events / stratum.population * 10_000 }, places: 1),
          .maybe(limits?.lower, places: 1), .maybe(limits?.upper, places: 1),
        ]
      })
  }

  private func gradient(_ counts: DecileCounts) -> StudyTable {
    let name = "\(counts.level.title): the gradient"
    let columns = ["index", "value", "lower", "upper", "what"]
    do {
      let found = try DeprivationGradient(mostDeprivedFirst: counts.strata(areas))
      return StudyTable(name, columns: columns, rows: rows(found))
    } catch {
      return StudyTable(name, columns: columns, rows: [[.text("none"), .none, .none, .none, .text(error.description)]])
    }
  }

  private func rows(_ found: DeprivationGradient) -> [[StudyTable.Cell]] {
    func row(_ index: String, _ value: Double?, _ limits: Interval?, _ places: Int, _ what: String) -> [StudyTable.Cell]
    {
      [
        .text(index), .maybe(value, places: places), .maybe(limits?.lower, places: places),
        .maybe(limits?.upper, places: places), .text(what),
      ]
    }
    let slope = found.slopeIndex.multiplied(by: 10_000)
    let empty = found.emptyGroups > 0 ? "; \(found.emptyGroups) deciles without people left out" : ""
    return [
      row(
        "relative index", found.relativeIndex.value, found.relativeIndex.interval, 2,
        "rate of the most deprived end over the least, log-linear\(empty)"),
      row("slope index", slope.value, slope.interval, 1, "difference of the ends per 10,000, weighted least squares"),
      row(
        "slope by Poisson", found.slopeByPoisson.map { $0.value * 10_000 },
        found.slopeByPoisson?.interval().multiplied(by: 10_000), 1,
        "the same by Poisson regression; none where it does not settle"),
      row("decile ratio", found.endRatio, nil, 2, "most deprived decile over least; none where the least has none"),
      row(
        "linear ratio", found.linearRatio, nil, 2,
        "ratio of the straight line's ends; explodes near 0, so not the default"),
      row("concentration index", found.concentrationIndex, nil, 3, "above 0 where it falls on the more deprived"),
      row(
        "dispersion", found.dispersion, nil, 2,
        "variation about the gradient over chance; the intervals are widened by it"),
    ]
  }

  private func compared(_ counts: DecileCounts) -> StudyTable? {
    guard counts.byAuthority.count > 1 else { return nil }
    let name = "\(counts.level.title): authorities compared like for like"
    let columns = ["ratio", "value", "lower", "upper", "what"]
    let strata = Dictionary(
      uniqueKeysWithValues: counts.byAuthority.keys.map { ($0, counts.strata(areas, authority: $0)) })
    do {
      let law = try InverseIntervention(strata)
      let lines = [
        (
          "authority a decile more deprived", law.ratio,
          "below 1 is the inverse intervention law; \(law.authorities) authorities"
        ),
        ("home a decile more deprived", law.homeRatio, "in the same authority"),
      ]
      return StudyTable(
        name, columns: columns,
        rows: lines.map { label, ratio, what in
          [
            .text(label), .number(ratio.value, places: 3), .maybe(ratio.interval.lower, places: 3),
            .maybe(ratio.interval.upper, places: 3), .text(what),
          ]
        })
    } catch {
      return StudyTable(name, columns: columns, rows: [[.text("none"), .none, .none, .none, .text(error.description)]])
    }
  }

  /// The disparities of ethnic groups of one level, over the population of each.
  public static func ethnicity(
    _ level: InterventionLevel, _ children: [PlacedChild], population: EthnicPopulation, reference: String
  ) throws(StudyError) -> StudyTable {
    let counts = Dictionary(grouping: children) { population.group(of: $0.ethnicity) ?? "" }.mapValues(\.count)
    let groups = population.people.sorted { $0.key < $1.key }.map { name, people in
      (name: name, stratum: Stratum(events: Double(counts[name] ?? 0), population: people))
    }
    let found = try GroupDisparity.all(of: groups, reference: reference)
    let unknown = counts[""] ?? 0
    return StudyTable(
      "\(level.title): ethnic groups against \(reference); \(unknown) of \(children.count) not known",
      columns: ["group", "children", "population", "rate_ratio", "lower", "upper", "representation"],
      rows: found.map { row in
        [
          .text(row.group), .count(Int(row.stratum.events)), .count(Int(row.stratum.population)),
          .maybe(row.rateRatio?.value, places: 2), .maybe(row.rateRatio?.interval.lower, places: 2),
          .maybe(row.rateRatio?.interval.upper, places: 2), .number(row.representation, places: 2),
        ]
      })
  }
}
