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
  ) throws -> [MeasureFigure] {
    guard let shared = store.shared else {
      return try years.flatMap { try run($0, in: store).figures(measures, by: breakdowns) }
    }
    let processors = ProcessInfo.processInfo.activeProcessorCount
    let together = max(1, min(Self.most, processors, years.count))
    try shared.use(processors: processors - together + 1)
    defer { try? shared.useAllProcessors() }
    return try OrderedWork(years).outcomes(
      threads: together, with: { shared },
      of: { shared, year in
        let own = try shared.open()
        try own.show(ScriptTable.all.map { ($0.name, year - $0.years + 1...year) })
        return try run(year, in: own).figures(measures, by: breakdowns)
      }
    ).flatMap(\.self)
  }

  private func run(_ year: Int, in store: Store) throws -> MeasureRun {
    try MeasureRun(store, year: year, options: options, children: children)
  }
}
