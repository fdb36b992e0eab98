import KithStatistics
import KithTables

/// How forecasts from past days have done, some years ahead, beside "no change".
public struct BackTest: Hashable, Sendable {
  /// The years ahead.
  public let yearsAhead: Int
  /// Forecasts that could be compared: authorities times origins.
  public let forecasts: Int
  /// The mean absolute error of the simulation's median.
  public let error: Double
  /// The mean absolute error of "no change".
  public let noChangeError: Double
  /// The share of outcomes within the simulation's 80 % interval.
  public let coverage: Double

  /// What the error is less than that of "no change", as a share of it; nil where "no change" made no error.
  public var skill: Double? { noChangeError > 0 ? 1 - error / noChangeError : nil }
  /// The least number of forecasts from which skill is believed.
  public static let leastForecasts = 8
  /// Whether the simulation may be used: it was compared often enough, and did better than "no change".
  public var hasSkill: Bool { forecasts >= Self.leastForecasts && (skill ?? 0) > 0 }

  /// Forecasts each authority from each 31 March that has two years before it and the outcome after it: a rolling origin (L. J. Tashman,
  /// "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16 (2000)).
  public static func all(_ history: CareTimes, years: Int, runs: Int, seed: UInt64) -> [BackTest] {
    tests(history, years: years, runs: runs, seed: seed, of: [nil])[0]
  }

  /// The same of all children, and of those in each kind of placement, from the same simulations.
  public static func byPlacement(
    _ history: CareTimes, years: Int, runs: Int, seed: UInt64
  ) -> (all: [BackTest], kinds: [PlacementGroup: [BackTest]]) {
    let tests = tests(history, years: years, runs: runs, seed: seed, of: [nil] + PlacementGroup.allCases)
    return (tests[0], Dictionary(uniqueKeysWithValues: zip(PlacementGroup.allCases, tests.dropFirst())))
  }

  /// The tests of parts, each a kind of placement, or all children.
  private static func tests(
    _ history: CareTimes, years: Int, runs: Int, seed: UInt64, of parts: [PlacementGroup?]
  ) -> [[BackTest]] {
    var outcomes: [[Int: [Outcome]]] = parts.map { _ in [:] }
    for origin in history.yearEnds where origin.days(since: history.first) >= 700 {
      let ahead = (1...years).filter { origin.adding(years: $0) <= history.last }
      guard let furthest = ahead.last else { continue }
      for authority in history.authorities {
        let simulation = DemandSimulation(
          history, of: authority, from: origin, years: furthest, runs: runs, seed: seed)
        for years in ahead {
          for (place, part) in parts.enumerated() {
            outcomes[place][years, default: []].append(
              Outcome(
                runs: simulation.sorted(yearsAhead: years) { part == nil || $1 == part },
                before: Double(history.stock(of: authority, on: origin, in: part)),
                after: Double(history.stock(of: authority, on: origin.adding(years: years), in: part))))
          }
        }
      }
    }
    return outcomes.map { found in (1...years).map { BackTest(yearsAhead: $0, found[$0] ?? []) } }
  }

  private struct Outcome {
    let runs: [Double]
    let before: Double
    let after: Double
  }

  private init(yearsAhead: Int, _ outcomes: [Outcome]) {
    self.yearsAhead = yearsAhead
    forecasts = outcomes.count
    let count = Double(max(1, outcomes.count))
    error = outcomes.reduce(0) { $0 + abs((quantile(0.5, ofSorted: $1.runs) ?? 0) - $1.after) } / count
    noChangeError = outcomes.reduce(0) { $0 + abs($1.before - $1.after) } / count
    let held = outcomes.count { outcome in
      let low = quantile(0.1, ofSorted: outcome.runs) ?? 0
      let high = quantile(0.9, ofSorted: outcome.runs) ?? 0
      return (low...high).contains(outcome.after)
    }
    coverage = Double(held) / count
  }
}
