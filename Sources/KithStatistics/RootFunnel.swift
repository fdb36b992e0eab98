/// A funnel for events against the number expected, on the square-root scale of the Care Quality Commission.
///
/// z = 2(√O − √E), s = 1/(2√E), limits (1 ± z√(s² + τ²))²: D. J. Spiegelhalter and others, "Statistical methods for
/// healthcare regulation", JRSS A 175 (2012), section 3.3. It takes areas without events, which the logarithmic one cannot.
public struct RootFunnel: Hashable, Sendable {
  /// The events for each person in all areas together.
  public let baseline: Double
  /// The spread between areas beyond chance.
  public let overdispersion: Overdispersion

  /// Makes the funnel from the areas' events and populations; an area without people takes no part.
  public init(baseline: Double, areas: [(events: Double, population: Double)]) {
    self.baseline = baseline
    let used = areas.filter { $0.population > 0 }
    let roots = used.map { ($0.population * baseline).squareRoot() }
    overdispersion = Overdispersion(
      zScores: zip(used, roots).map { 2 * ($0.events.squareRoot() - $1) }, standardErrors: roots.map { 1 / (2 * $0) })
  }

  /// The limits of the ratio of observed to expected events.
  public func ratioLimits(expected: Double, _ confidence: Confidence) -> Interval {
    let spread = confidence.z * (1 / (4 * expected) + overdispersion.tauSquared).squareRoot()
    let lower = max(0, 1 - spread)
    return Interval(lower: lower * lower, upper: (1 + spread) * (1 + spread))
  }
}
