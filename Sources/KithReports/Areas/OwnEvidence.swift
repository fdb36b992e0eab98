import KithCharts
import KithDisclosure
public import KithMeasures
import KithRelease
import KithReturns
public import KithStore

/// An authority's own figures, from the returns in a store, as disclosure control lets them be shown.
///
/// Those of each return are protected together, as one publication, by DfE's rule for it.
public struct OwnEvidence: Sendable {
  /// The authority's three digits in the store.
  public let authority: String
  /// The years of which the store holds a return, oldest first.
  public let years: [Int]
  /// Whether nobody in the store is real.
  public let isSynthetic: Bool
  /// What was loaded, and what the checks of it found.
  public let submissions: [StoredSubmission]
  /// What could not be shown, and why.
  public let refusals: [String]
  /// How many counts are withheld, and how many were audited.
  public let protection: (withheld: Int, audited: Int)
  /// Whether the figures are raw, for the authority's own staff, and not for release.
  public let isInternal: Bool
  /// How often each rule was broken in each return when it was loaded, by the submission's number.
  let faults: [Int: [RuleCount]]
  private let released: [ReleasedFigures]
  private let raw: [RawKey: Internal<MeasureFigure>]
  private let measures: [String: Measure]
  private let groups: [String: [ReleaseGroup]]
  private let reasons: [String: String]

  /// Works out the figures of an authority in the latest years, up to a year where one is given.
  ///
  /// Raw ones, for the authority's own staff, where `isInternal`; else they go through disclosure control.
  public init(
    _ store: Store, of authority: String, asOf: Int? = nil, years count: Int = 5, children: ChildPopulation,
    isInternal: Bool = false
  ) throws {
    let held = try store.submissions.filter {
      $0.authority == authority && $0.state == "current" && $0.year <= (asOf ?? .max)
    }
    self.authority = authority
    submissions = held
    years = Array(Set(held.map(\.year)).sorted().suffix(count))
    isSynthetic = try store.isSynthetic ?? false
    faults = try Dictionary(uniqueKeysWithValues: held.map { ($0.id, try store.ruleCounts(of: $0.id)) })
    var raw: [MeasureFigure] = []
    for year in years { raw += try Self.figures(store, year, children, isLatest: year == years.last) }
    let own = raw.filter { $0.place.area == .authority(authority) }
    let (found, refused) = isInternal ? ([], []) : Self.released(own, isSynthetic: isSynthetic)
    self.isInternal = isInternal
    self.raw = isInternal ? Self.raw(own) : [:]
    released = found
    refusals = refused
    protection = (found.map(\.withheld).reduce(0, +), found.map(\.audit.countsAudited).reduce(0, +))
    measures = Dictionary(own.map { ($0.measure.id, $0.measure) }, uniquingKeysWith: { first, _ in first })
    groups = Self.groups(own)
    reasons = Dictionary(
      own.compactMap { figure in figure.reason.map { ("\(figure.measure.id) \(figure.year)", $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// A figure as it may be shown; nil where the store gives none.
  func value(_ measure: String, _ year: Int, _ group: ReleaseGroup = .total) -> ChartValue? {
    if isInternal {
      return raw[RawKey(measure: measure, year: year, group: group)].map { figure in
        ChartValue(
          figure.value.value, of: figure, places: figure.value.measure.places, words: figure.value.text)
      }
    }
    return released.lazy.compactMap { $0.figure(measure, year: year, authority: authority, group: group) }.first
      .map { ChartValue($0) }
  }

  func measure(_ id: String) -> Measure? { measures[id] }

  /// The groups of a measure of the latest year, by a breakdown.
  func groups(_ measure: String, by breakdown: Breakdown) -> [ReleaseGroup] {
    (groups["\(measure) \(breakdown.rawValue)"] ?? []).sorted {
      (GroupWords.order($0.category), $0.category) < (GroupWords.order($1.category), $1.category)
    }
  }

  /// Why a year has no figure; nil where it has one.
  func reason(_ measure: String, _ year: Int) -> String? { reasons["\(measure) \(year)"] }

  /// Where the figures come from.
  var source: String {
    let kind = isSynthetic ? "SYNTHETIC returns, no real child or authority" : "own returns"
    if isInternal { return "\(kind), authority \(authority), as counted" }
    return
      "\(kind), authority \(authority), through disclosure control (DfE's rule: 1 to 5 withheld, and what protects them)"
  }
}

private func request(_ policy: DisclosurePolicy, isSynthetic: Bool) -> ReleaseRequest {
  ReleaseRequest(title: "Own figures", policy: policy, isSynthetic: isSynthetic)
}

extension OwnEvidence {
  /// What a raw figure is found by.
  struct RawKey: Hashable {
    let measure: String
    let year: Int
    let group: ReleaseGroup
  }

  private static func raw(_ figures: [MeasureFigure]) -> [RawKey: Internal<MeasureFigure>] {
    Dictionary(
      figures.map { figure in
        let group = ReleaseGroup(
          breakdown: figure.place.breakdown?.rawValue ?? "Total", category: figure.place.category)
        return (RawKey(measure: figure.measure.id, year: figure.year, group: group), Disclosure.internalUse(figure))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Each return's figures as one publication, and why one could not be protected.
  private static func released(
    _ figures: [MeasureFigure], isSynthetic: Bool
  ) -> (figures: [ReleasedFigures], refusals: [String]) {
    var (found, refused): ([ReleasedFigures], [String]) = ([], [])
    for (kind, policy) in [
      (CollectionKind.inNeed, DisclosurePolicy.childrenInNeed), (.lookedAfter, .childrenLookedAfter),
    ] {
      let own = figures.filter { $0.measure.collection == kind }.map(ReleaseFigure.init)
      guard !own.isEmpty else { continue }
      do { found.append(try protected(own, request(policy, isSynthetic: isSynthetic))) } catch {
        refused.append("\(kind.title): \(error)")
      }
    }
    return (found, refused)
  }

  /// The figures with the totals of what is broken down shown, where that can be protected; else with whatever must be withheld.
  private static func protected(_ figures: [ReleaseFigure], _ request: ReleaseRequest) throws -> ReleasedFigures {
    var kept = request
    kept.kept = Set(brokenDown.map(\.measure))
    if let found = try? ReleasedFigures(figures, kept) { return found }
    return try ReleasedFigures(figures, request)
  }

  /// What is broken down in the latest year, and by what.
  static let brokenDown: [(measure: String, by: [Breakdown])] = [
    ("cin_31mar_count", [.age, .need]), ("cpp_31mar_count", [.age, .abuse]),
    ("cla_31mar_count", [.age, .ethnicity, .placement, .legalStatus]),
  ]

  private static func figures(
    _ store: Store, _ year: Int, _ children: ChildPopulation, isLatest: Bool
  ) throws -> [MeasureFigure] {
    let all = Measure.all()
    let run = try MeasureRun(store, year: year, children: children)
    let totals = try run.figures(all)
    guard isLatest else { return totals }
    return try totals
      + brokenDown.flatMap { item in
        try run.figures(all.filter { $0.id == item.measure }, by: item.by).filter { $0.place.breakdown != nil }
      }
  }

  private static func groups(_ figures: [MeasureFigure]) -> [String: [ReleaseGroup]] {
    let broken = figures.filter { $0.place.breakdown != nil }
    return Dictionary(grouping: broken) { "\($0.measure.id) \($0.place.breakdown?.rawValue ?? "")" }
      .mapValues { $0.map { ReleaseGroup(breakdown: $0.place.breakdown?.rawValue ?? "", category: $0.place.category) } }
  }
}

extension ReleaseFigure {
  /// A raw figure on its way into disclosure control.
  init(_ figure: MeasureFigure) {
    let unit: Unit =
      switch figure.measure.figure {
      case .count, .children: .count
      case .percentage: .percentage
      case .rate: .rate(per: 10_000)
      case .mean: .mean
      case .yearsAndMonths: .yearsAndMonths
      }
    let state: State =
      switch figure.state {
      case .parts(let above, let below): .parts(Int(above), over: below)
      case .unavailable(let reason): .unavailable(reason)
      case .notApplicable: .notApplicable
      }
    let area = if case .authority(let code) = figure.place.area { code } else { "" }
    self.init(
      measure: figure.measure.id, label: figure.measure.name, unit: unit, places: figure.measure.places,
      year: figure.year, authority: area,
      group: ReleaseGroup(breakdown: figure.place.breakdown?.rawValue ?? "Total", category: figure.place.category),
      state: state)
  }
}

extension CollectionKind {
  /// The return's name.
  var title: String { self == .inNeed ? "CIN Census" : "SSDA903" }
}
