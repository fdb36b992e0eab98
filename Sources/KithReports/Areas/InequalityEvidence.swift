import KithCharts
import KithDisclosure
import KithStatistics
public import KithStore
public import KithStudies

/// The gradient of a level of intervention by deprivation, as it may be shown.
public struct InequalityEvidence: Sendable {
  private let counts: DecileCounts
  private let strata: [Stratum]
  private let release: Release
  private let source: String

  /// Counts the children of an authority by the decile of their home, and protects the counts. Nil where the store has no such child.
  public init?(
    _ level: InterventionLevel, in store: Store, of authority: String, year: Int, areas: SmallAreas,
    placing: ([PlacedChild]) throws -> ChildHomes
  ) throws {
    let children = try PlacedChild.all(level, in: store, year: year).filter { $0.authority == authority }
    guard !children.isEmpty else { return nil }
    counts = DecileCounts(level, children, homes: try placing(children), areas: areas, authorities: [authority])
    let tenths = counts.strata(areas)
    let policy = level == .lookedAfter ? DisclosurePolicy.childrenLookedAfter : .childrenInNeed
    let byTenth = try Disclosure.release(Self.publication(counts, tenths), under: policy)
    // Fifths where a tenth would be withheld: so that all of the gradient can be seen, if it may.
    (strata, release) =
      byTenth.pattern.withheld.isEmpty
      ? (tenths, byTenth)
      : (Self.fifths(tenths), try Disclosure.release(Self.publication(counts, Self.fifths(tenths)), under: policy))
    source =
      ((try store.isSynthetic ?? false) ? "SYNTHETIC returns" : "own returns")
      + " and the files of small areas given; 1 to 5 withheld"
  }

  private static func fifths(_ tenths: [Stratum]) -> [Stratum] {
    stride(from: 0, to: tenths.count - 1, by: 2).map { place in
      Stratum(
        events: tenths[place].events + tenths[place + 1].events,
        population: tenths[place].population + tenths[place + 1].population)
    }
  }

  private static func publication(_ counts: DecileCounts, _ strata: [Stratum]) throws -> Publication {
    let deciles = strata.enumerated().map { CountCell("\($0 + 1)", count: Int($1.events)) }
    let rest = CountCell("not placed", count: counts.children - counts.matched)
    let all = CountCell("all", count: counts.children)
    let rates = strata.enumerated().filter { $1.population > 0 }.map { place, stratum in
      DerivedFigure.rate(
        "rate \(place + 1)", of: "\(place + 1)", per: 10_000, of: .published(Int(stratum.population)), places: 1)
    }
    return try Publication(
      title: counts.level.title, cells: deciles + [rest, all],
      relations: [Relation(total: "all", parts: deciles.map(\.name) + [rest.name])], figures: rates)
  }

  /// The gradient with its index.
  public func exhibit() -> Exhibit {
    let names = strata.indices.map { String($0 + 1) }
    let values = strata.indices.map { place in
      release.figure("rate \(place + 1)").map { ChartValue($0, interval: interval(place)) }
    }
    let (title, sentence) = index
    let head = ChartHead(
      finding: title,
      subject:
        "\(counts.level.title), by \(strata.count == 10 ? "tenth" : "fifth") of deprivation of the home, 1 the most deprived",
      unit: "rate per 10,000", source: source, notes: [placed])
    return Exhibit(sentence, chart: GradientChart(head, groups: names, series: [ChartSeries("Rate", values)]))
  }

  /// The interval of a rate that is shown; a withheld one has none.
  private func interval(_ place: Int) -> ClosedRange<Double>? {
    guard let events = release.count("\(place + 1)")?.value.number, strata[place].population > 0 else { return nil }
    let limits = Interval.poisson(events: events).multiplied(by: 10_000 / strata[place].population)
    return limits.lower...limits.upper
  }

  private var placed: String {
    let share = Disclosure.estimate(
      counts.matchedShare ?? 0, restingOn: counts.children, source: PublicationSource(title: "Placed"))
    // To the nearest 5, so that the children who take no part cannot be worked out from the rates.
    let words = share.map { "about \(Int(($0.value * 20).rounded()) * 5) per cent" } ?? "too few to say how many"
    return
      "Placed in a small area: \(words) of the children. The others are in no decile. Unaccompanied children take no part."
  }

  /// The index of the gradient, of groups that are all shown: one worked out from a withheld group would say something of it.
  private var index: (title: String, sentence: String) {
    guard release.pattern.withheld.isEmpty else {
      return (
        "Some groups are withheld to protect children",
        "No index of the gradient is shown, for it would say something of the groups that are withheld."
      )
    }
    guard let gradient = try? DeprivationGradient(mostDeprivedFirst: strata),
      let found = Disclosure.estimate(
        gradient.relativeIndex, restingOn: counts.matched, source: PublicationSource(title: "Gradient"))
    else {
      return ("The gradient cannot be measured", "There are too few children to measure a gradient that may be shown.")
    }
    let limits = found.value.interval
    let ratio = ChartDigits.text(found.value.value, places: 1)
    let range = "\(ChartDigits.text(limits.lower, places: 1)) to \(ChartDigits.text(limits.upper, places: 1))"
    return (
      "The most deprived end has \(ratio) times the rate of the least",
      "Relative index of inequality \(ratio) (95 % interval \(range)): what the fitted rate at the most deprived end is of that at the "
        + "least. It is an association between places and children's services, and no cause."
    )
  }
}
