public import KithStatistics

/// A panel of authorities and years: counts, the people among whom they arose, and what may go with them.
public struct AreaYears: Sendable {
  /// The authorities and years, in order.
  public let keys: [AreaYear]
  /// The counts.
  public let counts: [Double]
  /// The people.
  public let people: [Double]
  /// The covariates by name, each with a value for every key.
  public let covariates: [(name: String, values: [Double])]
  /// Authority-years with a count that lack people or a covariate, and take no part.
  public let leftOut: Int

  /// Brings together what is known of each authority and year.
  public init(
    counts: [AreaYear: Double], people: [AreaYear: Double], covariates: [(name: String, values: [AreaYear: Double])],
    years: ClosedRange<Int>? = nil
  ) throws(StudyError) {
    let wanted = counts.keys.filter { years?.contains($0.year) ?? true }
    let keys = wanted.filter { key in
      (people[key] ?? 0) > 0 && covariates.allSatisfy { $0.values[key] != nil } && (counts[key] ?? -1) >= 0
    }.sorted()
    guard !keys.isEmpty else {
      throw StudyError(
        .tooLittle, "No authority and year has the outcome, its people and every covariate; give more of them.")
    }
    self.keys = keys
    self.counts = keys.map { counts[$0] ?? 0 }
    self.people = keys.map { people[$0] ?? 0 }
    self.covariates = covariates.map { item in (item.name, keys.map { item.values[$0] ?? 0 }) }
    leftOut = wanted.count - keys.count
  }

  /// The authorities.
  public var authorities: [String] { Set(keys.map(\.authority)).sorted() }
  /// The years.
  public var years: [Int] { Set(keys.map(\.year)).sorted() }
}

/// How counts of authorities go with what differs between them, and with what changes within each.
///
/// Each covariate is parted into the authority's mean and the year's departure from it: A. Bell and K. Jones, "Explaining fixed
/// effects", Political Science Research and Methods 3 (2015), equation 12, in a negative binomial model with the logarithm of people as
/// offset, a term for each year, and standard errors clustered by authority. An association between areas is no cause and says nothing
/// of a child.
public struct PanelModel: Sendable {
  /// A covariate's two ratios of rates, for one standard deviation of the covariate between authorities.
  public struct Term: Hashable, Sendable {
    /// The covariate.
    public let name: String
    /// One standard deviation between authorities, in the covariate's units.
    public let unit: Double
    /// The ratio of rates of authorities that differ by the unit on the whole.
    public let between: Estimate
    /// The ratio of rates in an authority when it is the unit above its own mean; nil where it hardly changes within authorities.
    public let within: Estimate?
  }

  /// The covariates' terms.
  public let terms: [Term]
  /// The share of the variation between authority-years beyond chance that goes with the covariates, the years apart.
  public let shareExplained: Double?
  /// The authority-years, authorities and years.
  public let size: (rows: Int, authorities: Int, years: Int)

  /// Fits a panel.
  public init(_ panel: AreaYears, _ confidence: Confidence = .ninetyFive) throws(StudyError) {
    guard panel.authorities.count > 2 * panel.covariates.count + 5 else {
      throw StudyError(
        .tooLittle,
        "There are \(panel.authorities.count) authorities for \(panel.covariates.count) covariates; give more authorities or fewer covariates."
      )
    }
    let parted = panel.covariates.map { PartedCovariate($0.name, $0.values, panel.keys) }
    for covariate in parted where !(covariate.unit > 0) {
      throw StudyError(.collinear, "\(covariate.name) is the same in every authority; leave it out.")
    }
    let years = panel.years
    let base = panel.keys.map { key in [1.0] + years.dropFirst().map { key.year == $0 ? 1 : 0 } }
    let columns = parted.flatMap { $0.columns }
    let rows = base.indices.map { row in base[row] + columns.map { $0[row] } }
    let model = try Self.fit(rows, panel)
    let plain = try Self.fit(base, panel)
    let errors =
      model.model.clustered(
        rows: rows, counts: panel.counts, exposures: panel.people, by: panel.keys.map(\.authority))
      ?? model.model.coefficients
    var place = years.count
    var terms: [Term] = []
    for covariate in parted {
      let between = Self.ratio(errors[place], confidence)
      let within = covariate.changes ? Self.ratio(errors[place + 1], confidence) : nil
      terms.append(Term(name: covariate.name, unit: covariate.unit, between: between, within: within))
      place += covariate.columns.count
    }
    self.terms = terms
    shareExplained =
      plain.theta.value.isFinite
      ? 1 - (model.theta.value.isFinite ? plain.theta.value / model.theta.value : 0) : nil
    size = (panel.keys.count, panel.authorities.count, years.count)
  }

  private static func ratio(_ coefficient: Coefficient, _ confidence: Confidence) -> Estimate {
    Estimate(value: coefficient.ratio, interval: coefficient.ratioInterval(confidence))
  }

  private static func fit(_ rows: [[Double]], _ panel: AreaYears) throws(StudyError) -> NegativeBinomialModel {
    try StudyError.fitting("authorities and years") { () throws(FitFailure) in
      try NegativeBinomialModel(rows: rows, counts: panel.counts, exposures: panel.people)
    }
  }
}

/// A covariate parted into authorities' means and departures from them, in standard deviations of the means.
private struct PartedCovariate {
  let name: String
  let unit: Double
  let changes: Bool
  let columns: [[Double]]

  init(_ name: String, _ values: [Double], _ keys: [AreaYear]) {
    var sums: [String: (sum: Double, count: Double)] = [:]
    for (key, value) in zip(keys, values) {
      let old = sums[key.authority] ?? (0, 0)
      sums[key.authority] = (old.sum + value, old.count + 1)
    }
    let means = sums.mapValues { $0.sum / $0.count }
    let ordered = means.sorted { $0.key < $1.key }.map(\.value)
    let middle = ordered.reduce(0, +) / Double(ordered.count)
    let unit = (ordered.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(max(1, ordered.count - 1)))
      .squareRoot()
    let scale = unit > 1e-9 * max(1, abs(middle)) ? unit : 0
    self.name = name
    self.unit = scale
    let between = keys.map { ((means[$0.authority] ?? middle) - middle) / (scale > 0 ? scale : 1) }
    let within = zip(keys, values).map { ($1 - (means[$0.authority] ?? $1)) / (scale > 0 ? scale : 1) }
    let spread = (within.reduce(0) { $0 + $1 * $1 } / Double(within.count)).squareRoot()
    changes = spread > 0.01
    columns = changes ? [between, within] : [between]
  }
}
