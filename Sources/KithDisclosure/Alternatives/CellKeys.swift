/// The noise that a count with a key is given: a table that a statistical office makes and keeps to itself.
public struct PerturbationTable: Sendable {
  /// The first and last count that has noise of its own; larger ones take turns with the last ``cycle``.
  public let lastCount: Int
  /// How many of the last counts larger ones share.
  public let cycle: Int
  /// How many keys there are.
  public let keyCount: Int
  private let noise: [Int: Int]

  /// Takes a table as data.
  ///
  /// - Parameters:
  ///   - entries: The noise for a count and a key.
  ///   - lastCount: The last count that has noise of its own.
  ///   - cycle: How many of the last counts larger ones share.
  ///   - keyCount: How many keys there are.
  public init(
    entries: some Sequence<(count: Int, key: Int, noise: Int)>, lastCount: Int = 750, cycle: Int = 250,
    keyCount: Int = 256
  ) {
    self.lastCount = lastCount
    self.cycle = cycle
    self.keyCount = keyCount
    noise = entries.reduce(into: [:]) { $0[$1.count * keyCount + $1.key] = $1.noise }
  }

  /// The row of the table that serves a count (ONS: `((n − 1) mod 250) + 501` above 750).
  public func row(for count: Int) -> Int { count <= lastCount ? count : (count - 1) % cycle + lastCount - cycle + 1 }

  /// The noise of a count and a cell's key.
  func noise(count: Int, key: Int) throws(DisclosureError) -> Int {
    guard let noise = noise[row(for: count) * keyCount + key] else { throw .noPerturbation(count: count, key: key) }
    return noise
  }
}

/// A count to which noise was added by the cell-key method of the Office for National Statistics.
///
/// Each record has a random key that stays with it. A cell's key is the sum of its records' keys, so the same records have the same noise in
/// every table. Totals are perturbed for themselves: the tables do not add up, and are not comparable with the Department for Education's.
public struct PerturbedCount: Hashable, Sendable {
  /// The key of the cell.
  public let key: Int
  /// The row of the perturbation table.
  public let row: Int
  /// The noise.
  let noise: Int
  /// The count with noise; nil when it is below the threshold.
  public let count: Int?

  /// Perturbs the count of some records.
  ///
  /// - Parameters:
  ///   - recordKeys: One key for each record in the cell.
  ///   - table: The perturbation table.
  ///   - threshold: The least perturbed count that is shown.
  public init(
    recordKeys: some Collection<Int>, table: PerturbationTable, threshold: Int = 10
  ) throws(DisclosureError) {
    key = recordKeys.reduce(0, +) % table.keyCount
    row = table.row(for: recordKeys.count)
    noise = recordKeys.isEmpty ? 0 : try table.noise(count: recordKeys.count, key: key)
    let perturbed = recordKeys.count + noise
    count = perturbed < threshold ? nil : perturbed
  }
}
