import KithDisclosure

/// SplitMix64 (Steele, Lea and Flood 2014): the same seed, the same table.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Tables that are invented from a seed.
enum RandomTables {
  /// A table by authority, region and category, with percentages of each authority's total.
  static func areas(seed: UInt64, showsRegions: Bool, percentages: Bool) throws -> Publication {
    var generator = SeededGenerator(state: seed)
    let categories = (1...Int.random(in: 2...5, using: &generator)).map { "c\($0)" }
    let rows = (0..<Int.random(in: 3...14, using: &generator)).map { row in
      let size = Int.random(in: 2...60, using: &generator)
      return AreaTable.Row(
        "LA\(row)", region: "R\(row % 3)",
        counts: categories.indices.map { Int.random(in: 0...(size / ($0 + 1)), using: &generator) })
    }
    let table = AreaTable(categories: categories, showsRegions: showsRegions, rows: rows)
    let figures = rows.flatMap { row in
      categories.map { category in
        DerivedFigure.percentage(
          "\(row.authority) \(category) %", of: table.cell(row.authority, category),
          among: .count(table.cell(row.authority, table.total)), places: 1)
      }
    }
    return try Publication(
      title: "Seed \(seed)", cells: table.cells, relations: table.relations, figures: percentages ? figures : [])
  }

  /// A small cube by three characteristics, all of whose margins are published: its relations are no network.
  static func cube(seed: UInt64, sides: [Int], most: Int, area: AreaLevel = .authority) throws -> Publication {
    var generator = SeededGenerator(state: seed)
    var counts: [[Int]: Int] = [:]
    for place in places(sides, withTotals: false) {
      let count = Int.random(in: 0...most, using: &generator)
      for margin in margins(of: place, sides) { counts[margin, default: 0] += count }
    }
    let all = places(sides, withTotals: true)
    let cells = all.map { CountCell(name($0), count: counts[$0, default: 0], area: area) }
    let relations = all.flatMap { place in
      sides.indices.filter { place[$0] == sides[$0] }.map { side in
        Relation(
          total: name(place),
          parts: (0..<sides[side]).map { value in
            var part = place
            part[side] = value
            return name(part)
          })
      }
    }
    return try Publication(title: "Cube \(seed)", cells: cells, relations: relations)
  }

  private static func name(_ place: [Int]) -> String { place.map(String.init).joined(separator: "|") }

  private static func places(_ sides: [Int], withTotals: Bool) -> [[Int]] {
    sides.reduce([[]]) { places, side in
      places.flatMap { place in (0..<(side + (withTotals ? 1 : 0))).map { place + [$0] } }
    }
  }

  private static func margins(of place: [Int], _ sides: [Int]) -> [[Int]] {
    zip(place, sides).reduce([[]]) { margins, pair in margins.flatMap { [$0 + [pair.0], $0 + [pair.1]] } }
  }
}

/// An attacker that tries every whole table: slow, and nothing like the auditor.
struct ExhaustiveAttacker {
  private let domains: [ClosedRange<Int>]
  private let rows: [[(cell: Int, weight: Int)]]
  private var values: [Int?]
  private var wanted: [Int: Set<Int>]
  private var steps = 0
  private let stepLimit: Int
  /// What else is known of a whole table.
  var isConsistent: ([Int]) -> Bool = { _ in true }

  /// - Parameters:
  ///   - known: What is shown of each count, in the publication's order.
  ///   - wanted: The values to look for, by position.
  ///   - stepLimit: When to give up.
  init(_ publication: Publication, known: [ClosedRange<Int>], wanted: [Int: Set<Int>], stepLimit: Int = 400_000) {
    let positions = Dictionary(uniqueKeysWithValues: publication.cells.enumerated().map { ($1.name, $0) })
    domains = known
    rows = publication.relations.map { relation in
      relation.left.compactMap { positions[$0].map { ($0, 1) } }
        + relation.right.compactMap { positions[$0].map { ($0, -1) } }
    }
    values = known.map { $0.count == 1 ? $0.lowerBound : nil }
    self.wanted = wanted
    self.stepLimit = stepLimit
  }

  /// The wanted values that no whole table was found to have; nil when it gave up.
  mutating func unseen() -> [Int: Set<Int>]? {
    for (cell, wishes) in wanted.sorted(by: { $0.key < $1.key }) {
      for wish in wishes.sorted() where wanted[cell]?.contains(wish) ?? false {
        let before = values
        if values[cell] == nil, domains[cell].contains(wish) {
          values[cell] = wish
          _ = search()
        }
        values = before
        if steps > stepLimit { return nil }
      }
    }
    return wanted.filter { !$0.value.isEmpty }
  }

  /// Looks for one whole table; notes every wanted value of it.
  private mutating func search() -> Bool {
    steps += 1
    guard steps <= stepLimit else { return false }
    let before = values
    guard propagate() else {
      values = before
      return false
    }
    guard let cell = values.firstIndex(of: nil) else {
      let whole = values.compactMap { $0 }
      guard isConsistent(whole) else {
        values = before
        return false
      }
      for (cell, wishes) in wanted { wanted[cell] = wishes.subtracting([values[cell] ?? -1]) }
      values = before
      return true
    }
    for value in domains[cell] {
      values[cell] = value
      if search() {
        values = before
        return true
      }
    }
    values = before
    return false
  }

  /// Works out counts that stand alone in a row; false when a row cannot hold.
  private mutating func propagate() -> Bool {
    var isChanged = true
    while isChanged {
      isChanged = false
      for row in rows {
        let sum = row.reduce(0) { $0 + (values[$1.cell] ?? 0) * $1.weight }
        let open = row.filter { values[$0.cell] == nil }
        if open.isEmpty {
          if sum != 0 { return false }
        } else if open.count == 1 {
          let value = -sum * open[0].weight
          guard domains[open[0].cell].contains(value) else { return false }
          values[open[0].cell] = value
          isChanged = true
        } else if open.allSatisfy({ $0.weight == open[0].weight }) && -sum * open[0].weight < 0 {
          return false
        }
      }
    }
    return true
  }
}
