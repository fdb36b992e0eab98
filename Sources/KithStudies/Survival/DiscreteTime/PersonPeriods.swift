/// Spells cut into whole units of time and put together by period: how many units each was at risk in a period, and whether the
/// event came in it.
///
/// P. D. Allison, "Discrete-time methods for the analysis of event histories", Sociological Methodology 13 (1982). Covariates that stay the same
/// make the units of a period alike, so they are kept as one row with a number of trials.
public struct PersonPeriods: Sendable {
  /// The names of what the rows hold: the intercept, each period after the first, and the covariates.
  public let names: [String]
  let x: [Double]
  let trials: [Double]
  let events: [Double]
  /// The spell that each row is of.
  let spell: [Int32]

  /// How many rows there would be, one for each unit of time.
  public var units: Int { Int(trials.reduce(0, +)) }

  /// Cuts spells at breaks: from the first, which is left out, to the last, which is kept. Times are whole units.
  public init(_ spells: Spells, breaks: [Double], names: [String], columns: [[Double]]) throws(StudyError) {
    guard breaks.count > 1, zip(breaks, breaks.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw StudyError(.column, "The breaks between periods have to rise: 0, 3, 6, 12.")
    }
    guard names.count == columns.count, columns.allSatisfy({ $0.count == spells.count && $0.allSatisfy(\.isFinite) })
    else { throw StudyError(.column, "Each covariate needs a number for each spell.") }
    let periods = breaks.count - 1
    let width = periods + columns.count
    var (x, trials, events, spell) = ([Double](), [Double](), [Double](), [Int32]())
    var eventsOfPeriod = [Double](repeating: 0, count: periods)
    for index in 0..<spells.count {
      let start = spells.starts?[index] ?? 0
      let stop = spells.stops[index]
      for period in 0..<periods {
        let units = min(stop, breaks[period + 1]) - max(start, breaks[period])
        guard units > 0 else { continue }
        let isEvent = spells.outcomes[index] != 0 && stop <= breaks[period + 1]
        var row = [Double](repeating: 0, count: width)
        row[0] = 1
        if period > 0 { row[period] = 1 }
        for column in columns.indices { row[periods + column] = columns[column][index] }
        x += row
        trials.append(units)
        events.append(isEvent ? 1 : 0)
        spell.append(Int32(index))
        eventsOfPeriod[period] += isEvent ? 1 : 0
      }
    }
    guard let least = eventsOfPeriod.min(), least > 0 else {
      throw StudyError(.tooLittle, "No event came in one of the periods; join it to another by other breaks.")
    }
    self.names = ["(intercept)"] + (1..<max(periods, 1)).map { "period \($0 + 1)" } + names
    (self.x, self.trials, self.events, self.spell) = (x, trials, events, spell)
  }
}
