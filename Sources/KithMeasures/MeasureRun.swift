import KithEngine
import KithReturns
public import KithStore
import KithTables

/// The measures of one collection year, worked out from the returns in a store.
///
/// The populations are tables for the time of the run, beside the store's own; nothing is written to the store.
public struct MeasureRun {
  let store: Store
  let year: CollectionYear
  let options: MeasureOptions
  let children: ChildPopulation

  /// How many years' returns are looked at, the year's own among them: as many as reach from a care leaver of 21 back to 14.
  static let years = 8

  /// Prepares the measures of a year, with the edges and the child population by which rates are worked out.
  public init(
    _ store: Store, year: Int, options: MeasureOptions = MeasureOptions(), children: ChildPopulation = .none
  ) throws {
    self.store = store
    self.year = CollectionYear(year)
    self.options = options
    self.children = children
    for step in HistoriesAsOf.steps(upTo: year, years: Self.years) { try make(step) }
  }

  /// The measures' figures, of each authority and of the areas that they make up, in total and by the breakdowns.
  ///
  /// A rate has no breakdown: the population is not known by group.
  public func figures(_ measures: [Measure], by breakdowns: [Breakdown] = []) throws -> [MeasureFigure] {
    let wanted = Set(measures.map(\.population))
    let known = try Availability(self)
    var figures: [MeasureFigure] = []
    var made: Set<String> = []
    for population in Population.allCases where wanted.contains(population) {
      let own = measures.filter { $0.population == population }
      let rows = try rows(of: population, by: breakdowns, beside: &made)
      for breakdown in [nil] + breakdowns.filter(population.breakdowns.contains).map(Optional.some) {
        let counted = breakdown == nil ? own : own.filter { !$0.figure.isRate }
        guard !counted.isEmpty else { continue }
        let tally = try MeasureTally(counted, of: rows, by: breakdown, on: store.connection)
        figures += AreaFigures(tally: tally, run: self, known: known).all
      }
    }
    let order = Dictionary(measures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return figures.enumerated().sorted {
      (order[$0.element.measure.id] ?? 0, $0.offset) < (order[$1.element.measure.id] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// The steps that make a population, in order, but for those of the histories.
  static func steps(
    of population: Population, _ year: CollectionYear, _ options: MeasureOptions,
    by breakdowns: [Breakdown] = Breakdown.allCases
  ) -> [NamedQuery] {
    let needsCalendar = population == .assessments || population == .conferences
    let calendar = needsCalendar ? [WorkingDayStep.step(for: year) ?? WorkingDayStep.empty] : []
    if population.collection == .inNeed {
      let steps = InNeedSteps(year: year, options: options, breakdowns: breakdowns)
      return calendar + steps.common + steps.steps(of: population)
    }
    let steps = LookedAfterSteps(year: year, options: options)
    return steps.common + steps.steps(of: population)
  }

  /// Makes a table of a population, by its name.
  func makePopulation(_ population: Population) throws {
    var made: Set<String> = []
    try make(Self.steps(of: population, year, options), beside: &made)
  }

  /// The rows of a population: those of its table, or of its query where they are counted once; what the count does not
  /// ask of is then never worked out.
  private func rows(
    of population: Population, by breakdowns: [Breakdown], beside made: inout Set<String>
  ) throws -> SQL {
    let steps = Self.steps(of: population, year, options, by: breakdowns)
    guard breakdowns.isEmpty, let last = steps.last else {
      try make(steps, beside: &made)
      return "\(identifier: population.rawValue)"
    }
    try make(steps.dropLast(), beside: &made)
    return "(\(sql: last.query))"
  }

  /// Makes steps beside those that were made before, which populations share.
  private func make(_ steps: some Sequence<NamedQuery>, beside made: inout Set<String>) throws {
    for step in steps where made.insert(step.name).inserted { try make(step) }
  }

  /// The steps that one other alone reads, and which are no tables: of their rows no more is worked out than that one asks.
  private static let readOnce: Set<String> = ["episode_as_of", "run_as_of", "need_child"]

  func make(_ step: NamedQuery) throws {
    if Self.readOnce.contains(step.name) {
      try store.connection.define(step.name, as: step.query)
    } else {
      try store.connection.keep(step.query, as: step.name)
    }
  }
}

extension Measure.Figure {
  var isRate: Bool { if case .rate = self { true } else { false } }
}
