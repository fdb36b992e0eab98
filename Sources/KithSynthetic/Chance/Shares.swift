/// Items, each with its share of the whole.
struct Shares<Item: Sendable>: Sendable {
  private let items: [Item]
  private let sums: [Double]

  /// Items with their weights, which need not add up to 1.
  init(_ weighted: [(Item, Double)]) {
    precondition(!weighted.isEmpty, "shares need an item")
    let total = weighted.reduce(0) { $0 + $1.1 }
    var sum = 0.0
    items = weighted.map(\.0)
    sums = weighted.map { _, weight in
      sum += weight / total
      return sum
    }
  }

  /// The item whose share holds a number from 0 up to 1.
  func item(at unit: Double) -> Item {
    let place = sums.firstIndex { unit < $0 } ?? items.count - 1
    return items[place]
  }
}

/// A distribution by its quantiles, with straight lines between them.
struct Quantiles: Sendable {
  private let points: [(share: Double, value: Double)]

  /// The points: the share of values below each value, rising from 0 to 1.
  init(_ points: (Double, Double)...) {
    self.points = points.map { (share: $0.0, value: $0.1) }
  }

  /// The value below which this share lies.
  func value(at share: Double) -> Double {
    guard let next = points.firstIndex(where: { share < $0.share }), next > 0 else {
      return share <= (points.first?.share ?? 0) ? points.first?.value ?? 0 : points.last?.value ?? 0
    }
    let (a, b) = (points[next - 1], points[next])
    return a.value + (b.value - a.value) * (share - a.share) / (b.share - a.share)
  }
}
