import KithEngine
public import KithStore
import KithTables

/// What is counted by month from a store's histories.
public enum MonthlyCount: String, Hashable, Sendable, CaseIterable {
  /// Referrals.
  case referrals
  /// Assessments authorised.
  case assessments
  /// Section 47 enquiries started.
  case enquiries
  /// Initial child protection conferences.
  case conferences
  /// Child protection plans started.
  case plans
  /// Children who started to be looked after.
  case careStarts = "care-starts"
  /// Children who ceased to be looked after.
  case careEnds = "care-ends"

  /// What it is called.
  public var title: String {
    switch self {
    case .referrals: "referrals"
    case .assessments: "assessments authorised"
    case .enquiries: "section 47 enquiries started"
    case .conferences: "initial child protection conferences"
    case .plans: "child protection plans started"
    case .careStarts: "children who started to be looked after"
    case .careEnds: "children who ceased to be looked after"
    }
  }

  var kind: String {
    switch self {
    case .referrals: "referral"
    case .assessments: "assessment authorised"
    case .enquiries: "enquiry started"
    case .conferences: "initial conference"
    case .plans: "protection plan started"
    case .careStarts: "started to be looked after"
    case .careEnds: "ceased to be looked after"
    }
  }

  /// Whether it is of children looked after, from the SSDA903 return.
  public var isOfCare: Bool { self == .careStarts || self == .careEnds }

  var collection: String { isOfCare ? "ssda903" : "cin" }
}

/// Counts month by month, of the months that the returns cover.
public struct MonthlySeries: Hashable, Sendable {
  /// What is counted.
  public let count: MonthlyCount
  /// The months, as 2024-05.
  public let months: [String]
  /// The count of each month.
  public let counts: [Double]
  /// The referrals of each month among them that led to no further action; empty for other counts.
  public let withoutAction: [Double]

  /// Counts an authority's months, from April of the first collection year to March of the last, without a gap between the years.
  public init(_ count: MonthlyCount, in store: Store, authority: String) throws {
    let years = try Self.years(count.collection, store, authority)
    let months = (0..<(years.last - years.first + 1) * 12).map { place -> String in
      let (year, month) = (years.first - 1 + (place + 3) / 12, (place + 3) % 12 + 1)
      return "\(year)-\(month < 10 ? "0" : "")\(month)"
    }
    let result = try store.connection.query(
      """
      SELECT strftime(day, '%Y-%m') AS month, count(*)::BIGINT AS events FROM event
      WHERE authority = \(authority) AND kind = \(literal: count.kind) GROUP BY month
      """)
    let none = count == .referrals ? try Self.withoutAction(store, authority) : [:]
    let found = try Self.dictionary(result)
    self.count = count
    self.months = months
    counts = months.map { found[$0] ?? 0 }
    withoutAction = count == .referrals ? months.map { none[$0] ?? 0 } : []
  }

  /// The months up to March of a collection year; all of them where none is given.
  public func upTo(_ year: Int?) -> MonthlySeries {
    guard let year else { return self }
    let kept = months.count { $0 <= "\(year)-03" }
    return MonthlySeries(
      count, Array(months.prefix(kept)), Array(counts.prefix(kept)), Array(withoutAction.prefix(kept)))
  }

  init(_ count: MonthlyCount, _ months: [String], _ counts: [Double], _ withoutAction: [Double] = []) {
    self.count = count
    self.months = months
    self.counts = counts
    self.withoutAction = withoutAction
  }

  private static func years(_ collection: String, _ store: Store, _ authority: String) throws -> (first: Int, last: Int)
  {
    let result = try store.connection.query(
      """
      SELECT DISTINCT year::BIGINT AS year FROM current_submission
      WHERE collection = \(literal: collection) AND authority = \(authority) ORDER BY year
      """)
    let years = try result.integers("year").values.compactMap { $0.map(Int.init) }
    guard let first = years.first, let last = years.last else {
      throw StudyError(.unknown, "The store has no \(collection) return of authority \(authority); load one.")
    }
    guard years == Array(first...last) else {
      throw StudyError(
        .tooLittle,
        "The store lacks a \(collection) return between \(first) and \(last), so its months would show as nought; load it."
      )
    }
    return (first, last)
  }

  private static func withoutAction(_ store: Store, _ authority: String) throws -> [String: Double] {
    try dictionary(
      store.connection.query(
        """
        SELECT strftime(started, '%Y-%m') AS month, count(*)::BIGINT AS events FROM need_episode
        WHERE authority = \(authority) AND is_no_further_action GROUP BY month
        """))
  }

  private static func dictionary(_ result: ResultTable) throws -> [String: Double] {
    let (months, events) = (try result.text("month"), try result.integers("events"))
    return Dictionary(
      (0..<result.rowCount).map { (months[$0] ?? "", Double(events[$0] ?? 0)) }, uniquingKeysWith: { first, _ in first }
    )
  }
}
