import KithStatistics

/// How comparisons are said in words.
public enum Wording {
  /// A rank: `12th of 150 (4 tied)`.
  public static func rank(_ rank: Rank) -> String {
    switch rank {
    case .standing(let standing):
      "\(ordinal(standing.rank)) of \(standing.ranked)" + (standing.tied > 1 ? " (\(standing.tied) tied)" : "")
    case .noPolarity: "-"
    case .noNumber: ""
    case .notOpen: "not open then"
    }
  }

  /// A number as a place in an order: `1st`, `12th`, `103rd`.
  public static func ordinal(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    switch number % 10 {
    case 1 where !isTeen: return "\(number)st"
    case 2 where !isTeen: return "\(number)nd"
    case 3 where !isTeen: return "\(number)rd"
    default: return "\(number)th"
    }
  }

  /// How many neighbours a mean rests on: `mean of 9 of 10`.
  public static func neighbours(_ figures: NeighbourFigures) -> String { "mean of \(figures.used) of \(figures.total)" }

  /// Whether a direction is better or worse: `better`, `worse`, or nothing where neither is said.
  public static func judgement(_ direction: Direction, _ polarity: Polarity) -> String {
    polarity.isGood(direction).map { $0 ? "better" : "worse" } ?? ""
  }

  /// What LAIT answers where that differs: its rank, band and change; none where it answers the same.
  public static func difference(_ ours: AuthorityComparison, inLAIT theirs: AuthorityComparison) -> [String] {
    let decimals = theirs.measure.shownDecimals(.lait)
    var words: [String] = []
    if let rank = theirs.rank.standing?.rank, rank != ours.rank.standing?.rank {
      words.append("rank \(rank), counting authorities that were not open")
    }
    if let band = theirs.band, band != ours.band { words.append("band \(band.rawValue)") }
    if case .difference(let change, let since) = theirs.own.change, since != ours.own.change.since {
      words.append("change \(NumberDisplay.text(change, decimals: decimals)) since \(since.label)")
    }
    return words
  }

  /// The ranges of the bands A to D, which neither overlap nor leave a gap: `A: 8 or less`, `B: above 8 to 10`.
  public static func bands(_ league: League, decimals: Int) -> [String] {
    guard league.measure.polarity.canRank, league.measure.hasBands, let quartiles = league.quartiles else { return [] }
    // Quartiles fall between published numbers, so they are given one more decimal than those.
    let number = {
      NumberDisplay.text($0, decimals: $0 == $0.roundedHalfUp(places: decimals) ? decimals : decimals + 1)
    }
    let (first, second, third) = (number(quartiles.first), number(quartiles.second), number(quartiles.third))
    let ranges = [
      "\(first) or less", "above \(first) to \(second)", "above \(second) to \(third)", "above \(third)",
    ]
    let ordered = league.measure.polarity == .low ? ranges : ranges.reversed()
    return zip(Band.allCases, ordered).map { "\($0.rawValue): \($1)" }
  }
}
