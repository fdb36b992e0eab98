public import KithDisclosure

/// Figures of one's own that an audit has passed, one by one, for a page that shows them beside each other.
///
/// They are protected together, as one publication: show no others of the same counts beside them.
public struct ReleasedFigures: Sendable {
  /// What a figure is found by.
  struct Key: Hashable, Sendable {
    let measure: String
    let place: FigureTable.Place
  }

  /// The proof.
  public let audit: AuditReport
  /// How many counts are withheld.
  public let withheld: Int
  /// What the reader should know of how they were protected.
  public let notices: [String]
  private let figures: [Key: Releasable<ShownFigure>]

  /// Withholds what the policy asks and what protects it, and audits the result. It throws where that forbids a release.
  public init(_ figures: [ReleaseFigure], _ request: ReleaseRequest) throws {
    guard request.policy.isForRelease else { throw DisclosureError.notForRelease }
    let model = try ReleaseModel(figures, request, frame: request.frame(of: figures), title: request.fullTitle)
    let isLarge = model.publication.cells.count > ReleasePackage.large
    let release = try Disclosure.release(
      model.publication, under: isLarge ? request.policy.withoutProtectionByRounding : request.policy,
      effort: isLarge ? .fast : request.effort)
    audit = release.report
    withheld = release.pattern.withheld.count
    notices = model.notices
    self.figures = Self.shown(model, release)
  }

  private static func shown(_ model: ReleaseModel, _ release: Release) -> [Key: Releasable<ShownFigure>] {
    var shown: [Key: Releasable<ShownFigure>] = [:]
    for (position, measure) in model.table.measures.enumerated() {
      for place in model.table.places(position) {
        let area = ReleaseArea.authority(place.authority)
        let count = AreaCounts.Key(
          year: place.year, area: area,
          count: model.slots.count(.init(measure: position, role: .numerator), place.group))
        let figure =
          measure.unit == .count
          ? release.count(model.names.name(count))
          : release.figure(model.names.figure(position, area, place.year, place.group))
        shown[Key(measure: measure.id, place: place)] = figure ?? none(model, position, place, release)
      }
    }
    return shown
  }

  private static func none(
    _ model: ReleaseModel, _ measure: Int, _ place: FigureTable.Place, _ release: Release
  ) -> Releasable<ShownFigure>? {
    let isNotApplicable = if case .notApplicable = model.table.state(measure, place) { true } else { false }
    return Disclosure.noFigure(
      isNotApplicable ? .notApplicable : .notAvailable, kind: model.table.measures[measure].unit.kind,
      source: PublicationSource(title: release.title))
  }

  /// A figure as it may be shown; nil where none was asked for.
  public func figure(
    _ measure: String, year: Int, authority: String, group: ReleaseGroup = .total
  ) -> Releasable<ShownFigure>? {
    figures[Key(measure: measure, place: .init(year: year, authority: authority, group: group))]
  }
}
