/// A row that an attacker knows to hold of the counts, as a bound on how far they can be from the truth together.
struct KnownRow {
  var terms: [(cell: Int, weight: Int)]
  /// At most this far below the truth's own sum, and above it: both zero for a sum that is exact.
  var lower: Double
  var upper: Double

  var isExact: Bool { lower == 0 && upper == 0 }
}

/// How far a count can be from the truth, both ways, for all that is said of the count itself.
struct Freedom: Equatable {
  var down: Double
  var up: Double

  static let none = Freedom(down: 0, up: 0)
  var isNone: Bool { down == 0 && up == 0 }

  /// Stands for no limit. No sum of England's children comes near it.
  static let unlimited = 1e8

  func towards(up isUp: Bool) -> Double { isUp ? up : down }

  /// What a range leaves a count of the truth.
  init(_ range: KnownRange, about truth: Int) {
    down = Double(truth - range.lower)
    up = range.upper.map { Double($0 - truth) } ?? Self.unlimited
  }

  init(down: Double, up: Double) {
    self.down = down
    self.up = up
  }
}

/// All that an attacker knows once a publication is out: what each count can be by itself, shown or withheld, and the rows.
///
/// The attacker holds the published cells, the relations, earlier releases and the way of rounding, and knows that counts are not below zero.
struct Knowledge {
  let shown: [KnownRange]
  let hidden: [KnownRange]
  let rows: [KnownRow]
  let truth: [Int]

  /// What is known where every count is shown within a range, and nothing but the relations binds them.
  init(_ publication: Publication, shown: [KnownRange]) {
    truth = publication.cells.map(\.count)
    self.shown = zip(shown, publication.cells).map { $0.intersection(publication.earlier[$1.name] ?? .anyCount) }
    hidden = self.shown
    rows = publication.balances.map { KnownRow(terms: $0, lower: 0, upper: 0) }
  }

  /// - Parameter figures: the figures that are shown, by position.
  init(_ publication: Publication, policy: DisclosurePolicy, figures: [Int]) {
    let cells = publication.cells
    truth = cells.map(\.count)
    hidden = cells.map { publication.earlier[$0.name] ?? .anyCount }
    var shown = cells.map { cell in
      cell.handling == .notPublished ? KnownRange.anyCount : policy.known(cell)
    }
    for figure in figures {
      guard let (cell, range) = publication.range(fromFigure: figure, policy) else { continue }
      shown[cell] = shown[cell].intersection(range)
    }
    self.shown = zip(shown, hidden).map { $0.intersection($1) }
    rows =
      publication.balances.map { KnownRow(terms: $0, lower: 0, upper: 0) }
      + figures.flatMap { publication.rows(fromFigure: $0, policy) }
  }
}

extension Publication {
  /// A figure as a policy would show it; nil when it has nothing to be divided by.
  func rounded(_ figure: DerivedFigure, _ policy: DisclosurePolicy) -> RoundedFigure? {
    guard let numerator = self[figure.numerator] else { return nil }
    func number(_ cell: CountCell) -> Int { policy.derivesFromRounded ? policy.shown(cell) : cell.count }
    let denominator: Int
    switch figure.denominator {
    case .published(let number): denominator = number
    case .count(let name): denominator = self[name].map(number) ?? 0
    }
    return RoundedFigure(
      count: number(numerator), of: denominator, multiplier: figure.multiplier, places: figure.places,
      marksUnderHalf: policy.marksUnderHalf && figure.multiplier == 100)
  }

  /// The denominator of a figure, where everyone can know it exactly.
  func knownDenominator(_ figure: DerivedFigure, _ policy: DisclosurePolicy) -> Int? {
    switch figure.denominator {
    case .published(let number): number
    case .count(let name):
      self[name].flatMap { $0.handling != .notPublished && policy.isKnownExactly($0) ? $0.count : nil }
    }
  }

  /// What a figure over a known denominator says of its numerator; nil where it is worked out from what is shown.
  fileprivate func range(fromFigure position: Int, _ policy: DisclosurePolicy) -> (Int, KnownRange)? {
    let figure = figures[position]
    guard let denominator = knownDenominator(figure, policy), let cell = positions[figure.numerator],
      let shown = rounded(figure, policy), saysMore(figure, policy)
    else { return nil }
    return (cell, .figure(shown, of: denominator))
  }

  private func saysMore(_ figure: DerivedFigure, _ policy: DisclosurePolicy) -> Bool {
    !policy.derivesFromRounded || self[figure.numerator]?.handling == .notPublished
  }

  /// What a figure whose denominator is not known exactly says of both: 2·scale·n ≥ (2·units − 1)·N, and less than (2·units + 1)·N.
  fileprivate func rows(fromFigure position: Int, _ policy: DisclosurePolicy) -> [KnownRow] {
    let figure = figures[position]
    guard knownDenominator(figure, policy) == nil, case .count(let name) = figure.denominator,
      let denominator = positions[name],
      let numerator = positions[figure.numerator], numerator != denominator, let shown = rounded(figure, policy),
      saysMore(figure, policy)
    else { return [] }
    let (low, high) = shown.bounds
    func row(_ units: Int, lower: Int?, upper: Int?) -> KnownRow {
      let sum = 2 * shown.scale * cells[numerator].count - units * cells[denominator].count
      return KnownRow(
        terms: [(numerator, 2 * shown.scale), (denominator, -units)],
        lower: lower.map { Double($0 - sum) } ?? -.infinity,
        upper: upper.map { Double($0 - sum) } ?? .infinity)
    }
    let rows = [row(low, lower: 0, upper: nil), row(high, lower: nil, upper: -1)]
    return shown.isUnderHalf
      ? rows + [
        KnownRow(terms: [(numerator, 1)], lower: Double(1 - cells[numerator].count), upper: .infinity)
      ] : rows
  }
}
