import KithPlaces
import KithAggregates
import KithCharts
import KithDisclosure
import KithStatistics

extension PublishedEvidence {
  /// A measure over time, beside the neighbours' mean, the region and England; nil where nothing is published of the authority.
  public func trend(_ code: String) -> Exhibit? {
    guard let row = row(code), let series = row.series, series.own.contains(where: { $0.number != nil }) else {
      return nil
    }
    let found = row.comparison
    let measure = found.measure
    let shown = Array(series.periods.indices.suffix(10))
    let lines = [
      ChartSeries(authority.name, shown.map { own(code, series, $0, measure) }, isFocus: true),
      line("Neighbours", shown.map { mean(series.neighbourMeans[$0], measure) }),
      line(series.region?.name ?? "Region", shown.map { cell(series.regional, $0, measure) }),
      line("England", shown.map { cell(series.england, $0, measure) }),
    ].compactMap { $0 }
    let words = FindingWords(self, found, series)
    return Exhibit(
      words.sentence(interval: own(code, series, series.periods.count - 1, measure).interval),
      chart: LineChart(
        head(words.title, measure, shown.map { series.periods[$0] }),
        periods: shown.map { Self.label(series.periods[$0]) },
        series: lines, breaks: SeriesBreaks.all(code)))
  }

  /// A count over time, of the authority alone: others are of another size.
  public func count(_ code: String) -> Exhibit? {
    guard let row = row(code), let series = row.series, series.own.contains(where: { $0.number != nil }) else {
      return nil
    }
    let measure = row.comparison.measure
    let shown = Array(series.periods.indices.suffix(10))
    let words = FindingWords(self, row.comparison, series)
    return Exhibit(
      words.ownSentence,
      chart: LineChart(
        head(words.changeTitle, measure, shown.map { series.periods[$0] }),
        periods: shown.map { Self.label(series.periods[$0]) },
        series: [ChartSeries(authority.name, shown.map { value(series.own[$0], measure) }, isFocus: true)],
        breaks: SeriesBreaks.all(code)))
  }

  private func head(_ finding: String, _ measure: Measure, _ periods: [Period]) -> ChartHead {
    let span = [periods.first, periods.last].compactMap { $0.map(Self.label) }
    return ChartHead(
      finding: finding, subject: "\(measure.name), \(authority.name), \(span.joined(separator: " to "))",
      unit: measure.unit.isEmpty ? "figure" : measure.unit, source: source(measure))
  }

  private func line(_ name: String, _ values: [ChartValue]) -> ChartSeries? {
    values.contains { $0.number != nil } ? ChartSeries(name, values) : nil
  }

  private func cell(_ cells: [PublishedCell], _ place: Int, _ measure: Measure) -> ChartValue {
    value(place < cells.count ? cells[place] : nil, measure)
  }

  /// The authority's figure, with the interval of chance where the publication has the count behind it.
  private func own(_ code: String, _ series: AuthoritySeries, _ place: Int, _ measure: Measure) -> ChartValue {
    let cell = series.own[place]
    return ChartValue(
      cell, of: table, places: measure.shownDecimals(.corrected),
      interval: interval(code, cell, Self.label(series.periods[place])))
  }

  private func interval(_ code: String, _ cell: PublishedCell, _ period: String) -> ClosedRange<Double>? {
    guard let counts = MeasureCounted.counts[code], let number = cell.number, number > 0,
      let other = row(counts.count)?.series,
      let place = other.periods.firstIndex(where: { Self.label($0) == period }), let events = other.own[place].number,
      events > 0
    else { return nil }
    let interval =
      counts.isShare
      ? Interval.wilson(events: events, of: max(events, events / number * 100)).multiplied(by: 100)
      : Interval.poisson(events: events).multiplied(by: number / events)
    return interval.lower...interval.upper
  }
}

/// The counts that LAIT publishes beside rates and percentages, by which chance can be told.
enum MeasureCounted {
  static let counts: [String: (count: String, isShare: Bool)] = [
    "LAC": ("LACnum", false), "LAC_Start_Rate": ("LACnum_Start", false), "LAC_Cease_Rate": ("LACceased", false),
    "CPP_rate": ("CPP_Num", false), "CPP_Abuse_Rate": ("CPP_Abuse", false),
    "CPP_Total_Rateper10,000": ("CPP_Total_NumRef", false), "PrevRegCPR": ("ReRegCPR", true),
    "LACStable_2016on": ("LACStableNum_2016on", true), "LAC_LongStable%": ("LAC_LongStableNum", true),
    "CareLeaverEET": ("CareLeaverEETNum", true), "CareLeaverAcc": ("NoCareLeaverAcc", true),
    "LAC_19_HE": ("LAC_19_HE_Num", true),
  ]
}

/// Where published series are not comparable with what stands before.
///
/// Source: DfE, methodologies of "Children in need" and "Children looked after in England including adoptions".
enum SeriesBreaks {
  static func all(_ code: String) -> [SeriesBreak] {
    let isAttainment = code.contains("KS2") || code.contains("Attain8") || code.contains("A8")
    return isAttainment ? [SeriesBreak(before: "2022", "No exams 2020 and 2021")] : []
  }
}
