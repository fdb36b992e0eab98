import KithStatistics
import Testing

@Suite("Chance that a seed decides")
struct SeededChanceTests {
  @Test("the same seed and part give the same draws, another part others")
  func same() {
    var (a, b, c) = (SeededChance(seed: 5, part: 1), SeededChance(seed: 5, part: 1), SeededChance(seed: 5, part: 2))
    let first = (0..<20).map { _ in a.unit() }
    #expect(first == (0..<20).map { _ in b.unit() })
    #expect(first != (0..<20).map { _ in c.unit() })
  }

  private func moments(_ draws: [Double]) -> (mean: Double, variance: Double) {
    let mean = draws.reduce(0, +) / Double(draws.count)
    return (mean, draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws.count))
  }

  @Test("Poisson counts have their mean as mean and variance", arguments: [0.5, 8, 29, 31, 400])
  func poisson(mean: Double) {
    var chance = SeededChance(seed: 11)
    let found = moments((0..<20_000).map { _ in Double(chance.poisson(mean: mean)) })
    #expect(abs(found.mean - mean) < 5 * (mean / 20_000).squareRoot())
    #expect(abs(found.variance / mean - 1) < 0.06)
  }

  @Test("gamma variables have their shape as mean and variance", arguments: [0.3, 1, 4.5, 90])
  func gamma(shape: Double) {
    var chance = SeededChance(seed: 12)
    let found = moments((0..<20_000).map { _ in chance.gamma(shape: shape) })
    #expect(abs(found.mean - shape) < 5 * (shape / 20_000).squareRoot())
    #expect(abs(found.variance / shape - 1) < 0.12)
  }
}
