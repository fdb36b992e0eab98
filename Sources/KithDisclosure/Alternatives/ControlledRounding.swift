/// Rounding that keeps every sum and leaves multiples of the base alone: an alternative to withholding.
///
/// Each count goes to the multiple just below or just above (zero-restricted, Cox and Ernst 1982), the sums still hold, and the counts are
/// together moved as little as may be. Found by branch and cut, which a table of two dimensions needs only to start.
public struct ControlledRounding: Sendable {
  /// The base.
  public let base: Int
  /// How far the counts were moved, all together.
  public let movement: Int

  /// The rounded counts, by name. They are releasable only through ``Disclosure``.
  let counts: [String: Int]

  /// Rounds every count of a publication.
  public init(_ publication: Publication, base: Int) throws(DisclosureError) {
    let truth = publication.cells.map(\.count)
    let below = truth.map { $0 / base * base }
    let rounded = Self.roundsUp(publication, truth: truth, below: below, base: base)
    guard let rounded else { throw .cannotRound }
    let counts = zip(below, rounded).map { $1 ? $0 + base : $0 }
    self.base = base
    self.movement = zip(counts, truth).reduce(0) { $0 + abs($1.0 - $1.1) }
    self.counts = Dictionary(uniqueKeysWithValues: zip(publication.cells.map(\.name), counts))
  }

  /// Which counts go up.
  private static func roundsUp(_ publication: Publication, truth: [Int], below: [Int], base: Int) -> [Bool]? {
    let rests = zip(truth, below).map { $0 - $1 }
    let rows = publication.balances.map { balance in
      let sum = -Double(balance.reduce(0) { $0 + $1.weight * below[$1.cell] } / base)
      return ProgrammeRow(terms: balance.map { ($0.cell, Double($0.weight)) }, lower: sum, upper: sum)
    }
    let programme = WholeProgramme(
      costs: rests.map { Double(base - 2 * $0) }, lower: rests.map { _ in 0 }, upper: rests.map { $0 == 0 ? 0 : 1 },
      rows: rows, nodeLimit: 20_000)
    let outcome = programme.minimum()
    return outcome.columns.map { $0.map { $0 > 0.5 } }
  }
}
