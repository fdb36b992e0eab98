import KithAggregates
public import KithDisclosure

/// What is asked of a release.
public struct ReleaseRequest: Sendable {
  /// The title, which gives the files their name.
  public var title: String
  /// What is withheld and how the rest is rounded.
  public var policy: DisclosurePolicy
  /// Whether nobody is real: then the title, the files' names and every row say so.
  public var isSynthetic: Bool
  /// Which authorities there are in each year; nil for those of England's register, or for invented ones.
  public var frame: ReleaseFrame?
  /// The names of invented authorities, by code.
  public var authorityNames: [String: String]
  /// What sums to what across measures.
  public var links: CountLinks
  /// The last release, which this one must not undo.
  public var earlier: EarlierRelease?
  /// How hard to look for the fewest counts to withhold.
  public var effort: SuppressionEffort

  /// Asks for a release.
  public init(
    title: String, policy: DisclosurePolicy, isSynthetic: Bool = false, frame: ReleaseFrame? = nil,
    authorityNames: [String: String] = [:], links: CountLinks = .official, earlier: EarlierRelease? = nil,
    effort: SuppressionEffort = .exact(candidates: 500, nodes: 300)
  ) {
    self.title = title
    self.policy = policy
    self.isSynthetic = isSynthetic
    self.frame = frame
    self.authorityNames = authorityNames
    self.links = links
    self.earlier = earlier
    self.effort = effort
  }

  var fullTitle: String {
    isSynthetic && !title.lowercased().contains("synthetic") ? title + " (synthetic)" : title
  }

  func frame(of figures: [ReleaseFigure]) -> ReleaseFrame {
    if let frame { return frame }
    guard isSynthetic else { return .england(Set(figures.map(\.year))) }
    let codes = Dictionary(grouping: figures, by: \.year).mapValues { Set($0.map(\.authority)).sorted() }
    return ReleaseFrame(
      members: codes.mapValues { codes in
        codes.map { .init(code: $0, name: authorityNames[$0] ?? "", onsCode: "x", region: nil) }
      })
  }
}

/// A release that may leave: an EES pair, and the audit that passed it.
public struct ReleasePackage: Sendable {
  /// The pair's name, without endings.
  public let name: String
  /// The audit.
  public let audit: AuditDocument
  /// The files: the data, the metadata, and the audit as text and as JSON.
  public let files: [(name: String, text: String)]
  /// What the Department for Education's screener would remark, though it takes the pair.
  public let warnings: [String]

  /// Withholds, audits, writes the pair and screens it. It throws ``ReleaseError`` where any of that forbids a release.
  public init(_ figures: [ReleaseFigure], _ request: ReleaseRequest, notices: [String] = []) throws {
    do {
      try self.init(checked: figures, request, notices: notices)
    } catch let error as DisclosureError {
      throw ReleaseError.refused(error.description)
    } catch let error as AggregatesError {
      throw ReleaseError.refused(error.description)
    }
  }

  /// The number of counts above which a release is audited as if nothing were rounded.
  static let large = 3_000
  private static let largeNotice =
    "The release is large: it was audited against an attacker who has every shown count unrounded, so more is withheld than needs be."

  private init(checked figures: [ReleaseFigure], _ request: ReleaseRequest, notices: [String]) throws {
    guard request.policy.isForRelease else { throw DisclosureError.notForRelease }
    let model = try ReleaseModel(figures, request, frame: request.frame(of: figures), title: request.fullTitle)
    let isLarge = model.publication.cells.count > Self.large
    let release = try Disclosure.release(
      model.publication, under: isLarge ? request.policy.withoutProtectionByRounding : request.policy,
      effort: isLarge ? .fast : request.effort)
    let columns = ReleaseColumns(model, release)
    let table = EESTable(
      title: request.fullTitle, indicators: columns.indicators, rows: model.rows(columns),
      isSynthetic: request.isSynthetic)
    let pair = [(name: table.fileNames.data, text: table.data), (name: table.fileNames.metadata, text: table.metadata)]
    let screening = try EESScreening(
      data: Array(pair[0].text.utf8), named: pair[0].name, metadata: Array(pair[1].text.utf8), named: pair[1].name)
    let found = screening.findings.map(\.description)
    guard screening.passes else {
      throw ReleaseError.refused("the pair would not pass the screening of EES files", findings: found)
    }
    name = table.name
    warnings = found
    audit = AuditDocument(
      release, policy: request.policy, notice: table.status, isSynthetic: request.isSynthetic, files: pair,
      notices: notices + model.notices + (isLarge ? [Self.largeNotice] : []) + columns.reasons + found)
    files = pair + [(name + ".audit.txt", audit.text), (name + ".audit.json", audit.json)]
  }
}

extension ReleaseModel {
  /// The rows of the pair: each year's areas, England first, each with its groups.
  func rows(_ columns: ReleaseColumns) -> [EESTable.Row] {
    let categories = table.groups.map(\.category)
    let shared = Set(categories.filter { category in categories.count { $0 == category } > 1 })
    return counts.areas.sorted { $0.key < $1.key }.flatMap { year, areas in
      areas.flatMap { area in
        table.groups.map { group in
          EESTable.Row(
            year: year, place: place(area, year), topic: group.breakdown,
            item: shared.contains(group.category) ? group.longCategory : group.category,
            figures: columns.figures(area, year, group))
        }
      }
    }
  }

  private func place(_ area: ReleaseArea, _ year: Int) -> EESTable.Place {
    switch area {
    case .england: return .england
    case .region(let region): return .region(region)
    case .authority(let code):
      let member = names.authority(code, year)
      return .authority(code: code, onsCode: member.onsCode, name: member.name, region: member.region)
    }
  }
}
