/// What a point of a control chart says, in the order in which it is looked for.
public enum SpecialCause: String, Hashable, Sendable, CaseIterable {
  /// Above the upper limit.
  case above = "above the upper limit"
  /// Below the lower limit.
  case below = "below the lower limit"
  /// One of seven points that rise.
  case rising = "7 points rising"
  /// One of seven points that fall.
  case falling = "7 points falling"
  /// Near the upper limit, as another of three points is.
  case nearUpper = "2 of 3 near the upper limit"
  /// Near the lower limit, as another of three points is.
  case nearLower = "2 of 3 near the lower limit"
  /// One of seven points above the mean.
  case high = "7 points above the mean"
  /// One of seven points below the mean.
  case low = "7 points below the mean"
}

/// An XmR chart: values in the order of time, the limits that hold at each, and what each point says.
///
/// Limits are those of ``ProcessLimits``; the flags are those of NHS England's *Making Data Count*, looked for in the order of
/// ``SpecialCause``: outside the limits; seven points that rise or fall; two of three beyond two thirds of the way to the same
/// limit; seven on one side of the mean.
public struct ControlChart: Hashable, Sendable {
  /// The values.
  public let values: [Double]
  /// The limits that hold at each value.
  public let limits: [ProcessLimits]
  /// What each point says; nil where it says no more than chance.
  public let causes: [SpecialCause?]

  /// How many values a chart needs before its limits are more than provisional (NHS England, *Making Data Count*).
  public static let settledCount = 13

  /// Makes a chart; nil where a part of it has fewer than two values.
  /// - Parameters:
  ///   - rebasedAt: Positions from which limits are worked out anew.
  ///   - fixedAfter: How many of the first values make the limits for all; nil where all do.
  public init?(
    of values: [Double], rebasedAt: Set<Int> = [], fixedAfter: Int? = nil, leavingOutOutliers: Bool = true
  ) {
    let starts = [0] + rebasedAt.filter { $0 > 0 && $0 < values.count }.sorted()
    let ends = starts.dropFirst() + [values.count]
    var limits: [ProcessLimits] = []
    var causes: [SpecialCause?] = []
    for (start, end) in zip(starts, ends) {
      let part = Array(values[start..<end])
      let base = fixedAfter.map { Array(part.prefix($0)) } ?? part
      guard let own = ProcessLimits(of: base, leavingOutOutliers: leavingOutOutliers) else { return nil }
      limits += Array(repeating: own, count: part.count)
      causes += PointFlags(part, own).causes
    }
    self.values = values
    self.limits = limits
    self.causes = causes
  }
}

/// The flags of the points of one part of a chart.
private struct PointFlags {
  let values: [Double]
  let limits: ProcessLimits
  private let sides: [Int]
  private let near: [Int]

  init(_ values: [Double], _ limits: ProcessLimits) {
    self.values = values
    self.limits = limits
    sides = values.map { $0 > limits.mean ? 1 : $0 < limits.mean ? -1 : 0 }
    let third = (limits.upper - limits.mean) * 2 / 3
    near = values.map { value in
      guard limits.contains(value), abs(value - limits.mean) > third else { return 0 }
      return value > limits.mean ? 1 : -1
    }
  }

  var causes: [SpecialCause?] { values.indices.map(cause) }

  private func cause(_ point: Int) -> SpecialCause? {
    if values[point] > limits.upper { return .above }
    if values[point] < limits.lower { return .below }
    if isPart(point, of: 7, where: { rises(from: $0, 1) }) { return .rising }
    if isPart(point, of: 7, where: { rises(from: $0, -1) }) { return .falling }
    if near[point] != 0, isPart(point, of: 3, where: { isNear(from: $0, near[point]) }) {
      return near[point] > 0 ? .nearUpper : .nearLower
    }
    if isPart(point, of: 7, where: { start in (start..<start + 7).allSatisfy { sides[$0] == 1 } }) { return .high }
    if isPart(point, of: 7, where: { start in (start..<start + 7).allSatisfy { sides[$0] == -1 } }) { return .low }
    return nil
  }

  /// Whether a run of some length that holds the point is as asked.
  private func isPart(_ point: Int, of length: Int, where isSo: (Int) -> Bool) -> Bool {
    let (first, last) = (max(0, point - length + 1), min(point, values.count - length))
    return first <= last && (first...last).contains(where: isSo)
  }

  private func rises(from start: Int, _ way: Double) -> Bool {
    (start..<start + 6).allSatisfy { (values[$0 + 1] - values[$0]) * way > 0 }
  }

  private func isNear(from start: Int, _ side: Int) -> Bool {
    let window = start..<start + 3
    return window.count(where: { near[$0] == side }) >= 2
  }
}
