/// What passed an audit: every figure of a publication as it may be shown, and the proof.
public struct Release: Sendable {
  /// The publication's title.
  public let title: String
  /// What was withheld.
  public let pattern: SuppressionPattern
  /// What an attacker can make of it.
  public let report: AuditReport
  /// What every page and file that shows it must say.
  public static let notice = "Provisional, from your return, not official statistics"

  private let counts: [String: ShownFigure]
  private let figures: [String: ShownFigure]

  init(_ publication: Publication, policy: DisclosurePolicy, pattern: SuppressionPattern, report: AuditReport) {
    title = publication.title
    self.pattern = pattern
    self.report = report
    let withheld = pattern.withheld
    let published = publication.cells.filter { $0.handling != .notPublished }
    counts = Dictionary(
      uniqueKeysWithValues: published.map { cell in
        let shown = ShownFigure(kind: .count, number: Double(policy.shown(cell)), places: 0)
        return (cell.name, withheld.contains(cell.name) ? ShownFigure(kind: .count, symbol: .confidential) : shown)
      })
    let shown = Set(publication.shownFigures(withheld: publication.cells.map { withheld.contains($0.name) }))
    let leftOut = Set(pattern.figures)
    let derived = publication.figures.enumerated().map { position, figure in
      let isWithheld = !shown.contains(position) || leftOut.contains(figure.name)
      return (figure.name, publication.shown(figure, isWithheld: isWithheld, policy))
    }
    figures = Dictionary(
      uniqueKeysWithValues: derived + publication.shownAverages(withheld: withheld, policy: policy))
  }

  /// The names of the counts that are shown or withheld, sorted.
  public var countNames: [String] { counts.keys.sorted() }

  /// A count; nil where the publication shows none of the name.
  public func count(_ name: String) -> Releasable<ShownFigure>? { releasable(counts[name]) }

  /// A percentage, rate or mean; nil where the publication has none of the name.
  public func figure(_ name: String) -> Releasable<ShownFigure>? { releasable(figures[name]) }

  private func releasable(_ figure: ShownFigure?) -> Releasable<ShownFigure>? {
    figure.map { Releasable($0, basis: .audited(PublicationSource(title: title))) }
  }
}

extension Publication {
  fileprivate func shown(_ figure: DerivedFigure, isWithheld: Bool, _ policy: DisclosurePolicy) -> ShownFigure {
    let kind: ShownFigure.Kind = figure.multiplier == 100 ? .percentage : .rate(per: figure.multiplier)
    if isWithheld { return ShownFigure(kind: kind, symbol: .confidential) }
    guard let rounded = rounded(figure, policy) else { return ShownFigure(kind: kind, symbol: .notApplicable) }
    if rounded.isUnderHalf { return ShownFigure(kind: kind, symbol: .roundsToZero) }
    let units = Double(rounded.scale / figure.multiplier)
    return ShownFigure(kind: kind, number: Double(rounded.units) / units, places: figure.places)
  }
}

extension Disclosure {
  /// Withholds what a policy asks and what protects it, attacks the result, and gives what may be shown.
  ///
  /// It throws, and gives nothing, if an attacker could narrow any withheld count further than the policy allows, if that could not be
  /// decided, or if the policy is not for release.
  public static func release(
    _ publication: Publication, under policy: DisclosurePolicy, effort: SuppressionEffort = .thorough
  ) throws(DisclosureError) -> Release {
    try release(publication, withholding: try publication.suppressed(under: policy, effort: effort), under: policy)
  }

  /// The same, with a pattern of one's own, such as last year's.
  public static func release(
    _ publication: Publication, withholding pattern: SuppressionPattern, under policy: DisclosurePolicy
  ) throws(DisclosureError) -> Release {
    guard policy.isForRelease else { throw .notForRelease }
    let report = try publication.audit(pattern, under: policy)
    guard report.isSafe else { throw .auditFailed(report.failures.map(\.name)) }
    return Release(publication, policy: policy, pattern: pattern, report: report)
  }
}
