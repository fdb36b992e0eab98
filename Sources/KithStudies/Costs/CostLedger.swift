/// Quantities priced by a rate card, each with the unit cost that was taken.
public struct CostLedger: Sendable {
  /// A line: so many of something at a price; without one where the card has none.
  public struct Line: Hashable, Sendable {
    /// What is costed.
    public let quantity: CostQuantity
    /// The unit cost; nil where the card has none that fits.
    public let unitCost: UnitCost?

    /// Pounds; 0 where there is no unit cost.
    public var pounds: Double {
      unitCost.map { Double(quantity.quantity) * $0.pounds / $0.unit.days } ?? 0
    }
  }

  /// The lines.
  public let lines: [Line]

  /// Prices quantities.
  public init(_ quantities: [CostQuantity], _ card: RateCard) {
    lines = quantities.map { item in
      Line(
        quantity: item,
        unitCost: card.unitCost(
          of: item.process, placement: item.placement, provider: item.provider, authority: item.authority))
    }
  }

  /// All pounds.
  public var total: Double { lines.reduce(0) { $0 + $1.pounds } }

  /// Days of placement, priced or not.
  public var placementDays: Int { days { _ in true } }
  /// Days of placement for which the card has no fee.
  public var unpricedDays: Int { days { $0.unitCost == nil } }

  private func days(_ isWanted: (Line) -> Bool) -> Int {
    lines.reduce(0) { $1.quantity.process == .placement && isWanted($1) ? $0 + $1.quantity.quantity : $0 }
  }

  /// The lines brought together by a name that each has.
  public func summed<Key: Hashable & Comparable>(by key: (Line) -> Key?) -> [(key: Key, sum: Sum)] {
    var sums: [Key: Sum] = [:]
    for line in lines {
      if let key = key(line) { sums[key, default: Sum()].add(line) }
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What lines come to together.
  public struct Sum: Hashable, Sendable {
    /// Pounds of the priced lines.
    public private(set) var pounds = 0.0
    /// Days or times.
    public private(set) var quantity = 0
    /// Days or times without a unit cost.
    public private(set) var unpriced = 0
    /// Days of placement.
    public private(set) var placementDays = 0
    /// The children.
    public private(set) var children: Set<String> = []

    mutating func add(_ line: Line) {
      pounds += line.pounds
      quantity += line.quantity.quantity
      if line.unitCost == nil { unpriced += line.quantity.quantity }
      if line.quantity.process == .placement { placementDays += line.quantity.quantity }
      children.insert(line.quantity.authority + "-" + line.quantity.child)
    }
  }

  /// How the total moves when the prices of one process, or of one placement, are a share higher or lower.
  public func sensitivity(share: Double) -> [(name: String, pounds: Double)] {
    summed { line -> String? in
      let item = line.quantity
      return item.process == .placement ? "placement \(item.placement)" : item.process.rawValue
    }.filter { $0.sum.pounds > 0 }.map { ($0.key, $0.sum.pounds * share) }.sorted { $0.pounds > $1.pounds }
  }
}
