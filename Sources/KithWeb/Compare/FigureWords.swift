import KithAggregates
import KithDisclosure
import KithPlaces
import KithStatistics

/// Figures of comparisons as pages say them.
struct FigureWords {
  let measure: Measure
  let mode: ComparisonMode

  /// A number in the measure's decimals.
  func text(_ number: Double) -> String { NumberDisplay.text(number, decimals: measure.shownDecimals(mode)) }

  /// A mean, which has a decimal even where the figures are whole, unless it is large.
  func mean(_ number: Double?) -> String {
    let decimals = measure.shownDecimals(mode)
    return number.map { NumberDisplay.text($0, decimals: abs($0) < 1000 ? max(decimals, 1) : decimals) } ?? "–"
  }

  /// A figure, or the symbol in its place with what it says.
  func text(_ figure: PlaceFigure) -> String {
    if let number = figure.number { return text(number) }
    guard let cell = figure.cell else { return "–" }
    return reason(cell).map { cell.text.isEmpty ? "– (\($0))" : "\(cell.text) (\($0))" } ?? cell.text
  }

  /// Why a cell shows no number; nil where it does.
  func reason(_ cell: PublishedCell) -> String? { cell.number == nil ? (cell.symbol ?? .none).meaning : nil }

  /// A change with its sign, its arrow and whether it is for the better; or why there is none.
  func text(_ change: Change) -> String {
    guard let difference = change.difference else { return change.reason.map { "– (\($0))" } ?? "–" }
    let direction = Direction(difference)
    let arrow = [Direction.up: "▲", .down: "▼", .level: "="][direction] ?? ""
    let judgement = Wording.judgement(direction, measure.polarity)
    return [(direction == .up ? "+" : "") + text(difference), arrow, judgement].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// A rank with its ties and the number ranked, or why there is none.
  func text(_ rank: Rank) -> String {
    switch rank {
    case .noPolarity where measure.polarity == .notGiven: "not ranked: which end is good is not published"
    case .noPolarity: "not ranked: neither end is good"
    case .noNumber: "not ranked: no number"
    case .notOpen: "not ranked: not open then"
    case .standing: Wording.rank(rank)
    }
  }

  /// Where a figure lies in the funnel, in words.
  static func text(_ spread: FunnelFinding?) -> String {
    guard let spread else { return "counts not known" }
    return spread.position == .inside ? "inside the 95% limits" : spread.position.rawValue
  }

  /// What the test of trend says; empty where it cannot be made.
  static func text(_ trend: TrendTest?) -> String {
    trend.map { $0.isSignificant ? $0.slope > 0 ? "rising" : "falling" : "no significant change" } ?? ""
  }

  /// Whether the figures are counts, which grow with the place, so that two places' are not to be set against each other.
  var isCount: Bool { measure.unit.lowercased().hasPrefix("number") }

  /// The sentence in which an authority stands beside England.
  func finding(_ comparison: AuthorityComparison, _ name: String) -> String {
    guard let own = comparison.own.number else {
      let reason = comparison.own.cell.flatMap(reason) ?? "no figure published"
      return "No number for \(name) in \(comparison.period.label): \(reason)"
    }
    guard let england = comparison.england.number else { return "\(name): \(text(own)) in \(comparison.period.label)" }
    if isCount { return "\(name): \(text(own)) in \(comparison.period.label); England: \(text(england))" }
    let words = own == england ? "the same as" : own > england ? "above" : "below"
    return "\(name) is \(words) England: \(text(own)) against \(text(england))"
  }
}
