public import KithStatistics

/// How much more an area's rate changed than that of others when something began in it.
///
/// J. D. Angrist and J.-S. Pischke, "Mostly Harmless Econometrics" (2009), equation 5.2.3, on counts: a Poisson model with a term for each
/// authority and each year and the logarithm of people as offset, standard errors clustered by authority. It rests on the areas
/// having moved alike before; the checks say whether they did.
public struct DifferenceInDifferences: Sendable {
  /// The ratio of the rate after to what the others' change would have given.
  public let effect: Estimate
  /// The ratio of the yearly slopes before it began, the area's over the others'; 1 where they moved alike.
  public let slopeBefore: Estimate?
  /// The effect that is found at a year before the first, from the years before only: near 1 where there is no reason for one.
  public let placeboYear: Estimate?
  /// The share of all areas, itself among them, whose effect, taken as if it had begun in them, is at least as far from none: small where
  /// the area stands out.
  public let placeboAreas: Double
  /// The other areas.
  public let others: Int

  /// Compares the treated authority with the others of a panel, from the first year in which it was at work.
  public init(
    _ panel: AreaYears, treated: String, from first: Int, _ confidence: Confidence = .ninetyFive
  ) throws(StudyError) {
    let cells = try ComparedAreas(panel, treated: treated, from: first)
    others = cells.others.count
    effect = try cells.effect(from: first, before: nil, confidence)
    let early = cells.years.filter { $0 < first }
    slopeBefore = early.count > 2 ? try? cells.slope(years: early, confidence) : nil
    let middle = early[early.count / 2]
    placeboYear = early.count > 3 ? try? cells.effect(from: middle, before: first, confidence) : nil
    placeboAreas = cells.placeboShare(from: first)
  }
}

/// The areas that are there in every year, the treated one among them.
private struct ComparedAreas {
  let treated: String
  let others: [String]
  let years: [Int]
  private let cells: [AreaYear: (count: Double, people: Double)]

  init(_ panel: AreaYears, treated: String, from first: Int) throws(StudyError) {
    let years = panel.years
    let full = Dictionary(grouping: panel.keys, by: \.authority).filter { $0.value.count == years.count }.keys.sorted()
    guard full.contains(treated) else {
      throw StudyError(
        .tooLittle,
        "The area that it began in does not have every year from \(years.first ?? 0) to \(years.last ?? 0); give fewer years."
      )
    }
    guard full.count > 5 else {
      throw StudyError(.tooLittle, "Fewer than five other areas have every year; give fewer years, or more areas.")
    }
    guard years.count(where: { $0 < first }) >= 2, years.contains(where: { $0 >= first }) else {
      throw StudyError(.tooLittle, "It takes two years before \(first) and one from then on.")
    }
    self.treated = treated
    self.years = years
    others = full.filter { $0 != treated }
    cells = Dictionary(
      uniqueKeysWithValues: panel.keys.indices.map { (panel.keys[$0], (panel.counts[$0], panel.people[$0])) })
  }

  /// The effect from a year on, of the years before another where one is given.
  func effect(from first: Int, before end: Int?, _ confidence: Confidence) throws(StudyError) -> Estimate {
    try fit(years.filter { end == nil || $0 < end ?? 0 }, confidence) { key in
      key.authority == treated && key.year >= first ? 1 : 0
    }
  }

  /// The ratio of the treated area's yearly slope to the others'.
  func slope(years: [Int], _ confidence: Confidence) throws(StudyError) -> Estimate {
    try fit(years, confidence) { $0.authority == treated ? Double($0.year - years[0]) : 0 }
  }

  /// Poisson with a term for each area and year has the treated area's counts against the others' pooled, so the others go in as areas.
  private func fit(
    _ years: [Int], _ confidence: Confidence, _ exposure: (AreaYear) -> Double
  ) throws(StudyError) -> Estimate {
    let areas = [treated] + others
    let keys = areas.flatMap { area in years.map { AreaYear(authority: area, year: $0) } }
    let place = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
    let rows = keys.map { key -> [Double] in
      var row = [Double](repeating: 0, count: areas.count + years.count)
      row[place[key.authority] ?? 0] = 1
      for (position, year) in years.enumerated().dropFirst() where key.year == year {
        row[areas.count + position - 1] = 1
      }
      row[row.count - 1] = exposure(key)
      return row
    }
    let counts = keys.map { cells[$0]?.count ?? 0 }
    let people = keys.map { cells[$0]?.people ?? 0 }
    let model = try StudyError.fitting("areas and years") { () throws(FitFailure) in
      try CountModel(rows: rows, counts: counts, exposures: people)
    }
    let errors =
      model.clustered(rows: rows, counts: counts, exposures: people, by: keys.map(\.authority)) ?? model.coefficients
    // One treated cluster makes the clustered error too small, so the wider of it and the quasi-Poisson one is taken.
    let last = rows[0].count - 1
    let wide = errors[last].standardError > model.quasi[last].standardError ? errors[last] : model.quasi[last]
    return Estimate(value: wide.ratio, interval: wide.ratioInterval(confidence))
  }

  /// The share of areas whose change of the logarithm of the rate, less the others', is at least as far from 0 as the treated one's.
  func placeboShare(from first: Int) -> Double {
    let areas = [treated] + others
    let changes = areas.map { area in
      mean(area, years.filter { $0 >= first }) - mean(area, years.filter { $0 < first })
    }
    let whole = changes.reduce(0, +)
    let effects = changes.map { $0 - (whole - $0) / Double(changes.count - 1) }
    return Double(effects.count { abs($0) >= abs(effects[0]) }) / Double(effects.count)
  }

  private func mean(_ area: String, _ years: [Int]) -> Double {
    let logs = years.map { year -> Double in
      let cell = cells[AreaYear(authority: area, year: year)] ?? (0, 1)
      return Mathematics.logarithm((cell.count + 0.5) / cell.people)
    }
    return logs.reduce(0, +) / Double(logs.count)
  }
}
