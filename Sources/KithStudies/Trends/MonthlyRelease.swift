public import KithDisclosure
import KithStatistics

/// An authority's months as they may be shown: by month, or by quarter where a month would be withheld.
///
/// What a year comes to is published in other tables, so it is taken as known: a withheld month is then protected by another of its year.
/// A control chart is made of shown counts alone, so that its limits say nothing that the counts do not.
public struct MonthlyRelease: Sendable {
  /// What a period is.
  public enum Unit: String, Hashable, Sendable {
    /// A month.
    case month
    /// Three months, from April on.
    case quarter
  }

  /// What is counted.
  public let count: MonthlyCount
  /// What a period is.
  public let unit: Unit
  /// The periods, as 2024-05, or 2024-04 to 2024-06.
  public let periods: [String]
  /// The count of each as it may be shown.
  public let figures: [Releasable<ShownFigure>]
  /// The policy by which small counts were withheld.
  public let policy: String
  /// The proof, to keep with the figures.
  public let audit: [String]

  /// Protects the counts of a series; months before quarters, and quarters whatever has to be withheld of them.
  public init(_ series: MonthlySeries, under policy: DisclosurePolicy) throws(DisclosureError) {
    let months = try Self.release(series, by: 1, policy)
    let found = try months.release.pattern.withheld.isEmpty ? months : Self.release(series, by: 3, policy)
    count = series.count
    unit = months.release.pattern.withheld.isEmpty ? .month : .quarter
    periods = found.periods
    figures = found.periods.compactMap(found.release.count)
    self.policy = policy.name
    audit = found.release.report.lines
  }

  /// The counts as they are shown; nil where one of them is withheld.
  public var numbers: [Double]? {
    let numbers = figures.compactMap(\.value.number)
    return numbers.count == periods.count ? numbers : nil
  }

  private static func release(
    _ series: MonthlySeries, by months: Int, _ policy: DisclosurePolicy
  ) throws(DisclosureError) -> (periods: [String], release: Release) {
    let places = Array(stride(from: 0, to: series.months.count, by: months))
    let periods = places.map { place in
      months == 1 ? series.months[place] : "\(series.months[place]) to \(series.months[place + months - 1])"
    }
    let counts = places.map { Int(series.counts[$0..<$0 + months].reduce(0, +)) }
    let cells = zip(periods, counts).map { CountCell($0, count: $1) }
    var (years, relations) = ([CountCell](), [Relation]())
    let yearly = 12 / months
    for start in stride(from: 0, to: periods.count, by: yearly) {
      let parts = start..<start + yearly
      let open = CountCell("year from \(periods[start])", count: counts[parts].reduce(0, +))
      let isSmall = policy.withholds(open)
      years.append(CountCell(open.name, count: open.count, handling: isSmall ? .open : .mustShow))
      relations.append(Relation(total: open.name, parts: Array(periods[parts])))
    }
    let publication = try Publication(title: series.count.title, cells: cells + years, relations: relations)
    return (periods, try Disclosure.release(publication, under: policy.withoutProtectionByRounding, effort: .fast))
  }
}

extension MonthlyRelease {
  /// The chart where every count is shown, else the counts alone.
  public func tables(rebasedAt: Set<Int> = [], fixedAfter: Int? = nil) throws(StudyError) -> [StudyTable] {
    let name = "\(count.title), by \(unit.rawValue)"
    if let numbers, numbers.count >= TrendReport.leastPoints {
      return try TrendReport.chart(
        name, labels: periods, values: numbers, rebasedAt: unit == .month ? rebasedAt : [], fixedAfter: fixedAfter)
    }
    let rows = zip(periods, figures).map { [StudyTable.Cell.text($0), StudyTable.Cell($1)] }
    return [StudyTable("Without a chart, as counts are withheld: \(name)", columns: ["period", "value"], rows: rows)]
  }
}

extension ReleasedTables {
  /// The charts of months that were released one by one.
  public init(
    months all: [MonthlyRelease], rebasedAt: (MonthlyRelease) throws -> Set<Int>, fixedAfter: Int?
  ) throws {
    tables = try all.flatMap { try $0.tables(rebasedAt: try rebasedAt($0), fixedAfter: fixedAfter) }
    policy = all.first?.policy ?? ""
    audit = all.flatMap(\.audit)
  }
}

extension MonthlySeries {
  /// The raw counts of an authority by month, as `kith release --figures` reads them.
  public static func figureFile(
    _ all: [MonthlySeries], authority: String, isSynthetic: Bool
  ) -> Internal<String> {
    Disclosure.internalUse(FigureLine.text(all.flatMap { $0.lines(authority) }, isSynthetic: isSynthetic))
  }

  private func lines(_ authority: String) -> [FigureLine] {
    let id = "month_" + count.rawValue.replacing("-", with: "_")
    func line(_ year: Int, _ group: (String, String)?, _ number: Double) -> FigureLine {
      FigureLine(
        year: year, authority: authority, measure: id, label: "By month: \(count.title)", group: group, unit: "count",
        numerator: Int(number), denominator: nil)
    }
    return stride(from: 0, to: months.count, by: 12).flatMap { start -> [FigureLine] in
      // A collection year is named by the calendar year in which it ends, that of its last month.
      let year = Int(months[start + 11].prefix(4)) ?? 0
      let parts = start..<start + 12
      return [line(year, nil, counts[parts].reduce(0, +))]
        + parts.map { line(year, ("month", months[$0]), counts[$0]) }
    }
  }
}

extension MonthlyRelease {
  /// The cells as `kith release --check` reads outputs of a secure room.
  public static func outputs(_ all: [MonthlySeries]) -> String {
    OutputLine.text(
      all.flatMap { series in
        zip(series.months, series.counts).map {
          OutputLine(table: series.count.title, row: $0, column: "count", count: Int($1))
        }
      })
  }
}
