import KithStatistics

/// A Cox model of the first kind of event, as figures to be shown.
public struct ReturnModel: Codable, Hashable, Sendable {
  /// What the model says of one covariate.
  public struct Effect: Codable, Hashable, Sendable {
    /// The covariate.
    public let name: String
    /// The logarithm of the hazard ratio.
    public let coefficient: Double
    /// Its standard error; the robust one where clusters or one was asked for.
    public let standardError: Double
    /// The hazard ratio.
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
  /// The logarithm of the partial likelihood.
  public let logLikelihood: Double
  /// How often the spell with the higher hazard came first; none where it was not asked for.
  public let concordance: Double?

  /// Fits the model; `checks` asks for concordance and the test of proportional hazards.
  public init(
    _ spells: Spells, names: [String], columns: [[Double]], strata: [Int]?, clusters: [Int]?, ties: Ties,
    checks: Bool
  ) async throws(StudyError) {
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
  }
}
