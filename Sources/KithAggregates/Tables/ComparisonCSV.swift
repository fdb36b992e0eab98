public import KithDisclosure
public import KithPlaces
import KithStatistics
import KithTables

/// Comparisons as comma-separated text (RFC 4180), one line for each authority and measure.
public struct ComparisonCSV {
  private let table: ComparisonTable
  private let register: AuthorityRegister

  /// The text of a table; the register gives the names.
  public init(_ table: Releasable<ComparisonTable>, register: AuthorityRegister) {
    self.table = table.value
    self.register = register
  }

  private static let header = [
    "la_code", "la_name", "measure", "measure_name", "period", "value", "published_text", "change", "change_since",
    "no_change_because", "rank", "tied", "ranked", "band", "q1", "median", "q3", "neighbour_mean",
    "neighbour_median", "neighbours_used", "neighbours", "region", "region_value", "england_value", "funnel",
    "interval_low", "interval_high", "trend",
  ]

  /// The header and the lines.
  public var text: String {
    var text = Self.header.joined(separator: ",") + "\n"
    for row in table.rows { text += fields(row).map(\.quotedCell).joined(separator: ",") + "\n" }
    return text
  }

  private func fields(_ row: ComparisonTable.Row) -> [String] {
    let found = row.comparison
    let standing = found.rank.standing
    var since = ""
    if case .difference(_, let period) = found.own.change { since = period.label }
    return [
      String(found.authority.number), register[found.authority]?.name ?? "", found.measure.code, found.measure.name,
      found.period.label, Self.text(found.own.number), found.own.cell?.text ?? "",
      Self.text(found.own.change.difference), since, found.own.change.reason ?? "", Self.text(standing?.rank),
      Self.text(standing?.tied), Self.text(standing?.ranked), found.band?.rawValue ?? "",
      Self.text(row.league.quartiles?.first), Self.text(row.league.quartiles?.second),
      Self.text(row.league.quartiles?.third), Self.text(found.neighbours.mean), Self.text(found.neighbours.median),
      String(found.neighbours.used), String(found.neighbours.total), found.region?.name ?? "",
      Self.text(found.regional.number), Self.text(found.england.number), found.spread?.position.rawValue ?? "",
      Self.text(found.spread?.interval.lower), Self.text(found.spread?.interval.upper),
      found.trend.map { $0.isSignificant ? $0.slope > 0 ? "rising" : "falling" : "no significant change" } ?? "",
    ]
  }

  private static func text(_ number: Double?) -> String {
    guard let number else { return "" }
    let whole = number == number.rounded() && abs(number) < 1e15
    return whole ? String(Int(number)) : String(number)
  }

  private static func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }
}
