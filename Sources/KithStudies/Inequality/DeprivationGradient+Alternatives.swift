public import KithStatistics

extension DeprivationGradient {
  /// The rate of all groups together, for each person.
  public var meanRate: Double {
    groups.reduce(0) { $0 + $1.events } / groups.reduce(0) { $0 + $1.population }
  }

  /// The ratio of the straight line's ends; nil where the line is not above zero at the least deprived, as on steep gradients.
  ///
  /// It is the relative index of the Office for Health Improvement and Disparities. Prefer ``relativeIndex``: near zero this one explodes.
  public var linearRatio: Double? {
    linearIntercept > 0 ? (linearIntercept + slopeIndex.value) / linearIntercept : nil
  }

  /// The slope index over the mean rate: A. E. Kunst and J. P. Mackenbach, "Measuring socioeconomic inequalities in health" (WHO 1995).
  public var slopeOverMean: Double { slopeIndex.value / meanRate }

  /// The rate of the most deprived group over that of the least; nil where the least has no event.
  public var endRatio: Double? {
    guard let first = groups.first, let last = groups.last, last.events > 0 else { return nil }
    return first.events / first.population / (last.events / last.population)
  }

  /// The rate of the most deprived group less that of the least, for each person.
  public var endDifference: Double {
    guard let first = groups.first, let last = groups.last else { return 0 }
    return first.events / first.population - last.events / last.population
  }

  /// The concentration index on the ridits, above 0 where events are of the more deprived: N. Kakwani, A. Wagstaff and E. van Doorslaer,
  /// "Socioeconomic inequalities in health", Journal of Econometrics 77 (1997), equation 2: 2/μ × Σ f y R − 1.
  public var concentrationIndex: Double {
    let people = groups.reduce(0) { $0 + $1.population }
    let sum = zip(groups, ridits).reduce(0) { $0 + $1.0.events * $1.1 }
    return 2 * sum / (people * meanRate) - 1
  }

  /// The slope index by a Poisson regression with the identity link, for each person; nil where it does not settle.
  public var slopeByPoisson: Coefficient? {
    let model = try? CountModel(
      rows: ridits.map { [1, $0] }, counts: groups.map(\.events), exposures: groups.map(\.population), link: .identity)
    return model?.coefficients[1]
  }

  /// By what share the rate rises from a group to the next more deprived one, by Poisson regression on the group's number.
  public var risePerGroup: Double? {
    let model = try? CountModel(
      rows: groups.indices.map { [1, -Double($0)] }, counts: groups.map(\.events), exposures: groups.map(\.population))
    return model.map { $0.coefficients[1].ratio - 1 }
  }
}
