/// Those at risk and the events by group, at the distinct times of all spells.
struct GroupedRisk: Sendable {
  let times: [Double]
  private let tables: [RiskTable]

  init(_ spells: Spells, _ groups: [Int], _ size: Int) {
    let distinct = DistinctTimes(spells.stops)
    times = distinct.times
    var members = [[Int]](repeating: [], count: size)
    for spell in groups.indices { members[groups[spell]].append(spell) }
    tables = members.map { positions in
      RiskTable(
        spells.at(positions), DistinctTimes(times: distinct.times, places: positions.map { distinct.places[$0] }))
    }
  }

  func atRisk(at place: Int) -> [Double] { tables.map { Double($0.atRisk[place]) } }

  /// The events of a kind by group; kinds here count from zero.
  func events(_ kind: Int, at place: Int) -> [Double] {
    tables.map { kind < $0.events.count ? Double($0.events[kind][place]) : 0 }
  }

  /// The events of all kinds but one, by group.
  func events(but kind: Int, at place: Int) -> [Double] {
    tables.map { table in
      Double(table.events.indices.reduce(0) { $1 == kind ? $0 : $0 + table.events[$1][place] })
    }
  }
}

extension DistinctTimes {
  init(times: [Double], places: [Int32]) {
    self.times = times
    self.places = places
  }
}
