import Foundation
import KithStatistics
import KithTesting
import Testing

/// A JSON file of expected results in the shared folder.
func expected<Content: Decodable>(_ path: String, as type: Content.Type) throws -> Content {
  try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: SharedFolder.path(path))))
}

/// Whether two numbers agree to 1 part in 10 million, or to 8 decimals.
func isNear(_ a: Double, _ b: Double, relative: Double = 1e-7, absolute: Double = 1e-8) -> Bool {
  abs(a - b) <= max(absolute, relative * abs(b))
}

@Suite("Intervals")
struct IntervalTests {
  @Test(
    "the normal distribution's quantiles are those of its tables",
    arguments: [(0.5, 0.0), (0.975, 1.959963984540054), (0.999, 3.090232306167813), (1e-9, -5.997807015007687)])
  func normal(probability: Double, z: Double) { #expect(isNear(NormalDistribution.quantile(probability), z)) }

  @Test("a quantile of the gamma distribution has the probability it was asked for", arguments: [0.5, 1, 3, 40, 2000])
  func gamma(shape: Double) {
    for probability in [0.001, 0.025, 0.5, 0.975, 0.999] {
      let x = GammaDistribution.quantile(probability, shape: shape)
      #expect(isNear(GammaDistribution.probability(below: x, shape: shape), probability, relative: 1e-9))
    }
  }

  private struct Poisson: Decodable {
    struct Rates: Decodable {
      let x: [Double]
      let n: [Double]
      let lower95_0cl: [Double]
      let upper95_0cl: [Double]
      let lower99_8cl: [Double]
      let upper99_8cl: [Double]
    }
    let x: [Double]
    let byar95_lower: [Double?]
    let byar95_upper: [Double]
    let byar998_upper: [Double]
    let exact_poisson95_lower: [Double]
    let exact_poisson95_upper: [Double]
    let exact_poisson998_lower: [Double]
    let exact_poisson998_upper: [Double]
    let phe_rate_per10000: Rates
  }

  // Needs the results that R gave, which the project does not hold.
  @Test("Poisson intervals are those of R's epitools and PHEindicatormethods", .enabled(if: SharedFolder.isPresent))
  func poisson() throws {
    let known = try expected("cases/analysis/rates/byar_poisson.json", as: Poisson.self)
    for (i, events) in known.x.enumerated() {
      let exact = Interval.exactPoisson(events: events)
      let outer = Interval.exactPoisson(events: events, .ninetyNinePointEight)
      #expect(isNear(Interval.byar(events: events).lower, known.byar95_lower[i] ?? 0))
      #expect(isNear(Interval.byar(events: events).upper, known.byar95_upper[i]))
      #expect(isNear(Interval.byar(events: events, .ninetyNinePointEight).upper, known.byar998_upper[i]))
      #expect(isNear(exact.lower, known.exact_poisson95_lower[i]))
      #expect(isNear(exact.upper, known.exact_poisson95_upper[i]))
      #expect(isNear(outer.lower, known.exact_poisson998_lower[i]))
      #expect(isNear(outer.upper, known.exact_poisson998_upper[i]))
    }
    let rates = known.phe_rate_per10000
    for (i, events) in rates.x.enumerated() {
      let rate = Interval.poisson(events: events).multiplied(by: 10_000 / rates.n[i])
      let outer = Interval.poisson(events: events, .ninetyNinePointEight).multiplied(by: 10_000 / rates.n[i])
      #expect(isNear(rate.lower, rates.lower95_0cl[i]) && isNear(rate.upper, rates.upper95_0cl[i]))
      #expect(isNear(outer.lower, rates.lower99_8cl[i]) && isNear(outer.upper, rates.upper99_8cl[i]))
    }
  }

  private struct Wilson: Decodable {
    struct Limits: Decodable {
      let x: [Double]
      let n: [Double]
      let lowercl: [Double]
      let uppercl: [Double]
    }
    let wilson95: Limits
  }

  // Needs the results that R gave, which the project does not hold.
  @Test("Wilson intervals are those of PHEindicatormethods", .enabled(if: SharedFolder.isPresent))
  func wilson() throws {
    let known = try expected("cases/analysis/rates/wilson_proportion.json", as: Wilson.self).wilson95
    for (i, events) in known.x.enumerated() {
      let interval = Interval.wilson(events: events, of: known.n[i]).multiplied(by: 100)
      #expect(isNear(interval.lower, known.lowercl[i]) && isNear(interval.upper, known.uppercl[i]))
    }
  }
}
