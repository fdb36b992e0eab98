import Foundation
public import KithStore

/// The measures of several collection years, worked out from the returns in a store in one run.
///
/// The figures are those that a ``MeasureRun`` of each year alone gives, year after year. Where the store is a file, as many years
/// are worked out at a time as there are processors, each on a connection of its own that is shown no rows but those which its year
/// asks for: a processor for a year does less work than several that share one.
public struct MeasureYears: Sendable {
  let years: [Int]
  let options: MeasureOptions
  let children: ChildPopulation

  /// The most years at a time: each takes memory of its own.
  private static let most = 4

  /// Prepares the measures of some years, with the edges and the child population by which rates are worked out.
  public init(_ years: [Int], options: MeasureOptions = MeasureOptions(), children: ChildPopulation = .none) {
    self.years = years
    self.options = options
    self.children = children
  }

  /// The measures' figures in the order of the years; each year's as ``MeasureRun/figures(_:by:)`` orders them.
  public func figures(
    of store: Store, _ measures: [Measure], by breakdowns: [Breakdown] = []
  ) async throws -> [MeasureFigure] {
    guard let shared = store.shared else {
      return try years.flatMap { try run($0, in: store).figures(measures, by: breakdowns) }
    }
    let processors = ProcessInfo.processInfo.activeProcessorCount
    let together = max(1, min(Self.most, processors, years.count))
    try shared.use(processors: processors - together + 1)
    defer { try? shared.useAllProcessors() }
    return try await YearsAtOnce(years: self, store: shared, measures: measures, breakdowns: breakdowns)
      .figures(together)
  }

  func run(_ year: Int, in store: Store) throws -> MeasureRun {
    try MeasureRun(store, year: year, options: options, children: children)
  }
}

/// Years that are worked out at the same time.
private struct YearsAtOnce: Sendable {
  let years: MeasureYears
  let store: SharedStore
  let measures: [Measure]
  let breakdowns: [Breakdown]

  private typealias Group = ThrowingTaskGroup<(place: Int, figures: [MeasureFigure]), any Error>

  /// The figures of all years, so many years at a time.
  func figures(_ together: Int) async throws -> [MeasureFigure] {
    try await withThrowingTaskGroup(of: (place: Int, figures: [MeasureFigure]).self) { group in
      var found = [[MeasureFigure]](repeating: [], count: years.years.count)
      var waiting = found.indices
      for _ in 0..<together { add(waiting.popFirst(), to: &group) }
      while let done = try await group.next() {
        found[done.place] = done.figures
        add(waiting.popFirst(), to: &group)
      }
      return found.flatMap { $0 }
    }
  }

  private func add(_ place: Int?, to group: inout Group) {
    guard let place else { return }
    group.addTask { (place, try figures(of: years.years[place])) }
  }

  private func figures(of year: Int) throws -> [MeasureFigure] {
    let own = try store.open()
    try own.show(ScriptTable.all.map { ($0.name, year - $0.years + 1...year) })
    return try years.run(year, in: own).figures(measures, by: breakdowns)
  }
}
