/// The checks that a secure room's staff make of an analysis before it may leave.
///
/// Rules and defaults are those of the ACRO tool of UK secure rooms (threshold 10; the two largest under 90 %; the rest at least 10 % of the
/// largest; 10 degrees of freedom), after Hundepool and others, *Statistical Disclosure Control* (2012), section 4.2.
public struct OutputChecks: Hashable, Sendable {
  /// The least number of records in a cell.
  public let threshold: Int
  /// How many of the largest contributors dominance looks at.
  public let dominators: Int
  /// The share of a total that they may not reach.
  public let dominantShare: Double
  /// What the others must have at least, as a share of the largest: so that the second largest cannot work the largest out.
  public let otherShare: Double
  /// The least number of degrees of freedom.
  public let degreesOfFreedom: Int

  /// Sets what is asked.
  public init(
    threshold: Int = 10, dominators: Int = 2, dominantShare: Double = 0.9, otherShare: Double = 0.1,
    degreesOfFreedom: Int = 10
  ) {
    self.threshold = threshold
    self.dominators = dominators
    self.dominantShare = dominantShare
    self.otherShare = otherShare
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// What a check found against an output.
  public enum Objection: String, Hashable, Sendable, CaseIterable {
    /// Fewer records than the threshold, and not none.
    case belowThreshold
    /// The largest contributors are nearly all of the total (the n-k rule).
    case dominance
    /// The largest contributor can be worked out too nearly by the second largest (the p % rule).
    case estimable
    /// Too few degrees of freedom.
    case degreesOfFreedom
    /// Everyone of a group is in one category, so a member's category is known.
    case wholeClass
    /// A step of a survival curve rests on too few people, so that it shows when one of them met the event.
    case curveStep
    /// A least or greatest value, which is some one person's.
    case extreme
    /// A contribution is below zero, so that shares mean nothing: someone must look.
    case needsReview
  }

  /// What is wrong with a cell of so many records; none is no objection where zero may be shown.
  public func objections(toCount count: Int, zeroIsDisclosive: Bool = false) -> Set<Objection> {
    count < threshold && (count > 0 || zeroIsDisclosive) ? [.belowThreshold] : []
  }

  /// What is wrong with a cell that sums or averages these contributions.
  public func objections(toTotalOf contributions: [Double]) -> Set<Objection> {
    guard contributions.allSatisfy({ $0 >= 0 }) else { return [.needsReview] }
    var objections = objections(toCount: contributions.count)
    if dominance(contributions) >= dominantShare { objections.insert(.dominance) }
    if let share = remainder(contributions), share < otherShare { objections.insert(.estimable) }
    return objections
  }

  /// The share of the largest contributors in the total; 0 of nothing.
  public func dominance(_ contributions: [Double]) -> Double {
    let total = contributions.reduce(0, +)
    return total > 0 ? contributions.sorted(by: >).prefix(dominators).reduce(0, +) / total : 0
  }

  /// What is left without the two largest, as a share of the largest; nil where the largest is nothing.
  public func remainder(_ contributions: [Double]) -> Double? {
    let sorted = contributions.sorted(by: >)
    guard let largest = sorted.first, largest > 0 else { return nil }
    return max(0, contributions.reduce(0, +) - sorted.prefix(2).reduce(0, +)) / largest
  }

  /// What is wrong with a variance, standard deviation or model of so many degrees of freedom.
  public func objections(toDegreesOfFreedom degrees: Int) -> Set<Objection> {
    degrees < degreesOfFreedom ? [.degreesOfFreedom] : []
  }

  /// What is wrong with a row of a table, given its counts: all in one category, where there are others they could be in.
  public func objections(toClass counts: [Int]) -> Set<Objection> {
    counts.count > 1 && counts.count(where: { $0 > 0 }) == 1 ? [.wholeClass] : []
  }

  /// Which steps of a survival curve rest on fewer people than the threshold: at each step, those who met the event or were censored since
  /// the step before. ACRO brings such steps together until they reach it.
  public func objections(toSteps people: [Int]) -> [Set<Objection>] {
    people.map { $0 < threshold ? [.curveStep] : [] }
  }
}
