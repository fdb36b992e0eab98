/// Counts that an attacker does not know exactly and that bear on each other, apart from all others.
///
/// Cells have positions within the component; ``cells`` leads back to the publication.
struct Component {
  let cells: [Int]
  let shown: [Freedom]
  let hidden: [Freedom]
  let rows: [KnownRow]

  /// The parts of what an attacker knows that have nothing to do with each other.
  ///
  /// - Parameter isHideable: which counts may be withheld; the others are as they are shown.
  static func all(of knowledge: Knowledge, isHideable: (Int) -> Bool) -> [Component] {
    var shown = zip(knowledge.shown, knowledge.truth).map { Freedom($0, about: $1) }
    var hidden = zip(knowledge.hidden, knowledge.truth).map { Freedom($0, about: $1) }
    for cell in shown.indices where !isHideable(cell) { hidden[cell] = shown[cell] }
    func isUnknown(_ cell: Int) -> Bool { !shown[cell].isNone || !hidden[cell].isNone }
    var rows = knowledge.rows
    var isNarrower = true
    while isNarrower {
      isNarrower = false
      for position in rows.indices {
        rows[position].terms.removeAll { !isUnknown($0.cell) }
        guard let only = rows[position].terms.first, rows[position].terms.count == 1 else { continue }
        shown[only.cell].narrow(by: rows[position], weight: only.weight)
        hidden[only.cell].narrow(by: rows[position], weight: only.weight)
        rows[position].terms = []
        isNarrower = true
      }
    }
    rows.removeAll { $0.terms.isEmpty }
    let unknown = shown.indices.filter(isUnknown)
    return grouped(unknown, rows).map { cells, rows in
      Component(cells: cells, shown: cells.map { shown[$0] }, hidden: cells.map { hidden[$0] }, rows: rows)
    }
  }

  /// Groups cells that share rows, and writes the rows in positions within their group.
  private static func grouped(_ cells: [Int], _ rows: [KnownRow]) -> [([Int], [KnownRow])] {
    var groups = DisjointGroups(count: (cells.max() ?? -1) + 1)
    for row in rows { row.terms.dropFirst().forEach { groups.join(row.terms[0].cell, $0.cell) } }
    var order: [Int: Int] = [:]
    var members: [[Int]] = []
    var place: [Int: Int] = [:]
    for cell in cells {
      let group = order[groups.root(cell)] ?? members.count
      if group == members.count {
        order[groups.root(cell)] = group
        members.append([])
      }
      place[cell] = members[group].count
      members[group].append(cell)
    }
    var grouped: [[KnownRow]] = Array(repeating: [], count: members.count)
    for row in rows {
      guard let group = order[groups.root(row.terms[0].cell)] else { continue }
      let terms = row.terms.compactMap { term in place[term.cell].map { (cell: $0, weight: term.weight) } }
      grouped[group].append(KnownRow(terms: terms, lower: row.lower, upper: row.upper))
    }
    return Array(zip(members, grouped))
  }
}

extension Freedom {
  /// Narrows by a row in which every other count is known.
  fileprivate mutating func narrow(by row: KnownRow, weight: Int) {
    let ends = [row.lower / Double(weight), row.upper / Double(weight)]
    down = min(down, (-(ends.min() ?? 0)).rounded(.down))
    up = min(up, (ends.max() ?? 0).rounded(.down))
  }
}

/// Sets that can be joined: union–find with halving of paths.
struct DisjointGroups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (one, other) = (root(one), root(other))
    parents[max(one, other)] = min(one, other)
  }
}
