/// Which blocking rules find the most true pairs for the fewest comparisons.
///
/// Nothing is known of which pairs are true, so their agreement is drawn from a seed as the kinds of field let expect. A rule is
/// one to three keys of different fields. The rule that finds the most pairs not found yet, for what it costs, comes first,
/// until hardly any is left or comparisons run out.
struct FindingPlan {
  /// The keys of each field, finest first, and the share of all pairs that agree on each.
  let fields: [[(key: FindingKey, chance: Double)]]
  /// Fields of which one tells the other, as a given name tells the sex, so that a rule of both finds more pairs by chance
  /// than their shares let expect.
  let dependent: Set<Set<String>>
  /// The number of all pairs.
  let pairs: Double
  /// How many comparisons one rule may cost, and all together.
  let limit: (rule: Double, all: Double)

  private static let draws = 4_096

  private struct Candidate {
    let keys: [FindingKey]
    let cost: Double
    let found: [UInt64]
  }

  /// The rules, as the keys of each.
  var rules: [[FindingKey]] {
    let able = candidates.filter { $0.cost <= limit.rule }
    var (chosen, seen, spent): ([Candidate], [UInt64], Double) = ([], Array(repeating: 0, count: Self.draws / 64), 0)
    while let next = able.max(by: { value($0, seen) < value($1, seen) }), gain(next, seen) > Self.draws / 2_000 {
      guard spent + next.cost <= limit.all || chosen.isEmpty else { break }
      chosen.append(next)
      spent += next.cost
      seen = zip(seen, next.found).map { $0 | $1 }
    }
    return completed(chosen, able).map(\.keys)
  }

  /// Estimation is by the rules that levels can say, so each telling field is in one of them, two at least.
  private func completed(_ chosen: [Candidate], _ able: [Candidate]) -> [Candidate] {
    var chosen = chosen
    let sayable = able.filter { $0.keys.allSatisfy { $0.levels != nil } }.sorted { $0.cost < $1.cost }
    for field in fields where field[0].chance < 0.01 && field[0].key.levels != nil {
      let said = chosen.filter { $0.keys.allSatisfy { $0.levels != nil } }
      guard !said.contains(where: { $0.keys.contains(field[0].key) }) else { continue }
      let taken = Set(chosen.map(\.keys))
      if let next = sayable.last(where: { $0.keys.contains(field[0].key) && !taken.contains($0.keys) }) {
        chosen.append(next)
      }
    }
    return chosen
  }

  private func gain(_ candidate: Candidate, _ seen: [UInt64]) -> Int {
    zip(candidate.found, seen).reduce(0) { $0 + ($1.0 & ~$1.1).nonzeroBitCount }
  }

  /// What a rule finds for its cost; a rule that costs next to nothing is not worth more for that.
  private func value(_ candidate: Candidate, _ seen: [UInt64]) -> Double {
    Double(gain(candidate, seen)) / (candidate.cost + limit.rule / 10)
  }

  /// All combinations of up to three keys of different fields, in the order of the fields.
  private var candidates: [Candidate] {
    let agreements = drawnAgreements
    var combinations: [[(field: Int, key: Int)]] = [[]]
    var all: [[(field: Int, key: Int)]] = []
    for _ in 0..<3 {
      combinations = combinations.flatMap { combination in
        ((combination.last?.field ?? -1) + 1..<max(fields.count, (combination.last?.field ?? -1) + 1)).flatMap {
          field in
          fields[field].indices.map { combination + [(field, $0)] }
        }
      }
      all += combinations
    }
    return all.filter { !isDependent($0.map { fields[$0.field][$0.key].key.field }) }.map { combination in
      let chosen = combination.map { fields[$0.field][$0.key] }
      let found = combination.map { agreements[$0.field][$0.key] }
      return Candidate(
        keys: chosen.map(\.key), cost: chosen.reduce(pairs) { $0 * $1.chance },
        found: found.dropFirst().reduce(found[0]) { zip($0, $1).map { $0 & $1 } })
    }
  }

  private func isDependent(_ names: [String]) -> Bool { dependent.contains { $0.isSubset(of: names) } }

  /// For each field and key, which of the drawn true pairs agree on it; who agrees on a finer key agrees on a coarser one.
  private var drawnAgreements: [[[UInt64]]] {
    fields.enumerated().map { place, keys in
      var chance = SeededPairs(seed: UInt64(place + 1))
      let draws = chance.draw(Self.draws, left: 1_000_000, right: 1).map(\.0)
      return keys.map { key in
        var bits = Array(repeating: UInt64(0), count: Self.draws / 64)
        for (draw, value) in draws.enumerated() where Double(value ?? 0) < key.key.share * 1_000_000 {
          bits[draw / 64] |= 1 << UInt64(draw % 64)
        }
        return bits
      }
    }
  }
}
