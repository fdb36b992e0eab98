import KithStatistics

/// A model of the first kind of event, as figures to be shown.
public struct ReturnModel: Codable, Hashable, Sendable {
  /// What is modelled.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// The hazard of the event, other ends being censored (Cox).
    case cox
    /// The hazard of the share itself, other ends keeping it from growing (Fine and Gray): for prediction, not for what brings a return.
    case fineGray = "fine-gray"
    /// The odds of the event in a unit of time.
    case logit
    /// The hazard of the event in a unit of time, by the complementary log-log.
    case cloglog
    /// The rate of all a child's events, each alike (Andersen and Gill).
    case andersenGill = "andersen-gill"
    /// The hazard of each further event, by its number, in time since the beginning (Prentice, Williams and Peterson).
    case prenticeTotal = "pwp-total"
    /// The same in time since the event before.
    case prenticeGap = "pwp-gap"

    /// Whether it is of a child's every event.
    public var isRecurrent: Bool { [.andersenGill, .prenticeTotal, .prenticeGap].contains(self) }
    /// What a coefficient's exponential is.
    public var ratio: String {
      switch self {
      case .logit: "odds ratio"
      case .fineGray: "subdistribution hazard ratio"
      default: "hazard ratio"
      }
    }
  }

  /// What the model says of one covariate.
  public struct Effect: Codable, Hashable, Sendable {
    /// The covariate.
    public let name: String
    /// The logarithm of the ratio.
    public let coefficient: Double
    /// Its standard error; the robust one where clusters or one was asked for.
    public let standardError: Double
    /// The ratio of hazards, of subdistribution hazards or of odds, by the kind of model.
    public let hazardRatio: Double
    /// The lower end of its 95 % interval.
    public let lower: Double
    /// The upper end.
    public let upper: Double
    /// How often chance alone gives an effect as far from none.
    public let p: Double
    /// How often chance alone gives as much change of the effect with time; none where it was not asked for.
    public let pOfChange: Double?
  }

  /// What is modelled.
  public let kind: Kind
  /// The effects.
  public let effects: [Effect]
  /// How ties were treated.
  public let ties: String
  /// Whether standard errors are robust.
  public let isRobust: Bool
  /// How many spells and events it is of.
  public let spells: Int
  /// How many events there were.
  public let events: Int
  /// The logarithm of the likelihood, partial but in discrete time.
  public let logLikelihood: Double
  /// How often the spell with the higher hazard came first; none where it was not asked for.
  public let concordance: Double?

  /// Fits a Cox model; `checks` asks for concordance and the test of proportional hazards.
  public init(
    _ spells: Spells, names: [String], columns: [[Double]], strata: [Int]?, clusters: [Int]?, ties: Ties,
    checks: Bool, kind: Kind = .cox
  ) async throws(StudyError) {
    self.kind = kind
    let model = try await CoxModel.fit(spells.only(1), names: names, columns: columns, strata: strata, ties: ties)
    let errors = clusters == nil ? model.standardErrors : try await model.robustStandardErrors(clusters: clusters)
    let changes = checks && ties != .exact ? try await model.proportionality().byCovariate : nil
    effects = names.indices.map { place in
      let ratio = model.hazardRatio(place, standardError: errors[place])
      return Effect(
        name: names[place], coefficient: model.coefficients[place], standardError: errors[place],
        hazardRatio: ratio.ratio, lower: ratio.interval.lower, upper: ratio.interval.upper,
        p: model.p(place, standardError: errors[place]), pOfChange: changes?[place].p)
    }
    self.ties = ties.rawValue
    isRobust = clusters != nil
    self.spells = model.spells
    events = model.events
    logLikelihood = model.logLikelihood
    concordance = checks ? try? model.concordance().share : nil
    try refuseBoundless()
  }

  /// A ratio without bound is no figure.
  private func refuseBoundless() throws(StudyError) {
    let numbers = effects.flatMap { [$0.coefficient, $0.standardError, $0.hazardRatio, $0.lower, $0.upper, $0.p] }
    guard (numbers + [logLikelihood]).allSatisfy(\.isFinite) else {
      throw StudyError(.unsettled, "An effect has no bound; leave out covariates that few spells differ in.")
    }
  }

  /// Fits Fine and Gray's model, which is not defined where spells come under observation late.
  public init(fineGray spells: Spells, names: [String], columns: [[Double]]) async throws(StudyError) {
    let model = try await FineGrayModel.fit(spells, names: names, columns: columns)
    try self.init(
      .fineGray, spells, names, model.coefficients, model.standardErrors, logLikelihood: model.logLikelihood,
      isRobust: true)
  }

  /// Fits a model in discrete time, whose baseline changes at `breaks`; times are whole units.
  public init(
    discrete spells: Spells, link: DiscreteTimeModel.Link, breaks: [Double], names: [String], columns: [[Double]],
    clusters: [Int]?
  ) throws(StudyError) {
    let only = spells.only(1)
    let model = try DiscreteTimeModel.fit(
      try PersonPeriods(only, breaks: breaks, names: names, columns: columns), link)
    let first = model.coefficients.count - names.count
    let errors = clusters == nil ? model.standardErrors : model.robustStandardErrors(clusters: clusters)
    try self.init(
      link == .logit ? .logit : .cloglog, only, names, Array(model.coefficients[first...]), Array(errors[first...]),
      logLikelihood: -model.deviance / 2, isRobust: clusters != nil)
  }

  private init(
    _ kind: Kind, _ spells: Spells, _ names: [String], _ coefficients: [Double], _ errors: [Double],
    logLikelihood: Double, isRobust: Bool
  ) throws(StudyError) {
    self.kind = kind
    let z = Confidence.ninetyFive.z
    effects = names.indices.map { place in
      let (centre, error) = (coefficients[place], errors[place])
      let wald = error > 0 ? centre / error : 0
      return Effect(
        name: names[place], coefficient: centre, standardError: error, hazardRatio: Mathematics.exponential(centre),
        lower: Mathematics.exponential(centre - z * error), upper: Mathematics.exponential(centre + z * error),
        p: SurvivalTest(wald * wald, 1).p, pOfChange: nil)
    }
    ties = kind == .fineGray ? Ties.breslow.rawValue : "none"
    self.isRobust = isRobust
    self.spells = spells.count - spells.ofNoLength
    events = spells.outcomes.count { $0 == 1 }
    self.logLikelihood = logLikelihood
    concordance = nil
    try refuseBoundless()
  }
}
