import KithMeasures
import KithStore

extension SmallStore {
  /// A measure of 301: `2 of 3`, `2` for a count, `z`, or `x` and why.
  func figure(
    _ id: String, _ year: Int, options: MeasureOptions = MeasureOptions(), authority: String = "301"
  ) throws -> String {
    let measures = Measure.all(options).filter { $0.id == id }
    let figures = try run(year, options).figures(measures)
    guard let figure = figures.first(where: { $0.place.area == .authority(authority) }) else { return "nothing" }
    switch figure.state {
    case .parts(let above, let below): return below.map { "\(Int(above)) of \($0)" } ?? "\(Int(above))"
    case .unavailable(let reason): return "x: \(reason)"
    case .notApplicable: return "z"
    }
  }

  /// A count of 301 by group: the groups that have any, with the count.
  func groups(_ id: String, _ year: Int, by breakdown: Breakdown) throws -> [String] {
    let measures = Measure.all().filter { $0.id == id }
    let figures = try run(year, MeasureOptions()).figures(measures, by: [breakdown])
    return figures.filter { $0.place.area == .authority("301") && $0.place.breakdown == breakdown }
      .map { "\($0.place.category) \($0.text)" }
  }

  /// The children of 301 whom a measure counts above the line, in order.
  func counted(_ id: String, _ year: Int, options: MeasureOptions = MeasureOptions()) throws -> [String] {
    try rows(behind: id, year, options: options).filter(\.isCounted).map(\.child).sorted()
  }

  /// The children of 301 whom a measure counts below the line, in order.
  func asked(_ id: String, _ year: Int) throws -> [String] { try rows(behind: id, year).map(\.child).sorted() }

  /// What each row of 301 behind a measure has under a name, after the child.
  func details(
    _ name: String, behind id: String, _ year: Int, options: MeasureOptions = MeasureOptions()
  ) throws -> [String] {
    try rows(behind: id, year, options: options).map { "\($0.child) \($0.detail(name) ?? "-")" }.sorted()
  }

  /// The rows of 301 behind a measure.
  func rows(
    behind id: String, _ year: Int, options: MeasureOptions = MeasureOptions()
  ) throws -> [CountedChild] {
    guard let measure = Measure.all(options).first(where: { $0.id == id }) else { return [] }
    return try run(year, options).children(behind: measure, in: "301")
  }

  private func run(_ year: Int, _ options: MeasureOptions) throws -> MeasureRun {
    let key = RunKey(year: year, options: options)
    // Runs share their temporary tables, so that of another year or of other edges cannot be used again.
    if let known = runs[key] { return known }
    let run = try MeasureRun(store, year: year, options: options)
    runs = [key: run]
    return run
  }
}

extension CountedChild {
  /// What the row has under a name.
  func detail(_ name: String) -> String? { names.firstIndex(of: name).flatMap { details[$0] } }
}
