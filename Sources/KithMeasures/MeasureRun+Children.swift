import KithEngine
import KithStore

/// A row of a population: whose it is, whether a measure counts it above the line, and what the measure asked of it.
public struct CountedChild: Hashable, Sendable {
  /// The authority's identifier of the child.
  public let child: String
  /// Whether it is counted above the line; else only below.
  public let isCounted: Bool
  /// The names of what the measure asked of.
  public let names: [String]
  /// What the row has of it, as text.
  public let details: [String?]
}

extension MeasureRun {
  /// The rows of an authority behind a measure, those counted above the line first: an analyst's way to see why.
  ///
  /// Every listing has to be noted in the store's log (``KithStore/Store/noteListing(of:rows:purpose:asOf:)``).
  public func children(behind measure: Measure, in authority: String) throws -> [CountedChild] {
    try makePopulation(measure.population)
    let columns = Self.columns(of: measure)
    let details = columns.map { "CAST(\($0) AS STRING) AS \($0)" }
    let list = (["child", "\(measure.figure.above.sql) AS is_above_line"] + details).joined(separator: ", ")
    let base = measure.figure.base ?? measure.figure.counted
    let found = try store.connection.query(
      """
      SELECT * FROM (
        SELECT \(raw: list) FROM \(raw: measure.population.rawValue)
        WHERE authority = \(authority) AND (\(raw: base.sql))
      ) AS t ORDER BY is_above_line DESC, child
      """)
    let (children, counted) = (try found.text("child").values, try found.booleans("is_above_line").values)
    let texts = try columns.map { try found.text($0).values }
    return (0..<found.rowCount).map { row in
      CountedChild(
        child: children[row] ?? "", isCounted: counted[row] ?? false, names: columns, details: texts.map { $0[row] })
    }
  }

  private static func columns(of measure: Measure) -> [String] {
    var columns = measure.figure.counted.columns.union(measure.figure.base?.columns ?? [])
    if case .mean(let column, _) = measure.figure { columns.insert(column) }
    if case .yearsAndMonths(let column, _) = measure.figure { columns.insert(column) }
    return columns.union(measure.population.days).sorted()
  }
}

extension Measure.Figure {
  /// What is asked of a row above the line.
  var above: Condition {
    switch self {
    case .mean(let column, let condition), .yearsAndMonths(let column, let condition):
      condition.and(.isKnown(column))
    default: counted
    }
  }
}

extension Population {
  /// The columns of days, which say which of a child's rows it is.
  var days: [String] {
    switch self {
    case .referrals: ["referred", "previous"]
    case .episodesOfNeed, .assessedEpisodes: self == .episodesOfNeed ? ["referred", "closed"] : []
    case .assessments: ["started", "authorised"]
    case .enquiries: ["started"]
    case .conferences: ["started", "held"]
    case .protectionPlans: ["started", "ended"]
    case .lookedAfter: ["age"]
    case .careLeavers: ["age", "days_since_14", "days_since_16", "is_eligible"]
    case .started: ["started"]
    case .ceased: ["ceased"]
    case .newPlacements, .placementChanges: ["started", "ends"]
    }
  }
}
