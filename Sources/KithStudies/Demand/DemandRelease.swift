public import KithDisclosure
import KithStatistics
public import KithTables

/// A forecast of demand as it may be released: the children counted today and the simulated ones, by age and by placement, as one publication.
///
/// Simulated children are nobody, and yet their numbers stay near those of today's, so they are protected as counts.
public struct DemandRelease {
  private let forecast: DemandForecast
  private let baseline: DemandForecast?
  private let last: Day
  private let years: Int

  /// A forecast, beside one of things as they are where it is a scenario.
  public init(_ forecast: DemandForecast, baseline: DemandForecast?, from last: Day, years: Int) {
    self.forecast = forecast
    self.baseline = baseline
    self.last = last
    self.years = years
  }

  /// A part of the children looked after.
  private struct Part: Sendable {
    let by: String
    let title: String
    let isWanted: @Sendable (CareAge, PlacementGroup) -> Bool
  }

  private static let parts: [Part] =
    CareAge.allCases.map { age in Part(by: "age", title: age.title) { own, _ in own == age } }
    + PlacementGroup.allCases.map { group in Part(by: "placement", title: group.title) { _, own in own == group } }

  private static let ends = ["", " low", " high"]

  private func numbers(_ line: DemandForecast.Line) -> [Int?] {
    [line.value, line.interval80?.lower, line.interval80?.upper].map { $0.map { max(0, Int($0.rounded())) } }
  }

  /// The forecasts that are told, each with its name.
  private var told: [(name: String, forecast: DemandForecast)] {
    guard let baseline else { return [(name: "simulated", forecast: forecast)] }
    return [(name: "as it is, simulated", forecast: baseline), (name: "scenario, simulated", forecast: forecast)]
  }

  private func totals(_ year: Int) -> [(method: String, line: DemandForecast.Line)] {
    if baseline != nil { return told.map { ($0.name, $0.forecast.simulated(yearsAhead: year) { _, _ in true }) } }
    let hasSkill = forecast.backTests[year - 1].hasSkill
    return [(hasSkill ? "simulation" : "no change", forecast.total(yearsAhead: year))]
  }

  private func publication() throws(DisclosureError) -> Publication {
    var cells = [CountCell("now", count: forecast.stock)]
    var relations: [Relation] = []
    func add(_ name: String, _ line: DemandForecast.Line) {
      for (end, number) in zip(Self.ends, numbers(line)) {
        if let number { cells.append(CountCell(name + end, count: number)) }
      }
    }
    for part in Self.parts { cells.append(CountCell("now|\(part.title)", count: forecast.present(part.isWanted))) }
    for by in ["age", "placement"] {
      relations.append(
        Relation(total: "now", parts: Self.parts.filter { $0.by == by }.map { "now|\($0.title)" }))
    }
    for year in 1...years {
      for (method, line) in totals(year) { add("\(year)|\(method)|all", line) }
      // "No change" is today's number over again.
      if totals(year)[0].method == "no change" {
        relations.append(Relation(["\(year)|no change|all"], equals: ["now"]))
      }
      for (name, forecast) in told {
        for part in Self.parts {
          add("\(year)|\(name)|\(part.title)", forecast.simulated(yearsAhead: year, part.isWanted))
        }
      }
    }
    return try Publication(title: "Demand", cells: cells, relations: relations)
  }

  /// The tables as a policy lets them be shown; nothing where the audit does not pass.
  public func released(under policy: DisclosurePolicy) throws -> ReleasedTables {
    guard !policy.withholds(CountCell("now", count: forecast.stock)) else {
      throw StudyError(.tooLittle, "Too few children are looked after for a forecast that may be shown.")
    }
    let release = try Disclosure.release(try publication(), under: policy, effort: .fast)
    return ReleasedTables(
      tables: [total(release), tests] + ["age", "placement"].map { parts($0, release) }, policy: policy.name,
      audit: release.report.lines)
  }

  private func cells(_ name: String, _ release: Release) -> [StudyTable.Cell] {
    Self.ends.map { StudyTable.Cell(release.count(name + $0)) }
  }

  private func total(_ release: Release) -> StudyTable {
    let now: [StudyTable.Cell] = [
      .text(last.iso), .text("counted"), StudyTable.Cell(release.count("now")), .none, .none,
    ]
    let ahead = (1...years).flatMap { year -> [[StudyTable.Cell]] in
      totals(year).map { method, _ in
        [.text(last.adding(years: year).iso), .text(method)] + cells("\(year)|\(method)|all", release)
      }
    }
    return StudyTable(
      "Authority \(forecast.authority): children looked after at 31 March",
      columns: ["date", "method", "children", "low_80", "high_80"], rows: [now] + ahead)
  }

  /// How such forecasts did: errors over many authorities and years, of ten children or more.
  private var tests: StudyTable {
    let found = Disclosure.estimate(
      DemandReport(forecast, baseline: baseline, from: last, years: years).backTest, restingOn: forecast.stock,
      source: PublicationSource(title: "Back-test"))
    return found?.value
      ?? StudyTable("How such forecasts did: too few children to show", columns: ["years_ahead"], rows: [])
  }

  private func parts(_ by: String, _ release: Release) -> StudyTable {
    let rows = Self.parts.filter { $0.by == by }.flatMap { part in
      (1...years).flatMap { year -> [[StudyTable.Cell]] in
        told.map { name, _ -> [StudyTable.Cell] in
          [
            .text(part.title), StudyTable.Cell(release.count("now|\(part.title)")),
            .text(last.adding(years: year).iso), .text(name),
          ] + cells("\(year)|\(name)|\(part.title)", release)
        }
      }
    }
    return StudyTable(
      "Authority \(forecast.authority): simulated, by \(by), whatever the skill",
      columns: ["part", "now", "date", "method", "children", "low_80", "high_80"], rows: rows)
  }
}

extension DemandRelease {
  /// The cells as `kith release --check` reads outputs of a secure room: today's children, and those simulated.
  public var outputs: String {
    let now =
      [OutputLine(table: "now", row: "all", column: "children", count: forecast.stock)]
      + Self.parts.map {
        OutputLine(table: "now by \($0.by)", row: $0.title, column: "children", count: forecast.present($0.isWanted))
      }
    let ahead = (1...years).flatMap { year in
      Self.parts.map { part in
        OutputLine(
          table: "simulated by \(part.by)", row: part.title, column: last.adding(years: year).iso,
          count: Int(forecast.simulated(yearsAhead: year, part.isWanted).value.rounded()))
      }
    }
    return OutputLine.text(now + ahead)
  }

  /// Today's children by age and by placement, raw, as `kith release --figures` reads them; simulated ones are no figures of a return.
  public func figureFile(isSynthetic: Bool) -> Internal<String> {
    func line(_ group: (String, String)?, _ count: Int) -> FigureLine {
      FigureLine(
        year: last.year, authority: forecast.authority, measure: "demand_now",
        label: "Children looked after of whom a forecast is made", group: group, unit: "count", numerator: count,
        denominator: nil)
    }
    let lines =
      [line(nil, forecast.stock)] + Self.parts.map { line(($0.by, $0.title), forecast.present($0.isWanted)) }
    return Disclosure.internalUse(FigureLine.text(lines, isSynthetic: isSynthetic))
  }
}
