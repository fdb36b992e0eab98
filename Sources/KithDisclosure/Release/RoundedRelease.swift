/// Counts that controlled rounding protects, and what an attacker can make of them.
public struct RoundedRelease: Sendable {
  /// The publication's title.
  public let title: String
  /// The range to which each sensitive small count can be narrowed.
  public let report: AuditReport
  private let rounding: ControlledRounding

  init(title: String, report: AuditReport, rounding: ControlledRounding) {
    self.title = title
    self.report = report
    self.rounding = rounding
  }

  /// A rounded count; nil where there is none of the name.
  public func count(_ name: String) -> Releasable<ShownFigure>? {
    rounding.counts[name].map {
      Releasable(
        ShownFigure(kind: .count, number: Double($0), places: 0), basis: .audited(PublicationSource(title: title)))
    }
  }
}

extension ControlledRounding {
  /// Attacks the rounded counts: each is within one base of the truth, and the relations hold of the truth too.
  ///
  /// Rounding does not promise the range that withholding does. It passes where no sensitive small count can be told exactly.
  public func audit(_ publication: Publication, under policy: DisclosurePolicy) -> AuditReport {
    let ranges = publication.cells.map { cell in
      let shown = counts[cell.name] ?? cell.count
      return KnownRange(max(0, shown - base + 1), shown + base - 1)
    }
    let targets = publication.cells.indices.filter { policy.withholds(publication.cells[$0]) }
    var findings: [Int: AuditFinding] = [:]
    for component in Component.all(of: Knowledge(publication, shown: ranges), isHideable: { _ in false }) {
      var audit = ComponentAudit(component: component, withheld: publication.cells.map { _ in false })
      for (position, cell) in component.cells.enumerated() where targets.contains(cell) {
        findings[cell] = audit.finding(
          on: position, named: publication.cells[cell].name, role: .ownSake, truth: publication.cells[cell].count,
          promise: nil)
      }
    }
    let missing = targets.filter { findings[$0] == nil }.map { publication.cells[$0] }
    return AuditReport(
      title: publication.title, policy: policy.name + "; controlled rounding to \(base)",
      findings: findings.sorted { $0.key < $1.key }.map(\.value)
        + missing.map {
          AuditFinding(name: $0.name, role: .ownSake, range: .exactly($0.count), method: .direct, verdict: .narrowed)
        }, countsAudited: publication.cells.count)
  }
}

extension Disclosure {
  /// Rounds every count so that sums hold, attacks the result, and gives what may be shown.
  public static func release(
    _ publication: Publication, roundedTo base: Int, under policy: DisclosurePolicy
  ) throws(DisclosureError) -> RoundedRelease {
    guard policy.isForRelease else { throw .notForRelease }
    let rounding = try ControlledRounding(publication, base: base)
    let report = rounding.audit(publication, under: policy)
    guard report.isSafe else { throw .auditFailed(report.failures.map(\.name)) }
    return RoundedRelease(title: publication.title, report: report, rounding: rounding)
  }

  /// A count with the noise of its cell's key, as it may be shown; `c` below the threshold.
  ///
  /// The noise protects counts one by one and across tables; nothing is audited, for there is nothing withheld to work out.
  public static func release(_ count: PerturbedCount, from source: PublicationSource) -> Releasable<ShownFigure> {
    let figure = count.count.map { ShownFigure(kind: .count, number: Double($0), places: 0) }
    return Releasable(figure ?? ShownFigure(kind: .count, symbol: .confidential), basis: .audited(source))
  }
}
