/// A component whose rows form a network: each count is an arc between two rows, or between a row and the outside.
///
/// To move a count is to send flow around a circle of counts, so the furthest movement is a maximum flow (Ford and Fulkerson 1956), the
/// limits are a minimum cut, and whole numbers stay whole.
struct FlowNetwork: Attack {
  /// An arc that flow may take: a count, moved up or down.
  private struct Step {
    let cell: Int
    let isUp: Bool
    let target: Int
  }

  /// Where each count's arc begins and ends; up is from the first to the second.
  private let ends: [(from: Int, to: Int)]
  private let steps: [[Step]]

  var isWhole: Bool { true }

  /// Nil when the rows form no network.
  init?(component: Component) {
    guard let rows = component.independentRows, component.degrees(rows).allSatisfy({ $0 <= 2 }),
      let signs = Self.signs(of: rows, cells: component.cells.count)
    else { return nil }
    let outside = rows.count
    var ends = Array(repeating: (from: outside, to: outside), count: component.cells.count)
    for (node, row) in rows.enumerated() {
      for term in row.terms {
        if term.weight * signs[node] > 0 { ends[term.cell].to = node } else { ends[term.cell].from = node }
      }
    }
    var steps: [[Step]] = Array(repeating: [], count: outside + 1)
    for (cell, end) in ends.enumerated() {
      steps[end.from].append(Step(cell: cell, isUp: true, target: end.to))
      steps[end.to].append(Step(cell: cell, isUp: false, target: end.from))
    }
    self.ends = ends
    self.steps = steps
  }

  /// A sign for each row with which every count that stands in two rows stands once on each side; nil when there is none.
  private static func signs(of rows: [KnownRow], cells: Int) -> [Int]? {
    var places: [[(row: Int, weight: Int)]] = Array(repeating: [], count: cells)
    for (position, row) in rows.enumerated() { row.terms.forEach { places[$0.cell].append((position, $0.weight)) } }
    var signs = Array(repeating: 0, count: rows.count)
    for start in rows.indices where signs[start] == 0 {
      signs[start] = 1
      var waiting = [start]
      while let row = waiting.popLast() {
        for term in rows[row].terms {
          for place in places[term.cell] where place.row != row {
            let sign = -signs[row] * term.weight * place.weight
            if signs[place.row] == 0 {
              signs[place.row] = sign
              waiting.append(place.row)
            } else if signs[place.row] != sign {
              return nil
            }
          }
        }
      }
    }
    return signs
  }

  func reach(of cell: Int, isUp: Bool, freedoms: [Freedom], enough: Double) -> Reach {
    let limit = min(enough, freedoms[cell].towards(up: isUp))
    let ownLimit = [Reach.Limit(cell: cell, isUp: isUp, weight: 1)]
    let (source, sink) = isUp ? (ends[cell].to, ends[cell].from) : (ends[cell].from, ends[cell].to)
    guard source != sink else { return Reach(movement: limit, limits: ownLimit, constant: 0, moved: []) }
    var flow = Flow(room: freedoms)
    flow.room[cell] = .none
    var moved = 0.0
    var used: Set<Int> = []
    while moved < limit - 1e-9 {
      let search = shortest(from: source, to: sink, in: flow)
      guard let route = search.route else {
        return Reach(
          movement: moved, limits: cut(around: search.reached, except: cell), constant: 0, moved: used.sorted())
      }
      moved += flow.send(route.map { ($0.cell, $0.isUp) }, atMost: limit - moved)
      used.formUnion(route.map(\.cell))
    }
    return Reach(movement: limit, limits: ownLimit, constant: 0, moved: used.sorted())
  }

  /// The route of fewest counts that have room (Edmonds and Karp 1972), and the rows that can be reached.
  private func shortest(from source: Int, to sink: Int, in flow: Flow) -> (route: [Step]?, reached: [Bool]) {
    var reached = Array(repeating: false, count: steps.count)
    var arrivals: [(Step, from: Int)?] = Array(repeating: nil, count: steps.count)
    var queue = [source]
    var next = 0
    reached[source] = true
    while next < queue.count, !reached[sink] {
      let node = queue[next]
      next += 1
      for step in steps[node] where !reached[step.target] && flow.room[step.cell].towards(up: step.isUp) > 1e-9 {
        reached[step.target] = true
        arrivals[step.target] = (step, node)
        queue.append(step.target)
      }
    }
    return (reached[sink] ? route(to: sink, from: source, arrivals) : nil, reached)
  }

  private func route(to sink: Int, from source: Int, _ arrivals: [(Step, from: Int)?]) -> [Step] {
    var route: [Step] = []
    var node = sink
    while node != source, let (step, from) = arrivals[node] {
      route.append(step)
      node = from
    }
    return route
  }

  private func cut(around reached: [Bool], except cell: Int) -> [Reach.Limit] {
    steps.indices.filter { reached[$0] }.flatMap { node in
      steps[node].filter { !reached[$0.target] && $0.cell != cell }
        .map { Reach.Limit(cell: $0.cell, isUp: $0.isUp, weight: 1) }
    }
  }

  /// Sends units along cheapest routes until the count has moved so far (Busacker and Gowen 1961).
  ///
  /// A count that has been moved once costs nothing to move further: what is paid for is that it is withheld.
  func cheapestMove(of cell: Int, isUp: Bool, by distance: Double, freedoms: [Freedom], costs: [Double]) -> [Int]? {
    guard freedoms[cell].towards(up: isUp) >= distance else { return nil }
    let (source, sink) = isUp ? (ends[cell].to, ends[cell].from) : (ends[cell].from, ends[cell].to)
    guard source != sink else { return [] }
    var flow = Flow(room: freedoms)
    var costs = costs
    flow.room[cell] = .none
    var moved = 0.0
    var used: Set<Int> = []
    while moved < distance - 1e-9 {
      guard let route = cheapest(from: source, to: sink, in: flow, costs: costs) else { return nil }
      moved += flow.send(route.map { ($0.cell, $0.isUp) }, atMost: distance - moved)
      for step in route where used.insert(step.cell).inserted { costs[step.cell] = 0 }
    }
    return used.filter { flow.room[$0] != freedoms[$0] }.sorted()
  }

  /// The cheapest route, by labels that are put right until none changes (Bellman 1958, Ford 1956); no cost is below zero.
  private func cheapest(from source: Int, to sink: Int, in flow: Flow, costs: [Double]) -> [Step]? {
    var labels = Array(repeating: Double.infinity, count: steps.count)
    var arrivals: [(Step, from: Int)?] = Array(repeating: nil, count: steps.count)
    var isWaiting = Array(repeating: false, count: steps.count)
    var queue = [source]
    var next = 0
    labels[source] = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      isWaiting[node] = false
      for step in steps[node] where flow.room[step.cell].towards(up: step.isUp) > 1e-9 {
        let label = labels[node] + costs[step.cell] + 1e-3
        guard label < labels[step.target] - 1e-9, label < labels[sink] else { continue }
        labels[step.target] = label
        arrivals[step.target] = (step, node)
        if !isWaiting[step.target], step.target != sink {
          isWaiting[step.target] = true
          queue.append(step.target)
        }
      }
    }
    return labels[sink].isFinite ? route(to: sink, from: source, arrivals) : nil
  }
}

/// What room each count has left while flow is sent.
private struct Flow {
  var room: [Freedom]

  /// Moves counts along a route as far as all have room, and gives how far that was.
  mutating func send(_ route: [(cell: Int, isUp: Bool)], atMost limit: Double) -> Double {
    let amount = route.reduce(limit) { min($0, room[$1.cell].towards(up: $1.isUp)) }
    for (cell, isUp) in route {
      room[cell].up -= isUp ? amount : -amount
      room[cell].down += isUp ? amount : -amount
    }
    return amount
  }
}
