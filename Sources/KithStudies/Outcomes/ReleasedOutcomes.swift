public import KithDisclosure
import KithStatistics

/// The outcomes of a study one by one, each as an audit lets it be shown.
public struct ReleasedOutcomes: Sendable {
  /// An outcome of a group.
  public struct Figure: Sendable {
    /// The group.
    public let group: SocialCareGroup
    /// The figure.
    public let value: Releasable<ShownFigure>
    /// The interval of 95 %, of a share whose counts are shown.
    public let interval: ClosedRange<Double>?
    /// How many children of the group it is known of.
    public let known: Releasable<ShownFigure>?
    /// The share of the group's children whom the files have.
    public let matchRate: Releasable<ShownFigure>?
  }

  /// An outcome by group.
  public struct Item: Sendable {
    /// The measure, as `OUT02`; blank for health.
    public let measure: String
    /// The outcome in words.
    public let title: String
    /// The unit.
    public let unit: String
    /// Who could have it.
    public let population: OutcomePopulation
    /// The groups that have children, in order.
    public let figures: [Figure]
  }

  /// The outcomes, in the order of the official measures.
  public let items: [Item]
  /// The year on whose 31 March groups are fixed.
  public let year: Int
  /// What cannot be told, and why.
  public let statements: [String]
  /// The policy by which small counts were withheld.
  public let policy: String
}

extension OutcomeStudy {
  /// The outcomes of one area as they may be released; nothing where an audit does not pass.
  public func releasedOutcomes(
    of area: String, under policy: DisclosurePolicy
  ) throws(DisclosureError) -> ReleasedOutcomes {
    let release = try release(under: policy)
    let items = outcomes.map { outcome in
      let found = places.filter { $0.area == area && tallies[outcome.question.id]?[$0] != nil }
      return ReleasedOutcomes.Item(
        measure: outcome.measure, title: outcome.title, unit: outcome.unit, population: outcome.question.population,
        figures: found.compactMap { figure(outcome, $0, release) })
    }
    return ReleasedOutcomes(
      items: items.filter { !$0.figures.isEmpty }, year: year, statements: statements, policy: policy.name)
  }

  private func figure(_ outcome: Outcome, _ place: Place, _ release: Release) -> ReleasedOutcomes.Figure? {
    guard let value = release.figure(OutcomeCounts.name(outcome.id, "figure", place)) else { return nil }
    let known = release.count(OutcomeCounts.name(outcome.question.id, "known", place))
    return ReleasedOutcomes.Figure(
      group: place.group, value: value,
      interval: interval(outcome, release.count(outcome.countName(place)), known), known: known,
      matchRate: release.figure(OutcomeCounts.name(outcome.question.population.rawValue, "match %", place)))
  }

  private func interval(
    _ outcome: Outcome, _ events: Releasable<ShownFigure>?, _ known: Releasable<ShownFigure>?
  ) -> ClosedRange<Double>? {
    guard case .share = outcome.form, let events = events?.value.number, let total = known?.value.number, total > 0,
      events <= total
    else { return nil }
    let limits = Interval.wilson(events: events, of: total).multiplied(by: 100)
    return limits.lower...limits.upper
  }
}
