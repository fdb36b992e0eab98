import KithStatistics

/// What LAIT's own pages show of a comparison, defects and all.
///
/// These words and colours are for tests against LAIT and for those who ask why LAIT differs.
public struct LAITDisplay: Sendable {
  /// The league that the page is of.
  public let league: League

  /// The display of a league.
  public init(_ league: League) { self.league = league }

  private var measure: Measure { league.measure }
  private var decimals: Int { measure.shownDecimals(.lait) }

  /// A number in the measure's decimals, "" where there is none.
  public func text(_ number: Double?) -> String {
    number.map { NumberDisplay.text($0, decimals: decimals, keepsMinus: true) } ?? ""
  }

  /// The colour of the arrow of a change: green for good, red for bad, black for neither.
  public func arrowColour(_ direction: Direction) -> String {
    measure.polarity.isGood(direction).map { $0 ? "green" : "red" } ?? "black"
  }

  /// The rank: a number, `-` where neither high nor low is good, "" where there is no figure.
  public func rank(_ comparison: AuthorityComparison) -> String {
    measure.polarity.canRank ? comparison.rank.standing.map { String($0.rank) } ?? "" : "-"
  }

  /// The band: a letter, `-` without polarity or where bands are withheld, "" where there is no figure.
  public func band(_ comparison: AuthorityComparison) -> String {
    measure.polarity.canRank && measure.hasBands ? comparison.band?.rawValue ?? "" : "-"
  }

  /// The colour of the band's cell.
  public func bandColour(_ comparison: AuthorityComparison) -> String {
    switch comparison.band {
    case .a: "green"
    case .d: "red"
    default: "none"
    }
  }

  /// The printed ranges of bands A to D; none without polarity.
  ///
  /// For measures where high is good, band C starts one step above the end of B, so the two overlap: LAIT's defect.
  public var bandRanges: [String] {
    guard measure.polarity.canRank, let quartiles = league.quartiles else { return [] }
    let step = (0..<decimals).reduce(1.0) { size, _ in size / 10 }
    let (least, first, second, third, greatest) = (
      rounded(quartiles.least), rounded(quartiles.first), rounded(quartiles.second), rounded(quartiles.third),
      rounded(quartiles.greatest)
    )
    let ranges =
      measure.polarity == .low
      ? [(least, first), (first + step, second), (second + step, third), (third + step, greatest)]
      : [(greatest, third + step), (third, second + step), (second + step, first + step), (first, least)]
    return ranges.map { "\(plain($0)) to \(plain($1))" }
  }

  /// What is printed in place of ranges; "" where there are ranges.
  public var bandNote: String {
    measure.hasBands ? measure.polarity.canRank ? "" : "-" : "Data range is too small."
  }

  /// The number that R's `round` gives: of the two decimals about it the nearer as binary arithmetic has them, and the
  /// even one of two that are equally near (R 4.0.0, "round() does a better job of rounding to a larger number of
  /// digits").
  private func rounded(_ number: Double) -> Double {
    guard number >= 0 else { return -rounded(-number) }
    let scale = (0..<decimals).reduce(1.0) { size, _ in size * 10 }
    let whole = (number * scale).rounded(.down)
    let below = whole / scale
    let above = (number * scale).rounded(.up) / scale
    let isBelowNearer = number - below < above - number
    let isTie = number - below == above - number
    return isBelowNearer || (isTie && whole.truncatingRemainder(dividingBy: 2) == 0) ? below : above
  }

  /// A number without needless zeros.
  private func plain(_ number: Double) -> String {
    let scale = (0..<decimals).reduce(1.0) { size, _ in size * 10 }
    let clean = (number * scale).rounded() / scale
    return clean == clean.rounded() ? String(Int(clean)) : String(clean)
  }
}
